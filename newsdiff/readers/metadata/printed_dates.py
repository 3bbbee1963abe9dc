"""Dates as pages print them above an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from newsdiff.calendar.bounds import day_or_none, is_within_bounds
from newsdiff.calendar.months import (
    ANY_MONTH,
    MONTH_BEGINNING,
    MONTHS,
    PRINTED_MONTHS,
    SHORT_MONTH_NAMES,
    SHORT_PRINTED_MONTHS,
    WEEKDAY_BEGINNING,
    WEEKDAYS,
)
from newsdiff.letters import lower_like_regex
from newsdiff.patterns import lazy_pattern

_MONTH = rf"(?P<month>{MONTH_BEGINNING})[a-z]{{0,6}}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

_FULL = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=T\d{{4}})",
        rf"\b{_MONTH} {_DAY},? {_YEAR}(?!\d)",
        rf"\b{_DAY}(?: of|\.)? {_MONTH},? {_YEAR}(?!\d)",
        rf"\b{_DAY}(?P<mark>[-/]){_MONTH}(?P=mark){_YEAR}(?!\d)",
        rf"\b{_MONTH} {{1,2}}{_DAY}(?= \d\d?:\d\d(?::\d\d)?(?: [A-Z]{{2,5}})? (?P<year>\d{{4}})\b)",
        rf"(?<![\d:]){_DAY}[ -]{_MONTH}[ -](?P<year>\d\d)(?![\d:]|\s?[ap]\.?m|\s?(?:uhr|h)\b)",
        rf"(?<!\d){_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}(?![\d:])",
        rf"(?<![\d.:]){_DAY}\.(?P<month>\d{{1,2}})\.(?P<year>\d\d)(?![\d.:]|\s?uhr)",
    )
)
"""Day and month in digits only where their order is beyond doubt: 2025-12-03, 03.12.2025; see `_SLASHED`."""

_SLASHED = lazy_pattern(
    r"(?<![\d/-])(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/-])"
)
"""23/01/2026 and 01/23/2026, where one of the two can be no month; 2/1/2026 is ambiguous."""
UPDATE_WORD = lazy_pattern(
    r"(?i)\b(?:last )?(?:updated?|modified|edited|aktualisiert|geändert|mise? à jour|modifiée?"
    r"|actualizado|actualización"
    r"|aggiornato|atualizado|bijgewerkt|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowano|обновлено|оновлено|güncellen?me|güncellendi)\b"
)
FIRST_WORD = lazy_pattern(
    r"(?i)\b(?:(?:first |originally )?(?:published|posted|created)|veröffentlicht|erstellt|publiée?|publicado"
    r"|pubblicato|gepubliceerd|publisert|offentliggjort|publicerad|julkaistu|opublikowano|опубликовано"
    r"|опубліковано|yayın(?:lan?ma)?|yayınlandı|giriş)\b"
)
"""What stands before the moment of publication, and of an update, in the languages whose months are known."""

_YEARLESS = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<weekday>{WEEKDAY_BEGINNING})[a-z]{{0,6}}\.?,? {_MONTH} {_DAY}\b",
        rf"\b(?P<weekday>{WEEKDAY_BEGINNING})[a-z]{{0,6}}\.?,? {_DAY} {_MONTH}\b",
    )
)
_STAMP_WORDS = lazy_pattern(
    rf"""(?ix) \b(?:updated?|published|posted|modified|last|first|originally|created|date|on|at|am|pm
    |a\.m|p\.m|[a-z]{{3}}day|mon|tue|tues|wed|wednesday|thu|thur|thurs|thursday|fri|sat|saturday|sun|tuesday
    |{ANY_MONTH}|gmt|utc|bst|e[sd]?t|p[sd]t|c[est]t|cest|ist|hrs?|uhr|h|t|z|st|nd|rd|th
    |minutes?|mins?|hours?|days?|weeks?|ago|today|yesterday|issued|time|edited|modified|stand|am|um|le|à|el|il|em|op
    |aktualisiert|veröffentlicht|erstellt|mise?|jour|publiée?|publicado|actualizado|pubblicato|aggiornato|atualizado
    |bijgewerkt|gepubliceerd|publisert|oppdatert|offentliggjort|opdateret|publicerad|uppdaterad|опубликовано
    |обновлено|опубліковано|оновлено|modifiée?|geändert|güncellen?me|yayın(?:lan?ma)?|giriş)(?=\b|\d)
    | [\d\s:.,|/·•+–—()-] """
)
_LOOKS_LIKE_TIME = lazy_pattern(
    rf"(?i)\d{{4}}-\d\d-\d\d|\d{{1,2}}[:.]\d\d|\b(?:updated|published|posted)\b"
    rf"|\b(?:{MONTH_BEGINNING})[a-z]{{0,6}}\.?,? \d|\d(?:st|nd|rd|th)?\.? (?:{MONTH_BEGINNING})"
    r"|\d\d?[./]\d\d?[./]\d{4}|\b(?:minutes?|hours?|days?) ago\b|^\s{0,3}(?:date)\b"
)
_OTHER_DAY: Final = lazy_pattern(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º)? (?:de )?(?P<month>[^\W\d_]{3,12})\.?(?: de)? (?P<year>\d{4})"
    r"(?: года| р\.)?(?!\d)"
)
_CJK: Final = lazy_pattern(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")
_CJK_CLOCK: Final = lazy_pattern(r"(?P<hour>\d{1,2})\s?[時时点]\s?(?P<minute>\d{1,2})\s?分")
_COUNTED: Final = lazy_pattern(r"[1-9]\d{9}(?:\d{3})?(?:\.\d{1,6})?")
_TIMELY = ("updated", "published", "posted", "ago", "date")
"""One of these, or a digit, stands in every stamp."""
_DIGIT: Final = lazy_pattern(r"\d")
_GLUED: Final = lazy_pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)")
PIVOT = 70
"""From which on a year in two digits is of the last century, as in mail."""
EARLIEST = 1900
YEARS_AHEAD = 5
"""Years ahead of this one in which a date is still believed. Clocks are wrong by a year at times; programs
that have no date write 2099 or 9999."""
LONGEST_STAMP = 120
"""Code points; a longer line is not a time stamp."""


def is_time_stamp(text: str) -> bool:
    """Whether a line consists of nothing but dates, times and the words that go with them."""
    if len(text) > LONGEST_STAMP or not (_DIGIT.search(text) or any(map(text.lower().__contains__, _TIMELY))):
        return False
    text = days_in_english(text)
    if not _LOOKS_LIKE_TIME.search(text):
        return False
    glued = re.sub(r"(?i)(?<=\d)(?=[a-z])|(?<=[ap]m)(?=[A-Z])", " ", text)
    return not _STAMP_WORDS.sub("", glued).strip()


def published_date(stamp: str, years: frozenset[int] = frozenset()) -> date | None:
    """The day of a time stamp: the one after "published" where there are several, that of an update only
    where there is no other, else the first.

    A stamp with a weekday and no year ("Tuesday, December 2") gives its day only when exactly one of `years`
    has that weekday on that day.
    """
    found = first_day(days_in_english(stamp_in_words(stamp)), years)
    return found.day if found else None


def stamp_in_words(stamp: str) -> str:
    """A stamp that is nothing but digits as an ISO date: seconds or milliseconds since 1970, or 20260301."""
    digits = stamp.strip()
    if _COUNTED.fullmatch(digits):
        seconds = int(digits[:10])
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _GLUED.sub(r"\1-\2-\3", digits) if len(digits) == 8 else stamp


class DayFound(NamedTuple):
    """A day and where it stands."""

    text: str
    """The part of the stamp that is about this day: up to the next one."""
    start: int
    end: int
    day: date


def first_day(stamp: str, years: frozenset[int] = frozenset()) -> DayFound | None:
    """The day of `published_date` with its place."""
    for part, _ in _parts(stamp):
        full = sorted(_full_dates(part), key=lambda found: found.start)
        if full:
            later = next((other.start for other in full if other.start >= full[0].end), len(part))
            return full[0]._replace(text=part[:later])
    return _yearless_date(stamp, years)


def update_day(stamp: str) -> date | None:
    """The day of an update in a time stamp."""
    updates = (part for part, is_update in _parts(days_in_english(stamp)) if is_update)
    found = (one for part in updates for one in sorted(_full_dates(part), key=lambda one: one.start))
    return next((one.day for one in found), None)


def _parts(stamp: str) -> list[tuple[str, bool]]:
    """What the stamp says of the publication, what it says without a word, and (True) what of an update."""
    words = sorted(
        [(match.start(), match.end(), False) for match in FIRST_WORD.finditer(stamp)]
        + [(match.start(), match.end(), True) for match in UPDATE_WORD.finditer(stamp)]
    )
    ends = [word[0] for word in words[1:]] + [len(stamp)]
    parts = [(stamp[word[1] : end], word[2]) for word, end in zip(words, ends, strict=True)] if words else []
    bare = (stamp[: words[0][0]] if words else stamp, False)
    return [*(part for part in parts if not part[1]), bare, *(part for part in parts if part[1])]


def _full_dates(text: str) -> Iterator[DayFound]:
    for pattern in _FULL:
        for match in pattern.finditer(text):
            day = _date(match["year"], match["month"], match["day"])
            if day is not None:
                yield DayFound(text, match.start(), match.end(), day)
    for match in _SLASHED.finditer(text):
        day = _in_either_order(int(match["a"]), int(match["b"]), match["year"])
        if day is not None:
            yield DayFound(text, match.start(), match.end(), day)


def _in_either_order(a: int, b: int, year: str) -> date | None:
    if a > 12 or a == b:
        return _date(year, str(b), str(a))
    return _date(year, str(a), str(b)) if b > 12 else None


def _yearless_date(stamp: str, years: frozenset[int]) -> DayFound | None:
    for pattern in _YEARLESS:
        if match := pattern.search(stamp):
            weekday = WEEKDAYS[lower_like_regex(match["weekday"])]
            days = [_date(str(year), match["month"], match["day"]) for year in sorted(years)]
            fitting = [day for day in days if day is not None and day.weekday() == weekday]
            return DayFound(stamp, match.start(), match.end(), fitting[0]) if len(fitting) == 1 else None
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS[lower_like_regex(month[:3])]
    full = int(year) if len(year) > 2 else int(year) + (1900 if int(year) >= PIVOT else 2000)
    found = day_or_none(full, number, int(day))
    return found if found and is_believable(found) and is_within_bounds(found) else None


def is_believable(day: date) -> bool:
    """Whether somebody can have meant the day: not the beginning of a program's count of seconds or days, and
    not far ahead."""
    begins = (day.year, day.month) == (1970, 1) or day == date(1969, 12, 31) or day.year <= EARLIEST
    return not begins and day.year <= date.today().year + YEARS_AHEAD


def days_in_english(stamp: str) -> str:
    """The line with such days as "3 Dec 2025"; everything else as it is."""
    if not _DIGIT.search(stamp):
        return stamp
    stamp = _CJK.sub(
        lambda day: f"{day['year']}-{day['month']:0>2}-{day['day']:0>2}", _OTHER_DAY.sub(_in_english, stamp)
    )
    return _CJK_CLOCK.sub(lambda clock: f"{clock['hour']:0>2}:{clock['minute']:0>2}", stamp)


def _in_english(match: re.Match[str]) -> str:
    name = match["month"].lower()
    month = PRINTED_MONTHS.get(name) or SHORT_PRINTED_MONTHS.get(name)
    return (
        match.group() if month is None else f"{match['day']} {SHORT_MONTH_NAMES[month - 1]} {match['year']}"
    )
