"""How far apart two texts are in what they put first: a sum of four parts, each 0 to 1.

    distance = 1 - (HEADLINE * words of the headlines + LEAD * words of the leads
                    + STATEMENTS * statements, by how near the top + SPEAKERS * whom they quote)

Each part is what both have in common over what either has (weighted Jaccard, also Ruzicka similarity), every
term weighed by its rarity among the texts of the event, so that what all report says nothing. A part that
either text has nothing of is left out, and the others count so much more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from newsdiff.quick_dataclass import dataclass
from newsdiff.takes.front import Front

HEADLINE: Final = 0.4
LEAD: Final = 0.2
STATEMENTS: Final = 0.3
SPEAKERS: Final = 0.1
ALONE: Final = 0.35
"""How much of its rarity a term counts that only one text has: it sets that text apart from all alike."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The fronts of the articles that print one text, as one."""

    articles: tuple[str, ...]
    headline: frozenset[str]
    lead: frozenset[str]
    statements: Mapping[str, float]
    speakers: frozenset[str]


def unit_of(fronts: Sequence[Front]) -> Unit:
    """Put the fronts of one text together; a statement counts where it stands highest."""
    statements: dict[str, float] = {}
    for front in fronts:
        for statement, place in front.statements.items():
            statements[statement] = max(place, statements.get(statement, 0.0))
    return Unit(
        tuple(front.article for front in fronts),
        frozenset().union(*(front.headline for front in fronts)),
        frozenset().union(*(front.lead for front in fronts)),
        statements,
        frozenset().union(*(front.speakers for front in fronts)),
    )


def distances(units: Sequence[Unit]) -> list[list[float]]:
    """The distance of each text to each other one: a square, 0 on the diagonal."""
    parts: list[tuple[float, list[Mapping[str, float]]]] = [
        (HEADLINE, [dict.fromkeys(unit.headline, 1.0) for unit in units]),
        (LEAD, [dict.fromkeys(unit.lead, 1.0) for unit in units]),
        (STATEMENTS, [unit.statements for unit in units]),
        (SPEAKERS, [dict.fromkeys(unit.speakers, 1.0) for unit in units]),
    ]
    weighed = [(share, held, rarity(held)) for share, held in parts]
    size = len(units)
    square = [[0.0] * size for _ in range(size)]
    for one in range(size):
        for other in range(one):
            common = counted = 0.0
            for share, held, weight in weighed:
                if held[one] and held[other]:
                    common += share * in_common(held[one], held[other], weight)
                    counted += share
            square[one][other] = square[other][one] = 1.0 - common / counted if counted else 1.0
    return square


def rarity(held: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Term -> ``ln((N + 1) / n)`` over the texts (Spaerck Jones 1972), less for what one text has alone."""
    texts = list(held)
    counts = Counter(term for text in texts for term in text)
    whole = len(texts) + 1
    return {term: math.log(whole / count) * (ALONE if count == 1 else 1.0) for term, count in counts.items()}


def in_common(one: Mapping[str, float], other: Mapping[str, float], weight: Mapping[str, float]) -> float:
    """Weighted Jaccard similarity, 0 to 1."""
    both = sum(min(one[term], other[term]) * weight[term] for term in sorted(one.keys() & other.keys()))
    either = sum(
        max(one.get(term, 0.0), other.get(term, 0.0)) * weight[term]
        for term in sorted(one.keys() | other.keys())
    )
    return both / either if either else 0.0
