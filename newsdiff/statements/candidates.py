"""Candidate pairs: sentences of different articles that share rare terms or are near in meaning.

Each article is held against all before it at once, as one table of numbers. For each sentence only the best
few of every other article are kept, so what is judged grows with the number of sentences, not of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.statements.memberships import Floats, Memberships, Numbers
from newsdiff.statements.sentence_texts import SentenceText

PER_ARTICLE: Final = 6
"""Best partners of a sentence in one other article that are looked at: the right one is seldom further. On
left-out events 6 put more of the marked conflicts side by side than 4, and 8 no more than 6."""
PER_SENTENCE: Final = 40
"""Best partners of a sentence in all that are looked at however large the event is, and"""
MOST_PAIRS: Final = 100_000
"""pairs in all up to which more are: 200 copies of one page must neither hang nor fill the memory, and 200
copies of a short report must still be found to report one thing."""
COMMON_ITEM: Final = 60
"""Terms of more sentences than this find no candidates; they only add to what a pair shares."""
NEAREST: Final = 4
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


NOTHING: Final = Candidates(
    np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0), np.zeros(0)
)


def find_candidates(sentences: Sequence[SentenceText], terms: Memberships, vectors: Floats) -> Candidates:
    """The pairs of sentences of different articles that are worth judging."""
    article = np.array([sentence.article for sentence in sentences], dtype=np.int64)
    parts = [NOTHING]
    bounds = np.flatnonzero(np.diff(article, prepend=-1, append=-2))
    for number, (first, last) in enumerate(pairwise(bounds.tolist())):
        for starts, stop in groups_of_articles(bounds[: number + 1], last - first):
            if (last - first) * (stop - int(starts[0])) > MOST_CELLS:
                parts += between_long(slice(first, last), slice(int(starts[0]), stop), terms, vectors)
            else:
                parts.append(between(slice(first, last), starts, stop, terms, vectors))
    found = in_order(joined(parts))
    return found.at(best_of_each_sentence(found, len(sentences)))


def joined(parts: Iterable[Candidates]) -> Candidates:
    """All of them, one part after the other."""
    return Candidates(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def in_order(found: Candidates) -> Candidates:
    """The pairs ascending, each once: as it stands first."""
    found = found.at(np.lexsort((found.other, found.one)))
    again = (np.diff(found.one, prepend=-1) == 0) & (np.diff(found.other, prepend=-1) == 0)
    return found.at(np.flatnonzero(~again))


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
    """The best pairs of two articles that are too long to be held against each other as a whole: for the
    sentences of one of them, some at a time, and, gathered from all of these, for those of the other."""
    near, alike = BestOfColumns(theirs, NEAREST), BestOfColumns(theirs, PER_ARTICLE)
    for few in parts_of(mine, theirs.stop - theirs.start):
        table = Table.of(few, theirs, terms, vectors)
        near.add(table, table.cosine)
        alike.add(table, np.where(table.met, table.likeness, -np.inf))
        yield table.best(np.zeros(1, dtype=np.int64), best_of_rows)
    yield alike.with_others(near.found)


def parts_of(whole: slice, width: int) -> Iterator[slice]:
    """A stretch of sentences in parts that may be held against `width` others."""
    step = max(1, CELLS_AT_A_TIME // width)
    for start in range(whole.start, whole.stop, step):
        yield slice(start, min(start + step, whole.stop))


def between(mine: slice, starts: Numbers, stop: int, terms: Memberships, vectors: Floats) -> Candidates:
    """The best pairs of the sentences of an article with those of articles before it."""
    table = Table.of(mine, slice(int(starts[0]), stop), terms, vectors)
    return table.best(starts - starts[0], best_both_ways)


class Table(NamedTuple):
    """Sentences held against others: a row for each of `mine`, a column for each of `theirs`."""

    mine: slice
    theirs: slice
    cosine: Floats
    shared: Floats
    met: NDArray[np.bool_]
    """Whether two sentences have a rare term in common."""
    likeness: Floats

    @classmethod
    def of(cls, mine: slice, theirs: slice, terms: Memberships, vectors: Floats) -> Table:
        """The table of two stretches of sentences.

        A first guess how alike two sentences are mixes the cosine of their vectors and the weighted overlap
        of their terms as DESIGN.md has it (0.6 and 0.8); it only chooses which pairs are judged.
        """
        cosine = vectors[mine] @ vectors[theirs].T
        shared, met = terms.shared_between(mine, theirs, COMMON_ITEM)
        likeness = np.sqrt(terms.size[mine, None] * terms.size[theirs])
        likeness += 12
        np.divide(shared, likeness, out=likeness)
        likeness *= 0.8
        likeness += 0.6 * cosine
        np.round(likeness, 9, out=likeness)
        return cls(mine, theirs, cosine, shared, met, likeness)

    def best(self, starts: Numbers, best: Callable[[Floats, Numbers, int], Numbers]) -> Candidates:
        """The best pairs that have a rare term in common or are near by vectors; `starts` says in which
        columns articles begin."""
        near = best(np.round(self.cosine, 9), starts, NEAREST)
        self.met.reshape(-1)[near] = True
        self.likeness[~self.met] = -np.inf
        return self.at(best(self.likeness, starts, PER_ARTICLE))

    def at(self, places: Numbers) -> Candidates:
        """The pairs at some flat places."""
        row, column = np.divmod(places, self.cosine.shape[1])
        return Candidates(
            one=column + self.theirs.start,
            other=row + self.mine.start,
            cosine=self.cosine.reshape(-1)[places],
            shared=self.shared.reshape(-1)[places],
            likeness=self.likeness.reshape(-1)[places],
        )


class BestOfColumns:
    """The best few pairs of each column of tables that are read one after the other, the earlier row among
    equals: the same as those of one table with all their rows."""

    def __init__(self, theirs: slice, most: int) -> None:
        self.found = NOTHING
        self._theirs, self._most = theirs, most
        self._value = np.zeros(0)
        self._least = np.full(theirs.stop - theirs.start, -np.inf)
        """What a pair of each column has to exceed."""

    def add(self, table: Table, value: Floats) -> None:
        """Take over what is better in the next rows; `value` holds how good each pair of them is."""
        places = np.flatnonzero(value > self._least)
        better = table.at(places)
        touched = np.zeros(len(self._least), dtype=bool)
        touched[better.one - self._theirs.start] = True
        again = touched[self.found.one - self._theirs.start]
        kept, left = np.flatnonzero(~again), np.flatnonzero(again)
        found = joined((self.found.at(left), better))
        values = np.concatenate((self._value[left], value.reshape(-1)[places]))
        best = np.flatnonzero(among_best(found.one, values, self._most))
        found, values = found.at(best), values[best]
        self._raise_least(found.one - self._theirs.start, values, touched)
        self.found = joined((self.found.at(kept), found))
        self._value = np.concatenate((self._value[kept], values))

    def with_others(self, found: Candidates) -> Candidates:
        """The most alike of each column among its best and these."""
        found = in_order(joined((self.found, found)))
        return found.at(np.flatnonzero(among_best(found.one, found.likeness, self._most)))

    def _raise_least(self, column: Numbers, value: Floats, touched: NDArray[np.bool_]) -> None:
        """Note what a pair of these columns has to exceed from now on."""
        least = np.full(len(self._least), np.inf)
        np.minimum.at(least, column, value)
        full = touched & (np.bincount(column, minlength=len(least)) == self._most)
        self._least[full] = least[full]


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
