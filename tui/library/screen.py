"""The library screen: events and saved comparisons, the sources of the one under the cursor, what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from newsdiff.library import (
    Library,
    LibraryError,
    Overview,
    SavedComparison,
    Session,
    StoredEvent,
    View,
    ensure_sample,
)
from newsdiff.library.records import SortOrder
from newsdiff.sanitize import one_line
from tui.keys.key import Place
from tui.keys.keymap import bindings, in_words
from tui.library.adding import Adding
from tui.library.background_compare import BackgroundCompare, Compared
from tui.library.controller import Events
from tui.library.editing import Editing
from tui.library.event_pages import EventPages
from tui.library.feed_updates import FeedUpdates
from tui.library.grouping_actions import GroupingActions
from tui.library.lists import EventList, SourceList
from tui.library.other_screens import OtherScreens
from tui.library.tour import Tour
from tui.logs import LOGGER
from tui.open_event import Choice, OpenedEvent, leaving_out
from tui.opening import ALONE, read_alone
from tui.parts.fields import Filter
from tui.parts.plain_list import FAINT
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.wording import count

if TYPE_CHECKING:
    from tui.bringing import Run

WELCOMED_FACT: Final = "welcomed"
HEIGHT_FOR_THE_TOUR: Final = 34
"""Lines from which the long tour leaves room for the lists."""
PAGE: Final = 100
"""Events that are read at a time: more follow when the cursor comes near the end of the list."""
NEAR_THE_END: Final = 20
ORDERS: Final[dict[SortOrder, str]] = {
    "changed": "last changed first",
    "date": "newest articles first",
    "outlets": "most outlets first",
    "differences": "most differences first",
}
EMPTY: Final = (
    "Nothing here yet.\n\n"
    "{add} adds articles: files, a folder, addresses of pages or feeds. They are grouped into events here.\n"
    "{feeds} keeps feeds to ask for what is new.\n\n"
    "From a shell, newsdiff open FOLDER reads a folder on one event side by side; it is kept here as soon as "
    "you write a note or save."
)
MOST_LINES: Final = 3
"""Lines of the panel under the list."""
NOT_FOUND: Final = "No event matches. {close} shows all of them again."


class LibraryScreen(Events):
    """Choose what to read."""

    PLACE: ClassVar[Place] = "library"
    BINDINGS = bindings("library")
    AUTO_FOCUS = "#events"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]  # noqa: RUF012

    title_line = getters.query_one(TitleLine)

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._events: dict[str, StoredEvent] = {}
        self._saved: dict[str, list[SavedComparison]] = {}
        self._overviews: dict[tuple[str, Choice], Overview] = {}
        self._revision = library.revision()
        self._order: SortOrder = "changed"
        self._open_when_read = False
        """Whether enter was pressed before the events were there."""
        self._pages: EventPages | None = None
        """Where further events come from; None while events are being read."""
        self._total = 0
        """Events of the whole library."""
        self._adding = Adding(self)
        self._background = BackgroundCompare(self)
        self.add_controllers(
            self._adding,
            FeedUpdates(self, library),
            Editing(self),
            GroupingActions(self),
            OtherScreens(self),
        )

    def compose(self) -> ComposeResult:
        """Events left, sources right, what differs below."""
        yield TitleLine()
        yield Tour(id="welcome", classes="-hidden", markup=False)
        with Horizontal(id="lists"):
            yield EventList(id="events")
            yield Static(id="empty", markup=False, classes="-hidden")
            with Vertical(id="right"):
                yield SourceList(id="sources")
        yield Static(id="differs", markup=False)
        yield Filter("filter: words of titles and texts, outlet, country:ie, region:europe, language:fr")
        yield WholeFooter()

    # -- loading -----------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the frame first; the events follow."""
        self.title_line.where = "library"
        self.query_one("#differs", Static).border_title = "Worth a look"
        self.title_line.facts = "reading the library …"
        self.set_interval(self.library.seconds_between_looks, self.look_for_changes)
        self.call_after_refresh(self.load)

    def on_screen_resume(self) -> None:
        """Back from the reader: notes and saved comparisons may have been added."""
        self.newsdiff.keep_where("")
        if self.events_list.filled:
            self.load()

    def on_resize(self, event: events.Resize) -> None:
        """The tour is as long as the screen allows."""
        self.query_one(Tour).show(high=event.size.height >= HEIGHT_FOR_THE_TOUR)

    def load(self, *, from_the_top: bool = False) -> None:
        """Read the events anew: as many as are listed, or the first of them."""
        self._pages = None
        self._load(PAGE if from_the_top else max(PAGE, len(self._events)))

    @work(thread=True, exclusive=True, group="load")
    def _load(self, wanted: int) -> None:
        """Read the events; at the very first launch put the sample there before."""
        try:
            self._ensure_sample()
            words = self.filter_line.value.strip()
            saved: dict[str, list[SavedComparison]] = {}
            for one in self.library.saved.all():
                saved.setdefault(one.event, []).append(one)
            pages = EventPages(self.library, self._order, words, saved)
            events = pages.more(wanted)
            total = self.library.events.count()
        except LibraryError as error:
            self.app.call_from_thread(self.newsdiff.show_error, error)
            return
        if not get_current_worker().is_cancelled:
            self.call_later(self._show_events, pages, events, saved, total)

    @work(thread=True, exclusive=True, group="load")
    def _load_more(self, pages: EventPages) -> None:
        try:
            events = pages.more(PAGE)
        except LibraryError as error:
            self.app.call_from_thread(self.newsdiff.show_error, error)
            return
        if not get_current_worker().is_cancelled:
            self.call_later(self._show_more_events, pages, events)

    def _ensure_sample(self) -> None:
        """Add the sample; in a library that may only be read, say, the other events are still there."""
        try:
            ensure_sample(self.library)
        except Exception:
            LOGGER.exception("the sample event could not be added")

    def _show_events(
        self,
        pages: EventPages,
        events: tuple[StoredEvent, ...],
        saved: dict[str, list[SavedComparison]],
        total: int,
    ) -> None:
        """Fill the list anew. `total`: how many events the whole library has."""
        self._pages = pages
        self._events = {event.id: event for event in events}
        self._saved = saved
        first = not self.events_list.filled
        self.events_list.show(events, saved, on_top=pages.on_top)
        if first and (last := self.library.reading.session()):
            self.events_list.move_to(last.saved, last.event)
        self._adding.go_to_new(list(self._events))
        filtered = bool(self.filter_line.value.strip())
        self._say_what_to_do(nothing_found=filtered)
        self._total = total
        self._show_count(pages)
        welcomed = bool(self.library.fact(WELCOMED_FACT))
        self.query_one(Tour).set_class(welcomed or not self._events, "-hidden")
        self._show_current()
        if self._open_when_read:
            self._open_when_read = False
            self.action_open()

    def _show_more_events(self, pages: EventPages, events: tuple[StoredEvent, ...]) -> None:
        self._pages = pages
        self._events |= {event.id: event for event in events}
        self.events_list.add(events, self._saved)
        self._show_count(pages)

    def _show_count(self, pages: EventPages) -> None:
        filtered = bool(self.filter_line.value.strip())
        saved = sum(len(self._saved.get(event, ())) for event in self._events)
        shown = len(self._events) if filtered else self._total
        more = "" if pages.ended or not filtered else "+"
        self.title_line.facts = f"{count(shown, 'event')}{more} · {saved} saved"

    def _say_what_to_do(self, *, nothing_found: bool) -> None:
        """In place of the lists where they are empty."""
        names = ("add", "feeds", "close")
        keys = {name: in_words(self.app, f"library.{name}") for name in names}
        empty = self.query_one("#empty", Static)
        empty.update(Content((NOT_FOUND if nothing_found else EMPTY).format(**keys)))
        empty.set_class(bool(self._events), "-hidden")
        for name in ("#events", "#right"):
            self.query_one(name).set_class(not self._events, "-hidden")

    def look_for_changes(self) -> None:
        """Another window may have added events or notes."""
        if not self.is_current:
            return
        try:
            changes = self.library.changes_since(self._revision)
        except LibraryError as error:
            self.newsdiff.library_fails(error)
            return
        self.newsdiff.library_answers()
        self._revision = changes.revision
        if changes.by_others:
            self.load()

    # -- the event under the cursor --------------------------------------------------

    @on(OptionList.OptionHighlighted, "#events")
    def _event_highlighted(self) -> None:
        self._show_current()
        pages, place = self._pages, self.events_list.highlighted or 0
        if pages and not pages.ended and place >= self.events_list.option_count - NEAR_THE_END:
            self._pages = None
            self._load_more(pages)

    def choice_of_current(self) -> Choice:
        """What of the current event is compared: as the saved comparison says, or as it was left."""
        item = self.events_list.current
        if item is None:
            return Choice()
        if isinstance(item, SavedComparison):
            view: View | None = item.view
        else:
            session = self.library.reading.session(item.id)
            view = session.view if session else None
        return Choice(frozenset(view.sources), view.base, view.level) if view else Choice()

    def _show_current(self) -> None:
        event = self.events_list.current_event
        if event is None or event not in self._events:
            self.sources_list.show((), Choice(), None)
            self.query_one("#differs", Static).update("")
            return
        choice = self.choice_of_current()
        overview = self._overviews.get((event, choice))
        if overview is None and choice == Choice():
            overview = self._events[event].overview
        changed = self.library.reading.changed_since(event)
        self.sources_list.show(self.library.events.sources(event), choice, overview, changed)
        self._show_overview(overview)
        if len(self._events[event].outlets) < 2:
            self.query_one("#differs", Static).update(Content.styled(ALONE, FAINT))
        elif overview is None:
            self._background.soon(event, choice)
        else:
            self._background.ahead()

    @on(Compared)
    def _show_compared(self, message: Compared) -> None:
        if message.overview is None:
            if message.event == self.events_list.current_event:
                self.query_one("#differs", Static).update(
                    Content.styled(f"This event cannot be compared: {one_line(message.trouble)}", "$error")
                )
            self._background.ahead()
            return
        self._overviews[message.event, message.choice] = message.overview
        if message.choice == Choice() and message.event in self._events:
            self._events[message.event] = replace(self._events[message.event], overview=message.overview)
            self.events_list.update_event(self._events[message.event])
        if message.event == self.events_list.current_event and message.choice == self.choice_of_current():
            self._show_current()
        else:
            self._background.ahead()

    def _show_overview(self, overview: Overview | None) -> None:
        panel = self.query_one("#differs", Static)
        if overview is None:
            panel.update(Content.styled("comparing …", FAINT))
        else:
            takes = [Content(f"Takes: {one_line(' · '.join(overview.takes))}")] if overview.takes else []
            shown = overview.lines[: MOST_LINES - len(takes)]
            lines = [Content(one_line(line)).stylize("bold $warning", 0, 1) for line in shown]
            nothing = [Content.styled("No differences to look at.", FAINT)]
            panel.update(Content("\n").join([*(lines or nothing), *takes]))
        found = overview.differences if overview else 0
        panel.border_title = f"Worth a look · {found}" if found else "Worth a look"

    def show_reasons(self, lines: list[str]) -> None:
        """Show why the articles of an event are together, in the place of what differs."""
        panel = self.query_one("#differs", Static)
        panel.update(Content("\n".join(lines)))
        panel.border_title = "Why together: names and rare words in common"

    def arrived(self, run: Run) -> None:
        """Show what came in."""
        self._adding.arrived(run)

    # -- actions ---------------------------------------------------------------------

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if undone := self.undo_last():
            self.newsdiff.show_message(f"“{undone.name}” is back.")
            self.load()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Read the event or saved comparison under the cursor."""
        item = self.events_list.current
        if item is None:
            self._open_when_read = not self.events_list.filled
            return
        try:
            if isinstance(item, StoredEvent) and len(item.outlets) == 1:
                read_alone(self, item)
                return
            if isinstance(item, SavedComparison):
                opened = OpenedEvent.from_saved(self.library, self.library.saved.get(item.id))
            else:
                opened = OpenedEvent.from_library(self.library, item.id)
                opened.saved = None
            self.library.keep_fact(WELCOMED_FACT, "yes")
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return
        self.newsdiff.open_event(opened)

    def action_toggle_source(self) -> None:
        """Leave a source out, or take it in again."""
        source, event = self.sources_list.current, self.events_list.current_event
        if not self.sources_list.has_focus or source is None or event is None:
            self.action_focus_list("sources")
            return
        if isinstance(self.events_list.current, SavedComparison):
            key = in_words(self.app, "reader.sources")
            self.newsdiff.show_message(
                f"A saved comparison keeps its sources. Open it and press {key} to choose others."
            )
            return
        everything = [one.id for one in self.library.events.sources(event)]
        choice = leaving_out(self.choice_of_current(), source.id, everything)
        if choice is None:
            self.newsdiff.show_message("A comparison needs at least two sources.")
            return
        view = View(tuple(sorted(choice.sources)), choice.base, choice.level)
        self.library.reading.leave(Session(event, view))
        self._show_current()

    def action_focus_list(self, which: str) -> None:
        """Move between the two lists."""
        target = self.sources_list if which == "sources" else self.events_list
        target.focus()
        if target.highlighted is None:
            target.action_first()

    def action_cursor(self, lines: int) -> None:
        """Lines up or down in the focused list."""
        (self.sources_list if self.sources_list.has_focus else self.events_list).move(lines)

    def action_welcome(self) -> None:
        """Show the welcome, or hide it for good."""
        tour = self.query_one(Tour)
        tour.toggle_class("-hidden")
        self.library.keep_fact(WELCOMED_FACT, "yes" if tour.has_class("-hidden") else "")

    # -- filter ----------------------------------------------------------------------

    def action_filter(self) -> None:
        """Open the filter."""
        self.filter_line.open()

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self.load(from_the_top=True)

    def action_sort(self) -> None:
        """The next order of the events."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.events_list.border_title = f"Events · {ORDERS[self._order]}"
        self.load(from_the_top=True)

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.events_list.focus()

    def action_close(self) -> None:
        """Close the filter and show everything again."""
        if self.filter_line.close():
            self.events_list.focus()
