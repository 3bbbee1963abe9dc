"""How much a term says: rare in the event says much, in every sentence says little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable


def rarity(held: Iterable[Iterable[str]]) -> dict[str, float]:
    """Term -> inverse document frequency over the passages of an event, ``ln((N + 1) / n)``.

    The usual idf (Spaerck Jones, 1972). Passages that hold the same terms count once, so that copies of
    agency text do not make its words common.
    """
    different = {tuple(sorted(set(terms))) for terms in held}
    counts = Counter(term for terms in different for term in terms)
    return {term: math.log((len(different) + 1) / count) for term, count in counts.items()}
