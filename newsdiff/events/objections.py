"""Reasons against two articles being of one event, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Mapping

from newsdiff.events.similarity import Vector, evidence

NAMES_SHOWN = 3
"""Names of each article that are shown."""
HALF = 0.5
"""Share of the names one article is about that must stand in the other for nothing to speak against it; from
here on one name is as good as alone."""
LARGE_EXCESS = 0.1
"""From here on the words are so much more alike than the names that it is worth saying."""
LATER = 7
"""Days apart from which it is worth saying."""


def objections(one: Vector, other: Vector, words: Mapping[str, str]) -> tuple[str, ...]:
    """Each a short phrase, the weightiest first; none when there is no reason against one event.

    `words` says how the stems of both articles are written.
    """
    found = evidence(one, other)
    reasons = []
    if found.names_found < HALF or found.excess > LARGE_EXCESS:
        ours, theirs = _names_of_one(one, other, words), _names_of_one(other, one, words)
        if ours and theirs:
            same = "the same words, but " if found.excess > LARGE_EXCESS else ""
            reasons.append(f"{same}other names: {', '.join(ours)}, there {', '.join(theirs)}")
    if found.rare and found.name_alone > HALF:
        reasons.append(f"little more than {_rarest_in_common(one, other, words)} in common")
    if not found.rare:
        reasons.append("no rare name in common")
    if found.days > LATER:
        reasons.append(f"{found.days} days apart")
    return tuple(reasons)


def _names_of_one(one: Vector, other: Vector, words: Mapping[str, str]) -> list[str]:
    """The weightiest names that the first article is about and the second does not have."""
    names = [name for name in one.core if name not in other.weights]
    best = sorted(names, key=lambda name: (-one.core[name], name))[:NAMES_SHOWN]
    return [words.get(name, name) for name in best]


def _rarest_in_common(one: Vector, other: Vector, words: Mapping[str, str]) -> str:
    name = max(sorted(one.rare.keys() & other.rare.keys()), key=one.rare.__getitem__)
    return words.get(name, name)
