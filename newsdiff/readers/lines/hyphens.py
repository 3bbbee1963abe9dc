"""Words that were divided at the end of a line: with the hyphen of the division, or with one of their own."""

from __future__ import annotations

from newsdiff.patterns import lazy_pattern

_HALF = lazy_pattern(r"([^\W\d_]+)[-\u2010\u00ad]$")
_OTHER_HALF = lazy_pattern(r"[^\W\d_]+")
_WORD = lazy_pattern(r"[^\W_]+(?:-[^\W_]+)*")

_KEEPS_AFTER = frozenset(
    "all anti cross ex far first full half high ill left long low mid multi near new non north off old one"
    " part pre pro quasi right second self semi short single so south third two three four five six seven"
    " eight nine ten twelve twenty thirty forty fifty sixty seventy eighty ninety vice well world year"
    " north-east east west co".split()
)
"""First parts of words that are written with a hyphen: "long-term", "two-thirds", "vice-president"."""
_KEEPS_BEFORE = frozenset(
    "aged based bound called class day degree elect fold foot free friendly hit hour in inch kilometre"
    " kilometer led level like long made metre meter mile minute month old on out owned page party people"
    " person plus point run scale seat second seater sized standing storey story style term thirds time"
    " to up week wide year".split()
)
"""Last parts of such words: "five-year", "state-owned", "built-in"."""


def words_of(text: str) -> frozenset[str]:
    """All words of a text, in small letters: what is written elsewhere in it decides."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def joint(above: str, below: str, words: frozenset[str]) -> tuple[int, str]:
    """How two lines of a paragraph are joined: how many letters go from the end of the first, and what stands
    between them then."""
    if above.endswith("\u00ad"):
        return 1, ""
    if not above.endswith(("-", "\u2010")) or above.endswith((" -", "--")) or not below[0].isalnum():
        return 0, " "
    half, other = _HALF.search(above[-40:]), _OTHER_HALF.match(below)
    if half is None or other is None or not below[0].islower():
        return 0, ""  # "60-" and "centimetre", "Anglo-" and "Saxon"
    return (0 if _keeps(half[1].casefold(), other[0].casefold(), words) else 1), ""


def _keeps(first: str, last: str, words: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word: as the text writes it elsewhere, else by the parts."""
    if f"{first}-{last}" in words:
        return True
    if first + last in words:
        return False
    return first in _KEEPS_AFTER or last in _KEEPS_BEFORE
