"""How old somebody is: "42-year-old", "aged 42", "the driver, 42,", "Ann Smith (42)", "ages 5 to 12", "a boy
of five", "10-month-old", "in her 60s"."""

from __future__ import annotations

import re

from newsdiff.calendar.months import LONG_MONTH
from newsdiff.mentions.numbers.numbered_things import STREETS
from newsdiff.patterns import lazy_pattern

_OLD = lazy_pattern(r"(?:[-\s](?P<unit>year|month|week|day)s?[-\s](?:olds?\b|of\sage\b))", re.IGNORECASE)
_AGED = lazy_pattern(
    r"\b(?:aged|age|ages|age\sof|turn(?:s|ed|ing)?|aged\sbetween|ages\sof|aged\sfrom|as\s(?:young|old)\sas)\s$",
    re.IGNORECASE,
)
_APPOSED_BEFORE = lazy_pattern(r"[^\W\d_][\w’'.-]*[”\"’)]?,\s$")
_APPOSED_AFTER = lazy_pattern(r"(?=[,;.)]|\sand\b|\sof\b|$)(?!,\d|\.\d)")
_MONTH_BEFORE = lazy_pattern(rf"(?:{LONG_MONTH}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?|\bNo\.?|\d),\s$")
_STREET_BEFORE = lazy_pattern(rf"\b{STREETS}\.?,\s$")
_FROM_WHERE = lazy_pattern(r"[A-Z][\w’'-]+,\s(?:of|from)\s[^,]{2,40},\s$")
""" "Ann Smith, of 12 Station Road, 45,": behind the home comes the age."""
_RESULT_BEFORE = lazy_pattern(
    r"\b(?:scor(?:e|es|ed|ing)|points?|goals?|wickets?|runs?|medals?|votes?|seats?|tries)\b", re.IGNORECASE
)
""" "He scored 31, Jones, 24": no age."""
_REACH = 60
_CHILD = (
    r"(?:boy|girl|man|woman|child|toddler|baby|infant|son|daughter|youth|brother|sister|grandson|"
    r"granddaughter)"
)
_OF = lazy_pattern(rf"\b{_CHILD}\sof\s$", re.IGNORECASE)
_BRACKETED_BEFORE = lazy_pattern(r"(?:\b[A-Z][\w’'-]+|\b(?:Mr|Mrs|Ms|Dr)\.?)\s[A-Z][\w’'-]+\s\($")
_AT = lazy_pattern(r"(?:^|[.;,]\s|\b(?:and|but)\s)at\s$", re.IGNORECASE)
_AT_AFTER = lazy_pattern(r",\s(?:he|she)\b")
_DECADE_BEFORE = lazy_pattern(r"\bin\s(?:his|her|their)\s(?:(?P<part>early|mid|late)[-\s])?$", re.IGNORECASE)
_DECADE = lazy_pattern(r"([2-9]0)s\b")
_PARTS = {"": (0, 9), "early": (0, 3), "mid": (3, 7), "late": (6, 9)}
_POINTS = (",", ";", ".")
_OLDEST_IN_WORDS = 20
_NAME_BEFORE = lazy_pattern(rf"(?:\b[A-Z][\w’'-]+|\b{_CHILD}),\s$")
_IS = lazy_pattern(r"(?:\b(?:who|he|she)(?:[’']s|\sis|\swas)|,\sboth)\s$", re.IGNORECASE)
_YEARS_OF = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}
OLDEST = 125
_YOUNGEST_APPOSED = 1


def age_after(text: str, end: int, ceiling: int) -> tuple[float, int] | None:
    """For a figure that ends at `end`: years per unit and where the words of age end ("-year-old")."""
    match = _OLD.match(text, end, ceiling)
    return (_YEARS_OF[match["unit"].lower()], match.end()) if match else None


def age_before(text: str, floor: int, figure: int) -> int | None:
    """Where "aged", "age" … begins when it stands straight before the figure."""
    start = max(floor, figure - 16)
    match = _AGED.search(text[start:figure])
    return start + match.start() if match else None


def apposed_age(text: str, figure: int, end: int, floor: int, ceiling: int, value: float) -> bool:
    """Whether a bare figure between commas after a word is an age ("John Smith, 42, was")."""
    if (
        not _YOUNGEST_APPOSED <= value <= OLDEST
        or value != int(value)
        or not _APPOSED_AFTER.match(text, end, ceiling)
    ):
        return False
    before = text[max(floor, figure - 30) : figure]
    if _OF.search(before):
        return True
    if text[end : end + 1] == ")":
        return _BRACKETED_BEFORE.search(before) is not None and not _of_a_result(text, figure, floor, ceiling)
    if _AT.search(before):
        return _AT_AFTER.match(text, end, ceiling) is not None
    if _FROM_WHERE.search(text[max(floor, figure - _REACH) : figure]):
        return True
    if _STREET_BEFORE.search(before) or _of_a_result(text, figure, floor, figure):
        return False
    if not text[figure].isdigit() and not _is_in_words(text[end : end + 1], before, value):
        return False
    if _IS.search(before):
        return text[figure].isdigit()
    return _APPOSED_BEFORE.search(before) is not None and _MONTH_BEFORE.search(before) is None


def decade_of_life(text: str, figure: int, floor: int) -> tuple[float, float, int, int] | None:
    """From what age to what age "in her late 60s" reaches, and where the words begin and end."""
    match_decade = _DECADE.match(text, figure)
    match = _DECADE_BEFORE.search(text[max(floor, figure - 20) : figure]) if match_decade else None
    if match_decade is None or match is None:
        return None
    low, high = _PARTS[(match["part"] or "").lower()]
    value = float(match_decade.group(1))
    return value + low, value + high, max(floor, figure - 20) + match.start(), match_decade.end()


def _of_a_result(text: str, figure: int, floor: int, ceiling: int) -> bool:
    return _RESULT_BEFORE.search(text, max(floor, figure - _REACH), min(ceiling, figure + _REACH)) is not None


def _is_in_words(following: str, before: str, value: float) -> bool:
    """ "her son Jack, four," but not "Glacier, one of" """
    return following in _POINTS and value <= _OLDEST_IN_WORDS and _NAME_BEFORE.search(before) is not None
