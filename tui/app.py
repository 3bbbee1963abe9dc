"""The application: the library it works on, its themes, and what happens when something breaks."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import WorkerFailed

from newsdiff.library import Library, LibraryError, open_library, unsaved
from newsdiff.sanitize import one_line
from newsdiff.settings import read_settings
from newsdiff.settings.model import Settings
from tui.keys.at_rest import collect_at_rest
from tui.keys.commands import KeyCommands
from tui.keys.in_order import KeysInOrder
from tui.keys.keymap import bindings, in_words
from tui.leaving import being_written, heed_signals, keep_what_is_written, leave_at_once
from tui.logs import LOGGER, log_file, start_logging
from tui.themes import DEFAULT, THEMES, default_theme

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.notifications import SeverityLevel

    from newsdiff.library.opinions_at_hand import OpinionsAtHand
    from newsdiff.library.second_opinions import SecondOpinions
    from newsdiff.library.translating import Translating
    from tui.bringing import Run
    from tui.open_event import OpenedEvent
    from tui.served import Uploaded

THEME_FACT = "theme"
WHERE_FACT = "read at the end"
"""Id of the event that was read when newsdiff was left; empty when it was left in the library."""
PROBLEMS_SHOWN = 3
"""How many problems of the settings the screen shows; stderr and the log have all."""


SECONDS_OF_A_MESSAGE = 4.0
SECONDS_OF_AN_ERROR = 8.0
MESSAGES_KEPT = 50


@runtime_checkable
class HasMessageLine(Protocol):
    """A screen that shows messages on a line of its own."""

    def show_message(self, message: str, seconds: float, *, trouble: bool = False) -> None:
        """Show a message for so many seconds."""


@runtime_checkable
class TakesArrivals(Protocol):
    """A screen that shows what comes in."""

    def arrived(self, run: Run) -> None:
        """A run is over."""


class NewsdiffApp(App[None]):
    """Read several outlets' articles on one event side by side."""

    TITLE = "newsdiff"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS = bindings("everywhere")
    COMMANDS = {KeyCommands}  # noqa: RUF012 - Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (5, "-has-room")]  # noqa: RUF012
    PAUSE_GC_ON_SCROLL = True

    def __init__(
        self,
        library: Library,
        *,
        paths: Sequence[Path] = (),
        theme: str | None = None,
        settings: Settings | None = None,
        default_theme: str = DEFAULT,
        served: bool = False,
    ) -> None:
        """`default_theme` holds where neither `theme`, the settings nor the library names one.

        `served`: for a visitor of ``newsdiff serve``, who gets no files of this computer, no private
        addresses, and exports as downloads.
        """
        # Without colours the terminal's own two are all there is: a grey made of RGB may not be shown at all.
        plain = True if os.environ.get("NO_COLOR") is not None else None
        driver: type[Driver] | None = None
        if served:
            from tui.served import ServedDriver

            driver = ServedDriver
        super().__init__(driver_class=driver, ansi_color=plain)
        self.served = served
        self.keys = KeysInOrder(self, super().on_event)
        self._asked_to_quit: tuple[str, ...] = ()
        """The texts that are not saved, when leaving was asked about last."""
        self.library = library
        self.settings = settings
        self.remapped: Mapping[str, str] = {}
        self.log_file = log_file()
        self.said: deque[tuple[str, str]] = deque(maxlen=MESSAGES_KEPT)
        """Title and words of the last messages."""
        self._said_until = 0.0
        self._is_away = False
        """Whether the library did not answer when it was asked last."""
        self.job: Run | None = None
        """What is on its way into the library, or came in last."""
        self._paths = tuple(paths)
        self._left_in = library.fact(WHERE_FACT)
        for own in THEMES:
            self.register_theme(own)
        wished = (theme, settings.theme if settings else None, library.fact(THEME_FACT))
        self._begin_with(next((one for one in wished if one in self.available_themes), None) or default_theme)
        if settings and settings.keys:
            from tui.keys.remapping import remapped

            self.remapped, _ = remapped(settings)
            self.set_keymap(dict(self.remapped))

    def _begin_with(self, theme: str) -> None:
        """The theme of the first paint. Set as usual it would have every style parsed twice."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)
        dark = self.current_theme.dark
        self.update_classes(
            {f"-theme-{theme}": True, "-dark-mode": dark, "-light-mode": not dark}, update=False
        )

    @cached_property
    def translating(self) -> Translating | None:
        """The translate command of the settings; its translations are kept in the library."""
        translate = self.settings.translate if self.settings else None
        if translate is None:
            return None
        from newsdiff.library.translating import Translating
        from newsdiff.translation.pieces import translator

        program = translator(translate.arguments, translate.name, translate.seconds)
        return Translating(program, self.library.translations)

    @cached_property
    def second_opinions(self) -> SecondOpinions | None:
        """The program that is asked for a second opinion; its answers are kept in the library."""
        asked = self.settings.second_opinion if self.settings else None
        if asked is None:
            return None
        from newsdiff.library.second_opinions import second_opinions
        from newsdiff.opinion.template import TemplateError

        try:
            return second_opinions(asked, self.library.opinions)
        except TemplateError as error:
            self.show_error(error, title="Second opinion")
            return None

    @cached_property
    def opinions_at_hand(self) -> OpinionsAtHand | None:
        """The second opinions that the library holds, of all programs."""
        from newsdiff.library.second_opinions import opinions_at_hand
        from newsdiff.opinion.template import TemplateError

        try:
            named = self.settings.second_opinion if self.settings else None
            return opinions_at_hand(named, self.library.opinions)
        except TemplateError:  # said when somebody is to be asked
            return None

    # -- screens -----------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The library, or with files on the command line straight the reader."""
        if self._paths:
            from tui.reader.screen import ReaderScreen

            return ReaderScreen(None, library=self.library, paths=self._paths)
        from tui.library.screen import LibraryScreen

        return LibraryScreen(self.library)

    def on_load(self) -> None:
        """Signals end it in good order from the first moment."""
        heed_signals(self, self.library.path.parent)

    def on_mount(self) -> None:
        """Remember a theme when it is chosen, not while the application starts."""
        heed_signals(self, self.library.path.parent)  # once more: the driver of browsers sets its own
        self._collect_whenever = collect_at_rest(self, self.keys)
        self.watch(self, "theme", self._remember_theme, init=False)
        self._go_where_left()
        self.screen.call_later(self._say_what_is_wrong)  # on a screen that is filled by then

    def _say_what_is_wrong(self) -> None:
        for problem in _problems_of(self.settings)[:PROBLEMS_SHOWN]:
            self.show_error(problem, title="Settings")
        if self.library.remark:
            self.show_error(self.library.remark, title="Library")
        self._offer_unsaved()

    def _go_where_left(self) -> None:
        """Into the reader, when newsdiff was left there; else the library opens on the last event."""
        event = self._left_in
        if not event or self._paths or (self.settings and self.settings.start == "library"):
            return
        from tui.open_event import OpenedEvent

        try:
            self.open_event(OpenedEvent.from_library(self.library, event))
        except LibraryError:  # deleted meanwhile
            self.keep_where("")

    def keep_where(self, event: str) -> None:
        """Remember that an event is being read; an empty id says that the library is looked at."""
        try:
            if (self.library.fact(WHERE_FACT) or "") != event:
                self.library.keep_fact(WHERE_FACT, event)
        except LibraryError as error:
            LOGGER.warning("the open screen could not be saved for the next start: %s", error)

    def _remember_theme(self, theme: str) -> None:
        try:
            self.library.keep_fact(THEME_FACT, theme)
        except LibraryError as error:
            self.show_error(error)

    def leave_reader(self) -> None:
        """Back from the reader to the library."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self._paths:
            self.keep_where("")
            self.exit()

    def open_event(self, opened: OpenedEvent) -> None:
        """Show an opened event in the reader."""
        from tui.reader.screen import ReaderScreen

        self.push_screen(ReaderScreen(opened))

    # -- articles that come in -----------------------------------------------------

    def start_job(self, run: Run) -> None:
        """Start a run and show its progress."""

        def work() -> None:
            run.go()
            if self.is_running:
                self.call_from_thread(self._brought, run)

        self.job = run
        self.run_worker(work, thread=True, group="bringing", exit_on_error=False)
        self.show_job(run)

    def show_job(self, run: Run) -> None:
        """Show the progress of a run, or its result."""
        from tui.dialogs.run import RunDialog

        self.push_screen(RunDialog(run))

    def _brought(self, run: Run) -> None:
        from tui.dialogs.run import RunDialog

        for screen in self.screen_stack:
            if isinstance(screen, TakesArrivals):
                screen.arrived(run)
        if not any(isinstance(screen, RunDialog) for screen in self.screen_stack):
            key = in_words(self, "library.arrivals")
            self.show_message(
                f"{run.trouble or run.counts}. In the library {key} shows all.", title=run.title
            )

    def on_unmount(self) -> None:
        """Stop the running import."""
        self._collect_whenever()
        if self.job is not None:
            self.job.stop()

    # -- actions -----------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Keys are handled one after the other."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.keys.take(event)
        else:
            await super().on_event(event)

    def action_help(self) -> None:
        """All keys, with a search."""
        from tui.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers besides the keys of the table."""
        yield SystemCommand("Theme", "Choose a theme", self.action_change_theme)
        yield SystemCommand("Screenshot", "Save a picture of the screen (SVG)", self.deliver_screenshot)
        yield SystemCommand("Quit", "Leave newsdiff; everything is saved", self.action_quit)

    # -- messages ----------------------------------------------------------------

    def show_message(self, message: str, *, title: str = "") -> None:
        """A short message; never parsed as markup."""
        self._show(one_line(message), one_line(title), SECONDS_OF_A_MESSAGE, trouble=False)

    def show_error(self, error: object, *, title: str = "") -> None:
        """A message on something that did not work and what to do about it."""
        LOGGER.warning("%s", one_line(str(error)))
        self._show(one_line(str(error)), one_line(title), SECONDS_OF_AN_ERROR, trouble=True)

    def library_fails(self, error: LibraryError) -> None:
        """The library did not answer: say so once, until it does again."""
        LOGGER.warning("the library does not answer: %s", one_line(str(error)))
        if not self._is_away:
            self._is_away = True
            self.show_error(error)

    def library_answers(self) -> None:
        """It answers; say so where it did not before."""
        if self._is_away:
            self._is_away = False
            self.show_message("The library answers again.")

    async def run_action(self, *arguments: Any, **options: Any) -> bool:
        """An action that the library does not allow, or cannot be asked for now, changes nothing and ends
        nothing."""
        try:
            return await super().run_action(*arguments, **options)
        except LibraryError as error:
            self.show_error(error)
            return True

    def _show(self, message: str, title: str, seconds: float, *, trouble: bool) -> None:
        """On the screen's own line where it has one and is filled: nothing that is being read is covered.
        Else in a corner, where the same message does not stand twice."""
        now = monotonic()
        again = bool(self.said) and self.said[-1] == (title, message) and now < self._said_until
        self._said_until = now + seconds
        self.said.append((title, message))
        if isinstance(self.screen, HasMessageLine) and self.screen.is_mounted:
            self.screen.show_message(f"{title}: {message}" if title else message, seconds, trouble=trouble)
        elif not again:
            severity: SeverityLevel = "error" if trouble else "information"
            self.notify(message, title=title, severity=severity, timeout=seconds, markup=False)

    # -- leaving -----------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Leave; asks first when a note is being written."""
        texts = being_written(self)
        if texts and texts != self._asked_to_quit:
            self._asked_to_quit = texts
            key = in_words(self, "everywhere.quit")
            self.show_message(f"This note is not saved. ctrl+s saves it; {key} again leaves without it.")
            return
        self.exit()

    def on_abandoned(self) -> None:
        """The visitor has left."""
        leave_at_once(self, self.library.path.parent, 0)

    def on_uploaded(self, message: Uploaded) -> None:
        """Add what the visitor uploaded."""
        from tui.bringing import Wish, adding

        if self.job is not None and not self.job.finished:
            self.show_error("Articles are still coming in: upload these again when that is done.")
            return
        wish = Wish(tuple(str(file) for file in message.files))
        self.start_job(adding(self.library.path.parent, wish))

    def _offer_unsaved(self) -> None:
        """Open what was being written when newsdiff ended; the oldest first, the others after it."""
        found = unsaved.kept(self.library.path.parent)
        if found:
            from tui.notes.offering import offer

            offer(self, self.library, found, self.show_message)

    # -- when it breaks ------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        LOGGER.error("newsdiff broke", exc_info=cause)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Instead of a page of traceback: where the log lies, and where what was being written was kept."""
        kept = keep_what_is_written(self, self.library.path.parent)
        message = f"newsdiff stopped because of an internal error. The log: {self.log_file}\n"
        message += "Notes and saved comparisons are safe in the library."
        if kept:
            message += f" What you were just writing is kept, too, and offered at the next start: {kept[0]}"
        self.panic(Text(message))


def run(
    *,
    data_dir: Path | None,
    paths: Sequence[Path] = (),
    theme: str | None = None,
    config: Path | None = None,
    served: bool = False,
) -> int:
    """Run the application on the library in `data_dir`, or straight in the reader on `paths`.

    What cannot be followed in the settings (`config`, else the usual file) is reported and keeps its default.

    Returns the exit code: 0, 1 when the library cannot be used or the application broke, 2 for a theme
    that does not exist.
    """
    start_logging(log_file())
    try:
        library = open_library(data_dir)
    except LibraryError as error:
        print(f"newsdiff: {one_line(str(error))}", file=sys.stderr)
        return 1
    settings = read_settings(config)
    if served:
        from tui.served import errors_go_to

        errors_go_to(log_file())
    with library:
        app = NewsdiffApp(
            library,
            paths=paths,
            theme=theme,
            settings=settings,
            default_theme=default_theme(),
            served=served,
        )
        if theme is not None and theme not in app.available_themes:
            names = ", ".join(sorted(app.available_themes))
            print(f"newsdiff: no theme is called {one_line(theme)}; choose one of {names}", file=sys.stderr)
            return 2
        for problem in _problems_of(settings):  # on the terminal once the screen has gone
            print(f"newsdiff: {one_line(problem)}", file=sys.stderr)
        gc.freeze()  # what was imported stays: looking it through again costs a tenth of the start
        app.run(mouse=settings.mouse)
        return app.return_code or 0


def _problems_of(settings: Settings | None) -> tuple[str, ...]:
    if settings is None or settings == Settings(settings.file):
        return ()
    from tui.settings_shown import all_problems

    return all_problems(settings)
