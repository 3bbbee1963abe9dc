"""When articles were published: in words, and in order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

FIRST_YEAR: Final = 1400
LAST_YEAR: Final = 2999
"""No article was printed before or will be after. Far from the ends of the calendar a time can be written in
any zone; at the ends Python cannot turn it into another."""
OUT_OF_BOUNDS: Final = f"is not between the years {FIRST_YEAR} and {LAST_YEAR}"


def is_within_bounds(day: date) -> bool:
    """Whether a day or moment that somebody else wrote can be one of an article or a note."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def clock(at: datetime | None) -> str:
    """``05:19 UTC+01:00``, ``05:19 UTC``, ``05:19 (zone unknown)``; empty where there is no clock time."""
    if at is None:
        return ""
    return f"{at:%H:%M} {zone(at)}"


def zone(at: datetime) -> str:
    """``UTC``, ``UTC+01:00``, or that none is known."""
    offset = at.utcoffset()
    if offset is None:
        return "(zone unknown)"
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def moment(day: date | None, at: datetime | None) -> str:
    """A text that sorts as the moments do: in UTC where the zone is known, else by the clock as given; a day
    alone comes before the clock times of that day, and nothing known before all."""
    if at is None:
        return day.isoformat() if day else ""
    try:
        comparable = at.astimezone(UTC) if at.tzinfo else at
    except OverflowError:  # the first or the last day that a calendar of Python has
        comparable = at
    return comparable.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
