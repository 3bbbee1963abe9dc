"""Every day and time of day that a text may be read to give: to be sure that it gives none near another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from newsdiff.calendar.months import MONTHS, WEEKDAYS
from newsdiff.details.times.moments import Moment, length
from newsdiff.model import ClockTime, DateRange
from newsdiff.patterns import lazy_pattern
from newsdiff.quick_dataclass import dataclass

NEAR_DAYS: Final = 1
"""A day next to another may be the same day, written in another zone or at another hour."""
NEAR_MINUTES: Final = 60
RELATIVE_REACH: Final = 9
"""Days from publication within which "Tuesday" or "last week" may mean a day."""
LONG_STRETCH: Final = 28
"""A stretch of so many days is a month or longer: it is named by its month or year."""
RELATIVE: Final = frozenset(
    """today yesterday tomorrow tonight overnight week weekend days earlier ago morning afternoon evening
    night""".split()
)
"""Words by which a day near that of publication may be meant."""
DECADES: Final = {
    10 * (number + 2): word
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split()
    )
}
YEARS: Final = frozenset("year years decade decades century".split())
DAY_PARTS: Final = {
    "dawn": (240, 480), "morning": (300, 720), "breakfast": (360, 600), "noon": (690, 750),
    "midday": (690, 750), "lunchtime": (690, 840), "afternoon": (720, 1080), "dusk": (960, 1260),
    "evening": (1020, 1380), "tonight": (1020, 1440), "night": (1080, 1440), "overnight": (0, 420),
    "midnight": (0, 30), "early": (0, 540), "late": (1080, 1440),
}  # fmt: skip
"""Part of a day -> its first and last minute."""
WORD = lazy_pattern(r"\d+|[^\W\d_]+")
CLOCK = lazy_pattern(
    r"\b(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>[0-5]\d)\b|(?P<military>[0-5]\d)\b|(?=\s?(?:[ap]\.?\s?m\b|o[’']clock|hours|hrs|h\b)))",
    re.IGNORECASE,
)
SPELLED = lazy_pattern(
    r"\b(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o[’']clock|[ap]\.?\s?m\b)",
    re.I,
)
HOURS: Final = "twelve one two three four five six seven eight nine ten eleven".split()
DAY: Final = 1440


@dataclass(frozen=True)
class DaysInText:
    """What a text says of days and times: what was read from it, and every word and number in it."""

    moments: tuple[Moment, ...]
    words: frozenset[str]
    """Every word and number, in lower case."""
    published: date | None
    minutes: frozenset[int]
    """Every minute of the day that figures written like a clock time may mean, on either half of the day."""

    def hold_near(self, moment: Moment) -> bool:
        """Whether the text may give a day or time near another."""
        if isinstance(moment, ClockTime):
            return self._hold_time(moment)
        return any(isinstance(one, DateRange) and near_days(one, moment) for one in self.moments) or (
            self._may_name(moment)
        )

    def _may_name(self, days: DateRange) -> bool:
        """Whether words of the calendar that may name the days stand anywhere in the text."""
        long, far = (days.last - days.first).days >= LONG_STRETCH, self._is_far(days)
        years = range(days.first.year, days.last.year + 1)
        if (long or far) and any(str(year) in self.words for year in years):
            return True
        if any(not decade_names(year).isdisjoint(self.words) for year in years):
            return True
        months = months_near(days)
        if any(number in months and word in self.words for word, number in MONTHS.items()):
            return True
        if self._may_be_counted_in_years(days, long=long):
            return True
        weekdays = {(days.first + timedelta(step)).weekday() for step in range(-1, min(7, length(days)) + 1)}
        if not long and any(day in weekdays and word in self.words for word, day in WEEKDAYS.items()):
            return True
        return not far and not RELATIVE.isdisjoint(self.words)

    def _may_be_counted_in_years(self, days: DateRange, *, long: bool) -> bool:
        """Whether a long stretch, or days a year or two off, may be meant by "last year", "two years ago"."""
        if YEARS.isdisjoint(self.words):
            return False
        if self.published is None:
            return long
        return long or abs(self.published.year - days.first.year) in (1, 2)

    def _is_far(self, days: DateRange) -> bool:
        """Whether the days lie so far from publication that weekdays cannot mean them."""
        if self.published is None:
            return False
        return not (
            days.first <= self.published + timedelta(RELATIVE_REACH)
            and self.published - timedelta(RELATIVE_REACH) <= days.last
        )

    def _hold_time(self, time: ClockTime) -> bool:
        if any(isinstance(one, ClockTime) and near_times(one, time) for one in self.moments):
            return True
        reach = range(time.first - NEAR_MINUTES, time.last + NEAR_MINUTES + 1)
        if any(minute % DAY in self.minutes for minute in reach):
            return True
        return any(
            word in self.words and first <= time.last + NEAR_MINUTES and time.first - NEAR_MINUTES <= last
            for word, (first, last) in DAY_PARTS.items()
        )


def days_in(texts: Sequence[str], moments: Iterable[Moment], published: date | None) -> DaysInText:
    """What some texts say of days and times; `moments` are those that were read from them already."""
    words = frozenset([word.lower() for text in texts for word in set(WORD.findall(text))])
    decades = frozenset(f"{match}s" for text in texts for match in re.findall(r"(\d+)[’']?s\b", text))
    times = [60 * hour + minute for text in texts for hour, minute in _clock_times(text)]
    minutes = frozenset((time + half) % DAY for time in times for half in (0, DAY // 2))
    return DaysInText(tuple(dict.fromkeys(moments)), words | decades, published, minutes)


def _clock_times(text: str) -> Iterator[tuple[int, int]]:
    """Hours and minutes of everything that is written like a time of day."""
    for match in CLOCK.finditer(text):
        if int(match["hour"]) <= 24:
            yield int(match["hour"]), int(match["minute"] or match["military"] or 0)
    for match in SPELLED.finditer(text):
        yield HOURS.index(match["hour"].lower()), 0


def near_days(one: DateRange, other: DateRange) -> bool:
    """Whether two days or stretches meet, or lie next to each other."""
    reach = timedelta(NEAR_DAYS)
    try:
        return one.first <= other.last + reach and other.first - reach <= one.last
    except OverflowError:
        return True


def near_times(one: ClockTime, other: ClockTime) -> bool:
    """Whether two times of day may be one: within an hour, or in different zones."""
    if one.zone != other.zone:
        return True
    return one.first <= other.last + NEAR_MINUTES and other.first - NEAR_MINUTES <= one.last


def months_near(days: DateRange) -> frozenset[int]:
    """The months in which the days lie, or the days next to them."""
    count = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month
    inside = {(days.first.month - 1 + step) % 12 + 1 for step in range(min(12, count + 1))}
    try:
        beside = {(days.first - timedelta(NEAR_DAYS)).month, (days.last + timedelta(NEAR_DAYS)).month}
    except OverflowError:
        beside = set()
    return frozenset(inside | beside)


def decade_names(year: int) -> frozenset[str]:
    """The decade of a year in digits and words: "1990s", "90s", "nineties"."""
    decade = year // 10 * 10
    return frozenset((f"{decade}s", f"{decade % 100}s", DECADES.get(decade % 100, f"{decade}s")))
