"""Candidates: pairs of passages of different articles that share enough rare terms to be looked at closely.

An inverted index over the terms finds them; terms told all over the event find nobody (nearly every pair
shares them) and only add to the overlap of pairs that others found. So no work is spent on pairs that share
nothing, and what is kept is bounded for each paragraph.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from newsdiff.alignment.constants import (
    CANDIDATES_PER_ARTICLE,
    CANDIDATES_PER_PARAGRAPH,
    COMMON_TERM,
    LEAST_COMMON,
    LEAST_OVERLAP,
    OVERLAP_SHORTER,
    OVERLAP_SMOOTHING,
)
from newsdiff.alignment.passages import Passage
from newsdiff.language.weights import rarity

Pair = tuple[int, int]
"""Numbers of two passages of different articles, the smaller first."""


def find_candidates(passages: Sequence[Passage]) -> dict[Pair, float]:
    """Pairs worth a close look with their overlap, in ascending order."""
    index = SharedTerms(passages)
    articles = [passage.article for passage in passages]
    kept: dict[Pair, float] = {}
    for _, members in groupby(range(len(passages)), key=lambda number: passages[number].article):
        numbers = list(members)
        found = {
            (other, number): value for number in numbers for other, value in index.overlaps(number).items()
        }
        kept.update(best_on_either_side(found, articles, CANDIDATES_PER_ARTICLE))
        index.add(numbers)
    all_one = [0] * len(passages)
    return dict(sorted(best_on_either_side(kept, all_one, CANDIDATES_PER_PARAGRAPH).items()))


def overlap(shared: float, one: float, other: float) -> float:
    """How much of two passages is shared: 0 for nothing, towards 1 for the same long text.

    `shared`, `one` and `other` are summed rarities of the shared terms and of each passage's own. The
    shorter passage counts more, for what is one paragraph here is part of a long one there.
    """
    short, long = (one, other) if one < other else (other, one)
    size: float = short**OVERLAP_SHORTER * long ** (1 - OVERLAP_SHORTER)
    return shared / (size + OVERLAP_SMOOTHING)


class SharedTerms:
    """An index of the passages of articles read so far: who else has the terms of a passage?"""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Weigh all terms of the event; the index itself starts empty."""
        self._weight = rarity(passage.concepts for passage in passages)
        most = max(LEAST_COMMON, COMMON_TERM * len(passages))
        common = {term for term, count in term_counts(passages).items() if count > most}
        self._rare = [tuple(t for t in passage.concepts if t not in common) for passage in passages]
        self._common = [frozenset(t for t in passage.concepts if t in common) for passage in passages]
        self._size = [self._sum(passage.concepts) for passage in passages]
        self._common_size = [self._sum(sorted(terms)) for terms in self._common]
        self._tellers: dict[str, list[int]] = defaultdict(list)

    def add(self, numbers: Sequence[int]) -> None:
        """Let the passages of one article be found from now on."""
        for number in numbers:
            for term in self._rare[number]:
                self._tellers[term].append(number)

    def overlaps(self, number: int) -> dict[int, float]:
        """The passages found that overlap with this one at least a little, with how much."""
        shared: dict[int, float] = defaultdict(float)
        for term in self._rare[number]:
            weight = self._weight[term]
            for other in self._tellers.get(term, ()):
                shared[other] += weight
        result = {}
        own, own_common = self._size[number], self._common_size[number]
        for other, total in shared.items():
            most = total + min(own_common, self._common_size[other])
            if overlap(most, own, self._size[other]) >= LEAST_OVERLAP:
                value = overlap(total + self._in_common(number, other), own, self._size[other])
                if value >= LEAST_OVERLAP:
                    result[other] = value
        return result

    def _in_common(self, one: int, other: int) -> float:
        """The rarity of the common terms that two passages share."""
        return self._sum(sorted(self._common[one] & self._common[other]))

    def _sum(self, terms: Sequence[str]) -> float:
        """The summed rarity of some terms."""
        return sum(self._weight[term] for term in terms)


def term_counts(passages: Sequence[Passage]) -> dict[str, int]:
    """Term -> number of passages that have it."""
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for term in passage.concepts:
            counts[term] += 1
    return counts


def best_on_either_side(found: Mapping[Pair, float], articles: Sequence[int], most: int) -> dict[Pair, float]:
    """The pairs that are, for one of their two passages, among the `most` best with the other's article.

    `articles` has the article of each passage (or one number for all, when articles shall not matter).
    """
    groups: dict[tuple[int, int], list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in found.items():
        one, other = pair
        groups[one, articles[other]].append((-value, pair))
        groups[other, articles[one]].append((-value, pair))
    return {
        pair: -value
        for group in groups.values()
        for value, pair in (heapq.nsmallest(most, group) if len(group) > most else group)
    }
