"""The actions of the library screen and the list of feeds that start imports."""

from __future__ import annotations

from newsdiff.library import Library
from tui.keys.keymap import in_words
from tui.newsdiff_screen import NewsdiffScreen


class Arriving(NewsdiffScreen[None]):
    """The part of a screen that starts runs. One is at work at a time."""

    library: Library

    def action_update(self) -> None:
        """Ask the feeds for what is new."""
        from tui.bringing import updating

        if self.is_busy():
            return
        if not self.library.feeds.all():
            key = in_words(self.app, "library.feeds")
            self.newsdiff.show_message(
                f"There are no feeds yet. {key} in the library lists them and adds some."
            )
            return
        self.newsdiff.start_job(updating(self.library.path.parent, public_only=self.newsdiff.served))

    def is_busy(self) -> bool:
        """Whether a run is at work; then it is shown."""
        run = self.newsdiff.job
        if run is None or run.finished:
            return False
        self.newsdiff.show_job(run)
        return True
