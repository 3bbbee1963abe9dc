"""Candidate pairs: sentences of different articles that share rare terms or are near in meaning.

An index over the terms and one product of sentence vectors an article find them; for each sentence only the
best few of every other article are kept, so the work grows with the number of sentences, not of pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations
from typing import Final

import numpy as np

from newsdiff.statements.memberships import Floats, Memberships, Numbers
from newsdiff.statements.sentence_texts import SentenceText

PER_ARTICLE: Final = 4
"""Best partners of a sentence in one other article that are looked at: the right one is seldom further."""
PER_SENTENCE: Final = 40
"""Best partners of a sentence in all that are looked at however large the event is, and"""
MOST_PAIRS: Final = 100_000
"""pairs in all up to which more are: 200 copies of one page must neither hang nor fill the memory, and 200
copies of a short report must still be found to report one thing."""
COMMON_ITEM: Final = 60
"""Terms of more sentences than this find no candidates; they only add to what a pair shares."""
NEAREST: Final = 3
"""Nearest sentences of each other article by vectors that become candidates without a rare term in common."""
MOST_AT_ONCE: Final = 1_000_000
"""Cosines that are held at a time: of two books there are too many for the memory."""
PAIRS_AT_ONCE: Final = 10_000
"""Pairs of which vectors and terms are held at a time."""


def find_candidates(
    sentences: Sequence[SentenceText], terms: Memberships, vectors: Floats
) -> tuple[Numbers, Numbers]:
    """Numbers of the two sentences of each candidate pair, the first smaller; ascending."""
    article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
    count = len(sentences)
    keys = [near_in_meaning(article, vectors)]
    for holders in terms.holders(COMMON_ITEM):
        one, other = np.triu_indices(len(holders), 1)
        one, other = holders[one], holders[other]
        apart = article[one] != article[other]
        keys.append(one[apart] * count + other[apart])
    found = np.sort(np.concatenate(keys))
    found = found[np.diff(found, prepend=-1) > 0]  # each once; np.unique imports a large part of numpy
    one, other = found // count, found % count
    value = plain_likeness(one, other, terms, vectors)
    kept = best_partners(one, other, value, article)
    return one[kept], other[kept]


def plain_likeness(one: Numbers, other: Numbers, terms: Memberships, vectors: Floats) -> Floats:
    """A first guess how alike two sentences are: cosine of their vectors and weighted overlap of their terms.

    The mixture of DESIGN.md (0.6 and 0.8); it only chooses which pairs are judged.
    """
    likeness: Floats = np.zeros(len(one))
    for start in range(0, len(one), PAIRS_AT_ONCE):
        few = slice(start, start + PAIRS_AT_ONCE)
        a, b = one[few], other[few]
        cosine = (vectors[a] * vectors[b]).sum(axis=1)
        overlap = terms.shared(a, b) / (np.sqrt(terms.size[a] * terms.size[b]) + 12)
        likeness[few] = np.round(0.6 * cosine + 0.8 * overlap, 9)
    return likeness


def near_in_meaning(article: Numbers, vectors: Floats) -> Numbers:
    """Keys of the pairs in which one is among the nearest of the other in its article."""
    count = len(article)
    bounds = np.flatnonzero(np.diff(article, prepend=-1, append=-2))
    keys = [np.zeros(0, dtype=np.int64)]
    for (first, last), (start, end) in permutations(pairwise(bounds.tolist()), 2):
        rows = max(1, MOST_AT_ONCE // (end - start))
        for here in range(first, last, rows):
            chunk = vectors[here : min(here + rows, last)]
            best = nearest(np.round(chunk @ vectors[start:end].T, 9))
            mine = np.repeat(np.arange(here, here + len(chunk)), best.shape[1])
            theirs = best.ravel() + start
            keys.append(np.minimum(mine, theirs) * count + np.maximum(mine, theirs))
    return np.concatenate(keys)


def nearest(nearness: Floats) -> Numbers:
    """The places of the NEAREST greatest values of each row, the earlier one among equals.

    `nearness` is overwritten.
    """
    rows = np.arange(len(nearness))
    found = []
    for _ in range(min(NEAREST, nearness.shape[1])):
        best = nearness.argmax(axis=1)
        nearness[rows, best] = -np.inf
        found.append(best)
    return np.column_stack(found)


def best_partners(one: Numbers, other: Numbers, value: Floats, article: Numbers) -> Numbers:
    """Places of the pairs that are among the best of one of their sentences, ascending."""
    kept = np.zeros(len(one), dtype=bool)
    for mine, theirs in ((one, other), (other, one)):
        kept |= among_best(mine * (article.max(initial=0) + 1) + article[theirs], value, PER_ARTICLE)
    still = np.flatnonzero(kept)
    per_sentence = max(PER_SENTENCE, 2 * MOST_PAIRS // max(1, len(article)))
    bounded = np.zeros(len(still), dtype=bool)
    for mine in (one, other):
        bounded |= among_best(mine[still], value[still], per_sentence)
    return still[bounded]


def among_best(group: Numbers, value: Floats, most: int) -> np.ndarray:
    """Whether each entry is among the `most` greatest values of its group; the earlier one among equals."""
    order = np.lexsort((np.arange(len(group)), -value, group))
    ordered = group[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    place = np.arange(len(group)) - np.repeat(starts, np.diff(np.append(starts, len(group))))
    result = np.zeros(len(group), dtype=bool)
    result[order] = place < most
    return result
