"""Asking the feeds for what is new, from the library and from the list of feeds."""

from __future__ import annotations

from typing import Any, Protocol

from textual.app import App

from newsdiff.library import Library
from tui.keys.keymap import in_words
from tui.shell import Shell


class HasLibrary(Protocol):
    """A screen on the library."""

    library: Library
    app: App[Any]

    @property
    def newsdiff(self) -> Shell:
        """The application."""


class FeedUpdates:
    """Starts runs that ask the feeds. One run is at work at a time."""

    def __init__(self, screen: HasLibrary) -> None:
        self._screen = screen

    def action_update(self) -> None:
        """Ask the feeds for what is new."""
        from tui.bringing import updating

        newsdiff, library = self._screen.newsdiff, self._screen.library
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
