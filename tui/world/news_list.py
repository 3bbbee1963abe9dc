"""The news of one country: the events that its outlets report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets.option_list import Option

from newsdiff.calendar.display import short_day
from newsdiff.sanitize import one_line
from newsdiff.world.counts import NewsItem
from tui.parts.plain_list import FAINT, PlainList
from tui.wording import dotted, some

OUTLETS_NAMED: Final = 4
PAGE: Final = 24
"""Events listed at first: more follow when the cursor comes near the end."""
NEAR_THE_END: Final = 6


class NewsList(PlainList):
    """Events, newest first."""

    LINES = 2

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As Textual's, but other news lay out nothing else on the screen: the list is as large as it is."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._items: tuple[NewsItem, ...] = ()
        self._titles: Mapping[str, str | None] = {}
        self._years = False

    def show(self, items: Sequence[NewsItem], titles: Mapping[str, str | None]) -> None:
        """Fill the list with the first of these."""
        self._items, self._titles = tuple(items), titles
        self._years = len({one.day.year for one in self._items if one.day}) > 1
        self.set_options(self._page_from(0))
        self.highlighted = 0 if self._items else None

    def _page_from(self, start: int) -> list[Option]:
        some = self._items[start : start + PAGE]
        return [Option(_prompt(one, self._titles.get(one.event), years=self._years)) for one in some]

    def move(self, lines: int) -> None:
        """Move the cursor; far down the rest of the list is there, too."""
        self._have((self.highlighted or 0) + lines + NEAR_THE_END)
        super().move(lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling with the wheel or the bar shows the rest of the list, too."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and self.max_scroll_y - new_value < NEAR_THE_END * self.LINES:
            self._have(self.option_count + 1)

    def _have(self, wanted: int) -> None:
        """Add pages until there are so many events, as far as there are events."""
        while self.option_count < min(wanted, len(self._items)):
            self.add_options(self._page_from(self.option_count))

    @property
    def current(self) -> str | None:
        """Id of the event under the cursor."""
        place = self.highlighted
        return self._items[place].event if place is not None and place < len(self._items) else None


def _prompt(item: NewsItem, title: str | None, *, years: bool) -> Content:
    """What a narrow list cuts off stands last."""
    clock = f" {item.moment[11:16]}" if len(item.moment) > 11 else ""
    facts = dotted(
        f"{short_day(item.day, year=years)}{clock}" if item.day else "no date",
        in_other_countries(item.other_countries),
        some([one_line(one) for one in item.outlets], OUTLETS_NAMED),
    )
    return Content.assemble(
        (one_line(title or "An event without a title"), "bold"), "\n", (f"  {facts}", FAINT)
    )


def in_other_countries(number: int) -> str:
    """``in 6 other countries``, ``in no other country``."""
    if not number:
        return "in no other country"
    return f"in {number:,} other {'country' if number == 1 else 'countries'}"
