"""The library screen's actions that add articles and show what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.controller import Controller
from tui.library.feed_updates import is_busy

if TYPE_CHECKING:
    from tui.bringing import Run, Wish


class Adding(Controller):
    """Adds articles, and goes to them."""

    _new_events: frozenset[str] = frozenset()
    """Events that the cursor is to go to once they are in the list."""

    def action_add(self) -> None:
        """Ask what is to be added, and add it."""
        if is_busy(self.events.newsdiff):
            return
        from tui.dialogs.add import AddDialog

        self.events.app.push_screen(AddDialog(served=self.events.newsdiff.served), self._add)

    def _add(self, wish: Wish | None) -> None:
        if wish is not None:
            from tui.bringing import adding

            self.events.newsdiff.start_job(adding(self.library.path.parent, wish))

    def action_feeds(self) -> None:
        """List the feeds."""
        from tui.library.feeds import FeedsScreen

        self.events.app.push_screen(FeedsScreen(self.library))

    def action_arrivals(self) -> None:
        """Show the run that is at work, else what the last one brought."""
        job = self.events.newsdiff.job
        if job is None:
            add = self.key("add")
            self.show_message(f"No articles have come in since newsdiff started. {add} adds some.")
        else:
            self.events.newsdiff.show_job(job)

    def arrived(self, run: Run) -> None:
        """Show what came, and go to the first of it."""
        self._new_events = run.new_events
        if run.new_events:
            self.events.action_close()
        self.events.load()

    def go_to_new(self, listed: list[str]) -> None:
        """Put the cursor on the first of the new events, now that these are listed."""
        if self._new_events:
            self.events.events_list.move_to(*(event for event in listed if event in self._new_events))
            self.events.events_list.focus()
            self._new_events = frozenset()
