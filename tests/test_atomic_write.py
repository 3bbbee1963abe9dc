"""Replacing a file: whole or as it was, with the mode it had."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsdiff.atomic_write import atomic_write


def test_a_file_that_only_its_owner_may_read_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "export.md"
    file.write_text("before")
    file.chmod(0o600)
    atomic_write(file, b"after")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"after", 0o600)


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    file, other = tmp_path / "export.md", tmp_path / "other"
    other.touch()
    atomic_write(file, b"text")
    assert file.stat().st_mode == other.stat().st_mode


def test_a_write_that_fails_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "export.md"
    file.write_text("before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        atomic_write(file, b"after")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("export.md", "before")]
