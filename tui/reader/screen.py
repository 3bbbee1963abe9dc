"""The reader: several outlets' articles on one event, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from newsdiff.library import Library
from newsdiff.model import Comparison
from newsdiff.sanitize import sanitize
from tui.keys.key import Place
from tui.keys.keymap import bindings, in_words
from tui.open_event import OpenedEvent
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.reader.comparing import Compared, Comparing, ComparingFailed, panes_moved
from tui.reader.controller import Reader, TextAndOutline, TextView
from tui.reader.keeping import Keeping
from tui.reader.moving.card import CardController
from tui.reader.moving.navigation import Navigation
from tui.reader.moving.search import SearchController
from tui.reader.moving.strip import StripController
from tui.reader.moving.views import ViewsController
from tui.reader.opening import FilesRead, Opening
from tui.reader.options.article_texts import ArticleTexts
from tui.reader.options.comparison_options import ComparisonOptions
from tui.reader.options.display_options import DisplayOptions
from tui.reader.options.second_opinions import OpinionsController
from tui.reader.options.translations import TranslationsController
from tui.reader.output.copying import Copying
from tui.reader.output.export_actions import ExportActions
from tui.reader.places import with_notes
from tui.reader.search_line import SearchLine
from tui.reader.status_line import StatusLine
from tui.reader.title import facts_of, title_of
from tui.reader.writing.links import LinksController
from tui.reader.writing.notes import NotesController
from tui.reader.writing.pins import PinsController
from tui.reader.writing.verdicts import VerdictsController
from tui.wording import count
from widgets.brief.view import BriefView, PassageOpened
from widgets.card.detail_card import DetailCard
from widgets.matrix.matrix_view import MatrixView
from widgets.outline_bar import OutlineBar
from widgets.own_order.own_order_view import OwnOrderView
from widgets.panes.aligned_grid import AlignedGrid
from widgets.panes.grid_selection import Span
from widgets.reading.messages import (
    CrossingFollowed,
    DetailOpened,
    NoteRequested,
    PlaceRequested,
    RowRequested,
    StateChanged,
    WindowChanged,
)
from widgets.reading.reading_moves import to_row
from widgets.reading.reading_state import ReadingState
from widgets.reading.reading_view import StateWanted
from widgets.strip.compare_strip import CompareStrip

SECONDS_BETWEEN_KEEPING: Final = 5.0
"""How often the place is kept while it changes: what a crash can lose of it."""
SECONDS_BEFORE_TEXTS: Final = 0.5
"""How long the first comparison may take before the texts are shown without it."""
ALWAYS_POSSIBLE: Final = frozenset({"leave"})
"""Actions that need no comparison."""


class ReaderScreen(Reader):
    """Puts the parts of the reader together: which widgets there are, which controller a message is for."""

    PLACE: ClassVar[Place] = "reader"
    BINDINGS = bindings("reader")
    AUTO_FOCUS = ""
    """None until there is something to read: a view that is loading takes no keys and hands none on."""

    title_line = getters.query_one("#title", TitleLine)

    def __init__(
        self, opened: OpenedEvent | None, *, library: Library | None = None, paths: Sequence[Path] = ()
    ) -> None:
        """A reader on an opened event; without one on files, which it reads once it is on the
        screen."""
        super().__init__(opened)
        library = opened.library if opened else library
        assert library is not None, "a reader needs an event, or files and a library"
        self._paths = tuple(paths)
        self._said_at = ReadingState().place
        """Where the cursor was at the last message."""
        self._opening = Opening(self, library, paths)
        self._comparing = Comparing(self)
        self._views = ViewsController(self)
        self._card = CardController(self)
        self._strip = StripController(self, self._comparing)
        self._navigation = Navigation(self)
        self._search = SearchController(self)
        self._pins = PinsController(self)
        self.notes = NotesController(self, self._pins)
        self._verdicts = VerdictsController(self, self._pins, self._comparing)
        self._links = LinksController(self)
        self._translations = TranslationsController(self, self._comparing)
        self.keeping = Keeping(self, library, self.notes.changed)
        self.add_controllers(
            self._views,
            self._strip,
            self._navigation,
            self._search,
            self._pins,
            self.notes,
            self._verdicts,
            self._links,
            self._translations,
            OpinionsController(self, self._comparing),
            ComparisonOptions(self),
            DisplayOptions(self, self._comparing),
            ArticleTexts(self),
            ExportActions(self, self._comparing),
            Copying(self),
        )

    def compose(self) -> ComposeResult:
        """The grid with its outline, the card that lies over it, the lines below."""
        yield TitleLine(id="title")
        with TextAndOutline(id="text"):
            yield AlignedGrid(id="grid")
            yield BriefView(id="brief", wider=in_words(self.app, "reader.level"))
            yield OwnOrderView(id="own")
            yield MatrixView(id="matrix")
            yield Static(id="failed", markup=False, classes="-hidden")
            yield OutlineBar(id="outline")
            yield DetailCard(id="card")
            yield CompareStrip(id="strip")
        yield SearchLine()
        yield StatusLine(id="status")
        yield WholeFooter(id="keys")

    # -- what the controllers share --------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        """What is on the screen; None before the first comparison."""
        return self._comparing.shown

    @property
    def ready(self) -> bool:
        """Whether there is something to read yet."""
        return self.comparison is not None

    @property
    def text(self) -> TextView:
        """The view that is on the screen."""
        return self._views.text

    def show_comparison(self, comparison: Comparison, state: ReadingState) -> None:
        """Put a comparison on the screen, with the notes and what was read."""
        state = self._marked(state)
        self.grid.show(comparison, state)
        self.keeping.shown(state)
        self.outline.comparison = comparison
        self.outline.state = state
        self._views.show()
        self.show_place()

    def mark_notes(self) -> None:
        """Mark in the text where notes stand, what is pinned and what was read."""
        self.show_state(self._marked(self.state))

    def _marked(self, state: ReadingState) -> ReadingState:
        assert self.comparison is not None
        state = with_notes(state, self.opened.notes, self.comparison, self._pins.pinned)
        return replace(state, read=self.opened.read, changed=self.opened.changed)

    def show_place(self) -> None:
        """Refresh the title line and the line below the text."""
        if self.comparison is not None:
            self.title_line.where = title_of(self.opened, self.comparison)
            self.title_line.facts = facts_of(
                self.opened, self.comparison, self.state, agreed_only=self._comparing.agreed_only
            )
            self._show_status(self.comparison, self.state)

    def _show_status(self, comparison: Comparison, state: ReadingState) -> None:
        self.status.show(comparison, state, self.strip.where_among_all if self.strip.display else "")

    def show_message(self, message: str, seconds: float, *, trouble: bool = False) -> None:
        """Show a message on the line below the text: until its time is over, or the cursor moves on."""
        self._said_at = self.state.place
        self.status.show_message(message, seconds, trouble=trouble)

    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text."""
        self._views.go_to(article, offset, detail)

    def in_strip(self) -> tuple[ReadingState, Span] | None:
        """The version that is chosen in the strip: the state at its words, with these."""
        return self._strip.here()

    def compare_anew(self, done: str = "") -> None:
        """Compare with what was chosen and linked now; what is on the screen stays until that is done."""
        self._comparing.start(done)

    # -- opening -----------------------------------------------------------------------

    def on_mount(self) -> None:
        """The frame first; reading and comparing go on behind it."""
        self.card.display = self.strip.display = self.asking.display = False
        self.brief.display = self.own.display = self.matrix.display = False
        self.grid.loading = True
        self.keeping.start()
        self.set_interval(SECONDS_BETWEEN_KEEPING, self.keeping.keep_place_if_moved)
        self.set_interval(self.newsdiff.library.seconds_between_looks, self.keeping.look_for_changes)
        if self._opened is None:
            self.title_line.where = ", ".join(path.name for path in self._paths)
            self._opening.read_files()
        else:
            self.title_line.where = self._opened.title or "event"
            self._compare_first()

    @on(FilesRead)
    def _files_read(self, message: FilesRead) -> None:
        self._opened = message.opened
        self._opening.show_skipped(message.problems)
        self._compare_first()

    def _compare_first(self) -> None:
        self.compare_anew()
        self.status.busy = f"comparing {count(len(self.opened.chosen), 'article')} …"
        self.set_timer(SECONDS_BEFORE_TEXTS, self._opening.show_texts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until there is a comparison one can only leave; what else is typed waits for it."""
        if not self.ready and hasattr(self, f"action_{action}") and action not in ALWAYS_POSSIBLE:
            return None
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before there is something to read."""
        self._opening.hold(event)

    # -- a comparison is there -----------------------------------------------------------

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self.status.busy = ""
        old, before = self.comparison, self.state
        comparison = self._comparing.take(message.comparison)
        if old is None:
            self._opening.take_texts_away()
            state = self._opening.first_state(comparison)
        else:
            state = self._comparing.next_state(self.state, old, comparison)
        self.show_comparison(comparison, state)
        self.footer.refresh()
        self._translations.compared()
        self._strip.compared()
        if old is None:
            self._start_reading()
        elif said := " ".join(filter(None, (message.done, panes_moved(before, old, state, comparison)))):
            self.newsdiff.show_message(said)

    def _start_reading(self) -> None:
        self.focus_text()
        self.call_after_refresh(self._opening.done)  # no key moves in what has no room yet
        self.refresh_bindings()
        if self.opened.event is not None:
            self.newsdiff.keep_where(self.opened.event)

    @on(ComparingFailed)
    def _comparing_failed(self, message: ComparingFailed) -> None:
        """Without any comparison the reason takes the place of the text."""
        self._opening.take_texts_away()
        self.status.busy = ""
        if self.ready:
            self.newsdiff.show_error(message.trouble, title="The event cannot be compared")
            return
        self._opening.failed()
        self.refresh_bindings()
        self.grid.display = self.outline.display = False
        text = f"These articles cannot be compared.\n\n{sanitize(message.trouble)}\n\nq goes back."
        self.query_one("#failed", Static).update(Content(text))
        self.query_one("#failed").remove_class("-hidden")

    # -- messages, each for its controller ------------------------------------------------

    @on(StateChanged)
    def _state_changed(self, message: StateChanged) -> None:
        """Everything follows the cursor."""
        self.keeping.moved(message.state)
        if self.comparison is None:
            return
        self.keeping.look_for_changes()
        if message.state.place != self._said_at and not self.status.trouble:
            self.status.message = ""
        self._views.follow(message)
        self.outline.state = message.state
        if message.old.view != message.state.view:
            self.show_place()
        else:
            self._show_status(self.comparison, message.state)
        self._card.follow(message)

    @on(WindowChanged)
    def _window_changed(self) -> None:
        self._card.keep_off_the_cursor()

    @on(StateWanted)
    def _state_wanted(self, message: StateWanted) -> None:
        self.show_state(message.state)

    @on(DetailOpened)
    def _detail_opened(self, message: DetailOpened) -> None:
        self._card.open(message.detail)

    @on(NoteRequested)
    def _note_requested(self, message: NoteRequested) -> None:
        self.notes.edit(message.note)

    @on(PlaceRequested)
    def _place_requested(self, message: PlaceRequested) -> None:
        if self.ready:
            self.go_to(message.article, message.offset, message.detail)

    @on(PassageOpened)
    def _passage_opened(self, message: PassageOpened) -> None:
        """From the brief to the words in their article."""
        if self.ready:
            self.go_to(message.passage.article, message.passage.start)

    @on(RowRequested)
    def _row_requested(self, message: RowRequested) -> None:
        if self.comparison is not None:
            self.show_state(to_row(self.state, self.comparison, message.row))

    @on(CrossingFollowed)
    def _crossing_followed(self, message: CrossingFollowed) -> None:
        self._navigation.crossing_followed(message)

    @on(CompareStrip.TextRequested)
    def _text_requested(self, message: CompareStrip.TextRequested) -> None:
        self._strip.go_to_text(message)

    @on(CompareStrip.Stepped)
    def _stepped(self) -> None:
        self._strip.stepped()

    @on(Input.Changed, "#asking")
    def _typed(self, event: Input.Changed) -> None:
        self._search.typed(event.value)

    @on(Input.Submitted, "#asking")
    def _entered(self, event: Input.Submitted) -> None:
        self._search.entered(event.value)

    # -- the whole screen ------------------------------------------------------------------

    def idle_actions(self) -> frozenset[str]:
        """The actions that have nothing to do now."""
        if not self.ready:
            return frozenset()
        return self._views.idle_actions() | self._translations.idle_actions()

    def action_undo(self) -> None:
        """Take back the last verdict, link, unlink, choice or change of text."""
        if undone := self.undo_last():
            self._comparing.return_to = undone.place
            self.compare_anew(f"Taken back: {undone.name}.")

    def action_close(self) -> None:
        """Close one thing: the line, a link or join in the making, pins, the card, the strip, a search."""
        close = (
            self._search.close,
            self._links.close,
            self._verdicts.close,
            self._pins.close,
            self._card.close,
            self._strip.close,
            self._strip.let_go_of_level,
        )
        if not any(close_one() for close_one in close):
            self._search.forget()

    def action_leave(self) -> None:
        """Back to the library."""
        self.newsdiff.leave_reader()

    def on_unmount(self) -> None:
        """Keep the place, however the reader is left; the notes on the event were seen."""
        self.keeping.keep_place()
        self.keeping.see_notes()
