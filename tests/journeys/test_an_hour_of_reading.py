"""Reading through a real terminal: search, card, copy, views, filter, links, and back at the same place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.journeys.terminal import Terminal

ESCAPE, CTRL_Q = "\x1b", "\x11"
COPIED = "Copied with its source."


def test_reading_in_every_view_and_finding_the_place_again(tmp_path: Path) -> None:
    arguments = ["--data-dir", str(tmp_path / "data")]
    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow", "Sources", "TIME")
        terminal.type("\r")
        terminal.wait_for("brief · level normal", "Worth a look")
        terminal.type("B")
        also = "also in 4 5 →"
        terminal.wait_for("aligned · level normal", "row 1 of", "▸1 TIME (base)", also)
        search(terminal)
        card(terminal)
        views(terminal)
        choices(terminal)
        terminal.type("v:12\r")
        terminal.wait_for("own order · level normal", "row 12 of")
        terminal.type(CTRL_Q)
        assert terminal.wait_for_end() == 0

    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for("own order · level normal", "row 12 of", "▸1 TIME (base)", "shown: ? ≈ ~ + =")
        terminal.type("q")
        terminal.wait_for("newsdiff › library")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def search(terminal: Terminal) -> None:
    """One outlet alone names the Donbas; its pane slides in."""
    terminal.type("/donbas")
    terminal.wait_for("hit 1 of 1 for “donbas”", "Sky News 1", "▸3 Sky News", "Donbas region")
    terminal.type("\r")
    terminal.type("n")
    terminal.wait_for("There is no other hit for “donbas”.")
    terminal.type(ESCAPE)
    terminal.wait_until_gone("for “donbas”")
    terminal.type("g1")
    terminal.wait_for("▸1 TIME", "row 1 of")


def card(terminal: Terminal) -> None:
    """The first difference, why it is one, and a copy of it."""
    terminal.type(";")
    terminal.wait_for("difference 1 of")
    terminal.type("\r")
    terminal.wait_for("? may differ")
    terminal.type("y")
    terminal.wait_for(COPIED)
    terminal.type(ESCAPE)
    terminal.wait_until_gone("? may differ")


def views(terminal: Terminal) -> None:
    """Once round through the five."""
    for words in (
        ("own order · level normal", "2 watson"),
        ("matrix · level normal", "as in the text"),
        ("one article · level normal", "= also", "? "),
        ("brief · level normal", "Worth a look"),
        ("aligned · level normal", "2 watson", "also in 4 5 →"),
    ):
        terminal.type("v")
        terminal.wait_for(*words)


def choices(terminal: Terminal) -> None:
    """Leave the differences out of the marks; link two paragraphs, take it back, take them apart for good."""
    terminal.type("f")
    terminal.wait_for("Marks to show")
    terminal.type(" \r")
    terminal.wait_for("shown: ? ≈ ~ + =")
    terminal.type(":11\r")
    terminal.wait_for("row 11 of")
    terminal.type("+")
    terminal.wait_for("linking a paragraph of TIME")
    terminal.type(":1\r")
    terminal.wait_for("row 1 of")
    terminal.type("2+")
    terminal.wait_for("Linked: TIME and watson.")
    terminal.type("u")
    terminal.wait_for("Taken back: link.")
    terminal.type("-")
    terminal.wait_for("Unlink")
    terminal.type("\r")
    terminal.wait_for("Unlinked.")
    terminal.type("1")
    terminal.wait_for("▸1 TIME")
