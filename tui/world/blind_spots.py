"""The screen of blind spots: what is reported abroad and not at home, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from newsdiff.calendar.display import short_day
from newsdiff.library import Library, LibraryError
from newsdiff.outlets.countries import countries
from newsdiff.sanitize import one_line
from newsdiff.world.blind_spots import (
    LEAST_ARTICLES,
    LEAST_COUNTRIES,
    LEAST_OUTLETS,
    BlindSpot,
    BlindSpots,
    blind_spots,
)
from newsdiff.world.home import Home, NoSuchHomeError, home_of
from newsdiff.world.periods import PERIODS, WEEK
from tui.keys.key import Place
from tui.keys.keymap import bindings, in_words
from tui.newsdiff_screen import NewsdiffScreen
from tui.opening import open_stored_event
from tui.parts.plain_list import FAINT, PlainList
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.wording import count, dotted, some
from tui.world.choosing import choose_country, period_beside

COUNTRIES_NAMED: Final = 6
OUTLETS_NAMED: Final = 4
NO_HOME: Final = (
    "No home yet.\n\n"
    '{home} chooses a country. In the settings, home = "IE" keeps it: a country, or several countries and '
    "outlets.\n\n"
    "A blind spot is an event that outlets of at least {least} other countries report, in texts of their "
    "own, and none at home."
)


class BlindSpotsScreen(NewsdiffScreen[None]):
    """List the events that one side reports and the other does not."""

    PLACE: ClassVar[Place] = "blind-spots"
    BINDINGS = bindings("blind-spots")
    AUTO_FOCUS = "#spots"

    spots_list = getters.query_one("#spots", PlainList)
    title_line = getters.query_one(TitleLine)

    @dataclass
    class Judged(Message):
        """The two sides were compared."""

        home: Home
        found: BlindSpots
        titles: dict[str, str | None]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._chosen: tuple[str, ...] = ()
        """What is home for now; empty for what the settings say."""
        self._period = WEEK
        self._at_home = False
        """Whether what is reported at home only is shown."""
        self._judged: BlindSpotsScreen.Judged | None = None

    def compose(self) -> ComposeResult:
        """What the judgement rests on, above the list."""
        yield TitleLine()
        yield Static(id="about", markup=False)
        yield PlainList(id="spots")
        yield Static(id="empty", markup=False, classes="-hidden")
        yield WholeFooter()

    def on_mount(self) -> None:
        """Show the frame first."""
        self._show_side()
        self.call_after_refresh(self.judge)

    def judge(self) -> None:
        """Compare the two sides, unless nobody says what is home."""
        settings = self.newsdiff.settings
        names = self._chosen or (settings.home if settings else ())
        if not names:
            key = in_words(self.app, "blind-spots.home")
            self._say(NO_HOME.format(home=key, least=LEAST_COUNTRIES))
            return
        self._judge(tuple(names))

    @work(thread=True, exclusive=True, group="blind spots")
    def _judge(self, names: tuple[str, ...]) -> None:
        since = PERIODS[self._period].since(date.today())
        try:
            reports = self.library.world.reports()
            home = home_of(names, [one.outlet for one in reports])
            found = blind_spots(reports, home, self.library.world.first_printed, since=since)
            spots = (*found.not_at_home, *found.only_at_home)
            titles = dict(self.library.events.titles({one.event for one in spots}))
        except (LibraryError, NoSuchHomeError) as error:
            self.app.call_from_thread(self._say, f"{error}.")
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Judged(home, found, titles))

    @on(Judged)
    def _show_judged(self, message: Judged) -> None:
        self._judged = message
        self._show_side()

    def _show_side(self) -> None:
        judged = self._judged
        home = judged.home.name if judged else ""
        side = (
            f"reported in {home or 'the country that is home'} only"
            if self._at_home
            else f"not reported in {home or 'the country that is home'}"
        )
        self.title_line.where = f"blind spots › {side}"
        self.title_line.facts = f"‹ {PERIODS[self._period].name} ›"
        if judged is None:
            return
        found = judged.found
        spots = found.only_at_home if self._at_home else found.not_at_home
        self.title_line.facts = dotted(f"‹ {PERIODS[self._period].name} ›", count(len(spots), "event"))
        self.query_one("#about", Static).update(Content(self._basis(found)))
        if not found.home.is_enough:
            least = f"{LEAST_OUTLETS} outlets and {LEAST_ARTICLES} articles"
            self._say(
                f"Too little is known about {home} for a judgement: it needs at least {least} of these days."
            )
            return
        if not spots:
            self._say("As far as can be judged, nothing in these days is reported on one side only.")
            return
        self._say("")
        self.spots_list.set_options(
            [Option(prompt(one, judged.titles.get(one.event)), id=one.event) for one in spots]
        )
        self.spots_list.highlighted = 0

    @staticmethod
    def _basis(found: BlindSpots) -> str:
        return dotted(
            f"Judged by {count(found.home.outlets, 'outlet')} at home with "
            f"{count(found.home.articles, 'article')}",
            f"{count(found.abroad.outlets, 'outlet')} abroad with {count(found.abroad.articles, 'article')}",
            f"{count(found.not_compared, 'event')} not compared" if found.not_compared else "",
        )

    def _say(self, words: str) -> None:
        """In place of the list; empty words bring it back."""
        empty = self.query_one("#empty", Static)
        empty.update(Content("\n".join(one_line(line) for line in words.split("\n"))))
        empty.set_class(not words, "-hidden")
        self.spots_list.set_class(bool(words), "-hidden")
        if words:
            self.spots_list.clear_options()

    # -- actions --------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Read the event under the cursor."""
        place = self.spots_list.highlighted
        id = self.spots_list.get_option_at_index(place).id if place is not None else None
        if id is None:
            self.newsdiff.show_message("There is no event to read here.")
        else:
            open_stored_event(self, id)

    def action_side(self) -> None:
        """The other side."""
        self._at_home = not self._at_home
        self._show_side()

    def action_period(self, step: int) -> None:
        """More days, or fewer."""
        period = period_beside(self, self._period, step)
        if period != self._period:
            self._period = period
            self._show_side()
            self.judge()

    def action_home(self) -> None:
        """Choose a country that is home, for now."""

        def chosen(code: str) -> None:
            self._chosen = (code,)
            self.judge()

        choose_country(self, chosen, every=True)

    def action_cursor(self, lines: int) -> None:
        """Lines up or down."""
        self.spots_list.move(lines)


def prompt(spot: BlindSpot, title: str | None) -> Content:
    """Title, the countries and outlets that report it, and what the judgement rests on."""
    known = countries()
    names = sorted(known[code].name for code in spot.countries if code in known)
    facts = dotted(
        short_day(spot.latest) if spot.latest else "no date",
        f"{count(len(names), 'country')}: {some(names, COUNTRIES_NAMED)}",
        count(spot.texts, "independent text"),
    )
    basis = (
        f"{some([one_line(one) for one in spot.outlets], OUTLETS_NAMED)} · judged by "
        f"{count(spot.basis.outlets, 'outlet')} with {count(spot.basis.articles, 'article')} on these days"
    )
    return Content("\n").join(
        [
            Content.styled(one_line(title or "An event without a title"), "bold"),
            Content(f"  {facts}"),
            Content.styled(f"  {basis}", FAINT),
        ]
    )
