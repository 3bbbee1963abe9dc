"""Leaving while a note is being written: by a key, by a signal; the terminal is as it was before."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from newsdiff.library import open_library, unsaved
from tests.journeys.short_event import short_files, short_library
from tests.journeys.terminal import Terminal

MODES_THAT_STAY = ("1049", "1000", "1003", "1006", "1015", "2004", "1004")
"""Private modes of the terminal that must be off again: alternate screen, mouse, paste, focus."""


def write_a_note(terminal: Terminal, words: str) -> None:
    terminal.wait_for("row 1 of")
    terminal.type("a")
    terminal.wait_for("ctrl+s save")
    terminal.type(words)
    terminal.wait_for(words)


def read_the_event(terminal: Terminal) -> None:
    terminal.wait_for("Worth a look · ")
    terminal.type("\r")


def left_on(written: bytes) -> set[str]:
    """The private modes that were switched on last."""
    on: set[str] = set()
    for mode, state in re.findall(rb"\x1b\[\?(\d+)([hl])", written):
        (on.add if state == b"h" else on.discard)(mode.decode())
    return on & set(MODES_THAT_STAY)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_keeps_the_note_and_the_next_start_offers_it(ending: signal.Signals, tmp_path: Path) -> None:
    data = short_library(tmp_path)
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        read_the_event(terminal)
        write_a_note(terminal, "half a th")
        terminal.send_signal(ending)
        assert terminal.wait_for_end() == 128 + ending
        assert left_on(terminal.written) == set()
        assert b"\x1b[?25h" in terminal.written[-200:]
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        terminal.wait_for("Not saved when newsdiff ended", "half a th")
        terminal.type("ought\x13")
        terminal.wait_for("Note saved")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
        assert left_on(terminal.written) == set()
    with open_library(data) as library:
        (event,) = library.events.all()
        (note,) = library.notes.of(event.id)
        assert note.body == "half a thought"
        assert note.targets
    assert unsaved.kept(data) == ()


def test_a_note_on_files_is_kept_with_their_event(tmp_path: Path) -> None:
    data = tmp_path / "data"
    articles = short_files(tmp_path / "articles")
    with Terminal(["--data-dir", str(data), "open", *map(str, articles)], tmp_path) as terminal:
        write_a_note(terminal, "on files")
        terminal.send_signal(signal.SIGTERM)
        terminal.wait_for_end()
    (note,) = unsaved.kept(data)
    with open_library(data) as library:
        assert note.event in {event.id for event in library.events.all()}


def test_quitting_asks_before_it_throws_a_note_away(tmp_path: Path) -> None:
    data = short_library(tmp_path)
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        read_the_event(terminal)
        write_a_note(terminal, "do not lose")
        terminal.type("\x11")
        terminal.wait_for("This note is not saved")
        terminal.type(" me")
        terminal.wait_for("do not lose me")
        terminal.type("\x11\x11")
        assert terminal.wait_for_end() == 0
    assert unsaved.kept(data) == ()
    with open_library(data) as library:
        (event,) = library.events.all()
        assert library.notes.of(event.id) == ()


def test_what_is_offered_is_thrown_away_only_when_asked_twice(tmp_path: Path) -> None:
    data = short_library(tmp_path)
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        read_the_event(terminal)
        write_a_note(terminal, "once more")
        terminal.send_signal(signal.SIGTERM)
        terminal.wait_for_end()
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        terminal.wait_for("Not saved when newsdiff ended", "once more")
        terminal.send_signal(signal.SIGTERM)
        terminal.wait_for_end()
    assert [note.body for note in unsaved.kept(data)] == ["once more"]
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        terminal.wait_for("Not saved when newsdiff ended", "once more")
        terminal.type("\x1b")
        terminal.wait_for("escape again throws it away")
        assert len(unsaved.kept(data)) == 1
        terminal.type("\x1b")
        terminal.wait_until_gone("Not saved when newsdiff ended")
    assert unsaved.kept(data) == ()


def test_a_window_that_is_closed_keeps_the_note(tmp_path: Path) -> None:
    data = short_library(tmp_path)
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        read_the_event(terminal)
        write_a_note(terminal, "the window was closed")
        terminal.hang_up()
        assert terminal.wait() != 0  # it ends, although what it draws goes nowhere
    assert [note.body for note in unsaved.kept(data)] == ["the window was closed"]


def test_tags_alone_are_asked_about_and_kept_too(tmp_path: Path) -> None:
    data = short_library(tmp_path)
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        read_the_event(terminal)
        write_a_note(terminal, "with tags")
        terminal.type("\x13")
        terminal.wait_until_gone("ctrl+s save")
        terminal.type("E")
        terminal.wait_for("Edit the note")
        terminal.type("\tsources")
        terminal.wait_for("sources")
        terminal.type("\x11")
        terminal.wait_for("This note is not saved")
        terminal.send_signal(signal.SIGTERM)
        terminal.wait_for_end()
    (kept,) = unsaved.kept(data)
    assert (kept.body, kept.tags) == ("with tags", ("sources",))
    assert kept.note is not None
    with Terminal(["--data-dir", str(data)], tmp_path) as terminal:
        terminal.wait_for("Not saved when newsdiff ended", "with tags", "sources")
        terminal.type("\x13")
        terminal.wait_for("Note saved")
    with open_library(data) as library:
        (event,) = library.events.all()
        (note,) = library.notes.of(event.id)
        assert (note.body, note.tags) == ("with tags", ("sources",))
