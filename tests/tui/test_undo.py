"""What was changed on a screen can be undone, also after the library was busy."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsdiff.library import Library, LibraryBusyError, NotInLibraryError
from newsdiff.library.sqlite import opening
from tests.tui.driving import messages, press, settled
from tui.app import NewsdiffApp
from tui.newsdiff_screen import UndoStack


@pytest.fixture(autouse=True)
def short_wait_for_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is locked says so soon."""
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)


def test_the_last_change_is_undone_first() -> None:
    undone: list[str] = []
    stack = UndoStack()
    stack.add("first", lambda: undone.append("first"))
    stack.add("second", lambda: undone.append("second"))
    names = [change.name for change in (stack.undo_last(), stack.undo_last()) if change]
    assert names == undone == ["second", "first"]
    assert stack.undo_last() is None


def test_a_change_whose_undo_fails_can_be_tried_again(library: Library, event: str) -> None:
    library.events.delete(event)
    stack = UndoStack()
    stack.add("the event", lambda: library.events.restore(event))
    with closing(sqlite3.connect(library.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError):
            stack.undo_last()
    assert stack.undo_last() is not None
    assert library.events.get(event).id == event


def test_a_change_of_what_is_gone_for_good_does_not_block_those_before_it() -> None:
    undone: list[str] = []

    def fail() -> None:
        raise NotInLibraryError("gone")

    stack = UndoStack()
    stack.add("first", lambda: undone.append("first"))
    stack.add("second", fail)
    with pytest.raises(NotInLibraryError):
        stack.undo_last()
    stack.undo_last()
    assert undone == ["first"]


async def test_an_event_deleted_in_the_library_comes_back_after_another_program_held_the_lock(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        with closing(sqlite3.connect(library.path)) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "u")
            assert "another program has locked the library" in messages(app)
        await press(pilot, "u")
        assert library.events.get(event).id == event
        assert "is back" in messages(app)
