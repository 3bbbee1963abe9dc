"""The screens' actions that import articles: add, ask the feeds, show what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.library import Library
from tui.keymap import in_words
from tui.screens.newsdiff_screen import NewsdiffScreen

if TYPE_CHECKING:
    from tui.bringing import Run, Wish


class Arriving(NewsdiffScreen):
    """The part of a screen that starts runs. One is at work at a time."""

    library: Library

    def action_update(self) -> None:
        """Ask the feeds for what is new."""
        from tui.bringing import updating

        if self._is_busy():
            return
        if not self.library.feeds.all():
            key = in_words(self.app, "library.feeds")
            self.newsdiff.show_message(
                f"There are no feeds yet. {key} in the library lists them and adds some."
            )
            return
        self.newsdiff.bring(updating(self.library.path.parent, public_only=self.newsdiff.served))

    def _is_busy(self) -> bool:
        """Whether a run is at work; then it is shown."""
        run = self.newsdiff.bringing
        if run is None or run.finished:
            return False
        self.newsdiff.show_run(run)
        return True


class ArrivingInTheLibrary(Arriving):
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
        if self._is_busy():
            return
        from tui.dialogs.add import AddDialog

        self.app.push_screen(AddDialog(served=self.newsdiff.served), self._add)

    def _add(self, wish: Wish | None) -> None:
        if wish is not None:
            from tui.bringing import adding

            self.newsdiff.bring(adding(self.library.path.parent, wish))

    def action_feeds(self) -> None:
        """List the feeds."""
        from tui.screens.feeds import FeedsScreen

        self.app.push_screen(FeedsScreen(self.library))

    def action_arrivals(self) -> None:
        """Show the run that is at work, else what the last one brought."""
        if self.newsdiff.bringing is None:
            key = in_words(self.app, "library.add")
            self.newsdiff.show_message(f"Nothing came in since newsdiff was started. {key} adds articles.")
        else:
            self.newsdiff.show_run(self.newsdiff.bringing)

    def arrived(self, run: Run) -> None:
        """Show what came, and go to the first of it."""
        self._new_events = run.new_events
        if run.new_events:
            self.action_close()
        self.load()
