"""Average-link clustering (Sokal and Michener 1958), and the branches of its tree that stand out.

Every branch has a gap: how much farther away, on average, the nearest others are when it is joined with
them than its own members were when they were joined. Of all ways to take branches that do not
overlap, the one with the greatest sum of gaps is chosen, as in the excess of mass of Campello, Moulavi and
Sander (2013).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from newsdiff.quick_dataclass import dataclass

Square: TypeAlias = Sequence[Sequence[float]]
"""Distances of all to all, 0 on the diagonal."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Some that were joined, before they are joined with others."""

    members: tuple[int, ...]
    joined_at: float
    """Mean distance at which its two parts were joined; 0 for one alone."""
    parts: tuple[Branch, ...] = ()


def tree_of(distance: Square) -> Branch:
    """All joined, two at a time: the nearest first, of pairs equally near the first by number.

    `distance` must hold one at least.
    """
    branches = [Branch((number,), 0.0) for number in range(len(distance))]
    while len(branches) > 1:
        height, one, other = min(
            (mean_distance(distance, branches[a].members, branches[b].members), a, b)
            for b in range(len(branches))
            for a in range(b)
        )
        parts = (branches[one], branches[other])
        members = tuple(sorted((*parts[0].members, *parts[1].members)))
        joined = Branch(members, height, parts)
        left = [branch for at, branch in enumerate(branches) if at not in (one, other)]
        branches = sorted([*left, joined], key=lambda branch: branch.members)
    return branches[0]


def standing_out(
    tree: Branch, least: float, fits: Callable[[tuple[int, ...]], bool]
) -> list[tuple[int, ...]]:
    """The members of the branches that stand out: those with a gap of `least` at least that fit, taken so
    that the sum of their gaps is greatest; of equal sums the smaller branches. The whole tree is none."""
    _, chosen = max(
        ((0.0, list[tuple[int, ...]]()), _best_parts(tree, least, fits)), key=lambda found: found[0]
    )
    return sorted(chosen)


def _best_parts(
    branch: Branch, least: float, fits: Callable[[tuple[int, ...]], bool]
) -> tuple[float, list[tuple[int, ...]]]:
    total, chosen = 0.0, list[tuple[int, ...]]()
    for part in branch.parts:
        inside, taken = _best_parts(part, least, fits)
        gap = branch.joined_at - part.joined_at
        if gap > inside and gap >= least and fits(part.members):
            inside, taken = gap, [part.members]
        total += inside
        chosen += taken
    return total, chosen


def mean_distance(distance: Square, one: Sequence[int], other: Sequence[int]) -> float:
    """The mean over all pairs between two groups."""
    return sum(distance[a][b] for a in one for b in other) / (len(one) * len(other))
