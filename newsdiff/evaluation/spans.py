"""When two spans count as one, and the usual measures of agreement."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.quick_dataclass import dataclass


class ArticleSpan(NamedTuple):
    """A span of one article."""

    article: str
    start: int
    end: int


def overlap(one: ArticleSpan, other: ArticleSpan) -> int:
    """Code points that both spans have."""
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def same_span(one: ArticleSpan, other: ArticleSpan, least: float = 0.5) -> bool:
    """Whether they share at least `least` of the shorter one."""
    shared = overlap(one, other)
    return shared > 0 and shared >= least * min(one.end - one.start, other.end - other.start)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hits, false alarms and misses."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 0 where nothing was said."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of what is right that was said."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen 1979)."""
        return harmonic_mean(self.precision, self.recall)


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
