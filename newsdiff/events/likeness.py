"""How alike two articles are: rare terms and names in common, and how near their days are."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from newsdiff.events.everyday import EVERYDAY, EVERYDAY_SHARE, SEEN_BEFORE
from newsdiff.events.portrait import Portrait

NAME_WEIGHT = 1.3
"""A name says more of what happened than another term as rare. 1.2 to 1.4 group alike well."""
FULL_DAYS = 2
"""Days between two articles that say nothing against one event."""
DAYS_TO_HALVE = 20.0
"""Every further so many days halve the likeness: what looks the same a month later is the next such event."""
NO_NAME_SHARED = 0.25
"""Factor for two articles that name people and places and share none of them: two quakes, two matches."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A portrait weighed by how rare its terms are: of length one."""

    weights: Mapping[str, float]
    names: frozenset[str]
    day: date | None
    shingles: frozenset[int]


def rarity(term: str, articles: int, holding: int) -> float:
    """Inverse document frequency (Spaerck Jones, 1972) of a term that `holding` of `articles` tell, with
    those that count as seen before (see everyday.py)."""
    before = SEEN_BEFORE * EVERYDAY_SHARE if term in EVERYDAY else 0.0
    return max(0.0, math.log((articles + SEEN_BEFORE + 1) / (max(holding, 1) + before)))


def vector_of(portrait: Portrait, rarity_of: Callable[[str], float]) -> Vector:
    """Weigh a portrait."""
    raw = {
        term: (1 + math.log(count)) * rarity_of(term) * (NAME_WEIGHT if term in portrait.names else 1.0)
        for term, count in portrait.terms.items()
    }
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    weights = {term: value / length for term, value in raw.items()}
    return Vector(weights, portrait.names, portrait.day, portrait.shingles)


def likeness(one: Vector, other: Vector) -> float:
    """0 to 1: cosine of the terms; less without a common name, and for days further apart than one event."""
    small, large = sorted((one.weights, other.weights), key=len)
    cosine = sum(weight * large.get(term, 0.0) for term, weight in small.items())
    if one.names and other.names and one.names.isdisjoint(other.names):
        cosine *= NO_NAME_SHARED
    return cosine * nearness(one.day, other.day)


def nearness(one: date | None, other: date | None) -> float:
    """1 for two days of one event, less for days further apart; 1 where a date is not known."""
    if one is None or other is None:
        return 1.0
    return float(0.5 ** (max(0, abs((one - other).days) - FULL_DAYS) / DAYS_TO_HALVE))
