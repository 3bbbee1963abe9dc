"""Stretches of days, months and years: "June 28 to July 3", "Aug to Sept 2025", "the late 1990s"."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdiff.calendar.months import MONTHS
from newsdiff.mentions.dates.calendar_days import Calendar, years
from newsdiff.mentions.dates.match import DateMatch
from newsdiff.mentions.dates.patterns import COUNTED_NEXT, YEAR_COMPANY
from newsdiff.mentions.numbers.number_words import TENS, read_number
from newsdiff.model import DateRange
from newsdiff.patterns import lazy_pattern


def day_to_day(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "June 28 to July 3", "28 December 2025 until 3 January": from the one day to the other."""
    if found.moved() or (found.group("join") == "and" and not found.between()):
        return None
    sides = [
        (
            found.number(f"year{side}"),
            MONTHS[(found.group(f"month{side}") or found.group(f"lead{side}")).rstrip(".")],
            found.number(f"day{side}") or found.number(f"after{side}") or 0,
        )
        for side in (1, 2)
    ]
    (year, month, day), (last_year, last_month, last_day) = sides
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.day(year, month, day, coming=year is None and found.coming())
    if first is None:
        return None
    last_year = last_year or first.first.year + (month > last_month)
    last = calendar.day(last_year, last_month, last_day)
    days = DateRange(first.first, last.last) if last and first.first < last.last else None
    return written_range(found, days)


def written_range(found: DateMatch, days: DateRange | None) -> DateRange | None:
    """Days of which both ends are written. What happened some time "between" them has no such ends."""
    if days is None or found.before(9).lower().endswith("between "):
        return days
    return replace(days, from_to=True)


def numbers_to_numbers(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "03.07. to 17.07.2026": with dots the day stands first."""
    year, last_year = found.number("y1"), found.number("y2") or 0
    if year is None:
        year = last_year - ((found.number("b1") or 0) > (found.number("b2") or 0))
    first = calendar.day(year, found.number("b1") or 0, found.number("a1") or 0)
    last = calendar.day(last_year, found.number("b2") or 0, found.number("a2") or 0)
    if first is None or last is None or first.first >= last.last:
        return None
    return written_range(found, DateRange(first.first, last.last))


def months(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Aug to Sept 2025", "December 2025 to January 2026"."""
    month, last_month = MONTHS[found.group("month").rstrip(".")], MONTHS[found.group("month2").rstrip(".")]
    year, last_year = found.number("year1"), found.number("year")
    if found.moved() or (
        found.group("join") == "and" and not (found.between() or last_month - month in (1, -11))
    ):
        return None
    if year is None and last_year is None and not (found.between() or found.whole_names()):
        return None
    if year is None and last_year is not None:
        year = last_year - (month > last_month)
    first = calendar.month(year, month, coming=year is None and found.coming())
    if first is None:
        return None
    last = calendar.month(last_year or first.first.year + (month > last_month), last_month)
    days = DateRange(first.first, last.last) if last and last.last > first.last else None
    return written_range(found, days)


_PARTS_OF_A_DECADE = {
    "": (0, 1), "early": (0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1), "early to mid": (0, 0.7),
    "mid to late": (0.3, 1), "beginning": (0, 0.3), "start": (0, 0.3), "middle": (0.3, 0.7), "end": (0.7, 1),
    "close": (0.7, 1), "first half": (0, 0.5), "second half": (0.5, 1),
    "latter half": (0.5, 1), "latter part": (0.5, 1), "early part": (0, 0.4), "early years": (0, 0.4),
    "first years": (0, 0.4), "opening years": (0, 0.4), "first part": (0, 0.5), "dawn": (0, 0.2),
    "last years": (0.6, 1), "closing years": (0.6, 1), "final years": (0.6, 1), "last part": (0.5, 1),
    "opening part": (0, 0.4), "final part": (0.6, 1), "closing part": (0.6, 1), "latter years": (0.5, 1),
}  # fmt: skip
"""From what share of its years to what share a part goes."""
_OTHER_DECADES = lazy_pattern(
    r"\b(?:temperatures?|degrees|highs?|lows?|mph)\b|\b(?:his|her|their|my|aged?)\s(?:(?:early|mid|late)[-\s])?$",
    re.IGNORECASE,
)
_LAST_CENTURY_IN_HUNDREDS = 1900
""""The 1800s" are a hundred years, "the 2000s" ten."""


def decade(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "The late 1990s", "the '80s", "the fifties": whole years."""
    start = _first_year(found, "decade", "short", "word") or _bare_decade(found)
    if start is None:
        return None
    if found.group("part") == "turn":
        return years(start - 1, start + 1)
    length = 100 if start % 100 == 0 and start <= _LAST_CENTURY_IN_HUNDREDS else 10
    first, last = (
        round(share * length) for share in _PARTS_OF_A_DECADE[found.group("part").replace("-", " ")]
    )
    end = start
    if found.group("join"):
        end = _first_year(found, "decade2", "short2", "word2") or start
        last = round(_PARTS_OF_A_DECADE[found.group("part2")][1] * 10)
        if end <= start or (found.group("join") == "and" and end - start != length and not found.between()):
            return None
    return years(start + first, end + last - 1)


_NO_DECADE = lazy_pattern(
    r"\b(?:temperatures?|degrees|highs?|lows?|mph|speeds?|percent|scores?|shot|rounds?|polls?|approval|ratings?|"
    r"weather|sunny|humid|warm|cold|forecast|wind\w*|(?:be|was|were|is|into|to|around|near|hit|reach\w*)"
    r"\s(?:in\s)?the(?:\s(?:early|mid|late))?)\b",
    re.IGNORECASE,
)


def _bare_decade(found: DateMatch) -> int | None:
    """ "In the 90s": the decade, but where degrees, scores or ages may be meant."""
    if not found.match["bare"]:
        return None
    around = found.text[max(found.start, found.position - 60) : min(found.ceiling, found.match.end() + 40)]
    before = f"{found.before(60)}{found.match.group()[: found.match.start('bare') - found.match.start()]}"
    if _NO_DECADE.search(around) or _OTHER_DECADES.search(before):
        return None
    return 1900 + int(found.match["bare"])


def _first_year(found: DateMatch, decade: str, short: str, word: str) -> int | None:
    """The year a decade begins in; a short one is of the last century, unless it is no decade at all."""
    if found.match[decade]:
        return int(found.match[decade])
    if _OTHER_DECADES.search(found.before(40)):
        return None
    if found.match[short]:
        return 1900 + int(found.match[short])
    return 1900 + TENS[found.group(word).removesuffix("ies") + "y"] if found.match[word] else None


def spelled_year(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """ "Nineteen ninety-six", "two thousand and eight"."""
    if not found.group("century"):
        year = 2000 + int(read_number(found.group("small")).value)
    else:
        rest = found.group("rest")
        small_part = 0 if rest == "hundred" else int(read_number(rest.removeprefix("oh").strip(" -")).value)
        year = 100 * int(read_number(found.group("century")).value) + small_part
    if COUNTED_NEXT.match(found.text, found.match.end(), found.ceiling):
        return None
    if (not found.group("century") or found.group("rest") == "hundred") and not YEAR_COMPANY.search(
        found.before(10)
    ):
        return None
    return years(year, year)
