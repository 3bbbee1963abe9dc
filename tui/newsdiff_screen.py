"""A screen that knows the application it belongs to."""

from __future__ import annotations

from typing import cast

from textual.screen import ScreenResultType

from newsdiff.library import LibraryError
from tui.open_screen import OpenScreen
from tui.shell import Shell
from tui.undo import Undoable, UndoStack


class NewsdiffScreen(OpenScreen[ScreenResultType]):
    """A screen that works on the library: it shows messages, and its changes can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.undo_stack = UndoStack()

    @property
    def newsdiff(self) -> Shell:
        """The application, as screens see it."""
        return cast(Shell, self.app)

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
