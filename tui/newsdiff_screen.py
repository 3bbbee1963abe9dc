"""A screen that knows the application it belongs to and takes changes back, and one whose actions are brought
by controllers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from textual.screen import ScreenResultType

from newsdiff.library import LibraryError, NotInLibraryError, ReadingPosition
from tui.open_screen import OpenScreen
from tui.shell import Shell


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


class NewsdiffScreen(OpenScreen[ScreenResultType]):
    """A screen that works on the library: it shows messages, and its changes can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.undo_stack = UndoStack()

    @property
    def newsdiff(self) -> Shell:
        """The application, as screens see it."""
        return cast(Shell, self.app)

    def attempt(self, change: Callable[[], object]) -> bool:
        """Change the library; shows the error of a change that fails and returns whether it was made."""
        try:
            change()
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return False
        return True

    def action_leave(self) -> None:
        """Back to where it was called from."""
        self.dismiss(None)

    def undo_last(self) -> Undoable | None:
        """Undo the last change on this screen and return it; None, with a message, where that cannot be."""
        try:
            undone = self.undo_stack.undo_last()
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return None
        if undone is None:
            self.newsdiff.show_message("Nothing to undo: nothing was changed since this screen was opened.")
        return undone


ACTION: Final = "action_"


class ControlledScreen(NewsdiffScreen[ScreenResultType]):
    """A screen that hands its actions to controllers: their methods ``action_*`` become its own."""

    def add_controllers(self, *controllers: object) -> None:
        """Make the actions of these controllers actions of the screen.

        Raises ValueError where one of the same name is there already.
        """
        for controller in controllers:
            for name in (one for one in dir(controller) if one.startswith(ACTION)):
                if hasattr(self, name):
                    raise ValueError(f"{name} of {type(controller).__name__} exists already")
                setattr(self, name, getattr(controller, name))
