"""Statements as clusters: which sentences of several articles report the same thing together.

Pairs join greedily, likeliest first. Two clusters become one only when the mean probability over all pairs
between them is high enough, so no single weak pair joins what does not belong together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.statements.pair_features import rival_of
from newsdiff.statements.sentence_texts import SentenceText

SENTENCES_PER_ARTICLE: Final = 2
"""What one outlet says in one sentence another splits in two; in more they say more."""
COHESION: Final = 0.8
"""Least mean probability between two clusters that join, as a share of the bound for one pair."""
LEAST_COUNTED: Final = 0.02
"""Probabilities below count as none."""


def cluster_sentences(
    sentences: Sequence[SentenceText],
    one: Numbers,
    other: Numbers,
    probability: Floats,
    bound: float,
) -> list[list[int]]:
    """Sentence numbers of each statement, ascending, of two or more articles each.

    A pair below `bound` joins nothing; neither does one where both sentences have a likelier partner in the
    other's article.
    """
    article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
    best = probability >= rival_of(one, article[other], probability)
    best |= probability >= rival_of(other, article[one], probability)
    value = values_of_pairs(one, other, probability, np.flatnonzero(probability >= LEAST_COUNTED))
    article_of: list[int] = article.tolist()
    chosen = np.flatnonzero((probability >= bound) & best)
    order = chosen[np.lexsort((other[chosen], one[chosen], -probability[chosen]))]
    cluster_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for place in order:
        a, b = int(one[place]), int(other[place])
        mine, theirs = cluster_of.get(a, a), cluster_of.get(b, b)
        if mine == theirs:
            continue
        left, right = members.get(mine, [a]), members.get(theirs, [b])
        if may_join(left, right, value, article_of, bound):
            members[mine] = left + right
            members.pop(theirs, None)
            cluster_of.update(dict.fromkeys(members[mine], mine))
    return sorted(sorted(found) for found in members.values() if len({article_of[n] for n in found}) > 1)


def may_join(
    left: Sequence[int],
    right: Sequence[int],
    value: Mapping[tuple[int, int], float],
    article: Sequence[int],
    bound: float,
) -> bool:
    """Whether two clusters belong together: few sentences an article, and alike enough on the whole.

    Where two outlets have a sentence in both clusters, their sentences pair one by one: two statements.
    """
    here, there = [article[n] for n in left], [article[n] for n in right]
    if len(set(here) & set(there)) > 1:
        return False
    if max(Counter(here + there).values()) > SENTENCES_PER_ARTICLE:
        return False
    across = [
        value.get((a, b) if a < b else (b, a), 0.0) for a in left for b in right if article[a] != article[b]
    ]
    return bool(across) and round(sum(across) / len(across), 6) >= COHESION * bound


def values_of_pairs(
    one: Numbers, other: Numbers, value: Floats, places: Numbers
) -> dict[tuple[int, int], float]:
    """The values of the pairs at some places by the numbers of their sentences."""
    pairs = zip(one[places].tolist(), other[places].tolist(), strict=True)
    return dict(zip(pairs, value[places].tolist(), strict=True))


def mean_probability(
    members: Sequence[int], value: Mapping[tuple[int, int], float], article: Sequence[int]
) -> float:
    """Mean probability over the pairs of sentences of different articles, rounded."""
    found = [
        value.get((a, b), 0.0)
        for place, a in enumerate(members)
        for b in members[place + 1 :]
        if article[a] != article[b]
    ]
    return round(sum(found) / len(found), 4) if found else 0.0
