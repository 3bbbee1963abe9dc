"""The day that a page prints beside its headline or behind its text, amid who wrote the article and where it
stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsdiff.patterns import lazy_pattern
from newsdiff.readers.html.page_line import PageLine
from newsdiff.readers.metadata.printed_dates import FIRST_WORD, is_time_stamp, update_day
from newsdiff.readers.metadata.publication_time import Published, published

BELOW, ABOVE, BEHIND = 25, 3, 3
"""Lines below and above the headline, and behind the text, in which the day is looked for."""
LINE_WORDS = 14
"""Words of the longest such line: day and clock time have up to six, authors and section the rest."""
LINKED_WORDS = 6
"""The same where all of it is a link: the author and the day, but no headline of another story."""
_OPENING = lazy_pattern(r"(.{6,24}?)\s?[-–—|:]\s")
_SLASHED = lazy_pattern(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/-])")
_DAY_FIRST = frozenset("gb uk ie au nz in za ng ke pk sg my".split())
"""Countries where English is written and the day stands before the month."""
_YEAR_FIRST = ("zh", "ja", "ko", "hu", "lt", "fa", "mn")
"""Languages in which the year comes first: what is written otherwise may be in either order."""
_BESIDE = frozenset(("nav", "footer", "aside", "figcaption"))


class DaysPrinted(NamedTuple):
    """The first day at each place, that of an update only where there is no other."""

    at_headline: Published = Published()
    """Between the headline and the text, else right above the headline."""
    behind: Published = Published()
    """Before a dash at the start of the text, amid its last lines or right behind it; else anywhere on the
    page with a word that says so ("Published …"), where all such lines give one day."""


def days_printed(
    shown: Sequence[PageLine], in_article: Sequence[bool], headline: int | None, language: str = ""
) -> DaysPrinted:
    """The days in short lines that are no part of the text. Nothing for a day in digits that can be read in
    two ways, unless `language`, as the page declares it ("en-GB"), says that the day comes first."""
    day_first = _day_comes_first(language)
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
    at_headline = _first([*(shown[index] for index in below), *(shown[index] for index in above)], day_first)
    if at_headline.day is not None:
        return DaysPrinted(at_headline)
    opening = _OPENING.match(shown[text].text)
    if opening and is_time_stamp(opening[1]):
        return DaysPrinted(behind=published(opening[1]))
    at_end = _first([shown[index] for index in behind if not in_article[index]], day_first)
    return DaysPrinted(behind=at_end if at_end.day is not None else _said_to_be(shown, day_first))


def _day_comes_first(language: str) -> bool:
    code, *region = language.lower().replace("_", "-").split("-")
    if region and region[-1] not in _DAY_FIRST:
        return code not in ("en", *_YEAR_FIRST) and region[-1] not in ("us", "ca", "ph")
    return bool(region) or code not in ("", "en", *_YEAR_FIRST)


def _said_to_be(shown: Sequence[PageLine], day_first: bool) -> Published:
    found = {
        one.day: one
        for line in shown
        if not line.linked and FIRST_WORD.search(line.text) and _may_say_when(line)
        if (one := _published(line.text, day_first)).day is not None
    }
    return next(iter(found.values())) if len(found) == 1 else Published()


def _published(text: str, day_first: bool) -> Published:
    found = published(text)
    return published(_SLASHED.sub(r"\3-\2-\1", text)) if found.day is None and day_first else found


def _first(lines: Iterable[PageLine], day_first: bool) -> Published:
    updated = Published()
    for line in lines:
        if not _may_say_when(line) or (found := _published(line.text, day_first)).day is None:
            continue
        if update_day(line.text) != found.day:
            return found
        updated = found if updated.day is None else updated
    return updated


def _may_say_when(line: PageLine) -> bool:
    if line.within & _BESIDE or not any(map(str.isdecimal, line.text)):
        return False
    return len(line.text.split()) <= (LINKED_WORDS if line.linked else LINE_WORDS)
