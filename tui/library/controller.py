"""What the controllers of the library screen share: the screen that they work for, and how they answer."""

from __future__ import annotations

from abc import abstractmethod

from textual import getters

from newsdiff.library import Library
from tui.keys.keymap import in_words
from tui.library.lists import EventList, SourceList
from tui.newsdiff_screen import ControlledScreen
from tui.open_event import Choice
from tui.parts.fields import Filter


class Events(ControlledScreen[None]):
    """The library screen as its controllers see it."""

    events_list = getters.query_one("#events", EventList)
    sources_list = getters.query_one("#sources", SourceList)
    filter_line = getters.query_one(Filter)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @abstractmethod
    def load(self) -> None:
        """Read the events anew."""

    @abstractmethod
    def choice_of_current(self) -> Choice:
        """What of the event under the cursor is compared."""

    @abstractmethod
    def show_reasons(self, lines: list[str]) -> None:
        """Show why the articles of an event are together."""

    @abstractmethod
    def action_close(self) -> None:
        """Close the filter."""


class Controller:
    """One responsibility of the library screen; its methods ``action_*`` are actions of the screen.

    A LibraryError that an action raises is shown by the application.
    """

    def __init__(self, events: Events) -> None:
        self.events = events
        self.library = events.library

    def show_message(self, message: str) -> None:
        """Show a short message."""
        self.events.newsdiff.show_message(message)

    def key(self, name: str) -> str:
        """The key of an action of the library, as a sentence names it."""
        return in_words(self.events.app, f"library.{name}")
