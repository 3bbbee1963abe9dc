"""When an article was published, as its source says: the day, and the clock time with its zone where it
gives them. Nothing is made up: a day alone stays a day, a time without a zone stays without."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from newsdiff.calendar.zones import UTC_OFFSETS
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.metadata.printed_dates import days_in_english, first_day, stamp_in_words

_CLOCK = lazy_pattern(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])"
    r"(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m(?:\b|(?-i:(?=[A-Z])))\.?)?"
    r"|\s?(?P<only_half>[ap])\.?m(?:\b|(?-i:(?=[A-Z])))\.?)"
    r"(?:\s?\(?(?:(?:utc|gmt)?\s?(?P<sign>[+-])(?P<hours>[01]\d):?(?P<minutes>[0-5]\d)(?!\d)"
    r"|(?P<letters>[a-z]{1,4})\b(?![+-]\d)))?",
    re.IGNORECASE,
)
AFTER_DATE = 24
"""Code points after a date within which its clock time begins: "3 December 2025, last updated at 10:15"."""
BEFORE_DATE = 40
"""The same before it, where none comes after: "10:15 GMT, Wednesday 3 December 2025"."""
_DAY_IN_ADDRESS = lazy_pattern(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)")
_GLUED_IN_ADDRESS = lazy_pattern(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
FARTHEST_ZONE = timedelta(hours=14)
_MINUTE = timedelta(minutes=1)
_HALF_HOUR = timedelta(minutes=30)


class Published(NamedTuple):
    """A day, and its clock time where one is given: aware with a zone, naive without."""

    day: date | None = None
    at: datetime | None = None


def published(stamp: str, years: frozenset[int] = frozenset()) -> Published:
    """The time of a stamp, in any of the forms of metadata, feeds and pages.

    The day is that of `newsdiff.readers.metadata.printed_dates.published_date`, in the stamp's own zone.
    Midnight without a zone is how programs write a day alone, and is taken as that."""
    stamp = days_in_english(stamp_in_words(stamp))
    found = first_day(stamp, years)
    if found is None:
        return Published()
    text, start, end, day = found.text, found.start, found.end, found.day
    clock = _CLOCK.match(text, _beginning(text, end)) or _last_before(text, start)
    return Published(day, _moment(day, clock) if clock else None)


def reconciled(found: Iterable[Published]) -> Published:
    """Of several stamps, the surest first: its day, and the first clock time that any gives for that day.

    Where the surest is in UTC and another gives the same moment on another day, that one is in the outlet's
    own zone, and its day counts.
    """
    known = [one for one in found if one.day is not None]
    if not known:
        return Published()
    day = known[0].day
    sure = next((one for one in known if one.day == day and one.at), known[0])
    others = (_at_home(sure.at, other) for other in known if sure.at and other.day != day)
    return next((one for one in others if one is not None), Published(day, sure.at))


def _at_home(moment: datetime, other: Published) -> Published | None:
    """A moment in UTC by the clock of another stamp; None where that is of another moment."""
    at = other.at
    if moment.tzinfo is None or moment.utcoffset() or at is None:
        return None
    if at.tzinfo is not None:
        return other if abs(at - moment) < _MINUTE else None
    ahead = at.replace(second=0) - moment.replace(tzinfo=None, second=0)
    if abs(ahead) > FARTHEST_ZONE or ahead % _HALF_HOUR:
        return None
    return Published(other.day, moment.astimezone(timezone(ahead)))


def day_in_address(address: str | None) -> Published:
    """The day in the path of an address: ``…/2026/01/02/…``, ``…/2026-01/02/…``, ``…/20260102-…``."""
    found = _DAY_IN_ADDRESS.search(address or "") or _GLUED_IN_ADDRESS.search(address or "")
    return published("-".join(found.groups())) if found else Published()


def _beginning(text: str, end: int) -> int:
    """Where the next clock time after a date begins; another date before it has one of its own."""
    window = text[end : end + AFTER_DATE]
    clock = next(iter(_CLOCK.finditer(window.partition("\n")[0])), None)
    return end + clock.start() if clock else len(text)


def _last_before(text: str, start: int) -> re.Match[str] | None:
    found = list(_CLOCK.finditer(text, max(0, start - BEFORE_DATE), start))
    return found[-1] if found else None


def _moment(day: date, clock: re.Match[str]) -> datetime | None:
    half = (clock["half"] or clock["only_half"] or "").lower()
    hour = int(clock["hour"])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    found = time(hour, int(clock["minute"] or 0), int(clock["second"] or 0))
    zone = _zone(clock)
    if zone is None and found == time():
        return None
    return datetime.combine(day, found, zone)


def _zone(clock: re.Match[str]) -> timezone | None:
    """The zone; none for -00:00, by which mail and feeds say that they know none."""
    if clock["sign"]:
        offset = timedelta(hours=int(clock["hours"]), minutes=int(clock["minutes"]))
        unknown = clock["sign"] == "-" and not offset
        return (
            None
            if unknown or offset >= timedelta(hours=15)
            else timezone(-offset if clock["sign"] == "-" else offset)
        )
    hours = UTC_OFFSETS.get((clock["letters"] or "").lower())
    return None if hours is None else timezone(timedelta(hours=hours))
