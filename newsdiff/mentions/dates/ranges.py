"""Stretches of days, months and years: "June 28 to July 3", "Aug to Sept 2025", "the late 1990s"."""

from __future__ import annotations

import re

from newsdiff.mentions.dates.calendar_days import Calendar, years
from newsdiff.mentions.dates.calendar_words import MONTHS
from newsdiff.mentions.dates.match import DateMatch
from newsdiff.mentions.dates.patterns import COUNTED_NEXT, YEAR_COMPANY
from newsdiff.mentions.numbers.number_words import TENS, read_number
from newsdiff.model import DateRange
from newsdiff.patterns import lazy_pattern


def day_to_day(told: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "June 28 to July 3", "28 December 2025 until 3 January": from the one day to the other."""
    if told.moved() or (told.group("join") == "and" and not told.between()):
        return None
    sides = [
        (
            told.number(f"year{side}"),
            MONTHS[(told.group(f"month{side}") or told.group(f"lead{side}")).rstrip(".")],
            told.number(f"day{side}") or told.number(f"after{side}") or 0,
        )
        for side in (1, 2)
    ]
    (year, month, day), (last_year, last_month, last_day) = sides
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.day(year, month, day, coming=year is None and told.coming())
    if first is None:
        return None
    last_year = last_year or first.first.year + (month > last_month)
    last = calendar.day(last_year, last_month, last_day)
    return DateRange(first.first, last.last) if last and first.first < last.last else None


def months(told: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Aug to Sept 2025", "December 2025 to January 2026"."""
    month, last_month = MONTHS[told.group("month").rstrip(".")], MONTHS[told.group("month2").rstrip(".")]
    year, last_year = told.number("year1"), told.number("year")
    if told.moved() or (
        told.group("join") == "and" and not (told.between() or last_month - month in (1, -11))
    ):
        return None
    if year is None and last_year is None and not (told.between() or told.whole_names()):
        return None
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.month(year, month, coming=year is None and told.coming())
    if first is None:
        return None
    last = calendar.month(last_year or first.first.year + (month > last_month), last_month)
    return DateRange(first.first, last.last) if last and last.last > first.last else None


_PARTS_OF_A_DECADE = {
    "": (0, 1), "early": (0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1), "early to mid": (0, 0.7),
    "mid to late": (0.3, 1), "beginning": (0, 0.3), "start": (0, 0.3), "middle": (0.3, 0.7), "end": (0.7, 1),
    "close": (0.7, 1), "first half": (0, 0.5), "second half": (0.5, 1),
}  # fmt: skip
"""From what share of its years to what share a part goes."""
_OTHER_DECADES = lazy_pattern(
    r"\b(?:temperatures?|degrees|highs?|lows?|mph)\b|\b(?:his|her|their|my|aged?)\s(?:(?:early|mid|late)[-\s])?$",
    re.IGNORECASE,
)
_LAST_CENTURY_IN_HUNDREDS = 1900
""""The 1800s" are a hundred years, "the 2000s" ten."""


def decade(told: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "The late 1990s", "the '80s", "the fifties": whole years."""
    start = _first_year(told, "decade", "short", "word")
    if start is None:
        return None
    length = 100 if start % 100 == 0 and start <= _LAST_CENTURY_IN_HUNDREDS else 10
    first, last = (
        round(share * length) for share in _PARTS_OF_A_DECADE[told.group("part").replace("-", " ")]
    )
    end = start
    if told.group("join"):
        end, last = _first_year(told, "decade2", "short2", "word2") or start, 10
        if end <= start or (told.group("join") == "and" and end - start != last and not told.between()):
            return None
    return years(start + first, end + last - 1)


def _first_year(told: DateMatch, decade: str, short: str, word: str) -> int | None:
    """The year a decade begins in; a short one is of the last century, unless it is no decade at all."""
    if told.match[decade]:
        return int(told.match[decade])
    if _OTHER_DECADES.search(told.before(40)):
        return None
    if told.match[short]:
        return 1900 + int(told.match[short])
    return 1900 + TENS[told.group(word).removesuffix("ies") + "y"] if told.match[word] else None


def spelled_year(told: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Nineteen ninety-six", "two thousand and eight"."""
    if not told.group("century"):
        year = 2000 + int(read_number(told.group("small")).value)
    else:
        rest = told.group("rest")
        small_part = 0 if rest == "hundred" else int(read_number(rest.removeprefix("oh").strip(" -")).value)
        year = 100 * int(read_number(told.group("century")).value) + small_part
    if COUNTED_NEXT.match(told.text, told.match.end(), told.ceiling):
        return None
    if (not told.group("century") or told.group("rest") == "hundred") and not YEAR_COMPANY.search(
        told.before(10)
    ):
        return None
    return years(year, year)
