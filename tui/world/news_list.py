"""The news of one country: the events that its outlets report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.widgets.option_list import Option

from newsdiff.calendar.display import short_day
from newsdiff.sanitize import one_line
from newsdiff.world.counts import NewsItem
from tui.parts.plain_list import PlainList
from tui.wording import dotted, some

FAINT: Final = "$foreground 65%"
OUTLETS_NAMED: Final = 4
MOST: Final = 300
"""Events listed: nobody looks through more of one country."""


class NewsList(PlainList):
    """Events, newest first."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._items: tuple[NewsItem, ...] = ()

    def show(self, items: Sequence[NewsItem], titles: Mapping[str, str | None]) -> None:
        """Fill the list."""
        self._items = tuple(items[:MOST])
        years = len({one.day.year for one in self._items if one.day}) > 1
        self.set_options([Option(_prompt(one, titles.get(one.event), years=years)) for one in self._items])
        self.highlighted = 0 if self._items else None

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
    return Content("\n").join(
        [
            Content.styled(one_line(title or "An event without a title"), "bold"),
            Content.styled(f"  {facts}", FAINT),
        ]
    )


def in_other_countries(number: int) -> str:
    """``in 6 other countries``, ``in no other country``."""
    if not number:
        return "in no other country"
    return f"in {number:,} other {'country' if number == 1 else 'countries'}"
