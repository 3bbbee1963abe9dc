"""Resolves expressions to days, relative to the day of publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from newsdiff.calendar.bounds import day_or_none
from newsdiff.mentions.dates.holidays import SEASONS, holiday
from newsdiff.mentions.dates.tense import Tense
from newsdiff.model import DateRange
from newsdiff.quick_dataclass import dataclass

_NEAR_FUTURE = (
    60  # days ahead within which a date without a year is taken as coming, not as nearly a year past
)
_FIRST_YEAR, _LAST_YEAR = 1_500, 8_000
_UPDATED = 1  # days ahead: a story dated Sunday that says "Monday" was most often updated on Monday
_FAR_FUTURE = 250  # days ahead beyond which not even "will" makes a day without a year a coming one
_EDGE = 0.2  # share of a month or year that its "beginning" or "end" covers


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days seen from the day of publication; `published` is None where it is unknown.

    `to_the_day` is False where that day was borrowed from other articles of the event: then
    "yesterday" says nothing certain, but "Tuesday" and "last year" still do.
    """

    published: date | None
    to_the_day: bool = True
    day_first: bool | None = None
    """Whether "03/05/2026" is the third of May to the article; None where that is unknown."""

    def __post_init__(self) -> None:
        """Drop a day of publication too close to the ends of the calendar."""
        if self.published is not None and not _FIRST_YEAR <= self.published.year <= _LAST_YEAR:
            object.__setattr__(self, "published", None)

    def day(self, year: int | None, month: int, day: int, *, coming: bool = False) -> DateRange | None:
        """A day of a month; without a year the nearest fitting one. None for the 31st of June."""
        years = [year] if year is not None else self._years()
        days = [found for y in years if (found := day_or_none(y, month, day)) is not None]
        return single(self._nearest(days, coming)) if days else None

    def days(
        self, year: int | None, month: int, first: int, last: int, *, coming: bool = False
    ) -> DateRange | None:
        """Days of one month, "Dec. 2-4"."""
        start = self.day(year, month, first, coming=coming)
        end = day_or_none(start.first.year, month, last) if start else None
        return DateRange(start.first, end) if start and end and start.first < end else None

    def month(
        self, year: int | None, month: int, *, coming: bool = False, past: bool = False
    ) -> DateRange | None:
        """A whole month; with `past` never one that has not begun ("last January")."""
        if year is None:
            starts = [date(y, month, 1) for y in self._years()]
            if past:
                starts = [start for start in starts if self.published and start <= self.published]
            if not starts:
                return None
            year = starts[-1].year if past else self._nearest_month(starts, month, coming)
        return (
            DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
            if 1 <= year <= 9999
            else None
        )

    def named_day(self, name: str, year: int | None, *, coming: bool = False) -> DateRange | None:
        """A holiday."""
        years = [year] if year is not None else self._years()
        return single(self._nearest([holiday(name, y) for y in years], coming)) if years else None

    def weekday(self, weekday: int, which: str, tense: Tense) -> DateRange | None:
        """A weekday: the last or the coming one as the tense says, from the one to the other where it says
        neither. That of the day of publication is this day, but for "last" and "next"."""
        if self.published is None:
            return None
        ahead = (weekday - self.published.weekday()) % 7
        if which == "next" or "coming" in which:
            return single(self.published + timedelta(7 if which == "next" and ahead == 0 else ahead))
        last, coming = self.published - timedelta((7 - ahead) % 7), self.published + timedelta(ahead)
        if which == "last" and 0 < (self.published - last).days < self.published.isoweekday() % 7:
            return DateRange(last - timedelta(7), last)  # a day of this week is called by its name alone
        if which in ("last", "past", "previous", "this past"):
            return single(last - timedelta(7 if which != "this past" and ahead == 0 else 0))
        if tense is Tense.COMING or (which == "this" and tense is not Tense.PAST):
            return single(coming)
        if ahead == _UPDATED and not which:
            return single(coming)
        return DateRange(last, coming) if tense is Tense.OPEN else single(last)

    def shifted(self, days: int) -> DateRange | None:
        """So many days from publication."""
        if self.published is None or not self.to_the_day:
            return None
        return single(self.published + timedelta(days))

    def unit(self, unit: str, which: int) -> DateRange | None:
        """The week, weekend, month … of publication (`which` 0), the one before (-1) or after (1)."""
        if self.published is None:
            return None
        today = self.published
        if unit in ("week", "weekend"):
            monday = today - timedelta(today.weekday()) + timedelta(7 * which)
            return DateRange(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6))
        if unit == "month":
            index = today.year * 12 + today.month - 1 + which
            return self.month(index // 12, index % 12 + 1)
        if unit == "quarter":
            index = today.year * 4 + (today.month - 1) // 3 + which
            return quarter(index // 4, index % 4 + 1)
        if unit == "decade":
            start = (today.year // 10 + which) * 10
            return years(start, start + 9)
        return years(today.year + which, today.year + which)

    def season(self, season: str, which: int) -> DateRange | None:
        """ "last summer", "this winter": the season that began last, or the one before or after."""
        if self.published is None:
            return None
        year = self.published.year
        start = date(year, SEASONS[season], 1)
        if which < 0 and start > self.published - timedelta(60):
            start = start.replace(year=year - 1)
        elif which > 0 and start <= self.published:
            start = start.replace(year=year + 1)
        return season_from(start)

    def since_start(self, unit: str) -> DateRange | None:
        """ "earlier this month": from its beginning to the day of publication."""
        whole = self.unit(unit, 0)
        return DateRange(whole.first, self.published) if whole and self.published else None

    def till_end(self, unit: str) -> DateRange | None:
        """ "later this month": from the day of publication to its end."""
        whole = self.unit(unit, 0)
        return DateRange(self.published, whole.last) if whole and self.published else None

    def ago(self, unit: str, count: int, *, rough: bool) -> DateRange | None:
        """ "two days ago", "three years ago", as exact as the unit is."""
        if self.published is None or not 0 < count < 1_000:
            return None
        if unit == "day":
            spread = 1 if rough else 0
            exact = self.shifted(-count)
            return (
                DateRange(exact.first - timedelta(spread), exact.last + timedelta(spread)) if exact else None
            )
        if unit == "week":
            middle = self.published - timedelta(7 * count)
            return DateRange(middle - timedelta(4), middle + timedelta(4))
        if unit == "month":
            first, last = self.unit("month", -count - int(rough)), self.unit("month", -count + 1)
            return DateRange(first.first, last.last) if first and last else None
        years_back = count * (10 if unit == "decade" else 1)
        spread = 183 + (365 * max(1, years_back // 5) if rough or unit == "decade" else 0)
        days = round(365.25 * years_back)
        if self.published.toordinal() <= days + spread:
            return None
        middle = self.published - timedelta(days)
        return DateRange(middle - timedelta(spread), middle + timedelta(min(spread, days)))

    def last_quarter(self, number: int) -> DateRange | None:
        """The latest quarter of that number that has begun."""
        if self.published is None:
            return None
        found = quarter(self.published.year, number)
        return found if found and found.first <= self.published else quarter(self.published.year - 1, number)

    def _nearest_month(self, starts: list[date], month: int, coming: bool) -> int:
        if self.published is not None and self.published.month == month:
            return self.published.year
        return self._nearest(starts, coming).year

    def _years(self) -> list[int]:
        return [] if self.published is None else [self.published.year + shift for shift in (-1, 0, 1)]

    def _nearest(self, days: list[date], coming: bool) -> date:
        """The last of the days not after publication, or the first after it when that is what is meant."""
        if self.published is None or len(days) == 1:
            return days[0]
        past = [day for day in days if day <= self.published]
        future = [day for day in days if day > self.published]
        if future and (not past or coming or (future[0] - self.published).days <= _NEAR_FUTURE):
            ahead, back = (future[0] - self.published).days, (self.published - past[-1]).days if past else 0
            if not past or (coming and back > 1 and ahead <= _FAR_FUTURE) or ahead < back:
                return future[0]
        return past[-1] if past else days[0]


def single(day: date) -> DateRange:
    """One day."""
    return DateRange(day, day)


def years(first: int, last: int) -> DateRange | None:
    """Whole years; None outside the calendar."""
    return DateRange(date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def quarter(year: int, number: int) -> DateRange | None:
    """A quarter of a year, 1 to 4."""
    if not (1 <= year <= 9999 and 1 <= number <= 4):
        return None
    last = 3 * number
    return DateRange(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]))


def season_from(start: date) -> DateRange:
    """The three months from the first of a month."""
    return DateRange(start, start + timedelta(91))


def part(whole: DateRange, which: str) -> DateRange:
    """A part of a longer stretch: "early", "mid", "beginning", "end", "first half" …; days stay days."""
    length = (whole.last - whole.first).days + 1
    if length <= 2:
        return whole
    third, edge = length / 3, timedelta(round(length * _EDGE))
    if which in ("beginning", "start"):
        return DateRange(whole.first, whole.first + edge)
    if which in ("end", "close"):
        return DateRange(whole.last - edge, whole.last)
    if which == "early":
        return DateRange(whole.first, whole.first + timedelta(round(third)))
    if which == "late":
        return DateRange(whole.last - timedelta(round(third)), whole.last)
    if which == "first half":
        return DateRange(whole.first, whole.first + timedelta(length // 2 - 1))
    if which == "second half":
        return DateRange(whole.first + timedelta(length // 2), whole.last)
    return DateRange(whole.first + timedelta(round(third)), whole.last - timedelta(round(third)))
