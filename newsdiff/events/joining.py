"""Which articles and events belong together: average linkage, the most alike first.

Groups are joined while the mean likeness of all pairs between them reaches `JOINED`, as in hierarchical
clustering by unweighted averages (Sokal and Michener, 1958), or while one goes on with the other's story. The
outcome does not depend on the order of the articles that arrive together.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count

from newsdiff.events.similarity import Vector, similarity
from newsdiff.events.stories import goes_on
from newsdiff.quick_dataclass import dataclass

JOINED = 0.5
"""Least mean similarity of two groups that are one event."""
MOST_COMPARED = 12
"""Articles of a group that are looked at: a group of 200 costs no more than one of a dozen."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are one event so far: `key` names it, `settled` says that it is kept as an event."""

    key: str
    members: tuple[Vector, ...]
    settled: bool = False


def join(
    groups: Sequence[Group],
    near: Iterable[tuple[str, str]],
    *,
    apart: Callable[[str, str], bool] = lambda _one, _other: False,
) -> Mapping[str, str]:
    """Key of every group -> the group it ends in: the settled one, of several the first in `groups`.

    `near` are the pairs worth looking at; `apart` says which two the reader keeps apart.
    """
    order = {group.key: place for place, group in enumerate(groups)}
    alive = {group.key: group for group in groups}
    inside: dict[str, list[str]] = {group.key: [group.key] for group in groups}
    neighbours: dict[str, set[str]] = {group.key: set() for group in groups}
    heap: list[tuple[float, str, str, int, Group, Group]] = []
    ticket = count()
    known: dict[tuple[int, int], float] = {}

    def weigh(one: str, other: str) -> None:
        if any(apart(a, b) for a in inside[one] for b in inside[other]):
            return
        score = likeness(alive[one], alive[other], known)
        if score >= JOINED:
            low, high = sorted((one, other))
            heapq.heappush(heap, (-score, low, high, next(ticket), alive[low], alive[high]))

    for one, other in {tuple(sorted(pair)) for pair in near if pair[0] != pair[1]}:
        neighbours[one].add(other)
        neighbours[other].add(one)
        weigh(one, other)
    while heap:
        _, one, other, _, was_one, was_other = heapq.heappop(heap)
        if alive.get(one) is not was_one or alive.get(other) is not was_other:
            continue
        first, second = sorted((one, other), key=lambda key: (not alive[key].settled, order[key]))
        joined = alive.pop(second)
        kept = alive[first]
        members = spread((*kept.members, *joined.members), 4 * MOST_COMPARED)
        alive[first] = Group(first, members, kept.settled or joined.settled)
        inside[first] += inside.pop(second)
        around = (neighbours[first] | neighbours.pop(second)) - {first, second}
        neighbours[first] = around
        for key in sorted(around):
            neighbours[key].discard(second)
            neighbours[key].add(first)
            weigh(first, key)
    return {key: final for final, keys in inside.items() for key in keys}


def likeness(one: Group, other: Group, known: dict[tuple[int, int], float] | None = None) -> float:
    """The mean likeness of two groups, or `JOINED` where one goes on with the story of the other."""
    mean = mean_likeness(one, other, known)
    if mean < JOINED and goes_on(
        spread(one.members, MOST_COMPARED), spread(other.members, MOST_COMPARED), mean
    ):
        return JOINED
    return mean


def mean_likeness(one: Group, other: Group, known: dict[tuple[int, int], float] | None = None) -> float:
    """The mean over pairs of articles, at most `MOST_COMPARED` of each group.

    `known` keeps what was computed, by the identity of the vectors, while these are alive.
    """
    known = {} if known is None else known
    ours, theirs = spread(one.members, MOST_COMPARED), spread(other.members, MOST_COMPARED)
    if not ours or not theirs:
        return 0.0
    total = 0.0
    for a in ours:
        for b in theirs:
            pair = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
            if pair not in known:
                known[pair] = similarity(a, b)
            total += known[pair]
    return total / (len(ours) * len(theirs))


def spread(members: tuple[Vector, ...], most: int) -> tuple[Vector, ...]:
    """`members`, or `most` of them evenly spread."""
    if len(members) <= most:
        return members
    return tuple(members[place * len(members) // most] for place in range(most))
