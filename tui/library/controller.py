"""What a controller of the library knows of the screen it works for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from textual.app import App
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker

from newsdiff.library import Library
from tui.keys.keymap import in_words
from tui.library.lists import EventList, SourceList
from tui.open_event import Choice
from tui.parts.fields import Filter
from tui.shell import Shell
from tui.undo import UndoStack


class Events(Protocol):
    """The library screen as its controllers see it."""

    library: Library
    undo_stack: UndoStack
    app: App[Any]
    events_list: EventList
    sources_list: SourceList
    filter_line: Filter

    @property
    def newsdiff(self) -> Shell:
        """The application."""

    @property
    def is_attached(self) -> bool:
        """Whether the screen is still there."""

    @property
    def is_current(self) -> bool:
        """Whether it is the screen that is looked at."""

    def load(self) -> None:
        """Read the events anew."""

    def choice_of_current(self) -> Choice:
        """What of the event under the cursor is compared."""

    def show_reasons(self, lines: list[str]) -> None:
        """Show why the articles of an event are together."""

    def action_close(self) -> None:
        """Close the filter."""

    def post_message(self, message: Message) -> bool:
        """Send the screen a message, from any thread."""

    def set_timer(self, delay: float, callback: Callable[[], object]) -> Timer:
        """Do something in `delay` seconds."""

    def run_worker(self, work: Any, *, thread: bool, exclusive: bool, group: str) -> Worker[Any]:
        """Do something behind the screen."""


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
