"""Groups of occurrences that answer one question, from pairs with a probability."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from newsdiff.details.occurrence import Occurrence

COHESION: Final = 0.6
"""Least mean probability between two groups that join, as a share of the bound for one pair: one likely pair
alone joins no two groups."""


def cluster_occurrences(
    occurrences: Sequence[Occurrence],
    one: Sequence[Occurrence],
    other: Sequence[Occurrence],
    probability: Sequence[float],
    bound: float,
) -> list[list[Occurrence]]:
    """All occurrences in groups, likeliest pairs first; in reading order, those without a partner alone."""
    value: dict[tuple[int, int], float] = {}
    pairs = []
    for a, b, likely in zip(one, other, probability, strict=True):
        value[a.order, b.order] = value[b.order, a.order] = float(likely)
        if likely >= bound:
            pairs.append((-float(likely), a.order, b.order))
    members = {occurrence.order: [occurrence.order] for occurrence in occurrences}
    group_of = {occurrence.order: occurrence.order for occurrence in occurrences}
    for _, a, b in sorted(pairs):
        mine, theirs = group_of[a], group_of[b]
        if mine != theirs and hold_together(members[mine], members[theirs], value, bound):
            members[mine] += members.pop(theirs)
            group_of.update(dict.fromkeys(members[mine], mine))
    by_order = {occurrence.order: occurrence for occurrence in occurrences}
    groups = defaultdict(list)
    for order in sorted(by_order):
        groups[group_of[order]].append(by_order[order])
    return list(groups.values())


def hold_together(
    left: Sequence[int], right: Sequence[int], value: dict[tuple[int, int], float], bound: float
) -> bool:
    """Whether two groups are likely enough on the whole to answer one question."""
    total = sum(value.get((a, b), 0.0) for a in left for b in right)
    return round(total, 6) >= COHESION * bound * len(left) * len(right)
