"""Nicknames inside names: First “Nick” Last, First (Nick) Last; not quotations, not names of others."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.mentions.lexicon import lexicon
from newsdiff.patterns import lazy_pattern

_WORDS = r"(?:The\s|El\s|La\s|Il\s)?[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*){0,2}"
_MARKED = rf"[“\"]{_WORDS}[”\"]|(?:‘|(?<=\s)'){_WORDS}[’'](?=\s)|\([^\W\d_a-z][\w’'-]*\)"
_NICKNAME = lazy_pattern(
    rf"(?P<before>[^\W\d_a-z][\w’'-]*\.?)\s(?P<nickname>{_MARKED})\s(?P<after>[^\W\d_a-z][\w’'-]+)"
)


def nicknames(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the nicknames stand between two offsets, with their marks."""
    if not _may_hold_one(text, start, end):
        return
    position = start
    while match := _NICKNAME.search(text, position, end):
        if _is_name(match["before"], match["after"], bracketed=match["nickname"][0] == "("):
            yield match.span("nickname")
        position = match.start("nickname") + 1


_OPENING = lazy_pattern(r"\s[“\"‘'(](?=[^\W\d_a-z])")
_LONGEST_NAME = 100
"""Code points before a nickname in which the first name stands."""


def _may_hold_one(text: str, start: int, end: int) -> bool:
    """Whether a mark stands between a word that is not all in small letters and a capital letter."""
    for opening in _OPENING.finditer(text, start, end):
        before = text[max(start, opening.start() - _LONGEST_NAME) : opening.start()].split()[-1:]
        if before and not (before[0].isascii() and before[0].islower()):
            return True
    return False


def _is_name(before: str, after: str, *, bracketed: bool) -> bool:
    """Whether the words around a nickname are a first and a last name."""
    lists = lexicon()
    first, last = before.lower().rstrip("."), after.lower()
    if last in lists.stop or last in lists.speech or last in lists.calendar:
        return False
    if first in lists.first_names:
        return True
    no_first_name = lists.stop | lists.roles | lists.organisation | lists.rank | lists.courtesy
    no_last_name = lists.organisation | lists.designator | lists.first_names
    return not (bracketed or before.isupper() or first in no_first_name or last in no_last_name)


def without_nickname(name: str) -> str:
    """A writing of a name without the nickname in it."""
    for start, end in nicknames(name, 0, len(name)):
        return f"{name[:start]}{name[end + 1 :]}"
    return name
