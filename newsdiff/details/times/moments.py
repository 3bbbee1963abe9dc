"""Days and times of day as values: whether they meet, how long they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias

from newsdiff.model import ClockTime, DateRange

Moment: TypeAlias = DateRange | ClockTime


def can_be_one(a: Moment, b: Moment) -> bool:
    """Whether both can be one day, or one time of day."""
    if isinstance(a, DateRange) and isinstance(b, DateRange):
        if a.from_to and b.from_to:
            return a == b
        return a.meets(b)
    return isinstance(a, ClockTime) and isinstance(b, ClockTime) and a.meets(b)


def length(moment: Moment) -> int:
    """In days, or in minutes."""
    if isinstance(moment, DateRange):
        return (moment.last - moment.first).days + 1
    return moment.last - moment.first + 1


def gap(a: Moment, b: Moment) -> int:
    """Days or minutes between two moments that do not meet."""
    early, late = (a, b) if first_of(a) <= first_of(b) else (b, a)
    return first_of(late) - last_of(early)


def first_of(moment: Moment) -> int:
    """The first day, or the first minute of the day, as a number."""
    return moment.first.toordinal() if isinstance(moment, DateRange) else moment.first


def last_of(moment: Moment) -> int:
    """The last day, or the last minute of the day, as a number."""
    return moment.last.toordinal() if isinstance(moment, DateRange) else moment.last


def shifted(days: DateRange, years: int) -> DateRange:
    """The same days some years on."""
    step = timedelta(days=round(365.25 * years))
    try:
        return DateRange(days.first + step, days.last + step)
    except OverflowError:
        return days
