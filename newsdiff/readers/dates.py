"""Dates as pages print them above an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newsdiff.publication import is_within_bounds
from newsdiff.readers.foreign_months import days_in_english
from newsdiff.small_letters import small

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

_FULL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}(?!\d)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}(?: of|\.)? {_MONTH},? {_YEAR}\b",
        rf"(?<!\d){_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}(?!\d)",
    )
)
"""Day and month in digits only where their order is beyond doubt: 2025-12-03, 03.12.2025, never 3/12/2025."""

_YEARLESS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,? {_MONTH} {_DAY}\b",
        rf"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,? {_DAY} {_MONTH}\b",
    )
)
_STAMP_WORDS = re.compile(
    r"""(?ix) \b(?:updated?|published|posted|modified|last|first|originally|created|date|on|at|am|pm|a\.m|p\.m
    |[a-z]{3}day|mon|tue|tues|wed|wednesday|thu|thur|thurs|thursday|fri|sat|saturday|sun|tuesday
    |jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
    |nov(?:ember)?|dec(?:ember)?|gmt|utc|bst|e[sd]?t|p[sd]t|c[est]t|cest|ist|hrs?|uhr|h|t|z|st|nd|rd|th
    |minutes?|mins?|hours?|days?|weeks?|ago|today|yesterday|issued|time)(?=\b|\d)
    | [\d\s:.,|/·•+–—()-] """
)
_TELLS_TIME = re.compile(
    r"(?i)\d{4}-\d\d-\d\d|\d{1,2}[:.]\d\d|\b(?:updated|published|posted)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[a-z]{0,6}\.?,? \d|\d(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|\d\d?[./]\d\d?[./]\d{4}|\b(?:minutes?|hours?|days?) ago\b|^\s{0,3}(?:date)\b"
)
LONGEST_STAMP = 120
"""Code points; a longer line is not a time stamp."""


def is_time_stamp(text: str) -> bool:
    """Whether a line consists of nothing but dates, times and the words that go with them."""
    if len(text) > LONGEST_STAMP:
        return False
    text = days_in_english(text)
    if not _TELLS_TIME.search(text):
        return False
    glued = re.sub(r"(?i)(?<=\d)(?=[a-z])|(?<=[ap]m)(?=[A-Z])", " ", text)
    return not _STAMP_WORDS.sub("", glued).strip()


def published_date(stamp: str, years: frozenset[int] = frozenset()) -> date | None:
    """The day a time stamp tells: the one after "published" where there are several, else the first.

    A stamp with a weekday and no year ("Tuesday, December 2") tells its day only when exactly one of `years`
    has that weekday on that day.
    """
    found = first_day(days_in_english(stamp), years)
    return found.day if found else None


class DayFound(NamedTuple):
    """A day and where it is told."""

    text: str
    """The part of the stamp that is about this day: up to the next one."""
    start: int
    end: int
    day: date


def first_day(stamp: str, years: frozenset[int] = frozenset()) -> DayFound | None:
    """The day of `published_date` with its place."""
    word = re.search("published", stamp, re.IGNORECASE)
    parts = (stamp[word.end() :], stamp[: word.start()]) if word else (stamp,)
    for part in parts:
        full = sorted(_full_dates(part), key=lambda found: found.start)
        if full:
            later = next((other.start for other in full if other.start >= full[0].end), len(part))
            return full[0]._replace(text=part[:later])
    return _yearless_date(stamp, years)


def _full_dates(text: str) -> Iterator[DayFound]:
    for pattern in _FULL:
        for match in pattern.finditer(text):
            day = _date(match["year"], match["month"], match["day"])
            if day is not None:
                yield DayFound(text, match.start(), match.end(), day)


def _yearless_date(stamp: str, years: frozenset[int]) -> DayFound | None:
    for pattern in _YEARLESS:
        if match := pattern.search(stamp):
            weekday = _WEEKDAYS.index(small(match["weekday"]))
            days = [_date(str(year), match["month"], match["day"]) for year in sorted(years)]
            fitting = [day for day in days if day is not None and day.weekday() == weekday]
            return DayFound(stamp, match.start(), match.end(), fitting[0]) if len(fitting) == 1 else None
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(small(month[:3])) + 1
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if is_within_bounds(found) else None
