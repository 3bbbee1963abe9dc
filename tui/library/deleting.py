"""What the library screen does to take things away, and to bring them back."""

from __future__ import annotations

from newsdiff.library import Library, LibraryError, SavedComparison
from tui.keys.keymap import in_words
from tui.library.lists import EventList
from tui.newsdiff_screen import NewsdiffScreen


class Deleting(NewsdiffScreen[None]):
    """The part of the library screen that deletes, and that takes back whatever was changed last."""

    library: Library
    events_list: EventList

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
                self.undo_stack.add(item.name, lambda: self.library.saved.restore(item.id))
                name = item.name
            else:
                self.library.events.delete(item.id)
                self.undo_stack.add(item.title or "event", lambda: self.library.events.restore(item.id))
                name = item.title or "The event"
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return
        key = in_words(self.app, "library.undo")
        self.newsdiff.show_message(f"Deleted “{name}”. {key} brings it back.")
        self.load()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if undone := self.undo_last():
            self.newsdiff.show_message(f"“{undone.name}” is back.")
            self.load()
