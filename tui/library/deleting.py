"""What the library screen does to take things away, and to bring them back."""

from __future__ import annotations

from newsdiff.library import LibraryError, SavedComparison
from tui.library.controller import Controller


class Deleting(Controller):
    """Deletes events and saved comparisons."""

    def action_delete(self) -> None:
        """Delete, with a way back."""
        item = self.events.events_list.current
        if item is None:
            return
        try:
            if isinstance(item, SavedComparison):
                self.library.saved.delete(item.id)
                self.events.undo_stack.add(item.name, lambda: self.library.saved.restore(item.id))
                name = item.name
            else:
                self.library.events.delete(item.id)
                self.events.undo_stack.add(
                    item.title or "event", lambda: self.library.events.restore(item.id)
                )
                name = item.title or "The event"
        except LibraryError as error:
            self.events.newsdiff.show_error(error)
            return
        self.show_message(f"Deleted “{name}”. {self.key('undo')} brings it back.")
        self.events.load()
