"""Which days there are: those of the calendar, and those on which something can have been published."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1400
LAST_YEAR: Final = 2999
"""No article was printed before or will be after. Far from the ends of the calendar a time can be written in
any zone; at the ends Python cannot turn it into another."""
OUT_OF_BOUNDS: Final = f"is not between the years {FIRST_YEAR} and {LAST_YEAR}"


def is_within_bounds(day: date) -> bool:
    """Whether a day or moment that somebody else wrote can be one of an article or a note."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none of these numbers."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
