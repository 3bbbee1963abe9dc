"""What one measure says of one event, in a form that adds up over events; when two spans count as one, and
the usual measures of agreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of so many. Over several events both are summed, then divided.

    A mean over events is such a sum, too: `part` is then the event's figure and `of` is 1. Without `of` the
    tally is a plain count. An event in which there is nothing to measure has 0 of 0.
    """

    part: float
    of: float | None
    remarks: tuple[str, ...] = ()
    """In words, what was missed or is wrong."""

    @property
    def figure(self) -> float | None:
        """The share, or the plain count; None where there was nothing to measure."""
        if self.of is None:
            return self.part
        return self.part / self.of if self.of else None


Tallies: TypeAlias = dict[str, Tally]
"""Measure -> its tally, in the order in which they are printed."""


def event_figure(figure: float | None) -> Tally:
    """The figure of one event, for a mean over the events that have one."""
    return Tally(0, 0) if figure is None else Tally(figure, 1)


def found_of(items: Iterable[tuple[str, bool]], missed_as: str) -> Tally:
    """How many of the marked things were found: pairs of a thing's id and whether it was."""
    known = list(items)
    missed = tuple(f"{missed_as}: {name}" for name, found in known if not found)
    return Tally(len(known) - len(missed), len(known), missed)


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
