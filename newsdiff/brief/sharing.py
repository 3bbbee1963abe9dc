"""Who shares with whom: in how many statements two articles stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from newsdiff.model import Comparison
from newsdiff.quick_dataclass import dataclass

LEAST_SCORE: Final = 0.85
"""Set by hand: of 30 statements from here on that a reader held against the texts 20 are one matter or
arguable, of 30 between even odds and this 18."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """In how many statements each pair of articles stands together."""

    articles: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """A row and a column an article, in their order; on the diagonal all statements of the article."""

    @property
    def most(self) -> int:
        """The greatest number of a pair."""
        size = range(len(self.articles))
        return max((self.counts[one][other] for one in size for other in size if one != other), default=0)


def sharing(comparison: Comparison, order: Sequence[str]) -> Sharing:
    """Counted over the likeliest statements; the articles in an order, by their ids."""
    together: Counter[frozenset[str]] = Counter()
    for statement in comparison.statements:
        if statement.score < LEAST_SCORE:
            continue
        reporting = sorted(set(statement.reported_by))
        together.update(frozenset((one,)) for one in reporting)
        together.update(frozenset(pair) for pair in combinations(reporting, 2))
    counts = (tuple(together[frozenset((one, other))] for other in order) for one in order)
    return Sharing(tuple(order), tuple(counts))
