"""Where spans that are no mentions, such as claims, stand in the order of mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsdiff.details.telling import Telling
from newsdiff.model import Annotated


@dataclass(eq=False)
class ReadingOrder:
    """The mentions of an event in reading order, base first."""

    annotated: Sequence[Annotated]
    tellings: Sequence[Telling]

    def at(self, article: int, position: int) -> float:
        """Where a span that is no mention stands in the order of mentions: between two of them."""
        starts, orders = self._starts[article]
        index = bisect_left(starts, position)
        return (orders[index] if index < len(orders) else self._last_orders[article]) - 0.5

    @cached_property
    def _starts(self) -> list[tuple[list[int], list[int]]]:
        found: list[tuple[list[int], list[int]]] = [([], []) for _ in self.annotated]
        for telling in self.tellings:
            found[telling.article][0].append(telling.mention.start)
            found[telling.article][1].append(int(telling.order))
        return [(sorted(starts), sorted(orders)) for starts, orders in found]

    @cached_property
    def _last_orders(self) -> list[int]:
        """Per article, the order that would come after its last mention."""
        count, found = 0, []
        for item in self.annotated:
            count += len(item.mentions)
            found.append(count)
        return found
