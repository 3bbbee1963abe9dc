"""Which sentence holds which item (a term, a word pair, a name), and what two sentences have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

SENTENCES_AT_A_TIME: Final = 64
MOST_LOOKED_UP: Final = 1_000_000
"""Sentences, and holders of their items, that are looked at together: it bounds the memory."""


class Memberships:
    """The items of each sentence as numbers, with a weight for every item."""

    def __init__(self, held: Sequence[Iterable[Hashable]], weight: dict[str, float] | None = None) -> None:
        """`held` has the items of each sentence; without `weight` each item weighs 1.

        Items that only one sentence holds are counted in its size and otherwise left out.
        """
        # Sums of weights are taken in the order of the items, which must not depend on that of the articles.
        lists: list[list[Hashable]] = [
            list(dict.fromkeys(items)) if weight is None else sorted(set(items), key=str) for items in held
        ]
        counts = Counter(item for items in lists for item in items)
        kept = [item for item, count in counts.items() if count > 1]
        if weight is not None:
            kept.sort(key=str)
        numbers = {item: number for number, item in enumerate(kept)}
        owned = [[numbers[item] for item in items if item in numbers] for items in lists]

        def weigh(item: Hashable) -> float:
            return 1.0 if weight is None else weight[str(item)]

        self.size: Floats = np.array([math.fsum(map(weigh, items)) for items in lists], dtype=np.float64)
        """Summed weight of all items of each sentence."""
        self._weight: Floats = np.array([weigh(item) for item in kept], dtype=np.float64)
        self._first: Numbers = np.cumsum([0, *map(len, owned)], dtype=np.int64)
        self._items: Numbers = np.array([number for items in owned for number in items], dtype=np.int64)

    def shared(self, one: Numbers, other: Numbers) -> Floats:
        """Summed weight of the items that each pair of sentences has in common; `one` ascends."""
        total = np.zeros(len(one))
        if not len(self._items):
            return total
        for start in range(0, len(self.size), SENTENCES_AT_A_TIME):
            stop = min(start + SENTENCES_AT_A_TIME, len(self.size))
            pairs = slice(*np.searchsorted(one, (start, stop)).tolist())
            if pairs.start == pairs.stop:
                continue
            held = np.zeros((stop - start, len(self._weight)), dtype=bool)
            row, items = self._items_of(np.arange(start, stop))
            held[row, items] = True
            pair, item = self._items_of(other[pairs])
            hit = held[one[pairs][pair] - start, item]
            total[pairs] = np.bincount(
                pair[hit], weights=self._weight[item[hit]], minlength=pairs.stop - pairs.start
            )
        return total

    def _items_of(self, sentences: Numbers) -> tuple[Numbers, Numbers]:
        """For each item of each listed sentence: the place in the list, and the item."""
        first = self._first[sentences]
        lengths = self._first[sentences + 1] - first
        return np.repeat(np.arange(len(sentences)), lengths), self._items[stretches(first, lengths)]

    def shared_between(self, mine: slice, theirs: slice, most: int) -> tuple[Floats, NDArray[np.bool_]]:
        """The same for all pairs of two stretches of sentences, as a table: a row each of `mine`.

        With it, for each pair, whether it has an item in common that at most `most` sentences hold.
        """
        columns = theirs.stop - theirs.start
        shared = np.zeros((mine.stop - mine.start, columns))
        met = np.zeros(shared.shape, dtype=bool)
        keys, holders, often = self._holders
        first = self._first[mine.start : mine.stop + 1]
        items = self._items[first[0] : first[-1]]
        begin = np.searchsorted(keys, items * len(self.size) + theirs.start)
        lengths = np.searchsorted(keys, items * len(self.size) + theirs.stop) - begin
        first = first - first[0]
        for start, stop in rows_at_a_time(np.diff(np.append(0, np.cumsum(lengths))[first])):
            held = slice(int(first[start]), int(first[stop]))
            row = np.repeat(np.arange(stop - start), np.diff(first[start : stop + 1]))
            cell = np.repeat(row * columns - theirs.start, lengths[held])
            cell += holders[stretches(begin[held], lengths[held])]
            weights = np.repeat(self._weight[items[held]], lengths[held])
            found = np.bincount(cell, weights=weights, minlength=(stop - start) * columns)
            shared[start:stop] = found.reshape(-1, columns)
            rare = np.repeat(often[items[held]] <= most, lengths[held])
            met[start:stop].reshape(-1)[cell[rare]] = True
        return shared, met

    @cached_property
    def _holders(self) -> tuple[Numbers, Numbers, Numbers]:
        """For every item the sentences that hold it, ascending, one item after the other: as one number each
        by which they are found, and as they are; and by how many each item is held."""
        owners = np.repeat(np.arange(len(self.size)), np.diff(self._first))
        keys = np.sort(self._items * len(self.size) + owners)
        return keys, keys % max(1, len(self.size)), np.bincount(self._items, minlength=len(self._weight))


def stretches(first: Numbers, lengths: Numbers) -> Numbers:
    """The numbers from each first one on, as many as each length says, one stretch after the other."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)


def rows_at_a_time(sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Rows of these sizes in stretches of at most `MOST_LOOKED_UP` together, or of one row."""
    ends = np.cumsum(sizes)
    start = 0
    while start < len(sizes):
        done = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, done + MOST_LOOKED_UP, side="right")))
        yield start, stop
        start = stop
