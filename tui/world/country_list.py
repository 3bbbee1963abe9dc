"""The countries as a list: what the map shows, in figures."""

from __future__ import annotations

from collections.abc import Collection
from math import log
from typing import Final, NamedTuple

from textual.cache import LRUCache
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widgets.option_list import Option

from newsdiff.outlets.countries import countries
from newsdiff.world.counts import WorldNews
from tui.parts.plain_list import PlainList
from tui.wording import count, dotted

BAR: Final = 6
"""Cells of the bar that shows how many events a country's outlets report."""
NAME: Final = 18
"""Cells of a country's name; a longer one is cut."""


MOST_KEPT: Final = 1_000
"""Lines that are kept drawn, and as many texts: those in view for some twenty choices of days."""


class Line(NamedTuple):
    """What the text of a line depends on."""

    code: str
    events: int
    filled: int
    """Cells of the bar."""
    is_home: bool


class CountryList(PlainList):
    """Countries whose outlets report most events first; then all others, by name."""

    BORDER_TITLE = "Countries"
    LINES = 1

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._countries: list[Line] = []
        self._prompts: LRUCache[Line, Content] = LRUCache(MOST_KEPT)
        """A text that is measured once stays so, and most are the same for other days."""
        self._drawn: LRUCache[tuple[Line, int, Style, int], list[Strip]] = LRUCache(MOST_KEPT)
        """By line, place, style and width: back at days that were shown, none is drawn again."""

    def show(self, news: WorldNews, cursor: str, home: Collection[str]) -> None:
        """Fill the list and put the cursor on a country."""
        known = countries()
        counts = [one for one in news.most_first() if one.code in known]
        others = sorted(known.keys() - news.counts.keys(), key=lambda code: known[code].name)
        most = max((one.events for one in counts), default=0)
        self._countries = [
            Line(one.code, one.events, _cells(one.events, most), one.code in home) for one in counts
        ]
        self._countries += [Line(code, 0, 0, code in home) for code in others]
        self.set_options([Option(self._prompt_of(line)) for line in self._countries])
        self.move_to(cursor)

    def _prompt_of(self, line: Line) -> Content:
        if (prompt := self._prompts.get(line)) is None:
            self._prompts[line] = prompt = _prompt(line)
        return prompt

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """As Textual's, which forgets all of them when the options are replaced."""
        place = self._option_to_index[option]
        key = self._countries[place], place, style, self.scrollable_content_region.width
        if (drawn := self._drawn.get(key)) is None:
            self._drawn[key] = drawn = super()._get_option_render(option, style)
        return drawn

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        super().notify_style_update()
        self._drawn.clear()

    def move_to(self, code: str) -> None:
        """Put the cursor on a country."""
        place = next((place for place, line in enumerate(self._countries) if line.code == code), None)
        if place is not None:
            self.highlighted = place

    @property
    def current(self) -> str | None:
        """Code of the country under the cursor."""
        place = self.highlighted
        return self._countries[place].code if place is not None and place < len(self._countries) else None


def _cells(events: int, most: int) -> int:
    """How many cells of the bar are filled; one at least."""
    return max(1, round(BAR * log(events + 1) / log(most + 1)))


def _prompt(line: Line) -> Content:
    """``▰▰▰▰▱▱ Ireland               12 events``."""
    country, filled = countries()[line.code].name, line.filled
    if not line.events:
        return Content.styled(f"{'·' * BAR} {country}", "$foreground 45%")
    name = country + (" ⌂" if line.is_home else "")
    shown = name if len(name) <= NAME else name[: NAME - 1] + "…"
    return Content.assemble(
        ("▰" * filled + "▱" * (BAR - filled), "$primary"),
        (f" {shown:<{NAME}}", "bold"),
        (f"{line.events:>6,}", "$text-warning"),
    )


def country_facts(news: WorldNews, code: str) -> str:
    """``Ireland · 12 events · 4 outlets · 31 articles``."""
    country = countries().get(code)
    if country is None:
        return ""
    one = news.counts.get(code)
    if one is None:
        return f"{country.name} · nothing reported by its outlets"
    counts = count(one.events, "event"), count(one.outlets, "outlet"), count(one.articles, "article")
    return dotted(country.name, *counts)
