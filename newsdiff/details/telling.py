"""A mention with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsdiff.alignment.thesaurus import concepts
from newsdiff.details.heads import head_stem
from newsdiff.language.tokens import stem_of
from newsdiff.model import Mention, Quantity, Sentence

BETWEEN = "stood stand reached reach totalled totaled amounted rose risen fell fallen hit year month"
"""Words between a measure and its figure: "turnout stood at 57%", "inflation last year was 3.1 percent"."""


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """A mention with the place where it stands."""

    mention: Mention
    article: int
    """Index of the article; the base is 0."""
    order: float
    """Running number over all mentions, in reading order; claims stand between two numbers."""
    sentence: Sentence
    number: int
    """Running number of the sentence within its article, from 0."""


def quantity_of(telling: Telling) -> Quantity:
    """The figure a telling gives; only for kinds whose value is a quantity."""
    value = telling.mention.value
    assert isinstance(value, Quantity)
    return value


def head_stems(telling: Telling) -> tuple[str, ...]:
    """The head noun of a figure as it stands among the words: it is compared on its own, not as context."""
    value = telling.mention.value
    if not isinstance(value, Quantity) or not value.head:
        return ()
    stem = head_stem(value.head)
    return (stem, concepts().get(stem, stem))


@cache
def between() -> frozenset[str]:
    """The stems of the words between a measure and its figure, synonyms under one stem."""
    meaning = concepts()
    return frozenset(meaning.get(stem, stem) for stem in map(stem_of, BETWEEN.split()))
