"""Which words stand in the place of which: words near in meaning, figures and names of one kind, and what
stands between the same words on both sides.

Word vectors put "increase" beside "decrease" (cosine .81), "won" beside "lost" (.64) and "killed" beside
"injured" (.68) as well as "wounded" beside "injured" (.78): no bound parts synonyms from opposites. So words
that are near in meaning stand in each other's place, and are never taken to say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np

from newsdiff.language.word_vectors import word_vectors
from newsdiff.statements.common_words import NOBODY, Partners
from newsdiff.statements.word_items import Item

NEAR: Final = (0.5, 0.35)
"""Least cosine of two words that stand beside pairs on one, on both sides; others stand in no common place.
Of all pairs of words that twenty events use 2 in 1,000 reach .5, and 1 in 70 reaches .35."""
OF_ONE_KIND: Final = 0.6
"""What two figures of one unit, two days, two persons count, as a cosine: as much as a near word."""
PER_SIDE: Final = 0.15
"""What a pair on one side adds, in cosine, when partners are chosen: as much as a word from .5 to .65."""
MOST_WORDS: Final = 150
"""Words of a sentence that are looked up for near ones; it bounds the work on hostile texts."""
MOST_VECTORS: Final = 1_000
"""Different words of a statement that are compared with each other."""
LONGEST_GAP: Final = 8
"""Content words a side that may stand in each other's place between two pairs: a clause, not a sentence."""
LONGEST_END: Final = 4
"""The same between a pair and the start or end of both sentences, where less speaks for it."""

MOST_UNEQUAL: Final = 3
"""How many times as many content words one side may have: with far more it says something besides."""
AUXILIARY: Final = frozenset({"be", "have", "do"})
ARTICLES: Final = frozenset({"a", "the"})

Gap: TypeAlias = tuple[int, int, int, int]
"""Stretches of items here and there: the first item and the item after the last one, of each."""


class NearWords:
    """Which words of some sentences are near to each other in meaning, and how near."""

    def __init__(self, sentences: Iterable[Sequence[Item]]) -> None:
        listed: set[str] = set()
        for items in sentences:
            listed.update([item.word for item in items if item.word][:MOST_WORDS])
        table = word_vectors()
        rows = {word: row for word in sorted(listed) if (row := table.row(word)) >= 0}
        words = list(rows)[:MOST_VECTORS]
        vectors = table.unit_vectors([rows[word] for word in words])
        cosines = np.round(vectors @ vectors.T, 4)
        one, other = np.nonzero(cosines >= min(NEAR))
        self._near: dict[str, dict[str, float]] = {word: {} for word in words}
        for here, there, cosine in zip(
            one.tolist(), other.tolist(), cosines[one, other].tolist(), strict=True
        ):
            self._near[words[here]][words[there]] = cosine

    def likely(self, one: Item, others: Iterable[tuple[int, Item]]) -> Iterator[tuple[int, float]]:
        """The places of those items that may stand in the place of one, and their rounded cosine; a fixed
        value for items of one kind."""
        if one.kind:
            yield from ((place, OF_ONE_KIND) for place, other in others if other.kind == one.kind)
        elif near := self._near.get(one.word):
            yield from ((place, near[other.word]) for place, other in others if other.word in near)


def align_near_words(partners: Partners, near: NearWords) -> list[Gap]:
    """Join words near in meaning, and items of one kind, that stand beside other pairs; the nearest first."""
    free_there = with_meaning(partners.there, partners.of_there)
    found = []
    for here, item in with_meaning(partners.here, partners.of_here) if free_there else ():
        for there, likeness in near.likely(item, free_there):
            sides = partners.support(here, there)
            if sides and likeness >= NEAR[sides - 1]:
                rank = -round(likeness + PER_SIDE * sides, 4)
                found.append((rank, partners.apart(here, there), here, there))
    joined = []
    for _, _, here, there in sorted(found):
        if partners.free(here, there):
            partners.join(here, there)
            joined.append((here, here + 1, there, there + 1))
    return joined


def with_meaning(items: Sequence[Item], taken: Sequence[int]) -> list[tuple[int, Item]]:
    """The items without a partner that other words can be near to, with their places."""
    return [
        (place, item)
        for place, (item, partner) in enumerate(zip(items, taken, strict=False))
        if partner == NOBODY and (item.word or item.kind)
    ]


def gaps_between(partners: Partners) -> Iterator[Gap]:
    """What stands between the same neighbours on both sides, with words of meaning here and there."""
    of_here = partners.of_here
    end = 0
    while True:
        try:
            here = of_here.index(NOBODY, end)
        except ValueError:
            return
        end = here + 1
        while of_here[end] == NOBODY:
            end += 1
        if (gap := gap_at(partners, here, end)) is not None:
            yield gap


def gap_at(partners: Partners, here: int, end: int) -> Gap | None:
    """A stretch without partners and what stands between the partners of the words before and after it; None
    where that is nothing, too long, or no words of meaning."""
    at_start, at_end = here == 0, end == len(partners.here)
    if at_start and at_end:
        return None
    there = 0 if at_start else partners.of_here[here - 1] + 1
    stop = len(partners.there) if at_end else partners.of_here[end]
    if not 0 <= there < stop or partners.of_there[there:stop].count(NOBODY) < stop - there:
        return None
    mine, theirs = (sequence.content_before for sequence in partners.sequences)
    sizes = sorted((mine[end] - mine[here], theirs[stop] - theirs[there]))
    longest = LONGEST_END if at_start or at_end else LONGEST_GAP
    if sizes[1] > min(longest, MOST_UNEQUAL * max(1, sizes[0])):
        return None
    alike = comparable(partners.here[here:end], partners.there[there:stop])
    return (here, end, there, stop) if alike else None


def comparable(mine: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Whether both sides have a word of meaning; or one of them, and the other an auxiliary verb ("expected
    to", "have"), or both are a single stop word ("for", "against")."""
    sides = (mine, theirs)
    if not any(item.meaning for items in sides for item in items):
        return False
    if len(mine) == 1 == len(theirs) and not mine[0].content and not theirs[0].content:
        return ARTICLES.isdisjoint((mine[0].key, theirs[0].key))
    return all(any(item.meaning or item.key in AUXILIARY for item in items) for items in sides)
