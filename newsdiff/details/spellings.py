"""How names are spelled: which forms are one spelling, and which spell a word differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

WORD = re.compile(r"[^\W_]+")
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady president the prof professor judge justice gen sen rep".split()
)


@lru_cache(maxsize=10_000)
def spelling(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no case, accents, dots, hyphens, titles or possessives."""
    plain = anyascii(text).replace("'s", " ").replace("s' ", "s ").replace(".", "").lower()
    return tuple(word for word in WORD.findall(plain) if word not in TITLES)


def spelled_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two forms spell some word differently ("Kyiv", "Kiev"), not merely leave words out."""
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    if "".join(one) == "".join(other):
        return False
    if one and other and mine and theirs and len(one) == len(other) == 1:
        return alike(mine[0], theirs[0])
    return any(alike(a, b) for a in mine for b in theirs)


@lru_cache(maxsize=10_000)
def alike(a: str, b: str) -> bool:
    """Whether two different words are spellings of one: same first letter, few letters changed.

    Plurals, adjectives ("Russia", "Russian") and initials are forms, not spellings.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or short[0] != long[0] or (long.startswith(short) and long[len(short) :] in FORMS):
        return False
    distance = DamerauLevenshtein.distance(a, b)
    return distance <= max(2, round(len(long) * 0.4)) if len(short) > 3 else distance <= 1


FORMS = frozenset(["n", "s", "es", "an", "ian", "ese", "ish", "i", "ns", "ans"])
"""Endings that make another form of a name, not another spelling of it."""
