"""The day that a page prints beside its headline or behind its text, amid who wrote the article and where it
stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsdiff.readers.html.page_lines import PageLine
from newsdiff.readers.metadata.printed_dates import update_day
from newsdiff.readers.metadata.publication_time import Published, published

BELOW, ABOVE, BEHIND = 25, 3, 3
"""Lines below and above the headline, and behind the text, in which the day is looked for."""
LINE_WORDS = 14
"""Words of the longest such line: day and clock time have up to six, authors and section the rest."""
LINKED_WORDS = 6
"""The same where all of it is a link: the author and the day, but no headline of another story."""
_BESIDE = frozenset(("nav", "footer", "aside", "figcaption"))


class DaysPrinted(NamedTuple):
    """The first day at each place, that of an update only where there is no other."""

    at_headline: Published = Published()
    """Between the headline and the text, else right above the headline."""
    behind: Published = Published()
    """Amid the last lines of the text or right behind it."""


def days_printed(shown: Sequence[PageLine], in_article: Sequence[bool], headline: int | None) -> DaysPrinted:
    """The days in short lines that are no part of the text. Nothing for a day in digits that can be read in
    two ways."""
    long = [one and len(line.text.split()) > LINE_WORDS for line, one in zip(shown, in_article, strict=True)]
    if True not in long:
        return DaysPrinted()
    text = long.index(True)
    last = len(long) - 1 - in_article[::-1].index(True)
    if headline is None:
        headline = in_article.index(True) - 1
    elif text <= headline:
        text = next((index for index in range(headline + 1, last) if long[index]), headline)
    below = range(headline + 1, min(text + 1, headline + 1 + BELOW))
    above = range(headline, max(-1, headline - 1 - ABOVE), -1)
    behind = range(max(text + 1, last - BEHIND), min(last + 1 + BEHIND, len(in_article)))
    return DaysPrinted(
        _first([*(shown[index] for index in below), *(shown[index] for index in above)]),
        _first(shown[index] for index in behind if not in_article[index]),
    )


def _first(lines: Iterable[PageLine]) -> Published:
    updated = Published()
    for line in lines:
        if not _may_say_when(line) or (found := published(line.text)).day is None:
            continue
        if update_day(line.text) != found.day:
            return found
        updated = found if updated.day is None else updated
    return updated


def _may_say_when(line: PageLine) -> bool:
    if line.within & _BESIDE or not any(map(str.isdecimal, line.text)):
        return False
    return len(line.text.split()) <= (LINKED_WORDS if line.linked else LINE_WORDS)
