"""Which words two sentences have in common: long runs first, then words that stand once, then the rest.

Greedy string tiling (Wise 1993) over items: the longest run of equal items is taken first and nothing is used
twice. A word that stands several times goes where its neighbours and its place agree.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import accumulate
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
    apart: int
    here: int
    there: int


class ItemSequence:
    """The items of a sentence in order, with what is looked up in them for every sentence they meet."""

    __slots__ = ("content_before", "items", "keys", "places")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.keys = [item.key for item in items]
        self.content_before = list(accumulate([item.content for item in items], initial=0))
        """For each item how many before it are no stop words; and how many are in all."""
        self.places: dict[str, list[int]] = {}
        """The places of each item that is no stop word, by its key."""
        for place, item in enumerate(items):
            if item.content:
                self.places.setdefault(item.key, []).append(place)


class Partners:
    """Two sentences as items, and which item of one is the partner of which of the other."""

    def __init__(self, here: ItemSequence, there: ItemSequence) -> None:
        self.here, self.there = here.items, there.items
        self.sequences = here, there
        # Nothing is free beyond either end, where indexes are negative or too great by up to `REACH`.
        self.of_here = [NOBODY] * len(here.items) + [OUTSIDE] * REACH
        self.of_there = [NOBODY] * len(there.items) + [OUTSIDE] * REACH

    def join(self, here: int, there: int) -> None:
        """Make two items partners."""
        self.of_here[here] = there
        self.of_there[there] = here

    def join_run(self, here: int, there: int, length: int) -> None:
        """Make so many neighbouring items partners, one by one."""
        self.of_here[here : here + length] = range(there, there + length)
        self.of_there[there : there + length] = range(here, here + length)

    def all_free(self, here: int, there: int, length: int) -> bool:
        """Whether none of so many neighbouring items has a partner."""
        mine, theirs = self.of_here[here : here + length], self.of_there[there : there + length]
        return mine.count(NOBODY) == length == theirs.count(NOBODY)

    def pairs(self) -> list[tuple[int, int]]:
        """The places of all partners, in the order of the sentence here."""
        return [(here, there) for here, there in enumerate(self.of_here) if there >= 0]

    def free(self, here: int, there: int) -> bool:
        """Whether there are such items, at most `REACH` beyond an end, and they have no partner."""
        return self.of_here[here] == NOBODY == self.of_there[there]

    def apart(self, here: int, there: int) -> int:
        """How far apart two items stand in their sentences, in parts of one size for all pairs of items."""
        return abs(here * len(self.there) - there * len(self.here))

    def support(self, here: int, there: int) -> int:
        """On how many sides of two items, 0 to 2, an aligned pair is near, or the sentence begins or ends."""
        of_here = self.of_here
        if here == 0:
            sides = int(there == 0)
        else:
            partner = of_here[here - 1]
            if partner < 0 and here > 1:
                partner = of_here[here - 2]
            sides = int(partner >= 0 and 0 < there - partner <= REACH)
        last = len(self.here) - 1
        if here == last:
            return sides + (there == len(self.there) - 1)
        partner = of_here[here + 1]
        if partner < 0:  # beyond the end is nobody's partner
            partner = of_here[here + 2]
        return sides + (partner >= 0 and 0 < partner - there <= REACH)


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
        if partners.all_free(run.here, run.there, length):
            partners.join_run(run.here, run.there, length)
            continue
        for part in free_parts(partners, run.here, run.there, length):
            rest = as_run(partners, *part)
            if rest.less_content <= -2:
                heapq.heappush(waiting, rest)


def common_runs(partners: Partners) -> Iterator[Run]:
    """The longest runs through each pair of places of a word, and at the start and end of both sentences."""
    here_sequence, there_sequence = partners.sequences
    seen: set[tuple[int, int]] = set()  # where a run starts, and how far from its place there
    seeds = [
        (here, there)
        for mine, theirs in places_in_both(partners)
        if fits(mine, theirs)
        for here in mine
        for there in theirs
    ]
    # Unlike marks at the ends, and in place of what has a partner, are equal to nothing.
    mine_free = free_keys(here_sequence.keys, partners.of_here, 0)
    theirs_free = free_keys(there_sequence.keys, partners.of_there, 1)
    before = here_sequence.content_before
    for here, there in [*seeds, (0, 0), (len(partners.here) - 1, len(partners.there) - 1)]:
        if mine_free[here] != theirs_free[there]:
            continue
        start, end = here, here + 1
        apart = there - here
        while mine_free[start - 1] == theirs_free[start - 1 + apart]:
            start -= 1
        if (start, apart) in seen:
            continue
        seen.add((start, apart))
        while mine_free[end] == theirs_free[end + apart]:
            end += 1
        if before[end] - before[start] >= 2:
            yield as_run(partners, start, start + apart, end - start)


def free_keys(keys: Sequence[str], taken: Sequence[int], mark: int) -> list[str | int]:
    """The keys of the items without a partner; a mark in place of the others and after the last."""
    if taken.count(NOBODY) == len(keys):
        return [*keys, mark]
    return [*(key if partner == NOBODY else mark for key, partner in zip(keys, taken, strict=False)), mark]


def places_in_both(partners: Partners) -> Iterator[tuple[list[int], list[int]]]:
    """The places here and there of each item that both sentences have and that is no stop word, as far as
    they have no partners yet."""
    mine, theirs = (sequence.places for sequence in partners.sequences)
    of_here, of_there = partners.of_here, partners.of_there
    for key in mine.keys() & theirs.keys():
        here, there = mine[key], theirs[key]
        if len(here) == 1 == len(there):  # most words stand once
            if of_here[here[0]] == NOBODY == of_there[there[0]]:
                yield here, there
            continue
        here = [place for place in here if of_here[place] == NOBODY]
        if here and (there := [place for place in there if of_there[place] == NOBODY]):
            yield here, there


def as_run(partners: Partners, here: int, there: int, length: int) -> Run:
    """A run of equal items with what decides when it is taken."""
    before = partners.sequences[0].content_before
    content = before[here + length] - before[here]
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
    """Join equal words: those that stand once in both sentences, then the others by neighbours and place;
    names and figures last, where no other one stands in their place."""
    repeated: list[tuple[int, int]] = []
    named: list[tuple[int, int]] = []
    for mine, theirs in list(places_in_both(partners)):
        pairs = [(here, there) for here in mine for there in theirs] if fits(mine, theirs) else []
        if pairs and partners.here[mine[0]].kind:
            named += pairs
        elif len(pairs) == 1:
            partners.join(*pairs[0])
        else:
            repeated += pairs
    join_best(partners, repeated)
    join_best(partners, [pair for pair in named if not displaced(partners, *pair)])


def fits(mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether a word does not stand so often that all pairs of its places are too many to look at."""
    return len(mine) * len(theirs) <= MOST_PLACES


def join_best(partners: Partners, pairs: Sequence[tuple[int, int]]) -> None:
    """Join pairs of equal words, those with the most support by neighbours first, then the nearest."""
    for pair in sorted(pairs, key=lambda pair: (-partners.support(*pair), partners.apart(*pair), pair)):
        if partners.free(*pair):
            partners.join(*pair)


def displaced(partners: Partners, here: int, there: int) -> bool:
    """Whether two equal names or figures stand beside no common word, while another of their kind stands
    between the same words as one of them: "found 5 bodies, 20 missing" and "found 20 bodies, 5 missing"."""
    if partners.support(here, there):
        return False
    kind = partners.here[here].kind
    rivals = [(here, place) for place in near_partner(partners.of_here, here)]
    rivals += [(place, there) for place in near_partner(partners.of_there, there)]
    return any(
        partners.free(*rival)
        and partners.here[rival[0]].kind == kind == partners.there[rival[1]].kind
        and partners.support(*rival) == 2
        for rival in rivals
    )


def near_partner(partner_of: Sequence[int], place: int) -> range:
    """The places in the other sentence just after the partner of the nearest word before a place, if near."""
    for before in range(place - 1, max(place - REACH, 0) - 1, -1):
        if partner_of[before] >= 0:
            return range(partner_of[before] + 1, partner_of[before] + 1 + REACH)
    return range(REACH) if place == 0 else range(0)


def align_stop_words(partners: Partners) -> None:
    """Join equal stop words that stand directly beside two partners, and so on from word to word.

    One word may stand between on either side: "in the north" and "in north".
    """
    size = len(partners.here)
    for step in (1, -1, 1, -1):
        places = range(size) if step > 0 else range(size - 1, -1, -1)
        free = [place for place in places if partners.of_here[place] == NOBODY]
        if not join_beside(partners, free, step) and step < 0:
            return


def join_beside(partners: Partners, free: Sequence[int], step: int) -> bool:
    """Join the items on one side of two partners whose next words have none; whether there were any.

    `free` are the places here without partners, in the direction of the step.
    """
    of_here, of_there = partners.of_here, partners.of_there
    keys_here, keys_there = (sequence.keys for sequence in partners.sequences)
    found = False
    for next_here in free:
        here = next_here - step
        there = of_here[here]
        if there < 0 or of_here[next_here] != NOBODY or of_there[there + step] != NOBODY:
            continue
        # The next words, or the nearest equal ones of which one or both stand one further away.
        for mine, theirs in BESIDE:
            place, other = here + step * mine, there + step * theirs
            if (
                of_here[place] == NOBODY == of_there[other]
                and keys_here[place] == keys_there[other]
                and (mine == theirs == 1 or not partners.here[place].content)
            ):
                partners.join(place, other)
                found = True
                break
    return found
