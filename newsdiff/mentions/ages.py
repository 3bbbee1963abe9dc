"""How old somebody is: "42-year-old", "aged 42", "the driver, 42,", "ages 5 to 12", "10-month-old"."""

from __future__ import annotations

import re

_OLD = re.compile(r"(?:[-\s](?P<unit>year|month|week|day)s?[-\s](?:olds?\b|of\sage\b))", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged|age|ages|age\sof|turn(?:s|ed|ing)?|aged\sbetween|ages\sof|aged\sfrom)\s$",
    re.IGNORECASE,
)
_APPOSED_BEFORE = re.compile(r"[^\W\d_][\w’'.-]*[”\"’)]?,\s$")
_APPOSED_AFTER = re.compile(r"(?=[,;.)]|\sand\b|\sof\b|$)(?!,\d|\.\d)")
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|"
    r"Feb\.?|Aug\.?|"
    r"Sept?\.?|Oct\.?|Nov\.?|Dec\.?|\bNo\.?|\d),\s$"
)
_POINTS = (",", ";", ".")
_OLDEST_IN_WORDS = 20
_NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]+,\s$")
_IS = re.compile(r"\b(?:who|he|she)(?:[’']s|\sis|\swas)\s$", re.IGNORECASE)
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
    """Whether a bare figure between commas after a word tells an age ("John Smith, 42, was")."""
    if (
        not _YOUNGEST_APPOSED <= value <= OLDEST
        or value != int(value)
        or not _APPOSED_AFTER.match(text, end, ceiling)
    ):
        return False
    before = text[max(floor, figure - 30) : figure]
    if not text[figure].isdigit() and not _told_in_words(text[end : end + 1], before, value):
        return False
    if _IS.search(before):
        return text[figure].isdigit()
    return _APPOSED_BEFORE.search(before) is not None and _MONTH_BEFORE.search(before) is None


def _told_in_words(following: str, before: str, value: float) -> bool:
    """ "her son Jack, four," but not "Glacier, one of" """
    return following in _POINTS and value <= _OLDEST_IN_WORDS and _NAME_BEFORE.search(before) is not None
