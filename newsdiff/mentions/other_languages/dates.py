"""Days as other languages write them: 3. Dezember 2025, 3 de diciembre, 12月3日, 03.12.2025, gestern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from newsdiff.calendar.bounds import day_or_none
from newsdiff.calendar.months import MONTHS_BY_LANGUAGE, NEAR_DAYS, WEEKDAYS_BY_LANGUAGE
from newsdiff.mentions.match import Match
from newsdiff.mentions.other_languages.words import CASED
from newsdiff.model import DateRange
from newsdiff.patterns import lazy_pattern

_ISO: Final = lazy_pattern(r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])")
_NUMERIC: Final = lazy_pattern(
    r"(?<![\d./-])(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)?(?!\d)"
)
_YEAR: Final = lazy_pattern(
    r"(?<![\w.,:/-])(?:1[89]|20)\d\d(?![\d:/-]|[.,]\d|\s?[%€$£])|(?<!\d)(?:19|20)\d\d(?=年|년)"
)
_CJK: Final = lazy_pattern(
    r"(?:(?P<y>(?:19|20)\d\d)\s?[年년]\s?)?(?:(?P<m>\d{1,2})\s?[月월]\s?)?(?P<d>\d{1,2})\s?[日号號일](?![間间])"
)


def days_in(text: str, start: int, end: int, language: str, published: date | None) -> list[Match]:
    """The days and years between two offsets, in order; without a day of publication those that need none."""
    found: list[Match] = []
    for first, last, day in sorted(_every_day(text, start, end, language, published)):
        if not found or first >= found[-1].end:
            found.append(Match(first, last, "date", DateRange(day, day)))
    found += [
        Match(match.start(), match.end(), "date", DateRange(date(year, 1, 1), date(year, 12, 31)))
        for match in _YEAR.finditer(text, start, end)
        if not any(one.start <= match.start() < one.end for one in found)
        for year in [int(match.group())]
    ]
    return sorted(found, key=lambda one: one.start)


def _every_day(
    text: str, start: int, end: int, language: str, published: date | None
) -> Iterator[tuple[int, int, date]]:
    patterns = [_ISO, _NUMERIC, _CJK]
    if language in MONTHS_BY_LANGUAGE:
        patterns.append(_in_words(language))
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            if day := _day(match, published):
                yield match.start(), match.end(), day
    if published is None:
        return
    for words, day_of in ((WEEKDAYS_BY_LANGUAGE, _last_weekday), (NEAR_DAYS, _near_day)):
        if language in words:
            for match in _listed(words[language]).finditer(text, start, end):
                number = next(index for index, groups in enumerate(match.groups()) if groups)
                if day := day_of(published, number):
                    yield match.start(), match.end(), day


def _day(match: re.Match[str], published: date | None) -> date | None:
    groups = match.groupdict()
    day = int(groups["d"])
    if groups.get("word"):
        month = next(number for number in range(1, 13) if groups[f"month{number}"])
    elif groups.get("m"):
        month = int(groups["m"])
    elif published is not None:
        return _near_in_month(published, day)
    else:
        return None
    if groups.get("y"):
        return day_or_none(int(groups["y"]), month, day)
    if published is None:
        return None
    years = (day_or_none(published.year + shift, month, day) for shift in (-1, 0, 1))
    return min(filter(None, years), key=lambda one: abs((one - published).days), default=None)


def _near_in_month(published: date, day: int) -> date | None:
    """“3日”: of this month, or of the last one where that day is still to come."""
    this = day_or_none(published.year, published.month, day)
    if this is not None and this.toordinal() <= published.toordinal() + 7:
        return this
    before = _days_before(published, published.day)
    return day_or_none(before.year, before.month, day) if before else None


def _last_weekday(published: date, number: int) -> date | None:
    return _days_before(published, (published.weekday() - number) % 7)


def _near_day(published: date, number: int) -> date | None:
    return _days_before(published, 1 - number)


def _days_before(day: date, days: int) -> date | None:
    """None before the first day of the calendar: a label may give any day as that of publication."""
    return date.fromordinal(day.toordinal() - days) if day.toordinal() > days else None


@cache
def _in_words(language: str) -> re.Pattern[str]:
    months = "|".join(
        f"(?P<month{number}>(?:{names}))"
        for number, names in enumerate(MONTHS_BY_LANGUAGE[language].split(), 1)
    )
    return re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:\.|er\b|º|-го)?\s(?:de\s)?(?P<word>(?:{months})[{CASED}]*)\.?"
        r"(?:,?\s(?:de\s)?(?P<y>(?:19|20)\d\d)(?!\d))?",
        re.I,
    )


@cache
def _listed(words: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"((?<![{CASED}])(?:{one})[{CASED}]*)" for one in words.split()), re.I)
