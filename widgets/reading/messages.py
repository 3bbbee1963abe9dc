"""Messages of the reading widgets to the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from widgets.reading.reading_state import Place, ReadingState


@dataclass
class StateChanged(Message):
    """The grid's state is another one, by a key, the mouse or because the screen set it."""

    old: ReadingState
    state: ReadingState


@dataclass
class DetailOpened(Message):
    """The reader wants the card of a detail (enter, or a second click on a mark)."""

    detail: str


@dataclass
class CrossingFollowed(Message):
    """The reader went to where another outlet reports the same."""

    origin: Place
    """Where the cursor was."""


@dataclass
class NoteRequested(Message):
    """The reader clicked on the note sign of a row."""

    note: str


@dataclass
class PlaceRequested(Message):
    """The detail card, the outline or another list asks to go to a place in an article."""

    article: str
    offset: int
    detail: str | None = None


@dataclass
class RowRequested(Message):
    """The outline asks to go to a row."""

    row: int


@dataclass
class WindowChanged(Message):
    """Other rows are in view."""

    first: int
    last: int

    def can_replace(self, message: Message) -> bool:
        """Only the newest window counts."""
        return isinstance(message, WindowChanged)
