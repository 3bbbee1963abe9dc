"""How names are spelled: which forms are one spelling, and which spell a word differently."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from newsdiff.letters import to_ascii
from newsdiff.patterns import lazy_pattern

POSSESSIVE = lazy_pattern(r"'s$|(?<=s)'$")
WORD = lazy_pattern(r"[^\W_]+")
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady president the prof professor judge justice gen sen rep".split()
)


@lru_cache(maxsize=10_000)
def spelling(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no case, accents, dots, hyphens, titles or possessives."""
    plain = to_ascii(text).replace("'s", " ").replace("s' ", "s ").replace(".", "").lower()
    return tuple(word for word in WORD.findall(plain) if word not in TITLES)


@lru_cache(maxsize=10_000)
def writing(text: str) -> str:
    """A name as it is written, with its capitals, dots and hyphens; no titles, possessives, curled marks."""
    plain = POSSESSIVE.sub("", to_ascii(" ".join(text.split())))
    return " ".join(word for word in plain.split(" ") if word.lower().strip(".") not in TITLES)


def spelled_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two forms spell some word differently ("Kyiv", "Kiev"), not merely leave words out."""
    if "".join(one) == "".join(other):
        return False
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    if len(mine) == len(theirs) == 1 and len(one) == len(other) > 2 and is_particle(mine[0] + theirs[0]):
        return one.index(mine[0]) == other.index(theirs[0])
    return any(alike(a, b) for a in mine for b in theirs)


def is_particle(letters: str) -> bool:
    """Whether two words in which names differ are short pieces inside: "Mazar-e-Sharif", "Mazar-i-Sharif"."""
    return len(letters) <= 4 and letters.isalpha()


@lru_cache(maxsize=10_000)
def alike(a: str, b: str) -> bool:
    """Whether two different words are spellings of one: same first letter, few letters changed.

    Plurals, adjectives ("Russia", "Russian"), initials and numbers are forms, not spellings.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or short[0] != long[0] or not a.isalpha() or not b.isalpha() or is_other_form(a, b):
        return False
    distance = DamerauLevenshtein.distance(a, b)
    return distance <= max(2, round(len(long) * 0.4)) if len(short) > 3 else distance <= 1


def is_other_form(a: str, b: str) -> bool:
    """Whether one word is the other's plural or short form, or the people of a place ("France", "French")."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and (long[len(short) :] == "s" or len(long) - len(short) >= 2):
        return True
    return a.endswith(PEOPLES) != b.endswith(PEOPLES)


PEOPLES = ("an", "ans", "ish", "ese", "i", "is", "ch", "sh", "ss", "ic")
"""Endings of the words for the people of a place."""
