"""How much a term tells: rare in the event says much, told everywhere says little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping


def rarity(paragraph_terms: Iterable[Iterable[str]]) -> dict[str, float]:
    """Term -> inverse document frequency over all paragraphs of an event, at least a hair above zero.

    The usual idf (Spaerck Jones, 1972), ``ln((N + 1) / n)``. A mixture with frequencies in general
    news was measured and made links worse: what is rare in the event matters, not what is rare in English.
    """
    frequency: Counter[str] = Counter()
    paragraphs = 0
    for terms in paragraph_terms:
        paragraphs += 1
        frequency.update(set(terms))
    return {term: math.log((paragraphs + 1) / count) for term, count in frequency.items()}


def unit_vector(counts: Mapping[str, int], weight: Mapping[str, float]) -> dict[str, float]:
    """A paragraph as a vector of length one: damped count times rarity for each term."""
    raw = {term: (1 + math.log(count)) * weight[term] for term, count in counts.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / length for term, value in raw.items()}
