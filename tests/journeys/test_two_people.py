"""Two people in two terminals on one library of a newsroom, through a real server."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from newsdiff.cli import cli
from newsdiff.library import ensure_sample, open_library
from tests.journeys.terminal import Terminal
from tests.patience import PATIENCE


def opened(name: str, folder: Path) -> Terminal:
    """The app of a person."""
    config = folder / f"{name}.toml"
    config.write_text(f'name = "{name}"\n')
    return Terminal(["--config", str(config), "--data-dir", str(folder / name)], folder)


def wait(happened: Callable[[], object]) -> None:
    """Until it has happened in the library."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_one_writes_a_note_and_a_verdict_and_the_other_sees_both(postgresql: str, tmp_path: Path) -> None:
    with open_library(tmp_path) as library, opened("Ann", tmp_path) as ann, opened("Ben", tmp_path) as ben:
        ensure_sample(library)
        (event,) = library.events.all()
        for person in (ann, ben):
            person.wait_for("Worth a look · ")
            person.type("\r")
            person.wait_for("row 1 of")
        ann.type("B")
        ann.wait_for("aligned")
        ann.type(";;")
        ann.wait_for("difference 2 of")
        ann.type("a")
        ann.wait_for("ctrl+s save")
        ann.type("Ask the desk")
        ann.wait_for("Ask the desk")
        ann.type("\x13")
        ben.wait_for("A note by Ann.")
        ann.type("C")
        ben.wait_for("confirmed 1")  # in the brief, which he is still looking at
        assert [one.author for one in library.verdicts.of(event.id)] == ["Ann"]
        ben.type("A")
        ben.wait_for("Ask the desk", "by Ann")
        ben.type("e")
        ben.wait_for("ctrl+s save")
        ben.type("Ben says: ")
        ben.wait_for("Ben says: ")
        ben.type("\x13")
        wait(lambda: [one.body for one in library.notes.of(event.id)] != ["Ask the desk"])
        (note,) = library.notes.of(event.id)
        assert ("Ben says:" in note.body, note.author, note.version) == (True, "Ann", 2)
        ben.type("q")
        ben.wait_for("row ")
        ben.type("s")
        ben.wait_for("Save")
        ben.type("Desk\r")
        wait(library.saved.all)
        (saved,) = library.saved.all()
        assert saved.author == "Ben"
        memo = CliRunner().invoke(cli, ["export", saved.name]).output
        assert "Ben says:" in memo
