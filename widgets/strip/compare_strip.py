"""The compare strip: one place worth a look over the text, its versions one below the other."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from newsdiff.model import Comparison
from widgets.card.card_item import Target
from widgets.card.card_view import CardView
from widgets.strip.places import WorthALook
from widgets.strip.ranking import (
    counted_by_kind,
    in_order_of,
    is_dismissed,
    known_as,
    opinions_in,
    places_worth_a_look,
)
from widgets.strip.strip_text import strip_foot, strip_items, strip_title

BESIDE_THE_FOOT: Final = 8
"""Cells that frame and scrollbar take from the line at the foot."""


class CompareStrip(CardView):
    """Steps through the places of a comparison. The first `enter` says why, the second goes to the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "around", "Sentences around", show=False),
        Binding("home", "first", "First place", show=False),
    ]

    @dataclass
    class TextRequested(Message):
        """The reader wants to read a place in the text."""

        place: WorthALook
        target: Target
        """The version to go to."""

    class Stepped(Message):
        """The strip shows another place."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._comparison: Comparison | None = None
        self._counted: dict[str, tuple[int, int]] = {}
        """Key of a place -> which of its kind it is, by rank, and how many there are of that."""
        self._places: tuple[WorthALook, ...] = ()
        """Those by rank, but for what got or lost a mark by a verdict: that stays where it stood. What was
        dismissed comes last once it is no longer shown."""
        self._dismissed = 0
        """How many of them are dismissed."""
        self._number = -1
        self._key = ""
        """The place that was shown last: after a new comparison it is found again."""
        self._stays = ""
        """That place, where it was no dismissed one when it came: it stays until the next step."""
        self._around = False
        self.says_why = False
        """Whether the reason is shown below the versions."""
        self._differing_only = False

    # -- which place -----------------------------------------------------------

    @property
    def place(self) -> WorthALook | None:
        """The place that is shown."""
        return self._places[self._number] if 0 <= self._number < len(self._places) else None

    @property
    def where(self) -> str:
        """``place 3 of 52``; empty before the first."""
        return f"place {self._number + 1} of {len(self._places)}" if self.place is not None else ""

    @property
    def where_among_all(self) -> str:
        """``place 3 of 52 · 2 dismissed``."""
        return f"{self.where} · {self._dismissed} dismissed" if self._dismissed else self.where

    @property
    def places(self) -> int:
        """How many places there are."""
        return len(self._places)

    def take(self, comparison: Comparison, *, differing_only: bool = False) -> None:
        """Step through another comparison, or only where a difference is marked in it; the place that is
        shown stays if it is still there. A closed strip begins anew where there are other places."""
        if comparison is self._comparison and differing_only == self._differing_only:
            return
        goes_on = self._goes_on(comparison, differing_only)
        before = self._places if goes_on else ()
        if not goes_on and not self.display:
            self._number, self._key = -1, ""
        if self.place is None or not is_dismissed(self.place):
            self._stays = self._key
        self._comparison, self._differing_only = comparison, differing_only
        by_rank = places_worth_a_look(comparison, differing_only=differing_only)
        self._counted = counted_by_kind(by_rank)
        self._arrange(in_order_of(before, by_rank))
        if self.place is not None:
            self._draw()

    def _arrange(self, places: Sequence[WorthALook]) -> None:
        """Put the dismissed places last, but for the one that stays, and find the one that is shown."""
        self._places = tuple(
            sorted(places, key=lambda one: is_dismissed(one) and known_as(one, {self._stays}) != self._stays)
        )
        keys = [known_as(place, {self._key}) for place in self._places]
        self._number = keys.index(self._key) if self._key in keys else -1
        self._dismissed = sum(map(is_dismissed, places))

    def _goes_on(self, comparison: Comparison, differing_only: bool) -> bool:
        """Whether it is the same comparison, with other verdicts at most: then places keep their numbers."""
        old = self._comparison
        return (
            old is not None
            and differing_only == self._differing_only
            and old.level == comparison.level
            and opinions_in(old) == opinions_in(comparison)
            and {one.id for one in old.articles} == {one.id for one in comparison.articles}
        )

    def key_of(self, detail: str | None, sentences: Set[str]) -> str | None:
        """The key of the place of a detail, else of the first that shows one of some sentences."""
        keys = [one.key for one in self._places if one.key == detail]
        keys += [one.key for one in self._places if one.sentences & sentences]
        return keys[0] if keys else None

    def step(self, by: int, begin_at: str | None = None) -> bool:
        """To the next (previous) place, or to that of a key (to the one before it); False at the end."""
        if begin_at is not None:
            self._number = [place.key for place in self._places].index(begin_at) - max(0, by)
        to = self._number + by if self._number >= 0 or by > 0 else -1
        if not 0 <= to < len(self._places):
            return False
        self._show(to)
        return True

    def _show(self, number: int) -> None:
        self._number, self._key, self.says_why = number, self._places[number].key, False
        if self._stays:
            self._stays = ""
            self._arrange(self._places)
        self._draw()

    def _draw(self, *, keep_place: bool = False) -> None:
        place, comparison = self.place, self._comparison
        if place is None or comparison is None:
            return
        self.border_title = Content(strip_title(place, *self._counted[place.key]))
        self._show_foot()
        items = strip_items(comparison, place, around=self._around, why=self.says_why)
        self.show_items(items, keep_place=keep_place)

    def on_resize(self, event: events.Resize) -> None:
        """The line at the foot says as much as there is room for."""
        super().on_resize(event)
        self._show_foot()

    def _show_foot(self) -> None:
        if self.place is not None:
            width = (self.size.width or self.app.size.width) - BESIDE_THE_FOOT
            foot = strip_foot(self.place, width, why=self.says_why, around=self._around)
            self.border_subtitle = Content(foot)

    # -- keys ------------------------------------------------------------------

    def action_around(self) -> None:
        """Show, or leave out, the sentences before and after each version."""
        self._around = not self._around
        self._draw(keep_place=True)

    def action_first(self) -> None:
        """Back to the first place."""
        if self._places:
            self._show(next((at for at, one in enumerate(self._places) if not is_dismissed(one)), 0))
            self.post_message(self.Stepped())

    def action_go(self) -> None:
        """Say why; when that is said, go to the chosen version in the text."""
        if not self.says_why:
            self.says_why = True
            self._draw(keep_place=True)
            self.scroll_end(animate=False)
        elif self.place is not None and self.target is not None:
            self.post_message(self.TextRequested(self.place, self.target))

    @property
    def plain_text(self) -> str:
        """The strip as text, for copying."""
        title = str(self.border_title or "")
        return "\n".join([title, *(item.text for item in self._items)])
