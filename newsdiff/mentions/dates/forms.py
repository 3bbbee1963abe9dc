"""The forms in which news writes a date, each with the way to read it.

"Tuesday, December 2", "31 December 2025", "Dec. 2-4", "February 2022", "in October", "2016",
"late Thursday night", "yesterday", "last week", "two years ago", "the end of November",
"the fourth quarter of 2017", "New Year's Eve", "2025-12-03". No form begins at a word that could
be something else: "may", "march", "Sun" and bare numbers need company.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from newsdiff.calendar.months import MONTHS, SHORT_MONTH_NAMES, WEEKDAYS
from newsdiff.letters import lower_like_regex
from newsdiff.mentions.dates import patterns, ranges
from newsdiff.mentions.dates.calendar_days import Calendar, part, quarter, season_from, single, years
from newsdiff.mentions.dates.holidays import HOLIDAYS, ORDINALS, SEASONS
from newsdiff.mentions.dates.match import DateMatch
from newsdiff.mentions.dates.numeric_dates import read_numeric
from newsdiff.mentions.match import Match
from newsdiff.mentions.numbers.number_words import ONES
from newsdiff.model import DateRange
from newsdiff.patterns import lazy_pattern

_NEAR = 64
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+")
_A_DIGIT = "0"
_AFTER_THE = lazy_pattern(
    r"the\s(?:\d|[‘’']\d|day|early|small|late|mid|first|second|third|fourth|final|last|next|past|previous|coming|"
    r"following|current|this|very|beginning|start|end|middle|close|opening|"
    r"closing|latter|turn|dawn|spring|summer|autumn|fall|winter|[a-z]+ties\b)",
    re.IGNORECASE,
)
""" "The" stands everywhere; before these words it can begin a date."""


def read_date(
    text: str, position: int, start: int, floor: int, ceiling: int, calendar: Calendar
) -> Match | None:
    """The date at `position`, resolved; None where there is none or it cannot be resolved.

    The sentence goes from `start` to `ceiling`; the date before this one ends at `floor`.
    """
    word = _FIRST_WORD.match(text, position, ceiling)
    first = lower_like_regex(word.group()) if word else _A_DIGIT
    if first == "the" and not _AFTER_THE.match(text, position, ceiling):
        return None
    near = text[position : position + _NEAR]
    holds = f"{near}\n{near.lower()}".__contains__
    for pattern, resolve, _, needs in _forms_at(first):
        if not all(any(map(holds, words)) for words in needs):
            continue
        match = pattern.match(text, position, ceiling)
        if match is None:
            continue
        days = resolve(DateMatch(match, text, position, start, floor, ceiling), calendar)
        if days is not None:
            return Match(position, match.end(), "date", days)
    return None


def _iso(found: DateMatch, calendar: Calendar) -> DateRange | None:
    return calendar.day(int(found.match["y"]), int(found.match["m"]), int(found.match["d"]))


_ON = lazy_pattern(r"\b(?:on|by|until|till|from|since|of|dated|published|updated)\s$", re.IGNORECASE)
"""Before "07.04.25": without it that may be anything."""
_NEXT_CENTURY = 60


def _slashed(found: DateMatch, calendar: Calendar) -> DateRange | None:
    """12/31/2017 and 31.12.2017; None where nothing shows which number is the month."""
    year = int(found.match["y"])
    if year < 100:
        if not _ON.search(found.before(12)):
            return None
        year += 2000 if year < _NEXT_CENTURY else 1900
    day = read_numeric(
        year,
        int(found.match["a"]),
        int(found.match["b"]),
        dots=found.match["mark"] == ".",
        weekday=WEEKDAYS.get(found.group("weekday")),
        day_first=calendar.day_first,
    )
    return single(day) if day else None


def _day_month(found: DateMatch, calendar: Calendar) -> DateRange | None:
    month, year, day = MONTHS[found.group("month")], found.number("year"), found.number("day")
    return calendar.day(year, month, day or 0, coming=year is None and found.coming())


def _days_month(found: DateMatch, calendar: Calendar) -> DateRange | None:
    month, year, first, last = (
        MONTHS[found.group("month")],
        found.number("year"),
        found.number("day"),
        found.number("day2"),
    )
    if found.moved():
        return None
    days = calendar.days(year, month, first or 0, last or 0, coming=year is None and found.coming())
    return ranges.written_range(found, days)


def _month(found: DateMatch, calendar: Calendar) -> DateRange | None:
    name, year, which, inside = (
        found.group("month"),
        found.number("year"),
        found.group("which"),
        found.group("part"),
    )
    accompanied = which or inside or year is not None
    if name in patterns.NEEDS_COMPANY and not accompanied:
        is_word = name in ("may", "march", "june", "april", "august")
        company = patterns.SURE_COMPANY if is_word else patterns.COMPANY
        if not company.search(found.before(8)):
            return None
    coming = which in ("next", "this coming") or (year is None and not which and found.coming())
    if (of := found.group("of")) and calendar.published:
        year = calendar.published.year + {"last": -1, "this": 0, "next": 1}[of]
    days = calendar.month(year, MONTHS[name], coming=coming, past=which in ("last", "this past"))
    return part(days, inside.removesuffix(" of").split()[-1]) if days and inside else days


def _weekday(found: DateMatch, calendar: Calendar) -> DateRange | None:
    name = found.group("weekday")
    if found.match["weekday"][0].islower():
        return None
    return calendar.weekday(WEEKDAYS[name], found.group("which"), found.tense())


LONGEST_NAME_BEFORE = 40
_NAME_BEFORE = lazy_pattern(r"[A-Z][\w.&’'-]*\s$")
"""A word with a capital before "Today" with one: the name of a paper, "USA TODAY", "Russia Today"."""


def _relative_day(found: DateMatch, calendar: Calendar) -> DateRange | None:
    word = found.group("word")
    if found.match["word"][0].isupper() and _NAME_BEFORE.search(found.before(LONGEST_NAME_BEFORE)):
        return None
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return calendar.shifted(shift.get(word, 0))


def _relative_unit(found: DateMatch, calendar: Calendar) -> DateRange | None:
    which, unit, inside = (
        found.group("which"),
        found.group("unit"),
        found.group("inside").replace("-", " ").strip(),
    )
    if (
        which in ("past", "previous", "following")
        and unit != "weekend"
        and (which != "past" or found.before(5).endswith("the "))
    ):
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit in SEASONS:
        return calendar.season(unit, step)
    if inside == "earlier" and step == 0:
        return calendar.since_start(unit)
    if inside == "later" and step == 0:
        return calendar.till_end(unit)
    days = calendar.unit(unit, step)
    return (
        part(days, inside.removesuffix(" of").split()[-1])
        if days and inside and inside not in ("earlier", "later")
        else days
    )


def _end_of_unit(found: DateMatch, calendar: Calendar) -> DateRange | None:
    days = calendar.unit(found.group("unit"), 0)
    return part(days, found.group("inside")) if days else None


def _ago(found: DateMatch, calendar: Calendar) -> DateRange | None:
    count, unit, rough = found.group("count"), found.group("unit"), bool(found.group("rough"))
    vague = {"several": 4, "a few": 3, "a couple of": 2, "two and a half": 2, "three and a half": 3}
    number = (
        1 if count in ("a", "an") else int(count) if count.isdigit() else vague.get(count, ONES.get(count, 0))
    )
    return calendar.ago("month" if unit == "quarter" else unit, number, rough=rough or count in vague)


def _year_of(found: DateMatch, calendar: Calendar) -> DateRange | None:
    year, inside, season = found.number("year"), found.group("inside"), found.group("season")
    if year is None:
        return None
    if season:
        return season_from(date(year, SEASONS[season], 1))
    whole = years(year, year)
    inside = inside.removeprefix("the ").removesuffix(" of")
    return part(whole, inside) if whole else None


def _year(found: DateMatch, calendar: Calendar) -> DateRange | None:
    first, last_written = int(found.match["first"]), found.match["last"]
    accompanied = (
        patterns.YEAR_COMPANY.search(found.before(10)) is not None
        or found.position == found.floor
        or found.match["join"] in ("-", "–")
    )
    if not accompanied or patterns.COUNTED_NEXT.match(found.text, found.match.end(), found.ceiling):
        return None
    if first < 1800 and not re.search(r"\b(?:in|since|of)\s$", found.before(6), re.IGNORECASE):
        return None
    if not last_written:
        return years(first, first)
    last = int(last_written) if len(last_written) == 4 else first // 100 * 100 + int(last_written)
    if found.match["join"].strip() == "and" and not re.search(
        r"\bbetween\s$", found.before(9), re.IGNORECASE
    ):
        return None
    most = patterns.MOST_YEARS * 3 if len(last_written) == 4 else patterns.SHORT_SPAN
    whole = years(first, last) if first < last <= first + most else None
    return replace(whole, from_to=True) if whole else None


def _quarter(found: DateMatch, calendar: Calendar) -> DateRange | None:
    which = found.group("which")
    number = int(found.match["q"] or found.match["q2"] or 0) or {"final": 4, "last": 4}.get(
        which, ORDINALS.get(which, 0)
    )
    if year := found.number("year"):
        return quarter(year, number)
    if which == "last" or (calendar.published is None):
        return calendar.unit("quarter", -1) if which == "last" else None
    if _SPORT.search(
        found.text[max(found.floor, found.position - 80) : min(found.ceiling, found.match.end() + 80)]
    ):
        return None
    return calendar.last_quarter(number)


_SPORT = lazy_pattern(
    r"\b(?:touchdown|quarterback|yards?|scor(?:e|ed|ing)|points|game|field\sgoals?|interception|half-?time|playoffs?|"
                    r"fumble|"
                    r"rebounds|basket|jumper|coach|season)\b", re.IGNORECASE)  # fmt: skip


_BARE_HOLIDAYS = frozenset({"christmas", "easter", "halloween", "thanksgiving"})
""" "Christmas" alone is more often a season or a list than a day."""
_HOLIDAY_COMPANY = lazy_pattern(
    r"\b(?:on|at|around|before|after|since|until|by|over|last|this|for)\s$",
    re.IGNORECASE,
)


_YEAR_BEFORE = lazy_pattern(r"\b(?P<year>(?:19|20)\d\d)\s$")
""" "The 2015 New Year's Eve attacks" """


def _holiday(found: DateMatch, calendar: Calendar) -> DateRange | None:
    if found.match["name"][0].islower():
        return None
    stated = _YEAR_BEFORE.search(found.text, max(found.position - 6, 0), found.position)
    year = int(stated["year"]) if stated else found.number("year")
    if (
        found.group("name") in _BARE_HOLIDAYS
        and year is None
        and not _HOLIDAY_COMPANY.search(found.before(12))
    ):
        return None
    return calendar.named_day(found.group("name"), year, coming=year is None and found.coming())


def _attacks(found: DateMatch, calendar: Calendar) -> DateRange | None:
    return single(date(2001, 9, 11))


_Resolve = Callable[[DateMatch, Calendar], DateRange | None]
_Form = tuple[re.Pattern[str], _Resolve, frozenset[str], tuple[tuple[str, ...], ...]]
_DIGIT = frozenset((_A_DIGIT,))
_MONTHS, _WEEKDAYS, _THE = frozenset(MONTHS), frozenset(WEEKDAYS), frozenset(("the",))
_DAYS = _DIGIT | _THE | _WEEKDAYS
_WHICH = frozenset("last this next past previous coming following current".split())
_PARTS = frozenset("early late mid earlier later beginning start end middle close".split())
_INSIDE = _THE | _PARTS | _WHICH
_SERIES = frozenset("first second third fourth final last q".split())
_COUNTS = frozenset(
    """
    a an one two three four five six seven eight nine ten eleven twelve several about around some
    nearly almost roughly more over at
    """.split()
)
_TENS_WORDS = frozenset("thirties forties fifties sixties seventies eighties nineties".split())
_HOLIDAY_WORDS = frozenset(re.split(r"\W", name)[0] for name in HOLIDAYS)
HOLIDAYS_HOLD = (
    "day", "eve", "christmas", "easter", "halloween", "july", "juneteenth", "mayo", "night", "gras",
    "pentecost", "thanksgiving",
)  # fmt: skip
"""Every holiday's name has one of these."""
_JOINS = ("-", "–", "—", "/", "to", "until", "till", "through", "thru", "and")
_ANY_DIGIT = tuple("0123456789")
_UNITS_HOLD = ("week", "month", "year", "quarter", "decade", *SEASONS)
_QUARTERS_HOLD = (
    "quarter",
    *(f"q{number}" for number in range(1, 5)),
    *(f"{number}q" for number in range(1, 5)),
)
_CENTURIES = ("nineteen", "twenty", "eighteen", "seventeen")
_FORMS: tuple[_Form, ...] = (
    (patterns.ISO, _iso, _DIGIT, ()),
    (patterns.NUMBERS_TO_NUMBERS, ranges.numbers_to_numbers, _DIGIT, ()),
    (patterns.SLASHED, _slashed, _DIGIT | _WEEKDAYS, ()),
    (patterns.DASHED, _day_month, _DIGIT, (SHORT_MONTH_NAMES,)),
    (patterns.ATTACKS, _attacks, _DIGIT | {"sept", "september"}, ()),
    (patterns.HOLIDAY, _holiday, _HOLIDAY_WORDS, (HOLIDAYS_HOLD,)),
    (patterns.DAY_TO_DAY, ranges.day_to_day, _DAYS | _MONTHS, (SHORT_MONTH_NAMES, _JOINS, _ANY_DIGIT)),
    (patterns.DAYS_MONTH, _days_month, _DAYS, (SHORT_MONTH_NAMES, _JOINS)),
    (patterns.DAY_MONTH, _day_month, _DAYS, (SHORT_MONTH_NAMES,)),
    (patterns.MONTH_DAYS, _days_month, _MONTHS | _WEEKDAYS, (_ANY_DIGIT, _JOINS)),
    (patterns.MONTH_DAY, _day_month, _MONTHS | _WEEKDAYS, (_ANY_DIGIT,)),
    (patterns.MONTH_TO_MONTH, ranges.months, _MONTHS, (_JOINS,)),
    (patterns.AGO, _ago, _DIGIT | _COUNTS, (("ago",),)),
    (patterns.RELATIVE_DAY, _relative_day, _INSIDE | {"yesterday", "today", "tonight", "tomorrow"}, ()),
    (patterns.QUARTER, _quarter, _DIGIT | _THE | _SERIES, (_QUARTERS_HOLD,)),
    (patterns.RELATIVE_UNIT, _relative_unit, _INSIDE | {"by"}, (_UNITS_HOLD,)),
    (patterns.END_OF_UNIT, _end_of_unit, _THE, (_UNITS_HOLD,)),
    (
        patterns.DECADE,
        ranges.decade,
        _DIGIT | _THE | _PARTS | _TENS_WORDS | {"first", "second", "nineteen"},
        (("0s", "0’s", "0's", "ties"),),
    ),
    (patterns.YEAR_OF, _year_of, _THE | _PARTS | _SERIES | frozenset(SEASONS), (("19", "20"),)),
    (
        patterns.SPELLED_YEAR,
        ranges.spelled_year,
        frozenset((*_CENTURIES, "two")),
        (("thousand", *_CENTURIES),),
    ),
    (patterns.MONTH_ALONE, _month, _INSIDE | _MONTHS, (SHORT_MONTH_NAMES,)),
    (patterns.WEEKDAY_ALONE, _weekday, _INSIDE | _WEEKDAYS, ()),
    (patterns.YEARS, _year, _DIGIT, ()),
)
"""The forms in the order they are tried: pattern, reader, the words that it can begin with, and words of
which one must stand near, as written or in small letters: a large pattern is tried only there."""


@cache
def _forms_at(word: str) -> tuple[_Form, ...]:
    """The forms that can begin with a word, in their order."""
    return tuple(form for form in _FORMS if word in form[2])
