"""Who shares with whom: in how many statements two articles stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from newsdiff.model import EVEN_ODDS, Comparison
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Sharing:
    """How many statements each pair of articles has in common."""

    articles: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """A row and a column an article, in their order; on the diagonal all statements of the article."""

    @property
    def most(self) -> int:
        """The greatest number that two articles have in common."""
        size = range(len(self.articles))
        return max((self.counts[one][other] for one in size for other in size if one != other), default=0)


def sharing(comparison: Comparison, order: Sequence[str]) -> Sharing:
    """Counted over all statements that are more likely one than not; the articles in an order, by ids."""
    together: Counter[frozenset[str]] = Counter()
    for statement in comparison.statements:
        if statement.score < EVEN_ODDS:
            continue
        reporting = sorted(set(statement.reported_by))
        together.update(frozenset((one,)) for one in reporting)
        together.update(frozenset(pair) for pair in combinations(reporting, 2))
    counts = (tuple(together[frozenset((one, other))] for other in order) for one in order)
    return Sharing(tuple(order), tuple(counts))
