"""The countries as a list: what the map shows, in figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import log
from typing import Final

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widgets.option_list import Option

from newsdiff.outlets import countries
from newsdiff.world.counts import CountryCount, WorldNews
from tui.parts.plain_list import PlainList
from tui.wording import count

FAINT: Final = "$foreground 65%"
BAR: Final = 6
"""Cells of the bar that shows how many events a country's outlets report."""
NAME: Final = 18
"""Cells of a country's name; a longer one is cut."""


class CountryList(PlainList):
    """Countries whose outlets report most events first; then all others, by name."""

    BORDER_TITLE = "Countries"
    LINES = 1

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._codes: list[str] = []
        self._prompts: dict[tuple[str, int, int, bool], Content] = {}
        """What stands in a line, by country, events, cells of the bar and whether it is home: a text that is
        measured once stays so, and most are the same for other days."""
        self._drawn: dict[tuple[Content, int, Style, int], list[Strip]] = {}
        """Lines by text, place, style and width: back at days that were shown, none is drawn again."""

    def show(self, news: WorldNews, cursor: str, home: Collection[str]) -> None:
        """Fill the list and put the cursor on a country."""
        known = countries()
        counts = [one for one in news.most_first() if one.code in known]
        others = sorted(known.keys() - news.counts.keys(), key=lambda code: known[code].name)
        most = max((one.events for one in counts), default=0)
        self._codes = [one.code for one in counts] + others
        prompts = [self._line(one.code, one.events, most, home) for one in counts]
        prompts += [self._line(code, 0, most, home) for code in others]
        self.set_options([Option(prompt) for prompt in prompts])
        self.move_to(cursor)

    def _line(self, code: str, events: int, most: int, home: Collection[str]) -> Content:
        filled = max(1, round(BAR * log(events + 1) / log(most + 1))) if events else 0
        key = code, events, filled, code in home
        if key not in self._prompts:
            self._prompts[key] = _prompt(code, events, filled, is_home=code in home)
        return self._prompts[key]

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """As Textual's, which forgets all of them when the options are replaced."""
        assert isinstance(option.prompt, Content)
        width = self.scrollable_content_region.width
        key = option.prompt, self._option_to_index[option], style, width
        if key not in self._drawn:
            self._drawn[key] = super()._get_option_render(option, style)
        return self._drawn[key]

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        super().notify_style_update()
        self._drawn.clear()

    def move_to(self, code: str) -> None:
        """Put the cursor on a country."""
        if code in self._codes:
            self.highlighted = self._codes.index(code)

    @property
    def current(self) -> str | None:
        """Code of the country under the cursor."""
        place = self.highlighted
        return self._codes[place] if place is not None and place < len(self._codes) else None


def _prompt(code: str, events: int, filled: int, *, is_home: bool) -> Content:
    """``▰▰▰▰▱▱ Ireland               12 events``."""
    country = countries()[code].name
    if not events:
        return Content.styled(f"{'·' * BAR} {country}", "$foreground 45%")
    name = country + (" ⌂" if is_home else "")
    shown = name if len(name) <= NAME else name[: NAME - 1] + "…"
    return Content.assemble(
        ("▰" * filled + "▱" * (BAR - filled), "$primary"),
        (f" {shown:<{NAME}}", "bold"),
        (f"{events:>6,}", "$text-warning"),
    )


def country_facts(news: WorldNews, code: str) -> str:
    """``Ireland · 12 events · 4 outlets · 31 articles``."""
    country = countries().get(code)
    if country is None:
        return ""
    found: Mapping[str, CountryCount] = news.counts
    if code not in found:
        return f"{country.name} · nothing reported by its outlets"
    one = found[code]
    return " · ".join(
        (
            country.name,
            count(one.events, "event"),
            count(one.outlets, "outlet"),
            count(one.articles, "article"),
        )
    )
