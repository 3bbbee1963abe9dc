"""Asking the feeds for what is new, from the library and from the list of feeds."""

from __future__ import annotations

from typing import Any

from newsdiff.library import Library
from tui.keys.keymap import in_words
from tui.newsdiff_screen import NewsdiffScreen
from tui.shell import Shell


class FeedUpdates:
    """Starts runs that ask the feeds. One run is at work at a time."""

    def __init__(self, screen: NewsdiffScreen[Any], library: Library) -> None:
        self._screen = screen
        self._library = library

    def action_update(self) -> None:
        """Ask the feeds for what is new."""
        from tui.bringing import updating

        newsdiff, library = self._screen.newsdiff, self._library
        if is_busy(newsdiff):
            return
        if not library.feeds.all():
            key = in_words(self._screen.app, "library.feeds")
            newsdiff.show_message(
                f"There are no feeds yet. {key} in the library opens the list, where you can add some."
            )
            return
        newsdiff.start_job(updating(library.path.parent, public_only=newsdiff.served))


def is_busy(newsdiff: Shell) -> bool:
    """Whether a run is at work; then it is shown."""
    run = newsdiff.job
    if run is None or run.finished:
        return False
    newsdiff.show_job(run)
    return True
