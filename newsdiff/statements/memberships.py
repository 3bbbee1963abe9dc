"""Which sentence holds which item (a term, a word pair, a name), and what two sentences have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from newsdiff.quick_dataclass import dataclass

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

SENTENCES_AT_A_TIME: Final = 64
"""Sentences whose pairs are looked at together: it bounds the memory."""
MOST_LOOKED_UP: Final = 1_000_000
"""Sentences, and holders of their items, that are looked at together: it bounds the memory."""


@dataclass(frozen=True, eq=False)
class Memberships:
    """The items of each sentence as numbers, with a weight for every item.

    Items that only one sentence holds are counted in its size and otherwise left out.
    """

    size: Floats
    """Summed weight of all items of each sentence."""
    weight: Floats
    """Of each item."""
    first: Numbers
    """Where the items of each sentence begin in `items`, ascending; with the end of the last."""
    items: Numbers

    @classmethod
    def of(cls, held: Sequence[Iterable[str]], weight: Mapping[str, float] | None = None) -> Memberships:
        """`held` has the items of each sentence; without `weight` each item weighs 1."""
        lists = [sorted(set(items)) for items in held]
        counts = Counter(item for items in lists for item in items)
        kept = sorted(item for item, count in counts.items() if count > 1)
        numbers = {item: number for number, item in enumerate(kept)}
        owned = [[numbers[item] for item in items if item in numbers] for items in lists]
        if weight is None:
            size, weights = np.array([float(len(items)) for items in lists]), np.ones(len(kept))
        else:
            size = np.array([math.fsum([weight[item] for item in items]) for items in lists])
            weights = np.array([weight[item] for item in kept], dtype=np.float64)
        return cls(
            size,
            weights,
            np.cumsum([0, *map(len, owned)], dtype=np.int64),
            np.array([number for items in owned for number in items], dtype=np.int64),
        )

    @classmethod
    def of_runs(cls, sentences: Sequence[Sequence[str]], length: int) -> Memberships:
        """The runs of so many neighbouring words, two or three, in each sentence; each run weighs 1."""
        numbers: dict[str, int] = {}
        words = np.array(
            [numbers.setdefault(word, len(numbers)) for words in sentences for word in words], dtype=np.int64
        )
        owner = np.repeat(np.arange(len(sentences)), [len(words) for words in sentences])
        runs = words[: max(0, len(words) - length + 1)]
        for step in range(1, length):
            runs = runs * len(numbers) + words[step : step + len(runs)]
        within = owner[: len(runs)] == owner[length - 1 : length - 1 + len(runs)]
        runs, owner = runs[within], owner[: len(runs)][within]
        order = np.lexsort((runs, owner))
        runs, owner = runs[order], owner[order]
        once = (np.diff(runs, prepend=-1) != 0) | (np.diff(owner, prepend=-1) != 0)
        runs, owner = runs[once], owner[once]
        ordered = np.sort(runs)
        kept = ordered[1:][(np.diff(ordered) == 0) & (np.diff(ordered[:-1], prepend=-1) != 0)]
        place = np.minimum(np.searchsorted(kept, runs), max(0, len(kept) - 1))
        held = kept[place] == runs if len(kept) else np.zeros(len(runs), dtype=bool)
        return cls(
            np.bincount(owner, minlength=len(sentences)).astype(np.float64),
            np.ones(len(kept)),
            np.append(0, np.cumsum(np.bincount(owner[held], minlength=len(sentences)))),
            place[held],
        )

    def shared(self, one: Numbers, other: Numbers) -> Floats:
        """Summed weight of the items that each pair of sentences has in common; `one` ascends."""
        total = np.zeros(len(one))
        if not len(self.items):
            return total
        for start in range(0, len(self.size), SENTENCES_AT_A_TIME):
            stop = min(start + SENTENCES_AT_A_TIME, len(self.size))
            pairs = slice(*np.searchsorted(one, (start, stop)).tolist())
            if pairs.start == pairs.stop:
                continue
            held = np.zeros((stop - start, len(self.weight)), dtype=bool)
            row, items = self._items_of(np.arange(start, stop))
            held[row, items] = True
            pair, item = self._items_of(other[pairs])
            hit = held[one[pairs][pair] - start, item]
            total[pairs] = np.bincount(
                pair[hit], weights=self.weight[item[hit]], minlength=pairs.stop - pairs.start
            )
        return total

    def _items_of(self, sentences: Numbers) -> tuple[Numbers, Numbers]:
        """For each item of each listed sentence: the place in the list, and the item."""
        first = self.first[sentences]
        lengths = self.first[sentences + 1] - first
        return np.repeat(np.arange(len(sentences)), lengths), self.items[stretches(first, lengths)]

    def shared_between(self, mine: slice, theirs: slice, most: int) -> tuple[Floats, NDArray[np.bool_]]:
        """The same for all pairs of two stretches of sentences, as a table: a row each of `mine`.

        With it, for each pair, whether it has an item in common that at most `most` sentences hold.
        """
        columns = theirs.stop - theirs.start
        shared = np.zeros((mine.stop - mine.start, columns))
        met = np.zeros(shared.shape, dtype=bool)
        keys, holders, often = self._holders
        first = self.first[mine.start : mine.stop + 1]
        items = self.items[first[0] : first[-1]]
        begin = np.searchsorted(keys, items * len(self.size) + theirs.start)
        lengths = np.searchsorted(keys, items * len(self.size) + theirs.stop) - begin
        first = first - first[0]
        for start, stop in rows_at_a_time(np.diff(np.append(0, np.cumsum(lengths))[first])):
            held = slice(int(first[start]), int(first[stop]))
            row = np.repeat(np.arange(stop - start), np.diff(first[start : stop + 1]))
            cell = np.repeat(row * columns - theirs.start, lengths[held])
            cell += holders[stretches(begin[held], lengths[held])]
            weights = np.repeat(self.weight[items[held]], lengths[held])
            found = np.bincount(cell, weights=weights, minlength=(stop - start) * columns)
            shared[start:stop] = found.reshape(stop - start, columns)
            rare = np.repeat(often[items[held]] <= most, lengths[held])
            met[start:stop].reshape(-1)[cell[rare]] = True
        return shared, met

    @cached_property
    def _holders(self) -> tuple[Numbers, Numbers, Numbers]:
        """For every item the sentences that hold it, ascending, one item after the other: as one number each
        by which they are found, and as they are; and by how many each item is held."""
        owners = np.repeat(np.arange(len(self.size)), np.diff(self.first))
        keys = np.sort(self.items * len(self.size) + owners)
        return keys, keys % max(1, len(self.size)), np.bincount(self.items, minlength=len(self.weight))


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
