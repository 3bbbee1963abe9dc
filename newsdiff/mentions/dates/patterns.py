"""What dates look like in news: the patterns of the forms, and the words that speak for or against one."""

from __future__ import annotations

import re

from newsdiff.calendar.months import LONG_MONTH, LONG_WEEKDAY, SHORT_MONTH
from newsdiff.mentions.dates.holidays import HOLIDAYS, SEASONS
from newsdiff.patterns import lazy_pattern

MONTH = (
    rf"(?P<month>{LONG_MONTH}|(?:{SHORT_MONTH})\b(?=\.?\s|\.?$))"
    r"(?:(?<!ay)(?<![a-z]{5})(?<!July|June)(?<!March|April)\.)?"
)
WEEKDAY = rf"(?P<weekday>{LONG_WEEKDAY}\b)"
DAYNAME = rf"(?:(?:{LONG_WEEKDAY}|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.?),?\s)?"
YEAR = r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)(?![\d,]*\d)(?!-\w*(?:year|foot|mile|strong)))"
DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d:%]|[.,]\d|\s?(?:[ap]\.?m\b|percent|per\scent|million|billion))"
)
DAY2 = (
    r"(?:\.?\s?(?:[-–—/]|to|and|until|till|through|thru)\s?(?:the\s)?"
    r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|\.(?=\s[A-Z]))?(?![\d:%]|,\d|\s?[ap]\.?m))"
)
PART = r"(?:(?P<part>early|late|mid|(?:the\s)?(?:very\s)?(?:beginning|start|end|middle|close)\sof)(?:\s|-))"
DAYPART = (
    r"(?:(?:\s|-)(?:early\s|late\s)?"
    r"(?:morning|mornings|afternoon|evening|night|lunchtime|midday|overnight|dawn)\b)?"
)
EARLY = r"(?:(?:late|early|the\s(?:early|small)\shours\s(?:of|on))\s(?:on\s)?)"
COUNT = (
    r"(?P<count>an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\sfew|"
    r"a\scouple\sof|"
    r"(?:two|three)\sand\sa\shalf)"
)
UNIT = r"(?P<unit>day|week|month|year|decade|quarter)s?"

_ANY_MONTH = rf"(?:(?:{LONG_MONTH})\b|(?:{SHORT_MONTH})\b\.?)"

ISO = lazy_pattern(r"(?P<y>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>0[1-9]|1[0-2])(?P=mark)(?P<d>[0-3]\d)(?!\d)")
SLASHED = lazy_pattern(
    rf"(?:(?P<weekday>{LONG_WEEKDAY}),?\s\(?)?"
    r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d(?![.-]))(?!\d)"
)
DAYS_MONTH = lazy_pattern(rf"{DAYNAME}(?:the\s)?{DAY}{DAY2}(?:\sof)?\s{MONTH}{YEAR}?")
DAY_MONTH = lazy_pattern(
    rf"{DAYNAME}(?:the\s)?{DAY}(?:\s(?:day\s)?of|\.(?=\s{_ANY_MONTH}\s(?:19|20)\d\d))?\s{MONTH}{YEAR}?{DAYPART}"
)
DASHED = lazy_pattern(
    rf"(?P<day>[12]\d|3[01]|0?[1-9])-(?P<month>{LONG_MONTH}|{SHORT_MONTH}|May)"
    r"-(?P<year>(?:19|20)\d\d)(?!\d)"
)
NUMBERS_TO_NUMBERS = lazy_pattern(
    r"(?P<a1>\d{1,2})\.(?P<b1>\d{1,2})\.(?P<y1>(?:19|20)\d\d)?\s?(?:[-–—]|to|until|till)\s?"
    r"(?P<a2>\d{1,2})\.(?P<b2>\d{1,2})\.(?P<y2>(?:19|20)\d\d)(?!\d)"
)
MONTH_DAYS = lazy_pattern(rf"{DAYNAME}{MONTH}\s{DAY}{DAY2}{YEAR}?")
MONTH_DAY = lazy_pattern(rf"{DAYNAME}{MONTH}\s(?:the\s)?{DAY}{YEAR}?{DAYPART}")
_TO = r"(?:to|until|till|through|thru)"
_JOIN = rf"(?:,(?=\s{_TO}\s))?(?P<join>\s?[-–—]\s?|\s(?:{_TO}|and)\s)"


def _side(number: int) -> str:
    """One end of a stretch of days, its groups numbered: "9 June 2025", "June 9th"."""
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    return (
        rf"{DAYNAME}(?:(?:the\s)?(?P<day{number}>{day})(?:st|nd|rd|th)?(?:\sof)?\s(?P<month{number}>{_ANY_MONTH})"
        rf"|(?P<lead{number}>{_ANY_MONTH})\s(?:the\s)?(?P<after{number}>{day})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d))"
        rf"(?:,?\s(?P<year{number}>(?:1[5-9]|20)\d\d)(?!\d))?"
    )


DAY_TO_DAY = lazy_pattern(_side(1) + _JOIN + _side(2))
MONTH_TO_MONTH = lazy_pattern(
    rf"(?P<month>{_ANY_MONTH})(?:\s(?P<year1>(?:1[5-9]|20)\d\d))?{_JOIN}"
    rf"(?P<month2>{_ANY_MONTH}){YEAR}?(?!\s\d)"
)
MONTH_ALONE = lazy_pattern(
    rf"{PART}?(?:(?P<which>last|this|next|this\scoming|this\spast)\s)?{MONTH}(?:(?:\sof)?(?:{YEAR}|"
    rf"\s(?P<of>last|this|next)\syear\b))?(?![\w-]*[a-z]|\s?\d)",
)
WEEKDAY_ALONE = lazy_pattern(
    rf"{EARLY}?(?:(?P<which>last|this|next|this\scoming|this\spast|past|previous|"
    rf"coming)\s)?{WEEKDAY}{DAYPART}(?![\w])",
    re.IGNORECASE,
)
# "today's music" is that of these years, more often than that of the day.
RELATIVE_DAY = lazy_pattern(
    rf"(?P<early>{EARLY})?(?P<word>yesterday|today(?!['’]s\b)|tonight|tomorrow|last\snight|this\s(?:morning|"
    rf"afternoon|evening|lunchtime)|"
    rf"the\sday\sbefore\syesterday|the\sday\safter\stomorrow|earlier\stoday){DAYPART}(?!\w)", re.IGNORECASE
)  # fmt: skip
RELATIVE_UNIT = lazy_pattern(
    r"(?P<inside>(?:early|late|earlier|later|mid)(?:\s|-)|(?:the|by\sthe)\s(?:beginning|start|end|middle|"
    r"close)\sof\s)?"
    r"(?:the\s)?(?P<which>last|this|next|past|previous|coming|following|current)\s"
    rf"(?P<unit>week|weekend|month|year|quarter|decade|{'|'.join(SEASONS)})(?!s|-old|-long|\w|’s\sEve|"
    rf"'s\sEve|\sand\sa\shalf)",
    re.IGNORECASE,
)
END_OF_UNIT = lazy_pattern(
    r"the\s(?P<inside>beginning|start|end|middle|close)\sof\sthe\s(?P<unit>week|month|year|quarter|"
    r"decade)\b",
    re.I,
)
AGO = lazy_pattern(
    rf"(?P<rough>(?:about|around|some|nearly|almost|roughly|more\sthan|over|"
    rf"at\sleast)\s)?{COUNT}\s{UNIT}\sago\b",
    re.I,
)
YEAR_OF = lazy_pattern(
    r"(?P<inside>early|late|mid|(?:the\s)?(?:beginning|start|end|middle|close)\sof|(?:the\s)?(?:first|"
    r"second)\shalf\sof|"
    rf"(?:the\s)?(?P<season>{'|'.join(SEASONS)})(?:\sof)?)(?:\sin)?(?:\s|-)(?P<year>(?:19|20)\d\d)(?!\d|-|[’']?s\b)",
    re.IGNORECASE,
)
YEARS = lazy_pattern(
    r"(?P<first>(?:1[5-9]|20)\d\d)(?:(?P<join>\s?[-–—/]\s?|\sto\s|\sand\s|\sthrough\s|"
    r"\suntil\s)(?P<last>(?:(?:1[5-9]|20)\d\d)|\d\d)(?!\d|-\d))?"
    r"(?![\d]|,\d|\.\d|\s?%|-\w+)"
)
_TENS_WORDS = "thirties|forties|fifties|sixties|seventies|eighties|nineties"
DECADE = lazy_pattern(
    r"(?:the\s)?(?:(?P<part>early[-\s]to[-\s]mid|mid[-\s]to[-\s]late|early|mid|late|"
    r"(?:beginning|start|end|close|middle|turn|dawn|(?:first|second|latter)\shalf|"
    r"(?:latter|early|first|opening|last|closing|final)\s(?:part|years))(?=\sof\sthe\s))(?:\sof\s|[-\s])?)?(?:the\s)?"
    r"(?:(?P<decade>(?:1[6-9]|20)\d0)[’']?s\b|(?<=\s)[‘’'](?P<short>[2-9]0)[’']?s\b"
    r"|(?<=(?:the|rly|ate|mid)[\s-])(?P<bare>[2-9]0)s\b"
    rf"|(?:nineteen[-\s]|(?<=(?:the|rly|ate|mid).))(?P<word>{_TENS_WORDS})\b)"
    rf"(?:(?P<join>\s(?:to|through|and|or)\s|\s?[-–—]\s?)(?:the\s)?(?:(?P<part2>early|mid|late)[-\s])?"
    rf"(?:(?P<decade2>(?:1[6-9]|20)\d0)[’']?s\b|[‘’'](?P<short2>[2-9]0)[’']?s\b|(?P<word2>{_TENS_WORDS})\b))?",
    re.IGNORECASE,
)
_FIGURES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SPELLED_YEAR = lazy_pattern(
    rf"(?:(?P<century>seventeen|eighteen|nineteen|twenty)\s(?P<rest>hundred|oh[-\s](?:{_FIGURES})|{_TEENS}|"
    rf"(?:{_TENS})(?:[-\s](?:{_FIGURES}))?)|two\sthousand(?:\sand)?\s(?P<small>{_TEENS}|{_FIGURES})"
    r"(?=[.,;:)]|$|\s(?:the|a|an|when|he|she|it|they|and|but)\b))\b(?![-\w]|\s(?:percent|per\scent|million|billion|thousand|hundred|"
    r"people|men|women|dollars|euros|pounds|others|years|days|hours|minutes|miles|metres|feet)\b)",
    re.IGNORECASE,
)
QUARTER = lazy_pattern(
    r"(?:the\s)?(?:(?P<which>first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th))[\s-]quarter|"
    r"Q(?P<q>[1-4])|(?P<q2>[1-4])Q)"
    r"(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d))?\b(?!\s(?:pounder|finals?))",
    re.IGNORECASE,
)
LONGEST_FIRST = sorted(HOLIDAYS, key=len, reverse=True)
HOLIDAY = lazy_pattern(
    "(?P<name>"
    + "|".join(re.escape(n).replace("\\ ", r"\s").replace("'", "[’']") for n in LONGEST_FIRST)
    + r")(?![\w])(?!\s(?:trees?|presents?|gifts?|cards?|carols?|party|parties|shopping|season|"
    r"holidays?|lights|market|dinner|break|Island))"
    + rf"(?:(?:\sin)?{YEAR})?{DAYPART}",
    re.IGNORECASE,
)  # fmt: skip
ATTACKS = lazy_pattern(
    r"(?:Sept(?:ember)?\.?\s11(?:th)?(?:,?\s2001)?(?=,?\s(?:terror(?:ist)?\s)?(?:attack|hijack))|9/11\b)",
)

NEEDS_COMPANY = frozenset({
    "may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "apr", "jun", "jul", "nov",
    "oct",
                            "feb", "aug", "sept"})  # fmt: skip
""" "May", "march" are words, April, June, August people, short forms names: bare they need a preposition."""
COMPANY = lazy_pattern(
    r"\b(?:in|since|until|till|during|of|early|late|last|this|next|by|from|through)\s$",
    re.IGNORECASE,
)
SURE_COMPANY = lazy_pattern(r"\b(?:in|since|until|till|during|last|this|next)\s$", re.IGNORECASE)
YEAR_COMPANY = lazy_pattern(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|the|for|late|early|to|around|back|through|"
    r"between|and|a|an|"
    r"his|her|its|their|our|prior\sto|as|or|circa|than)|[(,;–—]|[’']s)\s?$",
    re.IGNORECASE,
)
COUNTED_NEXT = lazy_pattern(
    r"\s(?:people|men|women|children|homes|houses|jobs|workers|employees|troops|soldiers|feet|metres|"
    r"meters|miles|km|kilomet\w+|"
    r"dollars|euros|pounds|votes|points|cars|tons|tonnes|acres|students|members|passengers|dead|killed|"
    r"others|more|times|units|square|rooms|"
    r"hours|degrees|calories|pages|tickets|refugees|migrants|families|police|officers|rpm|lbs?|kg|mph|"
    r"yards)\b"
)
MOST_YEARS = 60
SHORT_SPAN = 30
"""Years in "2014–19" at most: further apart the two figures are a number of something."""
