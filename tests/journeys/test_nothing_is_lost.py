"""Notes through a real terminal: killed at random moments, and from two applications at once."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from benchmarks.durability.kill import KillTest
from benchmarks.durability.two_apps import write_together
from newsdiff.library import open_library
from tests.journeys.terminal import Terminal

KILLS = 10
"""`python -m benchmarks.durability.kill` does 200."""
NOTES_EACH = 10
"""`python -m benchmarks.durability.two_apps` writes 500 each."""


def test_every_note_the_screen_confirmed_is_there_after_a_kill(tmp_path: Path) -> None:
    test = KillTest(tmp_path, random.Random(1))
    outcomes = [test.run(number) for number in range(KILLS)]
    assert [outcome for outcome in outcomes if not outcome.kept] == []
    assert outcomes[-1].confirmed > 0


def test_two_applications_lose_no_note_and_see_each_others(tmp_path: Path, store: str) -> None:
    outcome = write_together(tmp_path, NOTES_EACH)
    assert outcome.lost == ()
    assert outcome.troubles == ()
    assert outcome.there == 2 * NOTES_EACH


def test_a_crash_says_where_the_log_is_and_loses_nothing(tmp_path: Path) -> None:
    broken = (
        "from tui.reader.moving.views import ViewsController\n"
        "def action_noise(self): raise RuntimeError('broken on purpose')\n"
        "ViewsController.action_noise = action_noise"
    )
    data = tmp_path / "data"
    with Terminal(["--data-dir", str(data)], tmp_path, before=broken) as terminal:
        terminal.wait_for("Worth a look · ")
        terminal.type("\r")
        terminal.wait_for("row 1 of")
        terminal.type("B")
        terminal.wait_for("aligned")
        terminal.type(";;")
        terminal.wait_for("difference 2 of")
        terminal.type("a")
        terminal.wait_for("ctrl+s save")
        terminal.type("kept")
        terminal.wait_for("kept")
        terminal.type("\x13")
        terminal.wait_until_gone("ctrl+s save")
        terminal.type("i")
        assert terminal.wait_for_end() == 1
        log = next((tmp_path / "state").rglob("newsdiff.log"))
        assert "The log:" in terminal.text
        assert str(log) in terminal.text.replace("\n", "")
        assert "broken on purpose" in log.read_text(encoding="utf-8")
        assert "Traceback" not in terminal.text
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        terminal.wait_for("difference 2 of")
    with open_library(data) as library:
        (event,) = library.events.all()
        assert [note.body for note in library.notes.of(event.id)] == ["kept"]
