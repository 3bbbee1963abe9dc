"""Days and times as text, independent of the language of the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsdiff.calendar.months import MONTH_NAMES, SHORT_MONTH_NAMES


def long_day(day: date) -> str:
    """``3 December 2025``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def short_day(day: date | None, *, year: bool = True) -> str:
    """``3 Dec 2025``, without `year` ``3 Dec``; empty for no date."""
    if day is None:
        return ""
    return f"{day.day} {SHORT_MONTH_NAMES[day.month - 1]}{f' {day.year}' if year else ''}"


def day_range(first: date | None, last: date | None) -> str:
    """``2–4 Dec 2025``, ``30 Nov – 2 Dec 2025``; empty when neither is known."""
    if first is None or last is None or first == last:
        return short_day(first or last)
    if first.year != last.year:
        return f"{short_day(first)} – {short_day(last)}"
    if first.month != last.month:
        return f"{short_day(first, year=False)} – {short_day(last)}"
    return f"{first.day}–{short_day(last)}"


def clock(at: datetime | None) -> str:
    """``05:19 UTC+01:00``, ``05:19 UTC``, ``05:19 (zone unknown)``; empty where there is no clock time."""
    if at is None:
        return ""
    return f"{at:%H:%M} {utc_offset(at)}"


def utc_offset(at: datetime) -> str:
    """``UTC``, ``UTC+01:00``, or that none is known."""
    offset = at.utcoffset()
    if offset is None:
        return "(zone unknown)"
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"


def local_time(at: datetime) -> str:
    """``26 Nov 2026 14:05`` by the clock of this computer."""
    here = at.astimezone()
    return f"{short_day(here.date())} {here:%H:%M}"


def utc_stamp(at: datetime) -> str:
    """``2025-12-05T10:00:00Z``."""
    return _in_utc(at).strftime("%Y-%m-%dT%H:%M:%SZ")


def sort_key(day: date | None, at: datetime | None) -> str:
    """A text that sorts as the times do: in UTC where the zone is known, else by the clock as given; a day
    alone comes before the clock times of that day, and nothing known before all."""
    if at is None:
        return day.isoformat() if day else ""
    comparable = _in_utc(at) if at.tzinfo else at
    return comparable.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError:  # the first or the last day that a calendar of Python has
        return at
