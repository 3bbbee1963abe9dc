"""Notes through a real terminal: killed at random moments, and from two applications at once."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from benchmarks.kill import KillTest
from benchmarks.two_apps import write_together

KILLS = 10
"""`python -m benchmarks.kill` does 200."""
NOTES_EACH = 10
"""`python -m benchmarks.two_apps` writes 500 each."""


def test_every_note_the_screen_confirmed_is_there_after_a_kill(tmp_path: Path) -> None:
    test = KillTest(tmp_path, random.Random(1))
    outcomes = [test.run(number) for number in range(KILLS)]
    assert [outcome for outcome in outcomes if not outcome.kept] == []
    assert outcomes[-1].confirmed > 0


def test_two_applications_lose_no_note_and_see_each_others(tmp_path: Path) -> None:
    outcome = write_together(tmp_path, NOTES_EACH)
    assert outcome.lost == ()
    assert outcome.troubles == ()
    assert outcome.there == 2 * NOTES_EACH
