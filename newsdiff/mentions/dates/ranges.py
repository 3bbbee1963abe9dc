"""Stretches of days, months and years: "June 28 to July 3", "Aug to Sept 2025", "the late 1990s"."""

from __future__ import annotations

import re

from newsdiff.calendar.months import MONTHS
from newsdiff.mentions.dates.calendar_days import Calendar, years
from newsdiff.mentions.dates.match import DateMatch
from newsdiff.mentions.dates.patterns import COUNTED_NEXT, YEAR_COMPANY
from newsdiff.mentions.numbers.number_words import TENS, read_number
from newsdiff.model import DateRange
from newsdiff.patterns import lazy_pattern


def day_to_day(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "June 28 to July 3", "28 December 2025 until 3 January": from the one day to the other."""
    if found.moved() or (found.group("join") == "and" and not found.between()):
        return None
    sides = [
        (
            found.number(f"year{side}"),
            MONTHS[(found.group(f"month{side}") or found.group(f"lead{side}")).rstrip(".")],
            found.number(f"day{side}") or found.number(f"after{side}") or 0,
        )
        for side in (1, 2)
    ]
    (year, month, day), (last_year, last_month, last_day) = sides
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.day(year, month, day, coming=year is None and found.coming())
    if first is None:
        return None
    last_year = last_year or first.first.year + (month > last_month)
    last = calendar.day(last_year, last_month, last_day)
    return DateRange(first.first, last.last) if last and first.first < last.last else None


def months(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Aug to Sept 2025", "December 2025 to January 2026"."""
    month, last_month = MONTHS[found.group("month").rstrip(".")], MONTHS[found.group("month2").rstrip(".")]
    year, last_year = found.number("year1"), found.number("year")
    if found.moved() or (
        found.group("join") == "and" and not (found.between() or last_month - month in (1, -11))
    ):
        return None
    if year is None and last_year is None and not (found.between() or found.whole_names()):
        return None
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.month(year, month, coming=year is None and found.coming())
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


def decade(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "The late 1990s", "the '80s", "the fifties": whole years."""
    start = _first_year(found, "decade", "short", "word")
    if start is None:
        return None
    length = 100 if start % 100 == 0 and start <= _LAST_CENTURY_IN_HUNDREDS else 10
    first, last = (
        round(share * length) for share in _PARTS_OF_A_DECADE[found.group("part").replace("-", " ")]
    )
    end = start
    if found.group("join"):
        end, last = _first_year(found, "decade2", "short2", "word2") or start, 10
        if end <= start or (found.group("join") == "and" and end - start != last and not found.between()):
            return None
    return years(start + first, end + last - 1)


def _first_year(found: DateMatch, decade: str, short: str, word: str) -> int | None:
    """The year a decade begins in; a short one is of the last century, unless it is no decade at all."""
    if found.match[decade]:
        return int(found.match[decade])
    if _OTHER_DECADES.search(found.before(40)):
        return None
    if found.match[short]:
        return 1900 + int(found.match[short])
    return 1900 + TENS[found.group(word).removesuffix("ies") + "y"] if found.match[word] else None


def spelled_year(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Nineteen ninety-six", "two thousand and eight"."""
    if not found.group("century"):
        year = 2000 + int(read_number(found.group("small")).value)
    else:
        rest = found.group("rest")
        small_part = 0 if rest == "hundred" else int(read_number(rest.removeprefix("oh").strip(" -")).value)
        year = 100 * int(read_number(found.group("century")).value) + small_part
    if COUNTED_NEXT.match(found.text, found.match.end(), found.ceiling):
        return None
    if (not found.group("century") or found.group("rest") == "hundred") and not YEAR_COMPANY.search(
        found.before(10)
    ):
        return None
    return years(year, year)
