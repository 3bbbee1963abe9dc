"""A mention with the place where it stands."""

from __future__ import annotations

from typing import Final, TypeAlias

from newsdiff.model import ClockTime, DateRange, Mention, Name, Quantity, Sentence, Utterance
from newsdiff.quick_dataclass import dataclass

ReadingPlace: TypeAlias = tuple[int, int, int, int]
"""Article, start and end of a span, and its number: sorts spans as they are read."""

MOST_IN_SENTENCE: Final = 16
"""Figures, days and times, or quotations, of one sentence that are held against those of another. Of 11,000
sentences of news none has more than 9; one that has is a table or hostile."""
MOST_NAMES_IN_SENTENCE: Final = 32
"""The same for its names; 23 is the most there."""


@dataclass(frozen=True, eq=False, slots=True)
class Occurrence:
    """A mention with the place where it stands.

    Two occurrences are the same only when they are one object, so an occurrence may be the key of a cache.
    """

    mention: Mention
    article: int
    """Number of its article, from 0, the articles taken by their ids."""
    order: int
    """Number of the mention among all mentions of the event, from 0. A span that is no mention has the number
    of the mention that follows it."""
    sentence: Sentence
    number: int
    """Number of the sentence within its article, from 0."""

    @property
    def place(self) -> ReadingPlace:
        """Sorts occurrences as they are read, spans that are no mentions among them."""
        return self.article, self.mention.start, self.mention.end, self.order


def in_reading_order(occurrence: Occurrence) -> int:
    """The number of a mention among all mentions."""
    return occurrence.order


def quantity_of(occurrence: Occurrence) -> Quantity:
    """The figure; only for kinds whose value is a quantity."""
    value = occurrence.mention.value
    assert isinstance(value, Quantity)
    return value


def moment_of(occurrence: Occurrence) -> DateRange | ClockTime:
    """The day or time of day; only for kinds that have one."""
    value = occurrence.mention.value
    assert isinstance(value, DateRange | ClockTime)
    return value


def name_of(occurrence: Occurrence) -> Name:
    """Who or what is named; only for mentions of names and places."""
    value = occurrence.mention.value
    assert isinstance(value, Name)
    return value


def quoted_words(occurrence: Occurrence) -> tuple[str, ...]:
    """The folded words of a quotation; only for quotations."""
    value = occurrence.mention.value
    assert isinstance(value, Utterance)
    return value.words
