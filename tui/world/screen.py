"""The world screen: a map and a list of countries, and the news of the one under the cursor."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList
from textual.worker import get_current_worker

from newsdiff.library import Library, LibraryError
from newsdiff.outlets.countries import countries
from newsdiff.world.counts import WorldNews
from newsdiff.world.home import countries_named
from newsdiff.world.neighbours import Direction, neighbour
from newsdiff.world.periods import PERIODS, WEEK
from tui.keys.key import Place
from tui.keys.keymap import bindings
from tui.newsdiff_screen import NewsdiffScreen
from tui.opening import open_stored_event
from tui.parts.fields import Filter
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.wording import count, dotted
from tui.world.choosing import period_beside
from tui.world.country_list import CountryList, country_facts
from tui.world.news_list import NewsList
from widgets.world.world_map import WorldMap

COUNTRY_FACT: Final = "country looked at"
FIRST_COUNTRY: Final = "US"
"""Where nothing is reported yet."""


class WorldScreen(NewsdiffScreen[None]):
    """Go from country to country, and read what its outlets report."""

    PLACE: ClassVar[Place] = "world"
    BINDINGS = bindings("world")
    AUTO_FOCUS = "#countries"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own form

    map = getters.query_one("#map", WorldMap)
    countries_list = getters.query_one("#countries", CountryList)
    news_list = getters.query_one("#news", NewsList)
    title_line = getters.query_one(TitleLine)
    find_line = getters.query_one(Filter)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._news: tuple[WorldNews, ...] = ()
        self._titles: dict[str, str | None] = {}
        self._period = WEEK
        self._chosen_period = False
        """Whether the reader chose the days."""
        self._country = library.fact(COUNTRY_FACT) or ""
        self._home: frozenset[str] = frozenset()
        """Codes of the countries that the settings call home."""

    def compose(self) -> ComposeResult:
        """Countries on the left, the map above the news on the right."""
        yield TitleLine()
        with Horizontal(id="world"):
            yield CountryList(id="countries")
            with Vertical(id="right"):
                yield WorldMap(id="map")
                yield NewsList(id="news")
        yield Filter("a country, or the beginning of its name")
        yield WholeFooter()

    # -- loading -------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the frame first."""
        settings = self.newsdiff.settings
        self._home = countries_named(settings.home if settings else ())
        self.title_line.where = "world"
        self.title_line.facts = "reading the library …"
        self.call_after_refresh(self.load)

    def on_screen_resume(self) -> None:
        """Back from the reader."""
        if self._news:
            self.load()

    def arrived(self, _run: object) -> None:
        """Articles came in."""
        self.load()

    @work(thread=True, exclusive=True, group="world")
    def load(self) -> None:
        """Read every report once and count it for all periods."""
        today = date.today()
        try:
            reports = self.library.world.reports()
            titles = dict(self.library.events.titles({one.event for one in reports}))
        except LibraryError as error:
            self.app.call_from_thread(self.newsdiff.show_error, error)
            return
        first = [period.since(today) for period in PERIODS]
        news = tuple(
            WorldNews(one for one in reports if since is None or (one.day is not None and one.day >= since))
            for since in first
        )
        if not get_current_worker().is_cancelled:
            self.call_later(self._show_loaded, news, titles)

    def _show_loaded(self, news: tuple[WorldNews, ...], titles: dict[str, str | None]) -> None:
        """Show what is reported in each of `PERIODS`."""
        self._news, self._titles = news, titles
        if not self._chosen_period and not self.news.reports:
            self._period = len(PERIODS) - 1
        if self._country not in countries():
            first = self.news.most_first()
            self._country = first[0].code if first else FIRST_COUNTRY
        self._show_period()

    @property
    def news(self) -> WorldNews:
        """What is reported in the chosen days."""
        return self._news[self._period] if self._news else WorldNews(())

    def _show_period(self) -> None:
        news = self.news
        self.countries_list.show(news, self._country, self._home)
        self.map.counts = {code: one.events for code, one in news.counts.items()}
        unplaced = f"{count(news.unplaced, 'article')} of unknown country" if news.unplaced else ""
        self.title_line.facts = dotted(
            f"‹ {PERIODS[self._period].name} ›",
            count(news.events, "event"),
            count(news.outlets, "outlet"),
            count(len(news.counts), "country"),
            unplaced,
        )
        self._show_country()

    def _show_country(self) -> None:
        self.map.cursor = self._country
        self.news_list.border_title = country_facts(self.news, self._country)
        self.news_list.show(self.news.of_country(self._country), self._titles)

    def go_to(self, code: str) -> None:
        """Put the cursor on a country, on the map and in the list."""
        if code != self._country and code in countries():
            self._country = code
            self.countries_list.move_to(code)
            self._show_country()

    # -- actions --------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#countries")
    def _country_highlighted(self) -> None:
        if self.countries_list.current is not None:
            self.go_to(self.countries_list.current)

    @on(WorldMap.Highlighted)
    def _map_clicked(self, message: WorldMap.Highlighted) -> None:
        self.go_to(message.code)

    @on(WorldMap.Selected)
    def _map_clicked_twice(self, message: WorldMap.Selected) -> None:
        self.go_to(message.code)
        self.set_focus(self.news_list)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """From a country to its news, from there into the event."""
        if not self.news_list.has_focus:
            if self.news_list.option_count:
                self.set_class(False, "-map")
                self.set_focus(self.news_list)
            else:
                self.newsdiff.show_message(f"{country_facts(self.news, self._country)}.")
            return
        if self.news_list.current is not None:
            open_stored_event(self, self.news_list.current)

    def action_move(self, direction: Direction) -> None:
        """On the map to the next country in a direction; in a list a line up or down, or to its neighbour."""
        if self.focused is self.map:
            self.go_to(neighbour(self._country, direction))
        elif direction in ("up", "down"):
            self.action_cursor(1 if direction == "down" else -1)
        elif direction == "right":
            self.set_focus(self.news_list)
        else:
            self.set_focus(self.countries_list)

    def action_cursor(self, lines: int) -> None:
        """Lines up or down in the list that has the focus; from the map in that of the countries."""
        if self.focused is self.news_list:
            self.news_list.move(lines)
        else:
            self.countries_list.move(lines)
            self._country_highlighted()  # now, so that the screen is drawn once

    def action_map(self) -> None:
        """Go to the map, where there is room for it beside the list; else show it in its place, and back."""
        if self.has_class("-wide"):
            self.set_focus(self.countries_list if self.focused is self.map else self.map)
            return
        self.toggle_class("-map")
        self.set_focus(self.map if self.has_class("-map") else self.countries_list)

    def action_period(self, step: int) -> None:
        """More days, or fewer."""
        period = period_beside(self, self._period, step)
        self._chosen_period = True
        if period != self._period:
            self._period = period
            self._show_period()

    def action_find(self) -> None:
        """Type the name of a country."""
        self.find_line.open()

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value.strip().casefold()
        known = sorted(countries().values(), key=lambda one: one.name)
        if found := typed and next(
            (
                one
                for fits in (str.startswith, str.__contains__)
                for one in known
                if fits(one.name.casefold(), typed) or one.code.casefold() == typed
            ),
            None,
        ):
            self.go_to(found.code)

    @on(Input.Submitted, "#filter")
    def _found(self) -> None:
        self.find_line.close()
        self.set_focus(self.countries_list)

    def action_feeds(self) -> None:
        """Keep the feeds of the outlets of the country under the cursor."""
        from tui.starting import keep_starter_feeds

        keep_starter_feeds(self.newsdiff, (self._country,))

    def action_blind_spots(self) -> None:
        """What is not reported at home."""
        from tui.world.blind_spots import BlindSpotsScreen

        self.app.push_screen(BlindSpotsScreen(self.library))

    def action_leave(self) -> None:
        """Close the search, else go from the news to the countries, else back."""
        if self.find_line.close() or self.news_list.has_focus:
            self.set_focus(self.countries_list)
            return
        if self.has_class("-map"):
            self.action_map()
            return
        self.action_back()

    def action_back(self) -> None:
        """Back to the library."""
        self.attempt(lambda: self.library.keep_fact(COUNTRY_FACT, self._country))
        self.dismiss(None)
