"""Which words two sentences have in common: long runs first, then words that stand once, then the rest.

Greedy string tiling (Wise 1993) over items: the longest run of equal items is taken first and nothing is used
twice. A word that stands several times goes where its neighbours and its place agree.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.statements.word_items import Item

NOBODY: Final = -1
"""The partner of an item that has none."""
OUTSIDE: Final = -2
"""What stands beyond the ends of a sentence in place of a partner."""
MOST_PLACES: Final = 64
"""Pairs of places of one word that are looked at. A word that stands eight times in both sentences still is;
more often, only the start, the end and its neighbours find it a partner. It bounds the work on hostile
texts."""
REACH: Final = 2
"""Items to the left and right among which an aligned pair supports another one."""

BESIDE: Final = ((1, 1), (1, 2), (2, 1), (2, 2))
"""How far from two partners, here and there, a stop word finds its own: one word may stand between."""


class Run(NamedTuple):
    """Equal items of two sentences, in the order in which they are taken."""

    less_content: int
    """Minus the number of items that are no stop words."""
    less_length: int
    apart: float
    here: int
    there: int


class Partners:
    """Two sentences as items, and which item of one is the partner of which of the other."""

    def __init__(self, here: Sequence[Item], there: Sequence[Item]) -> None:
        self.here, self.there = here, there
        # Nothing is free beyond either end, where indexes are negative or too great by up to `REACH`.
        self.of_here = [NOBODY] * len(here) + [OUTSIDE] * REACH
        self.of_there = [NOBODY] * len(there) + [OUTSIDE] * REACH

    def join(self, here: int, there: int) -> None:
        """Make two items partners."""
        self.of_here[here] = there
        self.of_there[there] = here

    def pairs(self) -> list[tuple[int, int]]:
        """The places of all partners, in the order of the sentence here."""
        return [(here, there) for here, there in enumerate(self.of_here) if there >= 0]

    def free(self, here: int, there: int) -> bool:
        """Whether there are such items, at most `REACH` beyond an end, and they have no partner."""
        return self.of_here[here] == NOBODY == self.of_there[there]

    def equal(self, here: int, there: int) -> bool:
        """Whether both exist, have no partner and say the same."""
        return self.free(here, there) and self.here[here].key == self.there[there].key

    def apart(self, here: int, there: int) -> float:
        """How far apart two items stand in their sentences, 0 to 1, rounded."""
        return round(abs(here / len(self.here) - there / len(self.there)), 9)

    def support(self, here: int, there: int) -> int:
        """On how many sides of two items, 0 to 2, an aligned pair is near, or the sentence begins or ends."""
        return self._beside(here, there, -1) + self._beside(here, there, 1)

    def _beside(self, here: int, there: int, step: int) -> bool:
        for distance in range(1, REACH + 1):
            place = here + step * distance
            if not 0 <= place < len(self.here):
                other = there + step * distance
                return distance == 1 and not 0 <= other < len(self.there)
            partner = self.of_here[place]
            if partner >= 0:
                return 0 < step * (partner - there) <= REACH
        return False


def align_common(partners: Partners) -> None:
    """Join the items that both sentences have: runs, then single words."""
    align_runs(partners)
    align_single_words(partners)


def align_runs(partners: Partners) -> None:
    """Join runs of equal items with two or more words that are no stop words; those with the most first."""
    waiting = list(common_runs(partners))
    heapq.heapify(waiting)
    while waiting:
        run = heapq.heappop(waiting)
        length = -run.less_length
        parts = list(free_parts(partners, run.here, run.there, length))
        if parts == [(run.here, run.there, length)]:
            for step in range(length):
                partners.join(run.here + step, run.there + step)
        else:
            for part in parts:
                rest = as_run(partners, *part)
                if rest.less_content <= -2:
                    heapq.heappush(waiting, rest)


def common_runs(partners: Partners) -> Iterator[Run]:
    """The longest runs through each pair of places of a word, and at the start and end of both sentences."""
    places = places_of(partners.there, partners.of_there)
    often = places_of(partners.here, partners.of_here)
    seen: set[tuple[int, int]] = set()
    seeds = [
        (here, there)
        for key, mine in often.items()
        if len(mine) * len(theirs := places.get(key, ())) <= MOST_PLACES
        for here in mine
        for there in theirs
    ]
    for here, there in [*seeds, (0, 0), (len(partners.here) - 1, len(partners.there) - 1)]:
        if (here, there) in seen or not partners.equal(here, there):
            continue
        before = 0
        while partners.equal(here - before - 1, there - before - 1):
            before += 1
        length = before + 1
        while partners.equal(here - before + length, there - before + length):
            length += 1
        seen.update((here - before + step, there - before + step) for step in range(length))
        run = as_run(partners, here - before, there - before, length)
        if run.less_content <= -2:
            yield run


def places_of(items: Sequence[Item], taken: Sequence[int]) -> dict[str, list[int]]:
    """The places of each item that is no stop word and has no partner."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        if item.content and taken[place] == NOBODY:
            places[item.key].append(place)
    return places


def as_run(partners: Partners, here: int, there: int, length: int) -> Run:
    """A run of equal items with what decides when it is taken."""
    content = sum(item.content for item in partners.here[here : here + length])
    return Run(-content, -length, partners.apart(here, there), here, there)


def free_parts(partners: Partners, here: int, there: int, length: int) -> Iterator[tuple[int, int, int]]:
    """The longest stretches of a run in which no item has a partner yet: starts and length."""
    start = 0
    for step in range(length + 1):
        if step < length and partners.free(here + step, there + step):
            continue
        if step > start:
            yield here + start, there + start, step - start
        start = step + 1


def align_single_words(partners: Partners) -> None:
    """Join equal words: those that stand once in both sentences, then the others by neighbours and place."""
    places = places_of(partners.there, partners.of_there)
    repeated: list[tuple[int, int]] = []
    for key, mine in places_of(partners.here, partners.of_here).items():
        theirs = places.get(key, [])
        if len(mine) == len(theirs) == 1:
            partners.join(mine[0], theirs[0])
        elif len(mine) * len(theirs) <= MOST_PLACES:
            repeated += [(here, there) for here in mine for there in theirs]
    for here, there in sorted(
        repeated, key=lambda pair: (-partners.support(*pair), partners.apart(*pair), pair)
    ):
        if partners.free(here, there):
            partners.join(here, there)


def align_stop_words(partners: Partners) -> None:
    """Join equal stop words that stand directly beside two partners, and so on from word to word.

    One word may stand between on either side: "in the north" and "in north".
    """
    ahead, back = range(len(partners.here)), range(len(partners.here) - 1, -1, -1)
    for order, step in ((ahead, 1), (back, -1), (ahead, 1), (back, -1)):
        for here in order:
            there = partners.of_here[here]
            if there >= 0 and partners.free(here + step, there + step):
                align_beside(partners, here, there, step)


def align_beside(partners: Partners, here: int, there: int, step: int) -> None:
    """Join the nearest equal words on one side of two partners whose next words have no partner."""
    for mine, theirs in BESIDE:
        place, other = here + step * mine, there + step * theirs
        if partners.equal(place, other) and (mine == theirs == 1 or not partners.here[place].content):
            partners.join(place, other)
            return
