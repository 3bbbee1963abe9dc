"""What every part of the reader shares: the opened event, its comparison, the grid, the messages below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual import getters, on, work
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from newsdiff.calendar.display import day_range
from newsdiff.counting import outlets_and_articles
from newsdiff.language.names import how_aligned
from newsdiff.library import LibraryError, NoteTarget, ReadingPosition
from newsdiff.model import Article, Block, Comparison
from newsdiff.translation.showing import showing_originals
from tui.logs import LOGGER
from tui.newsdiff_screen import NewsdiffScreen
from tui.open_event import OpenedEvent
from tui.parts.title_line import TitleLine
from tui.reader.places import options_of, place_of, standing_at, with_notes
from tui.reader.status_line import StatusLine
from tui.wording import dotted
from widgets import (
    AlignedGrid,
    BriefView,
    CardView,
    DetailCard,
    MatrixView,
    OutlineBar,
    OwnOrderView,
    ReadingState,
    carry_over,
)
from widgets.panes.grid_selection import joined
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import span_at
from widgets.reading.reading_state import VIEW_WORDS


class ReaderBase(NewsdiffScreen[None]):
    """The ground the parts of the reader stand on. The grid's state is the only truth about the cursor."""

    grid = getters.query_one(AlignedGrid)
    outline = getters.query_one(OutlineBar)
    card = getters.query_one(DetailCard)
    status = getters.query_one(StatusLine)
    title_line = getters.query_one(TitleLine)
    asking = getters.query_one("#asking", Input)

    @dataclass
    class Compared(Message):
        """The comparison was made anew."""

        comparison: Comparison
        said: str
        """The message about it; empty for none."""

    @dataclass
    class Failed(Message):
        """The comparison could not be made."""

        trouble: str

    def __init__(self, opened: OpenedEvent | None) -> None:
        super().__init__()
        self._opened = opened
        self.comparison: Comparison | None = None
        self.last_state: ReadingState | None = None
        """The state as it was last shown: what is left of it when the grid has gone."""
        self._return_to: ReadingPosition | None = None
        """Where to go when the comparison has been made anew."""
        self.translated: Comparison | None = None
        """The comparison as it was made, all translations in it; `comparison` is what is on the screen."""
        self.originals: frozenset[str] = frozenset()
        """The sources that are shown in their own words."""
        self.failed_to_translate: frozenset[str] = frozenset()
        """SHA-256 of the texts that the translate command could not translate."""
        self.pinned: tuple[NoteTarget, ...] = ()
        """The places that the next note will stand on."""

    @property
    def opened(self) -> OpenedEvent:
        """The event that is read."""
        assert self._opened is not None, "nothing can be done before the event is opened"
        return self._opened

    def idle_actions(self) -> frozenset[str]:
        """The actions that have nothing to do now; parts of the reader add theirs."""
        return frozenset()

    @property
    def ready(self) -> bool:
        """Whether there is something to read yet."""
        return self.comparison is not None

    @property
    def state(self) -> ReadingState:
        """Where the reader is."""
        return self.grid.state

    @property
    def text(self) -> AlignedGrid | BriefView | OwnOrderView | MatrixView:
        """The view that is on the screen."""
        if self.state.view == "brief":
            return self.query_one(BriefView)
        if self.state.view == "matrix":
            return self.query_one(MatrixView)
        return self.grid if self.state.view == "aligned" else self.query_one(OwnOrderView)

    def show_view(self) -> None:
        """Bring the chosen view to the screen, at the grid's state."""
        chosen = self.text
        if not chosen.display:
            for view in (
                self.grid, self.query_one(BriefView), self.query_one(OwnOrderView), self.query_one(MatrixView)
            ):  # fmt: skip
                view.display = view is chosen
            self.outline.display = not isinstance(chosen, BriefView)
            if not isinstance(self.focused, (Input, CardView)):
                self.set_focus(chosen, scroll_visible=False)
        if self.comparison is not None and not isinstance(chosen, AlignedGrid):
            chosen.show(self.comparison, self.state)
        self.outline.window = chosen.window()

    def show_state(self, state: ReadingState) -> None:
        """Move the reader; the grid informs the others."""
        self.grid.state = state

    def show_message(self, message: str, seconds: float, *, trouble: bool = False) -> None:
        """Show a message on the line below the text."""
        self.status.show_message(message, seconds, trouble=trouble)

    # -- comparing anew ------------------------------------------------------------

    def compare_anew(self, said: str = "") -> None:
        """Compare with what was chosen and linked now; what is on the screen stays until that is done."""
        self.opened.translating = self.newsdiff.translating
        self.status.busy = "comparing …"
        self._compare(replace(self.opened), said)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, opened: OpenedEvent, said: str) -> None:
        from newsdiff.brief.build import remembered_brief

        try:
            comparison = opened.compare()
            remembered_brief(comparison)
        except ValueError as error:
            self.post_message(self.Failed(str(error)))
            return
        except Exception as error:
            LOGGER.exception("the event could not be compared")
            self.post_message(self.Failed(f"{type(error).__name__}: {error}"))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Compared(comparison, said))

    @on(Compared)
    def _show_compared(self, message: Compared) -> None:
        self.status.busy = ""
        old, comparison = self.comparison, self.as_shown(message.comparison)
        state = self.marked(self.state if old is None else carry_over(self.state, old, comparison))
        if self._return_to is not None:
            state, self._return_to = standing_at(state, self._return_to, comparison), None
        self.show_comparison(comparison, state)
        self.compared()
        if message.said:
            self.newsdiff.show_message(message.said)

    def compared(self) -> None:
        """What follows when a comparison has come to the screen; parts of the reader put theirs in."""

    def as_shown(self, made: Comparison) -> Comparison:
        """A comparison that was made as it comes to the screen: some sources in their own words."""
        self.translated = made
        self.comparison = showing_originals(made, self.originals)
        return self.comparison

    def marked(self, state: ReadingState) -> ReadingState:
        """The state with the notes and what was read."""
        assert self.comparison is not None
        state = with_notes(state, self.opened.notes, self.comparison, self.pinned)
        return replace(state, read=self.opened.read)

    @on(Failed)
    def _comparing_failed(self, message: Failed) -> None:
        self.status.busy = ""
        self.newsdiff.show_error(message.trouble, title="The event cannot be compared")

    def show_comparison(self, comparison: Comparison, state: ReadingState) -> None:
        """Put a comparison on the screen."""
        self.grid.show(comparison, state)
        self.last_state = state
        self.outline.comparison = comparison
        self.outline.state = state
        self.show_view()
        self.show_place()

    def show_place(self) -> None:
        """The title line and the line below the grid."""
        comparison = self.comparison
        if comparison is None:
            return
        dates = [article.published for article in comparison.articles if article.published]
        when = day_range(min(dates), max(dates)) if dates else ""
        articles = comparison.articles
        outlets = outlets_and_articles(
            comparison.outlets_of(one.id for one in articles), [one.country for one in articles]
        )
        self.title_line.where = dotted(self.opened.title or "An event without a title", outlets, when)
        saved = f"“{self.opened.saved.name}”" if self.opened.saved else ""
        alignments = [f"{one.label} {how}" for one in comparison.articles if (how := how_aligned(one))]
        view = self.state.view  # the matrix has no room for it above its columns
        languages = alignments if view == "matrix" else []
        self.title_line.facts = dotted(*languages, saved, VIEW_WORDS[view], f"level {comparison.level}")
        self.status.show(comparison, self.state)

    # -- what the cursor is on -------------------------------------------------------

    def here(self) -> tuple[Article, int, int] | None:
        """What an action is about: the selection, the mark under the cursor, else the paragraph."""
        if self.comparison is None:
            return None
        span = joined(self.comparison, self.text.selected_spans()) or span_at(self.state, self.comparison)
        if span is None:
            return None
        article, start, end = span
        return self.comparison.article(article), start, end

    def paragraph_here(self) -> tuple[Article, Block] | None:
        """The paragraph under the cursor."""
        found = self.here()
        if found is None or self.comparison is None:
            return None
        article, start, _ = found
        block = index_of(self.comparison).paragraph_at(article.id, start)
        return (article, block) if block else None

    # -- keeping ---------------------------------------------------------------------

    def keep_place(self) -> None:
        """Remember where the reader is."""
        state = self.last_state
        if self._opened is None or self.comparison is None or state is None:
            return
        view = self._opened.view(place_of(state, self.comparison), options_of(state))
        try:
            self._opened.leave(view)
        except LibraryError as error:
            LOGGER.warning("the place could not be kept: %s", error)

    def place_now(self) -> ReadingPosition | None:
        """Where the reader is, so that it is found again in another comparison of the same articles."""
        return place_of(self.state, self.comparison) if self.comparison else None

    def attempt(self, change: Callable[[], object]) -> bool:
        """Change the library; shows the error of a change that fails and returns whether it was made."""
        try:
            change()
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return False
        return True

    def action_undo(self) -> None:
        """Take back the last verdict, link, unlink, choice or change of text."""
        if undone := self.undo_last():
            self._return_to = undone.place
            self.compare_anew(f"Taken back: {undone.name}.")
