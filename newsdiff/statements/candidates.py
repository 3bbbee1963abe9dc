"""Candidate pairs: sentences of different articles that share rare terms or are near in meaning.

Each article is held against all before it at once, as one table of numbers. For each sentence only the best
few of every other article are kept, so what is judged grows with the number of sentences, not of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

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
MOST_CELLS: Final = 1_000_000
"""Pairs of sentences that are held against each other at a time."""
CELLS_AT_A_TIME: Final = 200_000
"""The same for two articles that are too long for that: what a processor has near at hand."""


class Candidates(NamedTuple):
    """The numbers of the two sentences of each pair, the first smaller, ascending; one entry a pair."""

    one: Numbers
    other: Numbers
    cosine: Floats
    """Of the vectors of the two sentences."""
    shared: Floats
    """Summed weight of the terms that both have."""
    likeness: Floats
    """A first guess how alike they are, rounded."""

    def at(self, places: Numbers) -> Candidates:
        """Those at some places."""
        return Candidates(
            self.one[places],
            self.other[places],
            self.cosine[places],
            self.shared[places],
            self.likeness[places],
        )


def find_candidates(sentences: Sequence[SentenceText], terms: Memberships, vectors: Floats) -> Candidates:
    """The pairs of sentences of different articles that are worth judging."""
    article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
    nothing = np.zeros(0)
    parts = [Candidates(nothing.astype(np.int64), nothing.astype(np.int64), nothing, nothing, nothing)]
    bounds = np.flatnonzero(np.diff(article, prepend=-1, append=-2))
    for number, (first, last) in enumerate(pairwise(bounds.tolist())):
        for starts, stop in groups_of_articles(bounds[: number + 1], last - first):
            if (last - first) * (stop - int(starts[0])) > MOST_CELLS:
                parts += between_long(slice(first, last), slice(int(starts[0]), stop), terms, vectors)
            else:
                parts.append(between(slice(first, last), starts, stop, terms, vectors))
    found = Candidates(*(np.concatenate(arrays) for arrays in zip(*map(arrays_of, parts), strict=True)))
    found = found.at(np.lexsort((found.other, found.one)))
    again = (np.diff(found.one, prepend=-1) == 0) & (np.diff(found.other, prepend=-1) == 0)
    found = found.at(np.flatnonzero(~again))
    return found.at(best_of_each_sentence(found, len(sentences)))


def arrays_of(found: Candidates) -> tuple[Numbers, Numbers, Floats, Floats, Floats]:
    """The columns."""
    return found.one, found.other, found.cosine, found.shared, found.likeness


def groups_of_articles(bounds: Numbers, rows: int) -> Iterator[tuple[Numbers, int]]:
    """Where the articles before one with `rows` sentences begin, and where the last of them ends; as many at
    a time as may be held against it. `bounds` holds where each begins and, last, where the last one ends."""
    place = 0
    while place < len(bounds) - 1:
        room = bounds[place] + MOST_CELLS // rows
        end = max(place + 1, int(np.searchsorted(bounds, room, side="right")) - 1)
        yield bounds[place:end], int(bounds[end])
        place = end


def between_long(mine: slice, theirs: slice, terms: Memberships, vectors: Floats) -> Iterator[Candidates]:
    """The best pairs of two articles that are too long to be held against each other as a whole: first for
    the sentences of one of them, some at a time, then for those of the other."""
    for few in parts_of(mine, theirs.stop - theirs.start):
        yield between(few, np.array([theirs.start]), theirs.stop, terms, vectors, best_of_rows)
    for few in parts_of(theirs, mine.stop - mine.start):
        found = between(few, np.array([mine.start]), mine.stop, terms, vectors, best_of_rows)
        yield found._replace(one=found.other, other=found.one)


def parts_of(whole: slice, width: int) -> Iterator[slice]:
    """A stretch of sentences in parts that may be held against `width` others."""
    step = max(1, CELLS_AT_A_TIME // width)
    for start in range(whole.start, whole.stop, step):
        yield slice(start, min(start + step, whole.stop))


def between(
    mine: slice,
    starts: Numbers,
    stop: int,
    terms: Memberships,
    vectors: Floats,
    best: Callable[[Floats, Numbers, int], Numbers] | None = None,
) -> Candidates:
    """The best pairs of the sentences of an article with those of articles before it; `best` chooses them,
    `best_both_ways` unless another is given.

    A first guess how alike two sentences are mixes the cosine of their vectors and the weighted overlap of
    their terms as DESIGN.md has it (0.6 and 0.8); it only chooses which pairs are judged.
    """
    best = best or best_both_ways
    theirs = slice(int(starts[0]), stop)
    starts = starts - theirs.start
    cosine = vectors[mine] @ vectors[theirs].T
    shared, met = terms.shared_between(mine, theirs, COMMON_ITEM)
    near = best(np.round(cosine, 9), starts, NEAREST)
    met.reshape(-1)[near] = True
    likeness = np.sqrt(terms.size[mine, None] * terms.size[theirs])
    likeness += 12
    np.divide(shared, likeness, out=likeness)
    likeness *= 0.8
    likeness += 0.6 * cosine
    np.round(likeness, 9, out=likeness)
    likeness[~met] = -np.inf
    places = best(likeness, starts, PER_ARTICLE)
    row, column = np.divmod(places, cosine.shape[1])
    return Candidates(
        one=column + theirs.start,
        other=row + mine.start,
        cosine=cosine.reshape(-1)[places],
        shared=shared.reshape(-1)[places],
        likeness=likeness.reshape(-1)[places],
    )


def best_both_ways(value: Floats, starts: Numbers, most: int) -> Numbers:
    """Flat places of what is among the best of its row in one run of columns, or of its column; ascending."""
    chosen = np.zeros(value.size, dtype=bool)
    chosen[best_of_rows(value, starts, most)] = True
    chosen[best_of_columns(value, starts, most)] = True
    return np.flatnonzero(chosen)


def best_of_rows(value: Floats, starts: Numbers, most: int) -> Numbers:
    """The same for the rows alone, ascending."""
    return np.sort(best_of_runs(value, starts, most))


def best_of_columns(value: Floats, _: Numbers, most: int) -> Numbers:
    """The same for the columns alone, ascending."""
    rows, columns = value.shape
    column, row = np.divmod(best_of_runs(value.T, np.zeros(1, dtype=np.int64), most), rows)
    return np.sort(row * columns + column)


def best_of_runs(value: Floats, starts: Numbers, most: int) -> Numbers:
    """Flat places of the `most` greatest values of each run in each row, the earlier among equals.

    A run of columns ends where the next one starts. Minus infinity is never chosen.
    """
    left = np.array(value, order="C")
    if len(starts) == 1:
        return best_of_rows_alone(left, most)
    columns = left.shape[1]
    sizes = np.diff(starts, append=columns)
    run_of = np.repeat(np.arange(len(starts)), sizes)
    found = []
    for _ in range(most):
        best = np.maximum.reduceat(left, starts, axis=1)
        best[best == -np.inf] = np.inf  # nothing is left in this run
        equal = np.flatnonzero(left == np.repeat(best, sizes, axis=1))
        run = equal // columns * len(starts) + run_of[equal % columns]
        first = equal[np.diff(run, prepend=-1) > 0]
        left.reshape(-1)[first] = -np.inf
        found.append(first)
    return np.concatenate(found)


def best_of_rows_alone(left: Floats, most: int) -> Numbers:
    """The same where each row is one run; `left` is used up."""
    columns = left.shape[1]
    offsets = np.arange(len(left)) * columns
    flat = left.reshape(-1)
    found = []
    for _ in range(most):
        places = offsets + left.argmax(axis=1)
        places = places[flat[places] > -np.inf]
        flat[places] = -np.inf
        found.append(places)
    return np.concatenate(found)


def best_of_each_sentence(found: Candidates, sentences: int) -> Numbers:
    """Places of the pairs that are among the best of one of their sentences, ascending."""
    most = max(PER_SENTENCE, 2 * MOST_PAIRS // max(1, sentences))
    kept = among_best(found.one, found.likeness, most) | among_best(found.other, found.likeness, most)
    return np.flatnonzero(kept)


def among_best(group: Numbers, value: Floats, most: int) -> np.ndarray:
    """Whether each entry is among the `most` greatest values of its group; the earlier one among equals."""
    if np.bincount(group).max(initial=0) <= most:
        return np.ones(len(group), dtype=bool)
    order = np.lexsort((np.arange(len(group)), -value, group))
    ordered = group[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    place = np.arange(len(group)) - np.repeat(starts, np.diff(np.append(starts, len(group))))
    result = np.zeros(len(group), dtype=bool)
    result[order] = place < most
    return result
