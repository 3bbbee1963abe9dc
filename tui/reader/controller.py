"""What the controllers of the reader share: the screen that they work for, and how they ask and answer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from textual import getters, on
from textual.containers import Horizontal
from textual.screen import Screen

from newsdiff.library import ReadingPosition
from newsdiff.model import Article, Block, Comparison
from tui.keys.keymap import in_words
from tui.newsdiff_screen import ControlledScreen
from tui.open_event import OpenedEvent
from tui.parts.whole_footer import WholeFooter
from tui.reader.places import place_of
from tui.reader.search_line import SearchLine
from tui.reader.status_line import StatusLine
from widgets.brief.view import BriefView
from widgets.card.detail_card import DetailCard
from widgets.matrix.matrix_view import MatrixView
from widgets.outline_bar import OutlineBar
from widgets.own_order.own_order_view import OwnOrderView
from widgets.panes.aligned_grid import AlignedGrid
from widgets.panes.grid_selection import Span, joined
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import WindowChanged
from widgets.reading.reading_moves import span_at
from widgets.reading.reading_state import ReadingState
from widgets.strip.compare_strip import CompareStrip

Answer = TypeVar("Answer")
TextView: TypeAlias = AlignedGrid | BriefView | OwnOrderView | MatrixView


class TextAndOutline(Horizontal):
    """The outline marks the rows that the panes show, even when they are scrolled without the cursor."""

    @on(WindowChanged)
    def _window_changed(self, message: WindowChanged) -> None:
        self.query_one("#outline", OutlineBar).window = (message.first, message.last)


class Reader(ControlledScreen[None]):
    """The reader screen as its controllers see it. The state of the grid is the only truth on the cursor.

    Its parts are asked for many times a key: Textual remembers what it found by an id, and nothing else.
    """

    text_area = getters.query_one("#text", TextAndOutline)
    grid = getters.query_one("#grid", AlignedGrid)
    brief = getters.query_one("#brief", BriefView)
    own = getters.query_one("#own", OwnOrderView)
    matrix = getters.query_one("#matrix", MatrixView)
    outline = getters.query_one("#outline", OutlineBar)
    card = getters.query_one("#card", DetailCard)
    strip = getters.query_one("#strip", CompareStrip)
    asking = getters.query_one("#asking", SearchLine)
    status = getters.query_one("#status", StatusLine)
    footer = getters.query_one("#keys", WholeFooter)

    def __init__(self, opened: OpenedEvent | None) -> None:
        super().__init__()
        self._opened = opened

    @property
    def opened(self) -> OpenedEvent:
        """The event that is read."""
        assert self._opened is not None, "nothing can be done before the event is opened"
        return self._opened

    @property
    @abstractmethod
    def comparison(self) -> Comparison | None:
        """What is on the screen; None before the first comparison."""

    @property
    def state(self) -> ReadingState:
        """Where the reader is."""
        return self.grid.state

    @property
    @abstractmethod
    def text(self) -> TextView:
        """The view that is on the screen."""

    @property
    def pointed(self) -> ReadingState | None:
        """The state at the words under the cursor, or chosen in the strip; None on a line of the brief that
        has none."""
        if self.strip.has_keys:
            shown = self.in_strip()
            return shown[0] if shown else None
        return self.brief.pointed() if self.state.view == "brief" else self.state

    def focus_text(self) -> None:
        """Give the keys to the view that is on the screen."""
        self.set_focus(self.text, scroll_visible=False)

    def show_state(self, state: ReadingState) -> None:
        """Move the reader; the grid informs the others."""
        self.grid.state = state

    @abstractmethod
    def show_comparison(self, comparison: Comparison, state: ReadingState) -> None:
        """Put a comparison on the screen, with the notes and what was read."""

    @abstractmethod
    def show_place(self) -> None:
        """Refresh the title line and the line below the text."""

    @abstractmethod
    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text."""

    @abstractmethod
    def mark_notes(self) -> None:
        """Mark in the text where notes stand, what is pinned and what was read."""

    @abstractmethod
    def compare_anew(self, done: str = "") -> None:
        """Compare with what was chosen and linked now, and show `done` with the result; what is on the screen
        stays until then."""

    def here(self) -> tuple[Article, int, int] | None:
        """What an action is about: the version in the strip, the selection, the mark under the cursor, else
        the paragraph."""
        state = self.pointed
        if self.comparison is None or state is None:
            return None
        shown = self.in_strip() if self.strip.has_keys else None
        span = shown[1] if shown else joined(self.comparison, self.selected())
        span = span or span_at(state, self.comparison)
        if span is None:
            return None
        article, start, end = span
        return self.comparison.article(article), start, end

    def selected(self) -> Sequence[Span]:
        """The selected words; none below the strip while that has the keys."""
        return () if self.strip.has_keys else self.text.selected_spans()

    @abstractmethod
    def in_strip(self) -> tuple[ReadingState, Span] | None:
        """The state at the version that is chosen in the strip, and its words; None without any."""

    def paragraph_here(self) -> tuple[Article, Block] | None:
        """The paragraph under the cursor."""
        found = self.here()
        if found is None or self.comparison is None:
            return None
        article, start, _ = found
        block = index_of(self.comparison).paragraph_at(article.id, start)
        return (article, block) if block else None

    def place_now(self) -> ReadingPosition | None:
        """Where the reader is, so that it is found again in another comparison of the same articles."""
        return place_of(self.state, self.comparison) if self.comparison else None


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
