"""How sure two articles are of one event: by names that both have, and by words that are too much alike.

Two quakes are reported in the same words. So words alone join nothing: what counts is whether the names that
one article is about stand in the other, and words that are more alike than the names speak against one event.
A town has more than one event, too: where one name is all that is in common and the words are others, names
count less.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from newsdiff.events.everyday import EVERYDAY_SHARE, SEEN_BEFORE, everyday
from newsdiff.events.fingerprint import ArticleFingerprint
from newsdiff.quick_dataclass import dataclass

NAME_WEIGHT = 1.3
"""A name says more of what happened than another term as rare, when candidates are looked for."""
STRANGERS = 0.05
"""Cosine of all terms up to which two articles have nothing to do with each other."""

# The weights come from benchmarks/accuracy/fit_grouping.py, a logistic regression over pairs of articles: the
# real events, twins of them, look-alikes, running stories of two kinds and a simulated world. They were
# rounded, and judged on twins, kinds of stories and events, and worlds that were left out.
NAMES_FOUND = 7.7
"""What it counts that all names one article is about stand in the other."""
RARE = 1.4
"""What it counts, per power of e, that rare names are in common."""
HEADLINE = 3.7
"""What it counts that all of one headline stands in the other article."""
LOOK_ALIKE = -39.0
"""What it counts that the words are alike and the names are not at all."""
NAME_ALONE = -2.6
"""How much less the names found count where one rare name, or none, is all that is in common."""
DAYS = 16
"""Days between two articles that count 1 against one event; it counts with their square: a week says next to
nothing, a month a lot."""
BEFOREHAND = -7.4
"""What counts against two articles of which nothing is known."""

FARTHEST = -50.0
"""Least log-odds, so that no number overflows."""

LIKE_WORDS = 0.1
"""Cosine of the terms that are no names from which a name in common is not alone: of pairs of articles on one
event one in twenty is below, unless days lie between; of those that share a town alone, most are."""
STILL_RARE = 40
"""Articles that have a name from which it is no longer rare: events are smaller."""
IN_REACH = 2_000
"""Articles that the count is out of: in a larger library as large a share of articles is still rare."""
UNKNOWN = 1.0
"""Rarity that is added to what is found and, twice, to what could be: few names say little either way."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A fingerprint weighed by how rare its terms are."""

    weights: Mapping[str, float]
    """All terms, of length one."""
    words: Mapping[str, float]
    """The terms that are no names, of length one."""
    names: frozenset[str]
    rare: Mapping[str, float]
    """Names -> how much rarer they are than a name that is no longer rare."""
    named: Mapping[str, float]
    """Names and what the article is about -> their rarity, where they have one."""
    core: Mapping[str, float]
    """Names that the article is about -> their weight."""
    headline: Mapping[str, float]
    """Terms of the headline -> their rarity."""
    day: date | None
    shingles: frozenset[int]


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against two articles being of one event."""

    cosine: float
    """Likeness of all terms, 0 to 1."""
    names_found: float
    """Share, 0 to 1, of the names that one article is about that the other has, whichever way is more."""
    rare: float
    """How rare the names in common are, as a logarithm."""
    headline: float
    """Share of one headline that the other article has, whichever way is more."""
    excess: float
    """By how much the words are more alike than the names."""
    name_alone: float
    """How much one name is all that is in common, 0 to 1: its share of what is rare, times how far the words
    are from being alike."""
    days: int
    """Days from one to the other; 0 if one has no date."""

    @cached_property
    def sureness(self) -> float:
        """0 to 1: how sure it is that both report one event."""
        if self.cosine <= STRANGERS:
            return 0.0
        odds = (
            BEFOREHAND
            + (NAMES_FOUND + NAME_ALONE * self.name_alone) * self.names_found
            + RARE * self.rare
            + HEADLINE * self.headline
            + LOOK_ALIKE * self.excess
            - (self.days / DAYS) ** 2
        )
        return 1 / (1 + math.exp(-max(odds, FARTHEST)))


def rarity(term: str, articles: int, holding: int) -> float:
    """Inverse document frequency (Spaerck Jones, 1972) of a term that `holding` of `articles` have, with
    those that count as seen before (see everyday.py)."""
    before = SEEN_BEFORE * EVERYDAY_SHARE if term in everyday() else 0.0
    return max(0.0, math.log((articles + SEEN_BEFORE + 1) / (max(holding, 1) + before)))


def no_longer_rare(articles: int) -> float:
    """Rarity of a term that `STILL_RARE` articles of those in reach have."""
    return math.log((min(articles, IN_REACH) + SEEN_BEFORE + 1) / STILL_RARE)


def vector_of(fingerprint: ArticleFingerprint, rarity_of: Callable[[str], float], articles: int) -> Vector:
    """Weigh a fingerprint by the rarity of its terms among `articles`."""
    rarities = {term: rarity_of(term) for term in fingerprint.terms}
    found = {term: (1 + math.log(count)) * rarities[term] for term, count in fingerprint.terms.items()}
    usual = no_longer_rare(articles)
    names = fingerprint.names
    return Vector(
        _of_length_one({term: found[term] * (NAME_WEIGHT if term in names else 1.0) for term in found}),
        _of_length_one({term: found[term] for term in found if term not in names}),
        names,
        {term: rarities[term] - usual for term in names | fingerprint.core if rarities[term] > usual},
        {term: rarities[term] for term in sorted(names | fingerprint.core) if rarities[term] > 0},
        {term: found[term] for term in fingerprint.core},
        {term: rarities[term] for term in fingerprint.headline},
        fingerprint.day,
        fingerprint.shingles,
    )


def similarity(one: Vector, other: Vector) -> float:
    """0 to 1: how sure it is that both report one event."""
    return evidence(one, other).sureness


def evidence(one: Vector, other: Vector) -> Evidence:
    """What speaks for and against one event."""
    cosine = _cosine(one.weights, other.weights)
    if cosine <= STRANGERS:
        return Evidence(cosine, 0.0, 0.0, 0.0, 0.0, 1.0, 0)
    found, at_most = max(_share_found(one.core, other.weights), _share_found(other.core, one.weights))
    headline, _ = max(_share_found(one.headline, other.weights), _share_found(other.headline, one.weights))
    common = [one.rare[name] for name in one.rare.keys() & other.rare.keys()]
    rare, words = sum(common), _cosine(one.words, other.words)
    alone = (max(common) / rare if common else 1.0) * max(0.0, 1 - words / LIKE_WORDS)
    days = abs((one.day - other.day).days) if one.day and other.day else 0
    return Evidence(cosine, found, math.log1p(rare), headline, max(0.0, words - at_most), alone, days)


def _of_length_one(raw: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / length for term, value in raw.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(one[term] * other[term] for term in one.keys() & other.keys())


def _share_found(wanted: Mapping[str, float], found: Mapping[str, float]) -> tuple[float, float]:
    """Share of `wanted` that is in `found`: if half of what is unknown is, and if all of it is."""
    common = sum(weight for term, weight in wanted.items() if term in found)
    whole = sum(wanted.values()) + 2 * UNKNOWN
    return (common + UNKNOWN) / whole, (common + 2 * UNKNOWN) / whole
