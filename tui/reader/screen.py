"""The reader: several outlets' articles on one event, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from newsdiff.library import Library, LibraryError, Note
from newsdiff.sanitize import one_line, sanitize
from tui.keys.keymap import Place, bindings
from tui.logs import LOGGER
from tui.open_event import OpenedEvent
from tui.parts.fields import Line
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.reader.base import ReaderBase
from tui.reader.choices import Choices
from tui.reader.handing_on import HandingOn
from tui.reader.links import Links
from tui.reader.meanwhile import TextsMeanwhile
from tui.reader.notes import Notes
from tui.reader.places import state_at
from tui.reader.search import Search
from tui.reader.status_line import StatusLine
from tui.reader.strip import StripActions
from tui.reader.translations import Translations
from tui.reader.verdicts import Verdicts
from tui.reader.views import Views
from tui.wording import count
from widgets import AlignedGrid, BriefView, CompareStrip, DetailCard, MatrixView, OutlineBar, OwnOrderView
from widgets.reading.messages import StateChanged
from widgets.reading.reading_moves import settle

SECONDS_BETWEEN_KEEPING: Final = 5.0
"""How often the place is kept while it changes: what a crash can lose of it."""
MOST_TYPED_AHEAD: Final = 64
"""Keys that are kept while the first comparison is made."""
SECONDS_BEFORE_TEXTS: Final = 0.5
"""How long the first comparison may take before the texts are shown without it."""
"""How often another window's changes are looked for, besides at every movement."""


class ReaderScreen(StripActions, Views, Notes, Verdicts, Search, Links, Choices, HandingOn, Translations):
    """Read, note, link, save. Everything that is written is in the library at once."""

    PLACE: ClassVar[Place] = "reader"
    BINDINGS = bindings("reader")
    AUTO_FOCUS = ""
    """None until there is something to read: a view that is loading takes no keys and hands none on."""

    @dataclass
    class Opened(Message):
        """The articles were read from files."""

        opened: OpenedEvent
        problems: tuple[str, ...]

    def __init__(self, opened: OpenedEvent | None, paths: Sequence[Path] = ()) -> None:
        super().__init__(opened)
        self._paths = tuple(paths)
        self._library: Library | None = opened.library if opened else None
        self._revision = 0
        self._place_moved = False
        self._waiting = True
        """Whether the first comparison is still to come."""
        self._typed_ahead: list[events.Key] = []

    @classmethod
    def on_files(cls, library: Library, paths: Sequence[Path]) -> ReaderScreen:
        """A reader on files, which it reads once it is on the screen."""
        screen = cls(None, paths)
        screen._library = library
        return screen

    def compose(self) -> ComposeResult:
        """The grid with its outline, the card that lies over it, the lines below."""
        yield TitleLine()
        with Horizontal(id="text"):
            yield AlignedGrid(id="grid")
            yield BriefView(id="brief")
            yield OwnOrderView(id="own")
            yield MatrixView(id="matrix")
            yield Static(id="failed", markup=False, classes="-hidden")
            yield OutlineBar(id="outline")
            yield DetailCard(id="card")
            yield CompareStrip(id="strip")
        yield Line(id="asking", compact=True)
        yield StatusLine()
        yield WholeFooter(show_command_palette=False)

    # -- opening -----------------------------------------------------------------------

    def on_mount(self) -> None:
        """The frame first; reading and comparing go on behind it."""
        self.card.display = self.strip.display = False
        self.asking.display = False
        self.brief.display = self.own.display = self.matrix.display = False
        self.grid.loading = True
        assert self._library is not None
        self._revision = self._library.revision()
        self.set_interval(SECONDS_BETWEEN_KEEPING, self._keep_place_if_moved)
        self.set_interval(self._library.seconds_between_looks, self.look_for_changes)
        if self._opened is None:
            self.title_line.where = ", ".join(path.name for path in self._paths)
            self.read_files()
        else:
            self.title_line.where = self._opened.title or "event"
            self._compare_first()

    # -- what is typed before there is something to read ---------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the first comparison is there one can only leave; what else is typed waits for it."""
        if self._waiting and hasattr(self, f"action_{action}") and action != "leave":
            return None
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed ahead."""
        if self._waiting and len(self._typed_ahead) < MOST_TYPED_AHEAD:
            event.stop()
            # An event goes up to its sender and no further: keys are looked up by the app.
            self._typed_ahead.append(events.Key(event.key, event.character).set_sender(self.app))

    def _stop_waiting(self) -> None:
        """Type what was typed ahead."""
        self._waiting = False
        self.refresh_bindings()
        held, self._typed_ahead = self._typed_ahead, []
        for key in held:
            self.app.post_message(key)

    @work(thread=True)
    def read_files(self) -> None:
        """Read the articles named on the command line."""
        from newsdiff.readers import read_event

        assert self._library is not None
        try:
            reading = read_event(self._paths)
            reading = replace(reading, title=reading.title or folder_name(self._paths))
            opened = OpenedEvent.from_files(self._library, reading)
        except (LibraryError, OSError, ValueError) as error:
            self.post_message(self.Failed(str(error)))
            return
        except Exception as error:
            LOGGER.exception("the files could not be read")
            self.post_message(self.Failed(f"{type(error).__name__}: {error}"))
            return
        self.post_message(self.Opened(opened, reading.problems))

    @on(Opened)
    def _files_read(self, message: Opened) -> None:
        self._opened = message.opened
        if message.problems:
            for problem in message.problems:
                LOGGER.warning("skipped: %s", one_line(problem))
            self.newsdiff.show_message(skipped(message.problems))
        self._compare_first()

    def _compare_first(self) -> None:
        self.compare_anew()
        self.status.busy = f"comparing {count(len(self.opened.chosen), 'article')} …"
        self.set_timer(SECONDS_BEFORE_TEXTS, self._show_texts)

    def _show_texts(self) -> None:
        """The comparison takes its time: the texts can be read meanwhile."""
        if not self._waiting or not self.is_mounted:
            return
        self.grid.loading = False
        self.grid.display = False
        texts = TextsMeanwhile(self.opened.chosen, self.query_one("#text").size.width)
        self.query_one("#text").mount(texts, before=self.grid)

    def _take_texts_away(self) -> None:
        for texts in self.query(TextsMeanwhile):
            texts.display = False
            texts.remove()
            self.grid.display = True

    @on(ReaderBase.Compared)
    def _first_comparison(self, message: ReaderBase.Compared) -> None:
        """The first comparison opens where the reader was; later ones are for the base class."""
        if self.comparison is not None:
            return
        message.prevent_default()
        self._take_texts_away()
        self.grid.loading = False
        self.status.busy = ""
        comparison = self.as_shown(message.comparison)
        state = state_at(self.opened.place, self.opened.options, comparison)
        settings = self.newsdiff.settings
        if settings is not None and settings.fold and "fold" not in self.opened.options:
            state = settle(replace(state, fold_all=True), comparison)
        self.show_comparison(comparison, self.marked(state))
        self.compared()
        self.set_focus(self.text, scroll_visible=False)
        self._stop_waiting()
        if self.opened.event is not None:
            self.newsdiff.keep_where(self.opened.event)

    @on(ReaderBase.Failed)
    def _nothing_to_show(self, message: ReaderBase.Failed) -> None:
        """Without any comparison the reason takes the place of the text."""
        self._take_texts_away()
        self.grid.loading = False
        if self.comparison is None:
            message.prevent_default()
            self._typed_ahead.clear()
            self._stop_waiting()
            self.status.busy = ""
            self.grid.display = self.outline.display = False
            text = f"These articles cannot be compared.\n\n{sanitize(message.trouble)}\n\nq goes back."
            self.query_one("#failed", Static).update(Content(text))
            self.query_one("#failed").remove_class("-hidden")

    # -- staying in step ------------------------------------------------------------------

    @on(StateChanged)
    def _moved(self, message: StateChanged) -> None:
        self.last_state = message.state
        self._place_moved = True
        self.outline.window = self.text.window()
        self.look_for_changes()

    def _keep_place_if_moved(self) -> None:
        if self._place_moved:
            self._place_moved = False
            self.keep_place()

    def look_for_changes(self) -> None:
        """Another window may have written notes or linked paragraphs."""
        if self._library is None or self._opened is None or not self.ready:
            return
        try:
            changes = self._library.changes_since(self._revision)
            self._revision = changes.revision
            self.newsdiff.library_answers()
            if not changes.by_others:
                return
            before, known = self._what_is_compared(), set(self.opened.notes)
            self.notes_changed()
        except LibraryError as error:
            self.newsdiff.library_fails(error)
            return
        self._announce(note for note in self.opened.notes if note not in known)
        if before != self._what_is_compared():
            self.compare_anew()

    def _announce(self, notes: Iterable[Note]) -> None:
        """Name who else has written on this event just now."""
        me = self.newsdiff.library.me
        names = dict.fromkeys(one.author for one in notes if one.author and one.author != me)
        if names:
            self.newsdiff.show_message(f"A note by {', '.join(filter(None, names))}.")

    def _what_is_compared(self) -> tuple[object, ...]:
        return self.opened.links, self.opened.articles, self.opened.verdicts

    # -- leaving -----------------------------------------------------------------------------

    def action_close(self) -> None:
        """Close one thing: the line, a link in the making, the card, the strip, what is searched for."""
        if self.close_asking() or self.close_linking() or self.close_joining() or self.close_pins():
            return
        if self.close_card() or self.close_strip() or self.let_go_of_level():
            return
        if self.ready and self.state.search:
            self.show_state(replace(self.state, search=""))

    def action_leave(self) -> None:
        """Back to the library."""
        self.newsdiff.leave_reader()

    def on_unmount(self) -> None:
        """Keep the place, however the reader is left; the notes on the event were seen."""
        self.keep_place()
        if self._opened is not None and self._opened.event is not None:
            try:
                self.newsdiff.library.notes.see(self._opened.event)
            except LibraryError as error:
                LOGGER.warning("notes could not be marked as seen: %s", error)


def folder_name(paths: Sequence[Path]) -> str | None:
    """What an event without a title is called: like its folder; None where it is no single folder."""
    return paths[0].resolve().name or None if len(paths) == 1 and paths[0].is_dir() else None


def skipped(problems: Sequence[str]) -> str:
    """``Skipped 3 files: notes.pdf: no text; …``: one line, however many there are."""
    return f"Skipped {count(len(problems), 'file')}: {'; '.join(map(one_line, problems))}"
