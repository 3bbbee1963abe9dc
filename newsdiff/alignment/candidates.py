"""Candidates: pairs of passages of different articles that share enough rare terms to be looked at closely.

An inverted index over the terms finds them; terms told all over the event find nobody (nearly every pair
shares them) and only add to the overlap of pairs that others found. So no work is spent on pairs that share
nothing, and what is kept is bounded for each paragraph.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from newsdiff.alignment.constants import (
    CANDIDATES_PER_ARTICLE,
    CANDIDATES_PER_PARAGRAPH,
    COMMON_TERM,
    LEAST_COMMON,
    LEAST_OVERLAP,
    MOST_TELLERS,
    MOST_TWINS,
    OVERLAP_SHORTER,
    OVERLAP_SMOOTHING,
)
from newsdiff.alignment.passages import Passage, distinct
from newsdiff.language.weights import rarity

Pair = tuple[int, int]
"""Numbers of two passages of different articles, the smaller first."""


def find_candidates(passages: Sequence[Passage]) -> dict[Pair, float]:
    """Pairs worth a close look with their overlap, in ascending order."""
    index = SharedTerms(passages)
    partners = BestPartners(len(passages))
    articles = [passage.article for passage in passages]
    for _, members in groupby(range(len(passages)), key=lambda number: passages[number].article):
        numbers = list(members)
        rows = {number: index.overlaps(number) for number in numbers}
        partners.offer(best_on_either_side(rows, articles))
        index.add(numbers)
    return partners.pairs()


def best_on_either_side(
    rows: Mapping[int, Mapping[int, float]], articles: Sequence[int]
) -> dict[Pair, float]:
    """Of one article's passages with those of all articles before: the pairs that are, for one of the two
    passages, among the best with the other's article.
    """
    groups: dict[tuple[int, int], list[tuple[float, Pair]]] = defaultdict(list)
    for number, found in rows.items():
        for other, value in found.items():
            entry = (-value, (other, number))
            groups[number, articles[other]].append(entry)
            groups[other, articles[number]].append(entry)
    kept: dict[Pair, float] = {}
    for group in groups.values():
        if len(group) > CANDIDATES_PER_ARTICLE:
            group.sort()
        for value, pair in group[:CANDIDATES_PER_ARTICLE]:
            kept[pair] = -value
    return kept


class BestPartners:
    """For each passage its best partners so far, however many are offered."""

    def __init__(self, passages: int) -> None:
        """Nobody has a partner yet."""
        self._held: list[list[tuple[float, Pair]]] = [[] for _ in range(passages)]

    def offer(self, found: Mapping[Pair, float]) -> None:
        """Take note of pairs with their overlap; each passage keeps its best."""
        for pair, value in found.items():
            entry = (-value, pair)
            self._held[pair[0]].append(entry)
            self._held[pair[1]].append(entry)
        for passage in {passage for pair in found for passage in pair}:
            if len(self._held[passage]) > 4 * CANDIDATES_PER_PARAGRAPH:
                self._held[passage] = best_of(self._held[passage])

    def pairs(self) -> dict[Pair, float]:
        """The pairs that are among the best of one of their two passages, in ascending order."""
        kept = {pair: -value for held in self._held for value, pair in best_of(held)}
        return dict(sorted(kept.items()))


def best_of(held: Iterable[tuple[float, Pair]]) -> list[tuple[float, Pair]]:
    """The best of the pairs held for a passage."""
    return sorted(held)[:CANDIDATES_PER_PARAGRAPH]


class SharedTerms:
    """An index of the passages of articles read so far: who else has the terms of a passage?"""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Weigh all terms of the event; the index itself starts empty."""
        different = distinct(passages)
        self._weight = rarity(passage.concepts for passage in different)
        most = min(max(LEAST_COMMON, COMMON_TERM * len(different)), MOST_TELLERS)
        common = {term for term, count in term_counts(different).items() if count > most}
        self._rare = [tuple(t for t in passage.concepts if t not in common) for passage in passages]
        self._common = [{t: self._weight[t] for t in p.concepts if t in common} for p in passages]
        self._size = [sum(self._weight[term] for term in passage.concepts) for passage in passages]
        self._as_shorter = [size**OVERLAP_SHORTER for size in self._size]
        self._as_longer = [size ** (1 - OVERLAP_SHORTER) for size in self._size]
        self._common_size = [sum(terms.values()) for terms in self._common]
        self._terms = [passage.concepts for passage in passages]
        self._twins: Counter[tuple[str, ...]] = Counter()
        self._tellers: dict[str, list[int]] = defaultdict(list)

    def add(self, numbers: Sequence[int]) -> None:
        """Let the passages of one article be found, unless enough say exactly the same already."""
        for number in numbers:
            self._twins[self._terms[number]] += 1
            if self._twins[self._terms[number]] > MOST_TWINS:
                continue
            for term in self._rare[number]:
                self._tellers[term].append(number)

    def overlaps(self, number: int) -> dict[int, float]:
        """The passages found that overlap with this one at least a little, with how much.

        Overlap is the summed rarity of what both share, divided by the size of the pair: 0 for nothing,
        towards 1 for the same long text. In that size the shorter passage counts more, for what is one
        paragraph here is part of a long one there: ``shorter**s * longer**(1 - s) + smoothing``.
        """
        shared: dict[int, float] = defaultdict(float)
        for term in self._rare[number]:
            weight = self._weight[term]
            for other in self._tellers.get(term, ()):
                shared[other] += weight
        result = {}
        own, as_shorter, as_longer = self._size[number], self._as_shorter[number], self._as_longer[number]
        own_common, common = self._common_size[number], self._common[number].items()
        for other, total in shared.items():
            if own < self._size[other]:
                size = as_shorter * self._as_longer[other] + OVERLAP_SMOOTHING
            else:
                size = self._as_shorter[other] * as_longer + OVERLAP_SMOOTHING
            least, theirs = LEAST_OVERLAP * size, self._common_size[other]
            if total + (own_common if own_common < theirs else theirs) < least:
                continue
            there = self._common[other]
            for term, weight in common:
                if term in there:
                    total += weight
            if total >= least:
                result[other] = total / size
        return result


def term_counts(passages: Sequence[Passage]) -> Counter[str]:
    """Term -> number of passages that have it."""
    return Counter(term for passage in passages for term in passage.concepts)
