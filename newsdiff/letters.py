"""Letters in another form: in ASCII, and in lower case as patterns that ignore case see them."""

from __future__ import annotations

from typing import Final

_COMMON: Final = {
    "A": "ÀÁÂÃÄÅĀĂĄ", "C": "ÇĆĈĊČ", "D": "ĎĐ", "E": "ÈÉÊËĒĔĖĘĚ", "G": "ĜĞĠĢ", "I": "ÌÍÎÏĪĮİ", "K": "Ķ",
    "L": "ĹĻĽŁ", "N": "ÑŃŅŇ", "O": "ÒÓÔÕÖØŌŎŐ", "R": "ŔŖŘ", "S": "ŚŜŞŠȘ", "T": "ŢŤȚ", "U": "ÙÚÛÜŪŬŮŰŲ",
    "Y": "ÝŸ", "Z": "ŹŻŽ", "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ",
    "i": "ìíîïīįı", "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș",
    "t": "ţťț", "u": "ùúûüūŭůűų", "y": "ýÿ", "z": "źżž", "ss": "ß", "ae": "æ", "Ae": "Æ", "oe": "œ",
    "Oe": "Œ", "'": "‘’", '"': "“”", "-": "–—", "...": "…", " ": "\N{NO-BREAK SPACE}",
}  # fmt: skip
COMMON: Final = str.maketrans({letter: plain for plain, letters in _COMMON.items() for letter in letters})
"""Nearly all that is not ASCII in texts in Latin letters. A table of its own, because reading those
of `anyascii` takes longer than the names of a whole event."""


def to_ascii(text: str) -> str:
    """The text in ASCII, character by character as `anyascii` has it."""
    if text.isascii():
        return text
    plain = text.translate(COMMON)
    if plain.isascii():
        return plain
    from anyascii import anyascii

    return anyascii(plain)


_LIKE_OTHERS: Final = str.maketrans({"ſ": "s", "ı": "i", "İ": "i", "\N{KELVIN SIGN}": "k"})


def lower_like_regex(text: str) -> str:
    """`text` in small letters, so that what a pattern with `re.IGNORECASE` found is found in a table, too.

    To such a pattern "Tueſday" and "Frıday" are days; `str.lower` leaves these letters as they are.
    """
    return text.translate(_LIKE_OTHERS).lower()
