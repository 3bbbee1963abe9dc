"""The library screen's actions that add articles and show what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys.keymap import in_words
from tui.library.arriving import Arriving

if TYPE_CHECKING:
    from tui.bringing import Run, Wish


class Adding(Arriving):
    """The part of the library screen that adds articles, and goes to them."""

    _new_events: frozenset[str] = frozenset()
    """Events that the cursor is to go to once they are in the list."""

    def load(self) -> object:
        """Read the events anew."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close the filter."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Ask what is to be added, and add it."""
        if self.is_busy():
            return
        from tui.dialogs.add import AddDialog

        self.app.push_screen(AddDialog(served=self.newsdiff.served), self._add)

    def _add(self, wish: Wish | None) -> None:
        if wish is not None:
            from tui.bringing import adding

            self.newsdiff.start_job(adding(self.library.path.parent, wish))

    def action_feeds(self) -> None:
        """List the feeds."""
        from tui.library.feeds import FeedsScreen

        self.app.push_screen(FeedsScreen(self.library))

    def action_arrivals(self) -> None:
        """Show the run that is at work, else what the last one brought."""
        if self.newsdiff.job is None:
            key = in_words(self.app, "library.add")
            self.newsdiff.show_message(f"Nothing came in since newsdiff was started. {key} adds articles.")
        else:
            self.newsdiff.show_job(self.newsdiff.job)

    def arrived(self, run: Run) -> None:
        """Show what came, and go to the first of it."""
        self._new_events = run.new_events
        if run.new_events:
            self.action_close()
        self.load()
