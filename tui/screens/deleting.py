"""What the library screen does to take things away, and to bring them back."""

from __future__ import annotations

from collections.abc import Callable

from newsdiff.library import Library, LibraryError, SavedComparison
from tui.keymap import in_words
from tui.screens.library_lists import EventList
from tui.screens.newsdiff_screen import NewsdiffScreen


class Deleting(NewsdiffScreen):
    """The part of the library screen that deletes, and that takes back whatever was changed last."""

    library: Library
    events_list: EventList
    _undo: list[tuple[str, Callable[[], object]]]

    def load(self) -> object:
        """Read the events anew."""
        raise NotImplementedError

    def action_delete(self) -> None:
        """Delete, with a way back."""
        item = self.events_list.current
        if item is None:
            return
        try:
            if isinstance(item, SavedComparison):
                self.library.saved.delete(item.id)
                self._undo.append((item.name, lambda: self.library.saved.restore(item.id)))
                name = item.name
            else:
                self.library.events.delete(item.id)
                self._undo.append((item.title or "event", lambda: self.library.events.restore(item.id)))
                name = item.title or "The event"
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return
        key = in_words(self.app, "library.undo")
        self.newsdiff.show_message(f"Deleted “{name}”. {key} brings it back.")
        self.load()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if not self._undo:
            self.newsdiff.show_message("Nothing to undo.")
            return
        name, restore = self._undo.pop()
        try:
            restore()
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return
        self.newsdiff.show_message(f"“{name}” is back.")
        self.load()
