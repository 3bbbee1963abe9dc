"""Names made comparable: without case, accents, punctuation and the habits of transliteration."""

from __future__ import annotations

import re
from functools import lru_cache

from newsdiff.letters import to_ascii
from newsdiff.patterns import lazy_pattern

_POSSESSIVE = lazy_pattern(r"(?:['’‘ʼ]s|(?<=s)['’])$", re.I)
_NOT_LETTER = lazy_pattern(r"[^a-z0-9&]+")
_DASH = lazy_pattern(r"[-‐‑–]")
LINKING = frozenset(("al", "el", "ul", "e", "i"))
"""Parts that outlets leave out or spell at will: al-Assad, Mazar-e-Sharif, Mazar-i-Sharif."""

# Each is a habit of writing foreign names in Latin letters. Order matters: digraphs first.
_HABITS = (
    ("sch", "sh"),  # German and English writings of Cyrillic ш
    ("kh", "k"), ("q", "k"),  # Arabic qaf, Cyrillic х
    ("gh", "g"), ("ph", "f"), ("dh", "d"), ("tz", "c"), ("ts", "c"), ("zh", "j"),
)  # fmt: skip
_FINAL_F = lazy_pattern(r"(?<=[aeou])ff?$")  # -ov, -off
_ENDINGS_IN_I = lazy_pattern(r"(?:yy|iy|ij|yi|ii|ey|iyy|y|j(?![aeou]))(?![aeou])")  # -sky, -skyy, -skiy, -ski
_LATER_HABITS = (("oo", "u"), ("ou", "u"), ("ee", "i"))  # Mahmoud, Youssef
_DOUBLED = lazy_pattern(r"([a-z])\1+")  # Sissi, Sisi


def without_possessive(word: str) -> str:
    """The word without "'s" or a bare possessive apostrophe."""
    return word if word.isascii() and word.isalnum() else _POSSESSIVE.sub("", word)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower-case ASCII letters and digits only: "Erdoğan’s" -> "erdogan", "U.S." -> "us"."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = to_ascii(without_possessive(word))
    return _NOT_LETTER.sub("", plain.lower())


@lru_cache(maxsize=65536)
def folded_parts(word: str) -> tuple[str, ...]:
    """The folded parts of a hyphenated word, without linking syllables: "Mazar-e-Sharif" -> mazar, sharif."""
    if word.isalnum():
        return (fold(word),) if fold(word) else ()
    parts = tuple(part for part in map(fold, _DASH.split(word)) if part)
    if len(parts) > 1:
        return tuple(part for part in parts if part not in LINKING) or parts
    return parts


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """What is left of a folded word when transliteration is taken away: zelenskyy, zelenskiy -> zelenski."""
    for habit, plain in _HABITS:
        folded = folded.replace(habit, plain)
    if folded.endswith("f"):
        folded = _FINAL_F.sub("v", folded)
    folded = folded.replace("w", "v")  # Kwasniewski, Wladimir
    if "y" in folded or "j" in folded or "ii" in folded:
        folded = _ENDINGS_IN_I.sub("i", folded)
    for habit, plain in _LATER_HABITS:
        folded = folded.replace(habit, plain)
    return _DOUBLED.sub(r"\1", folded)


def folded_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """All folded parts of a name in order."""
    if len(words) == 1:
        return folded_parts(words[0])
    parts = tuple(part for word in words for part in folded_parts(word))
    if len(parts) > 1:
        return tuple(part for part in parts if part not in LINKING) or parts
    return parts
