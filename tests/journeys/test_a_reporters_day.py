"""The main job through a real terminal: open, read, note, save, quit, and find it all again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.journeys.terminal import Terminal

CTRL_S = "\x13"
ESCAPE = "\x1b"


def test_a_note_and_a_saved_comparison_are_there_after_a_relaunch(tmp_path: Path) -> None:
    arguments = ["--data-dir", str(tmp_path / "data")]

    with Terminal(arguments, tmp_path, afresh=True) as terminal:
        terminal.wait_for("Welcome", "Putin–Witkoff talks in Moscow", "Sources", "TIME", "Sky News")
        terminal.type("\r")
        terminal.wait_for("5 outlets", "Worth a look")
        terminal.type("B")
        terminal.wait_for("row 1 of", "▸1 ")
        terminal.type("l")
        terminal.wait_for("▸2 ")
        terminal.type(";")
        terminal.wait_for("difference 1 of")
        terminal.type("a")
        terminal.wait_for("Note on", "ctrl+s save")
        terminal.type("check with the Kremlin")
        terminal.wait_for("check with the Kremlin")
        terminal.type(CTRL_S)
        terminal.wait_for("Note saved.")
        terminal.type("s")
        terminal.wait_for("Save the comparison as")
        terminal.type("friday reading\r")
        terminal.wait_for("Saved as “friday reading”.")
        terminal.type("q")
        terminal.wait_for("newsdiff › library", "▪ friday reading", "1 note")
        terminal.type("q")
        assert terminal.wait_for_end() == 0

    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for("▪ friday reading", "1 note")
        terminal.type("j\r")
        terminal.wait_for("“friday reading”", "difference 1 of")
        terminal.type("A")
        terminal.wait_for("› notes", "check with the Kremlin")
        terminal.type("\r")
        terminal.wait_for("“friday reading”", "row ")
        terminal.type("\x11")  # ctrl+q
        assert terminal.wait_for_end() == 0


def test_files_named_on_the_command_line_open_in_the_reader_and_leave_no_trace(tmp_path: Path) -> None:
    seeds = Path(__file__).resolve().parents[2] / "seeds"
    arguments = ["--data-dir", str(tmp_path / "data"), "open", *map(str, sorted(seeds.glob("*.txt"))[:3])]
    with Terminal(arguments, tmp_path, columns=80, lines=24) as terminal:
        terminal.wait_for("3 outlets", "row 1 of")
        terminal.type("/kremlin\r")
        terminal.wait_for("for “kremlin”")
        terminal.type("q")
        assert terminal.wait_for_end() == 0

    with Terminal(["--data-dir", str(tmp_path / "data")], tmp_path) as terminal:
        terminal.wait_for("1 event · 0 saved")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_an_unknown_theme_is_refused_with_the_names_of_the_others(tmp_path: Path) -> None:
    with Terminal(["--data-dir", str(tmp_path / "data"), "--theme", "sepia"], tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "no theme is called sepia" in terminal.text
        assert "newsdiff-light" in terminal.text
