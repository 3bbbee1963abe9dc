"""What a controller of the reader knows of the screen it works for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from newsdiff.library import ReadingPosition
from newsdiff.model import Article, Block, Comparison
from tui.keys.keymap import in_words
from tui.open_event import OpenedEvent
from tui.reader.search_line import SearchLine
from tui.reader.status_line import StatusLine
from tui.reader.text_area import TextArea
from tui.shell import Shell
from tui.undo import UndoStack
from widgets import (
    AlignedGrid,
    BriefView,
    CompareStrip,
    DetailCard,
    MatrixView,
    OutlineBar,
    OwnOrderView,
    ReadingState,
)
from widgets.panes.grid_selection import Span

Answer = TypeVar("Answer")
TextView: TypeAlias = AlignedGrid | BriefView | OwnOrderView | MatrixView
"""A view of the comparison."""


class Reader(Protocol):
    """The reader screen as its controllers see it."""

    undo_stack: UndoStack
    app: App[Any]

    text_area: TextArea
    """What holds the views."""
    grid: AlignedGrid
    brief: BriefView
    own: OwnOrderView
    matrix: MatrixView
    outline: OutlineBar
    card: DetailCard
    strip: CompareStrip
    asking: SearchLine
    status: StatusLine

    @property
    def newsdiff(self) -> Shell:
        """The application."""

    @property
    def opened(self) -> OpenedEvent:
        """The event that is read."""

    @property
    def comparison(self) -> Comparison | None:
        """What is on the screen; None before the first comparison."""

    @property
    def state(self) -> ReadingState:
        """Where the reader is."""

    @property
    def text(self) -> TextView:
        """The view that is on the screen."""

    @property
    def pointed(self) -> ReadingState | None:
        """The state at the words under the cursor, or chosen in the strip; None on a line of the brief that
        has none."""

    def show_state(self, state: ReadingState) -> None:
        """Move the reader."""

    def show_comparison(self, comparison: Comparison, state: ReadingState) -> None:
        """Put a comparison on the screen."""

    def show_place(self) -> None:
        """Refresh the title line and the line below the text."""

    def focus_text(self) -> None:
        """Give the keys to the view that is on the screen."""

    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text."""

    def mark_notes(self) -> None:
        """Mark in the text where notes stand, what is pinned and what was read."""

    def compare_anew(self, done: str = "") -> None:
        """Compare with what was chosen and linked now; `done` is the message that comes with it."""

    def attempt(self, change: Callable[[], object]) -> bool:
        """Change the library; shows the error of a change that fails and returns whether it was made."""

    def here(self) -> tuple[Article, int, int] | None:
        """What an action is about: the version in the strip, the selection, the mark under the cursor, else
        the paragraph."""

    def selected(self) -> Sequence[Span]:
        """The selected words; none below the strip while that has the keys."""

    def paragraph_here(self) -> tuple[Article, Block] | None:
        """The paragraph under the cursor."""

    def place_now(self) -> ReadingPosition | None:
        """Where the reader is, to be found again in another comparison of the same articles."""

    def set_focus(self, widget: Any, scroll_visible: bool = True) -> None:
        """Give the keys to a widget."""

    def post_message(self, message: Message) -> bool:
        """Send the screen a message, from any thread."""

    def run_worker(self, work: Any, *, thread: bool, exclusive: bool, group: str) -> Worker[Any]:
        """Do something behind the screen."""


class Controller:
    """One responsibility of the reader.

    Its methods ``action_*`` are actions of the screen, which lets none through before the first comparison.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    @property
    def comparison(self) -> Comparison:
        """The comparison on the screen."""
        comparison = self.reader.comparison
        assert comparison is not None, "no action comes before the first comparison"
        return comparison

    @property
    def state(self) -> ReadingState:
        """Where the reader is."""
        return self.reader.state

    @property
    def source(self) -> str:
        """The article under the cursor, or chosen in the strip."""
        return (self.reader.pointed or self.state).pane

    @property
    def opened(self) -> OpenedEvent:
        """The event that is read."""
        return self.reader.opened

    def show_message(self, message: str) -> None:
        """Show a short message."""
        self.reader.newsdiff.show_message(message)

    def key(self, name: str) -> str:
        """The key of an action of the reader, as a sentence names it."""
        return in_words(self.reader.app, f"reader.{name}")

    def ask(self, dialog: Screen[Answer | None], then: Callable[[Answer], object]) -> None:
        """Open a dialog and go on with its answer, unless it is cancelled.

        The dialog is there when this returns: what is typed next goes to it, not to the reader.
        """

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                then(answer)

        self.reader.app.push_screen(dialog, answered)
