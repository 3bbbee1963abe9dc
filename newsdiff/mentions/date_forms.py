"""The forms in which news tells a date, each with the way to read it.

"Tuesday, December 2", "31 December 2025", "Dec. 2-4", "February 2022", "in October", "2016",
"late Thursday night", "yesterday", "last week", "two years ago", "the end of November",
"the fourth quarter of 2017", "New Year's Eve", "2025-12-03". No form begins at a word that could
be something else: "may", "march", "Sun" and bare numbers need company.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from newsdiff.mentions.calendar_days import Calendar, part, quarter, season_from, single, years
from newsdiff.mentions.calendar_words import HOLIDAYS, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from newsdiff.mentions.found import Found
from newsdiff.mentions.number_words import ONES
from newsdiff.model import DateRange

_LONG_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = (
    rf"(?P<month>{_LONG_MONTHS}|(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?=\.?\s|\.?$))"
    r"(?:(?<!ay)(?<![a-z]{5})(?<!July|June)(?<!March|April)\.)?"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_DAYNAME = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.?),?\s)?"
)
_YEAR = r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)(?![\d,]*\d)(?!-\w*(?:year|foot|mile|strong)))"
_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d:%]|[.,]\d|\s?(?:[ap]\.?m\b|percent|per\scent|million|billion))"
)
_DAY2 = (
    r"(?:\s?(?:[-–—/]|to|and|until|through)\s?"
    r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\s?[ap]\.?m))"
)
_PART = r"(?:(?P<part>early|late|mid|(?:the\s)?(?:very\s)?(?:beginning|start|end|middle|close)\sof)(?:\s|-))"
_DAYPART = (
    r"(?:(?:\s|-)(?:early\s|late\s)?"
    r"(?:morning|mornings|afternoon|evening|night|lunchtime|midday|overnight|dawn)\b)?"
)
_EARLY = r"(?:(?:late|early|the\s(?:early|small)\shours\s(?:of|on))\s(?:on\s)?)"
_COUNT = (
    r"(?P<count>an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\sfew|"
    r"a\scouple\sof|"
    r"(?:two|three)\sand\sa\shalf)"
)
_UNIT = r"(?P<unit>day|week|month|year|decade|quarter)s?"

_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)")
_SLASHED = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)")
_DAYS_MONTH = re.compile(rf"{_DAYNAME}(?:the\s)?{_DAY}{_DAY2}(?:\sof)?\s{_MONTH}{_YEAR}?")
_DAY_MONTH = re.compile(rf"{_DAYNAME}(?:the\s)?{_DAY}(?:\sof)?\s{_MONTH}{_YEAR}?{_DAYPART}")
_MONTH_DAYS = re.compile(rf"{_DAYNAME}{_MONTH}\s{_DAY}{_DAY2}{_YEAR}?")
_MONTH_DAY = re.compile(rf"{_DAYNAME}{_MONTH}\s(?:the\s)?{_DAY}{_YEAR}?{_DAYPART}")
_MONTH_TO_MONTH = re.compile(
    rf"(?P<month>{_LONG_MONTHS})(?:\sto\s|\sand\s|\sthrough\s|"
    rf"[-–—])(?P<month2>{_LONG_MONTHS}){_YEAR}?(?!\s\d)"
)
_MONTH_ALONE = re.compile(
    rf"{_PART}?(?:(?P<which>last|this|next|this\scoming|this\spast)\s)?{_MONTH}(?:(?:\sof)?(?:{_YEAR}|"
    rf"\s(?P<of>last|this|next)\syear\b))?(?![\w-]*[a-z]|\s?\d)",
)
_WEEKDAY_ALONE = re.compile(
    rf"{_EARLY}?(?:(?P<which>last|this|next|this\scoming|this\spast|past|previous|"
    rf"coming)\s)?{_WEEKDAY}{_DAYPART}(?![\w])",
    re.IGNORECASE,
)
_RELATIVE_DAY = re.compile(
    rf"(?P<early>{_EARLY})?(?P<word>yesterday|today|tonight|tomorrow|last\snight|this\s(?:morning|"
    rf"afternoon|evening|lunchtime)|"
    rf"the\sday\sbefore\syesterday|the\sday\safter\stomorrow|earlier\stoday){_DAYPART}(?!\w)", re.IGNORECASE
)  # fmt: skip
_RELATIVE_UNIT = re.compile(
    r"(?P<inside>(?:early|late|earlier|later|mid)(?:\s|-)|(?:the|by\sthe)\s(?:beginning|start|end|middle|"
    r"close)\sof\s)?"
    r"(?:the\s)?(?P<which>last|this|next|past|previous|coming|following|current)\s"
    rf"(?P<unit>week|weekend|month|year|quarter|decade|{'|'.join(SEASONS)})(?!s|-old|-long|\w|’s\sEve|"
    rf"'s\sEve|\sand\sa\shalf)",
    re.IGNORECASE,
)
_END_OF_UNIT = re.compile(
    r"the\s(?P<inside>beginning|start|end|middle|close)\sof\sthe\s(?P<unit>week|month|year|quarter|"
    r"decade)\b",
    re.I,
)
_AGO = re.compile(
    rf"(?P<rough>(?:about|around|some|nearly|almost|roughly|more\sthan|over|"
    rf"at\sleast)\s)?{_COUNT}\s{_UNIT}\sago\b",
    re.I,
)
_YEAR_OF = re.compile(
    r"(?P<inside>early|late|mid|(?:the\s)?(?:beginning|start|end|middle|close)\sof|(?:the\s)?(?:first|"
    r"second)\shalf\sof|"
    rf"(?:the\s)?(?P<season>{'|'.join(SEASONS)})(?:\sof)?)(?:\sin)?(?:\s|-)(?P<year>(?:19|20)\d\d)(?!\d|-)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?P<first>(?:1[5-9]|20)\d\d)(?:(?P<join>\s?[-–—/]\s?|\sto\s|\sand\s|\sthrough\s|"
    r"\suntil\s)(?P<last>(?:(?:1[5-9]|20)\d\d)|\d\d)(?!\d|-\d))?"
    r"(?![\d]|,\d|\.\d|\s?%|-\w+)"
)
_DECADE = re.compile(
    r"(?P<part>early|late|mid)?[-\s]?(?:the\s)?(?P<decade>(?:1[6-9]|20)\d0)s\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?:the\s)?(?:(?P<which>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[\s-]quarter|"
    r"Q(?P<q>[1-4])|(?P<q2>[1-4])Q)"
    r"(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d))?\b(?!\s(?:pounder|finals?))",
    re.IGNORECASE,
)
_LONGEST_FIRST = sorted(HOLIDAYS, key=len, reverse=True)
_HOLIDAY = re.compile(
    "(?P<name>"
    + "|".join(re.escape(n).replace("\\ ", r"\s").replace("'", "[’']") for n in _LONGEST_FIRST)
    + r")(?![\w])(?!\s(?:trees?|presents?|gifts?|cards?|carols?|party|parties|shopping|season|"
    r"holidays?|lights|market|dinner|break|Island))"
    + rf"(?:(?:\sin)?{_YEAR})?{_DAYPART}",
    re.IGNORECASE,
)  # fmt: skip
_ATTACKS = re.compile(
    r"(?:Sept(?:ember)?\.?\s11(?:th)?(?:,?\s2001)?(?=,?\s(?:terror(?:ist)?\s)?(?:attack|hijack))|9/11\b)",
)

_NEEDS_COMPANY = frozenset({
    "may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "apr", "jun", "jul", "nov",
    "oct",
                            "feb", "aug", "sept"})  # fmt: skip
""" "May", "march" are words, April, June, August people, short forms names: bare they need a preposition."""
_COMPANY = re.compile(
    r"\b(?:in|since|until|till|during|of|early|late|last|this|next|by|from|through)\s$",
    re.IGNORECASE,
)
_SURE_COMPANY = re.compile(r"\b(?:in|since|until|till|during|last|this|next)\s$", re.IGNORECASE)
_YEAR_COMPANY = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|the|for|late|early|to|around|back|through|"
    r"between|and|a|an|"
    r"his|her|its|their|our|prior\sto|as|or|circa|than)|[(,;–—]|[’']s)\s?$",
    re.IGNORECASE,
)
_COUNTED_NEXT = re.compile(
    r"\s(?:people|men|women|children|homes|houses|jobs|workers|employees|troops|soldiers|feet|metres|"
    r"meters|miles|km|kilomet\w+|"
    r"dollars|euros|pounds|votes|points|cars|tons|tonnes|acres|students|members|passengers|dead|killed|"
    r"others|more|times|units|square|rooms|"
    r"hours|degrees|calories|pages|tickets|refugees|migrants|families|police|officers|rpm|lbs?|kg|mph|"
    r"yards)\b"
)
_FUTURE = frozenset(
    """
    will would shall due scheduled slated expected plans planned plan upcoming til until till going
    hopes hoped aims expects intends ahead is’ll tomorrow begins starts opens
    """.split()
)
_PAST = frozenset(
    """
    said told was were had been did has have says wrote came went took began left made gave found
    saw held met on’d after since broke struck hit died
    """.split()
)
_LOOK_BACK = 64
_MOST_YEARS = 60


def read_date(text: str, position: int, floor: int, ceiling: int, calendar: Calendar) -> Found | None:
    """The date told at `position`, resolved; None where there is none or it cannot be resolved."""
    for pattern, resolve in _FORMS:
        match = pattern.match(text, position, ceiling)
        if match is None:
            continue
        days = resolve(_Told(match, text, position, floor, ceiling), calendar)
        if days is not None:
            return Found(position, match.end(), "date", days)
    return None


class _Told:
    """A form that matched, and what stands before it."""

    def __init__(self, match: re.Match[str], text: str, position: int, floor: int, ceiling: int) -> None:
        """Keep the match and its surroundings."""
        self.match, self.text, self.position, self.floor, self.ceiling = match, text, position, floor, ceiling

    def group(self, name: str) -> str:
        """The named part in small letters, blanks single; empty when it was not told."""
        return " ".join((self.match[name] or "").lower().replace("’", "'").split())

    def number(self, name: str) -> int | None:
        """The named part as a number."""
        return int(self.match[name]) if self.match[name] else None

    def before(self, size: int) -> str:
        """What stands before, at most `size` code points of the same sentence."""
        return self.text[max(self.floor, self.position - size) : self.position]

    def coming(self) -> bool:
        """Whether the sentence speaks of something still to come: the verb nearest before decides."""
        for word in reversed(self.before(_LOOK_BACK).lower().split()):
            word = word.strip(',.;:"“”()')
            if word in _FUTURE or word.endswith(("’ll", "'ll")):
                return True
            if word in _PAST or (word.endswith("ed") and len(word) > 3):
                return False
        return False


def _iso(told: _Told, calendar: Calendar) -> DateRange | None:
    return calendar.day(int(told.match["y"]), int(told.match["m"]), int(told.match["d"]))


def _slashed(told: _Told, calendar: Calendar) -> DateRange | None:
    """12/31/2017 and 31.12.2017; where both readings are possible only the one near publication."""
    year, a, b = int(told.match["y"]), int(told.match["a"]), int(told.match["b"])
    readings = [
        days for month, day in ((a, b), (b, a)) if month <= 12 and (days := calendar.day(year, month, day))
    ]
    if a == b or len(readings) == 1:
        return readings[0] if readings else None
    published = calendar.published
    near = [days for days in readings if published and abs((days.first - published).days) <= 31]
    return near[0] if len(near) == 1 else None


def _day_month(told: _Told, calendar: Calendar) -> DateRange | None:
    month, year, day = MONTHS[told.group("month")], told.number("year"), told.number("day")
    return calendar.day(year, month, day or 0, coming=year is None and told.coming())


def _days_month(told: _Told, calendar: Calendar) -> DateRange | None:
    month, year, first, last = (
        MONTHS[told.group("month")],
        told.number("year"),
        told.number("day"),
        told.number("day2"),
    )
    return calendar.days(year, month, first or 0, last or 0, coming=year is None and told.coming())


def _months(told: _Told, calendar: Calendar) -> DateRange | None:
    first = calendar.month(told.number("year"), MONTHS[told.group("month")])
    if first is None:
        return None
    last = calendar.month(first.first.year, MONTHS[told.group("month2")])
    return DateRange(first.first, last.last) if last and last.last > first.first else None


def _month(told: _Told, calendar: Calendar) -> DateRange | None:
    name, year, which, inside = (
        told.group("month"),
        told.number("year"),
        told.group("which"),
        told.group("part"),
    )
    accompanied = which or inside or year is not None
    if name in _NEEDS_COMPANY and not accompanied:
        company = _SURE_COMPANY if name in ("may", "march", "june", "april", "august") else _COMPANY
        if not company.search(told.before(8)):
            return None
    coming = which in ("next", "this coming") or (year is None and not which and told.coming())
    if (of := told.group("of")) and calendar.published:
        year = calendar.published.year + {"last": -1, "this": 0, "next": 1}[of]
    days = calendar.month(year, MONTHS[name], coming=coming, past=which in ("last", "this past"))
    return part(days, inside.removesuffix(" of").split()[-1]) if days and inside else days


def _weekday(told: _Told, calendar: Calendar) -> DateRange | None:
    name = told.group("weekday")
    if told.match["weekday"][0].islower():
        return None
    return calendar.weekday(
        WEEKDAYS[name], told.group("which"), coming=not told.group("which") and told.coming()
    )


def _relative_day(told: _Told, calendar: Calendar) -> DateRange | None:
    word = told.group("word")
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return calendar.shifted(shift.get(word, 0))


def _relative_unit(told: _Told, calendar: Calendar) -> DateRange | None:
    which, unit, inside = (
        told.group("which"),
        told.group("unit"),
        told.group("inside").replace("-", " ").strip(),
    )
    if (
        which in ("past", "previous", "following")
        and unit != "weekend"
        and (which != "past" or told.before(5).endswith("the "))
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


def _end_of_unit(told: _Told, calendar: Calendar) -> DateRange | None:
    days = calendar.unit(told.group("unit"), 0)
    return part(days, told.group("inside")) if days else None


def _ago(told: _Told, calendar: Calendar) -> DateRange | None:
    count, unit, rough = told.group("count"), told.group("unit"), bool(told.group("rough"))
    vague = {"several": 4, "a few": 3, "a couple of": 2, "two and a half": 2, "three and a half": 3}
    number = (
        1 if count in ("a", "an") else int(count) if count.isdigit() else vague.get(count, ONES.get(count, 0))
    )
    return calendar.ago("month" if unit == "quarter" else unit, number, rough=rough or count in vague)


def _year_of(told: _Told, calendar: Calendar) -> DateRange | None:
    year, inside, season = told.number("year"), told.group("inside"), told.group("season")
    if year is None:
        return None
    if season:
        return season_from(date(year, SEASONS[season], 1))
    whole = years(year, year)
    inside = inside.removeprefix("the ").removesuffix(" of")
    return part(whole, inside) if whole else None


def _year(told: _Told, calendar: Calendar) -> DateRange | None:
    first, last_told = int(told.match["first"]), told.match["last"]
    accompanied = _YEAR_COMPANY.search(told.before(10)) is not None or told.position == told.floor
    if not accompanied or _COUNTED_NEXT.match(told.text, told.match.end(), told.ceiling):
        return None
    if first < 1800 and not re.search(r"\b(?:in|since|of)\s$", told.before(6), re.IGNORECASE):
        return None
    if not last_told:
        return years(first, first)
    last = int(last_told) if len(last_told) == 4 else first // 100 * 100 + int(last_told)
    if told.match["join"].strip() == "and" and not re.search(r"\bbetween\s$", told.before(9), re.IGNORECASE):
        return None
    return years(first, last) if first < last <= first + _MOST_YEARS * 3 else None


def _decade(told: _Told, calendar: Calendar) -> DateRange | None:
    start = int(told.match["decade"])
    whole = years(start, start + 9)
    inside = told.group("part")
    return part(whole, inside) if whole and inside else whole


def _quarter(told: _Told, calendar: Calendar) -> DateRange | None:
    which = told.group("which")
    number = int(told.match["q"] or told.match["q2"] or 0) or {"final": 4, "last": 4}.get(
        which, ORDINALS.get(which, 0)
    )
    if year := told.number("year"):
        return quarter(year, number)
    if which == "last" or (calendar.published is None):
        return calendar.unit("quarter", -1) if which == "last" else None
    if _SPORT.search(
        told.text[max(told.floor, told.position - 80) : min(told.ceiling, told.match.end() + 80)]
    ):
        return None
    return calendar.last_quarter(number)


_SPORT = re.compile(
    r"\b(?:touchdown|quarterback|yards?|scor(?:e|ed|ing)|points|game|field\sgoals?|interception|half-?time|playoffs?|"
                    r"fumble|"
                    r"rebounds|basket|jumper|coach|season)\b", re.IGNORECASE)  # fmt: skip


_BARE_HOLIDAYS = frozenset({"christmas", "easter", "halloween", "thanksgiving"})
""" "Christmas" alone is more often a season or a list than a day."""
_HOLIDAY_COMPANY = re.compile(
    r"\b(?:on|at|around|before|after|since|until|by|over|last|this|for)\s$",
    re.IGNORECASE,
)


_YEAR_BEFORE = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s$")
""" "The 2015 New Year's Eve attacks" """


def _holiday(told: _Told, calendar: Calendar) -> DateRange | None:
    if told.match["name"][0].islower():
        return None
    stated = _YEAR_BEFORE.search(told.text, max(told.position - 6, 0), told.position)
    year = int(stated["year"]) if stated else told.number("year")
    if told.group("name") in _BARE_HOLIDAYS and year is None and not _HOLIDAY_COMPANY.search(told.before(12)):
        return None
    return calendar.named_day(told.group("name"), year, coming=year is None and told.coming())


def _attacks(told: _Told, calendar: Calendar) -> DateRange | None:
    return single(date(2001, 9, 11))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Told, Calendar], DateRange | None]], ...] = (
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_ATTACKS, _attacks),
    (_HOLIDAY, _holiday),
    (_DAYS_MONTH, _days_month),
    (_DAY_MONTH, _day_month),
    (_MONTH_DAYS, _days_month),
    (_MONTH_DAY, _day_month),
    (_MONTH_TO_MONTH, _months),
    (_AGO, _ago),
    (_RELATIVE_DAY, _relative_day),
    (_QUARTER, _quarter),
    (_RELATIVE_UNIT, _relative_unit),
    (_END_OF_UNIT, _end_of_unit),
    (_YEAR_OF, _year_of),
    (_DECADE, _decade),
    (_MONTH_ALONE, _month),
    (_WEEKDAY_ALONE, _weekday),
    (_YEARS, _year),
)
