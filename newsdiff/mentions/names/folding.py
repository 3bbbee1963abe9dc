"""Names made comparable: without case, accents, punctuation and the habits of transliteration."""

from __future__ import annotations

import re
from functools import lru_cache

from newsdiff.patterns import lazy_pattern

_POSSESSIVE = lazy_pattern(r"(?:['’‘ʼ]s|(?<=s)['’])$", re.I)
_NOT_LETTER = lazy_pattern(r"[^a-z0-9&]+")
_DASH = lazy_pattern(r"[-‐‑–]")
_LINKING = frozenset(("al", "el", "ul", "e", "i"))
"""Parts that outlets leave out or spell at will: al-Assad, Mazar-e-Sharif, Mazar-i-Sharif."""

# Order matters: digraphs first. Each line is a habit of writing foreign names in Latin letters.
_HABITS = (
    (lazy_pattern(r"sch"), "sh"),  # German and English writings of Cyrillic ш
    (lazy_pattern(r"kh|q"), "k"),  # Arabic qaf, Cyrillic х
    (lazy_pattern(r"gh"), "g"),
    (lazy_pattern(r"ph"), "f"),
    (lazy_pattern(r"dh"), "d"),
    (lazy_pattern(r"tz|ts"), "c"),
    (lazy_pattern(r"j(?=[aeou])|zh"), "j"),
    (lazy_pattern(r"(?<=[aeou])v$|(?<=[aeou])ff?$"), "v"),  # -ov, -off
    (lazy_pattern(r"w"), "v"),  # Kwasniewski, Wladimir
    (lazy_pattern(r"(?:yy|iy|ij|yi|ii|ey|iyy|y|j(?![aeou]))(?![aeou])"), "i"),  # -sky, -skyy, -skiy, -ski
    (lazy_pattern(r"ou|oo"), "u"),  # Mahmoud, Youssef
    (lazy_pattern(r"ee"), "i"),
    (lazy_pattern(r"([a-z])\1+"), r"\1"),  # Sissi, Sisi
)


def without_possessive(word: str) -> str:
    """The word without "'s" or a bare possessive apostrophe."""
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower-case ASCII letters and digits only: "Erdoğan’s" -> "erdogan", "U.S." -> "us"."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = without_possessive(word)
    if not plain.isascii():
        from anyascii import anyascii  # most texts in English do without it

        plain = anyascii(plain)
    return _NOT_LETTER.sub("", plain.lower())


@lru_cache(maxsize=65536)
def folded_parts(word: str) -> tuple[str, ...]:
    """The folded parts of a hyphenated word, without linking syllables: "Mazar-e-Sharif" -> mazar, sharif."""
    if word.isalnum():
        return (fold(word),) if fold(word) else ()
    parts = tuple(part for part in map(fold, _DASH.split(word)) if part)
    if len(parts) > 1:
        return tuple(part for part in parts if part not in _LINKING) or parts
    return parts


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """What is left of a folded word when transliteration is taken away: zelenskyy, zelenskiy -> zelenski."""
    for habit, plain in _HABITS:
        folded = habit.sub(plain, folded)
    return folded


def folded_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """All folded parts of a name in order."""
    if len(words) == 1:
        return folded_parts(words[0])
    parts = tuple(part for word in words for part in folded_parts(word))
    if len(parts) > 1:
        return tuple(part for part in parts if part not in _LINKING) or parts
    return parts
