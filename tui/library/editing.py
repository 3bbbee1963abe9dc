"""What the library screen does to what it lists: rename, duplicate, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from newsdiff.library import SavedComparison
from tui.dialogs.line import LineDialog
from tui.library.controller import Controller


class Editing(Controller):
    """Renames, duplicates and deletes events and saved comparisons; each change can be undone."""

    def action_rename(self) -> None:
        """Give the event or the saved comparison under the cursor another name."""
        item = self.events.events_list.current
        if item is None:
            return
        if isinstance(item, SavedComparison):
            rename = partial(self.library.saved.rename, item.id)
            self._ask("Rename the saved comparison", item.name, rename)
        else:
            self._ask("Rename the event", item.title, partial(self.library.events.rename, item.id))

    def _ask(self, title: str, old: str | None, rename: Callable[[Any], object]) -> None:
        def renamed(name: str | None) -> None:
            if name is not None:
                self.events.undo_stack.add(old or "event", lambda: rename(old))
                self.events.load()

        self.events.app.push_screen(LineDialog(title, old or "", rename), renamed)

    def action_duplicate(self) -> None:
        """A copy of the saved comparison under the cursor, to go on from."""
        item = self.events.events_list.current
        if not isinstance(item, SavedComparison):
            self.show_message("Only a saved comparison can be duplicated.")
            return
        copy = self.library.saved.duplicate(item.id)
        self.events.undo_stack.add(item.name, lambda: self.library.saved.delete(copy.id))
        self.events.load()

    def action_delete(self) -> None:
        """Delete, with a way back."""
        item = self.events.events_list.current
        if item is None:
            return
        if isinstance(item, SavedComparison):
            self.library.saved.delete(item.id)
            self.events.undo_stack.add(item.name, lambda: self.library.saved.restore(item.id))
            name = item.name
        else:
            self.library.events.delete(item.id)
            self.events.undo_stack.add(item.title or "event", lambda: self.library.events.restore(item.id))
            name = item.title or "The event"
        self.show_message(f"Deleted “{name}”. {self.key('undo')} brings it back.")
        self.events.load()
