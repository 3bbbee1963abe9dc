"""Changes that can be undone, the last one first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsdiff.library import NotInLibraryError, ReadingPosition


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change that can be undone."""

    name: str
    """What was changed, for messages: "link", or the title of an event."""
    undo: Callable[[], object]
    place: ReadingPosition | None = None
    """Where the reader was, to come back to; None to stay."""


class UndoStack:
    """The changes made on a screen. One whose undo fails stays, so that it can be tried again."""

    def __init__(self) -> None:
        self._changes: list[Undoable] = []

    def add(self, name: str, undo: Callable[[], object], place: ReadingPosition | None = None) -> None:
        """Remember a change as the last one."""
        self._changes.append(Undoable(name, undo, place))

    def undo_last(self) -> Undoable | None:
        """Undo the last change and return it; None when there is none.

        Raises LibraryError when the undo fails. The change is forgotten only where another try would fail as
        well, because what it is about is gone.
        """
        if not self._changes:
            return None
        last = self._changes[-1]
        try:
            last.undo()
        except NotInLibraryError:
            self._changes.pop()
            raise
        self._changes.pop()
        return last
