"""Sentences of prose in other languages: no abbreviation is known, so a doubtful full stop ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.patterns import lazy_pattern

_END: Final = lazy_pattern(r"[。！？｡؟।]+[”’」』）)\"]*|(?<![.!?…])[.!?…]+[”’“»«\"')\]]*(?=\s)")
_SHORT: Final = lazy_pattern(r"(?:^|[\s(.])(?:\d{1,3}|[^\W\d_]{1,2})$")
"""What stands before a full stop that numbers ("3. Dezember") or shortens ("z. B.", "г.")."""
_FOLLOWING: Final = lazy_pattern(r"\s*(\S)")
LONGEST: Final = 1_500
"""Code points; what is longer is cut at a blank, as English sentences are."""


def other_sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences between `start` and `end`, blanks at their edges left out."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, begin, match, end):
            yield from _cut(text, begin, match.end())
            begin = match.end()
    yield from _cut(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    if match.group()[0] not in ".":
        return True
    if _SHORT.search(text[max(begin, match.start() - 5) : match.start()]):
        return False
    following = _FOLLOWING.match(text, match.end(), end)
    return following is None or not following[1].islower()


def _cut(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    while stop - begin > LONGEST:
        blank = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = blank if blank > begin else begin + LONGEST
        yield begin, cut
        begin = cut + 1 if blank > begin else cut
    if begin < stop:
        yield begin, stop
