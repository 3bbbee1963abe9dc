"""Running the real program in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff import environment

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def newsdiff(tmp_path: Path) -> Run:
    """``newsdiff("report", folder)`` runs the program with a data folder of its own; output is bytes."""

    def run(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newsdiff", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
            env={**os.environ, "NEWSDIFF_DATA_DIR": str(tmp_path / "data"), **environment},
        )

    return run


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command that runs in this process chooses holds for its test alone."""
    monkeypatch.setattr(environment, "chosen_config", environment.chosen_config)
