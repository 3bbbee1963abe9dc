"""Whether one group of articles goes on with the story of another: a captain is arrested after a ferry sank.

What is new on a later day stands in other words, so that the articles of a story are less and less alike, two
by two. What stays are its names: the ship, the place, the persons, each in most articles of either group. Two
events that only look alike share one of them, not most of their weight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from newsdiff.events.similarity import Vector

GOES_ON: Final = 0.7
"""What mean likeness and half the likeness of the names must come to. With 0.66 look-alikes were joined.
Chosen on stories of ferries and ministers, tried on mines and spills
(benchmarks/accuracy/running_stories.py)."""
LEAST_LIKENESS: Final = 0.1
"""Mean likeness below which names alone join nothing: a minister is in many events."""
IN_MOST: Final = 0.5
"""Share of a group's articles that hold a name for it to be the group's."""
LEAST_NAMES: Final = 2
"""Names that both groups must have in most of their articles: one city has many events."""
LONGEST_PAUSE: Final = 10
"""Days between the nearest articles of the two: a story rests no longer."""


def goes_on(one: Sequence[Vector], other: Sequence[Vector], likeness: float) -> bool:
    """Whether the groups are one story, given their mean likeness, 0 to 1."""
    if likeness < LEAST_LIKENESS or _pause(one, other) > LONGEST_PAUSE:
        return False
    ours, theirs = _names_of(one), _names_of(other)
    common = ours.keys() & theirs.keys()
    in_most = sum(min(ours[name][0], theirs[name][0]) >= IN_MOST for name in common)
    if in_most < LEAST_NAMES:
        return False
    dot = sum(ours[name][0] * theirs[name][0] * ours[name][1] ** 2 for name in sorted(common))
    alike = dot / ((_length(ours) * _length(theirs)) or 1.0)
    return likeness + alike / 2 >= GOES_ON


def _names_of(group: Sequence[Vector]) -> dict[str, tuple[float, float]]:
    """Name -> share of the articles that hold it, and its rarity."""
    held: dict[str, int] = defaultdict(int)
    rarity: dict[str, float] = {}
    for vector in group:
        rarity.update(vector.named)
        for name in vector.named:
            held[name] += 1
    return {name: (count / len(group), rarity[name]) for name, count in held.items()}


def _length(names: Mapping[str, tuple[float, float]]) -> float:
    return math.sqrt(sum((share * rarity) ** 2 for share, rarity in names.values()))


def _pause(one: Sequence[Vector], other: Sequence[Vector]) -> int:
    """Days between the nearest two; 0 where a day is not known."""
    days = [vector.day for vector in one if vector.day]
    others = [vector.day for vector in other if vector.day]
    return min((abs((a - b).days) for a in days for b in others), default=0)
