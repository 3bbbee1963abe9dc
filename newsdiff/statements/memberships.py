"""Which sentence holds which item (a term, a word pair, a name), and what two sentences have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]


class Memberships:
    """The items of each sentence as numbers, with a weight for every item."""

    def __init__(self, held: Sequence[Iterable[Hashable]], weight: dict[str, float] | None = None) -> None:
        """`held` has the items of each sentence; without `weight` each item weighs 1.

        Items that only one sentence holds are counted in its size and otherwise left out.
        """
        lists = [sorted(set(items), key=repr) for items in held]
        counts = Counter(item for items in lists for item in items)
        numbers = {
            item: n for n, item in enumerate(sorted((i for i, c in counts.items() if c > 1), key=repr))
        }

        def weigh(item: Hashable) -> float:
            return 1.0 if weight is None else weight[str(item)]

        self.size: Floats = np.array([math.fsum(map(weigh, items)) for items in lists])
        """Summed weight of all items of each sentence."""
        self.weight: Floats = np.array([weigh(item) for item in numbers], dtype=np.float64)
        kept = [[numbers[item] for item in items if item in numbers] for items in lists]
        self.first: Numbers = np.concatenate(([0], np.cumsum([len(items) for items in kept]))).astype(
            np.int64
        )
        self.items: Numbers = np.array([n for items in kept for n in items], dtype=np.int64)

    def shared(self, one: Numbers, other: Numbers) -> Floats:
        """Summed weight of the items that each pair of sentences has in common."""
        total = np.zeros(len(one))
        if not len(one) or not len(self.items):
            return total
        span = len(self.weight)
        owners = np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))
        present = owners * span + self.items
        pair, item = self._expand(one)
        key = other[pair] * span + item
        at = np.minimum(np.searchsorted(present, key), len(present) - 1)
        hit = present[at] == key
        total += np.bincount(pair[hit], weights=self.weight[item[hit]], minlength=len(one))
        return total

    def _expand(self, sentences: Numbers) -> tuple[Numbers, Numbers]:
        """For each item of each listed sentence: the place in the list, and the item."""
        lengths = np.diff(self.first)[sentences]
        place = np.repeat(np.arange(len(sentences)), lengths)
        offset = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return place, self.items[self.first[sentences][place] + offset]

    def holders(self, most: int) -> list[Numbers]:
        """For every item that at most `most` sentences hold: these sentences, ascending."""
        owners = np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))
        order = np.argsort(self.items, kind="stable")
        counts = np.bincount(self.items, minlength=len(self.weight))
        groups = np.split(owners[order], np.cumsum(counts)[:-1]) if len(counts) else []
        return [group for group in groups if 1 < len(group) <= most]
