"""Shares in words, as percent: "two-thirds", "a third of", "half of", "one in five", "three out of ten"."""

from __future__ import annotations

import re

from newsdiff.mentions.numbers.number_words import ONES
from newsdiff.patterns import lazy_pattern

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNT = "|".join(word for word, value in ONES.items() if 0 < value < 10)
_MANY = lazy_pattern(
    rf"(?P<count>{_COUNT}|\d)[-\s](?P<part>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|"
    rf"tenths)\b",
    re.IGNORECASE,
)
_ONE = lazy_pattern(
    r"(?:one[-\s](?=third|fifth|tenth|quarter)|an?[-\s](?=\w+\sof\b))(?P<part>third|quarter|fifth|sixth|"
    r"seventh|eighth|ninth|tenth)\b(?!\sof\sa\s(?:million|billion|century|mile|hour))",
    re.IGNORECASE,
)
_BY_ONE = lazy_pattern(r"(?<=by\s)an?\s(?P<part>third|quarter|fifth|tenth)\b", re.IGNORECASE)
_HALF = lazy_pattern(
    r"half(?=\s(?:of\s)?(?:the|its|his|her|their|all|those|these|our|my)\s|\sof\s[a-z])",
    re.IGNORECASE,
)
_ONE_IN = lazy_pattern(
    rf"(?P<count>{_COUNT}|\d{{1,3}})\s(?:in|out\sof)(?:\severy)?\s(?P<all>{'|'.join(ONES)}|\d{{1,4}})\b",
    re.IGNORECASE,
)
_HALF_OF_TIME = lazy_pattern(
    r"half\s(?:of\s)?(?:the\s)(?:year|day|hour|time|season|game|match|way)",
    re.IGNORECASE,
)
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1_000})
""" "Seven out of 16" is a result, not a share of all."""
_NEAR = 30
"""Code points in which the words of a share stand."""
_THIRD_STEP = 2.0  # percent: "two-thirds" is said of 65 to 68


def read_proportion(text: str, position: int, ceiling: int) -> tuple[float, float, int] | None:
    """The share in percent that begins at `position`, its slack to either side, and where it ends."""
    near = text[position : position + _NEAR].lower()
    parts = any(map(near.__contains__, _PARTS))
    if parts and (match := _MANY.match(text, position, ceiling)):
        share = 100.0 * _number(match["count"]) / _PARTS[match["part"].lower()]
    elif parts and (match := _ONE.match(text, position, ceiling) or _BY_ONE.match(text, position, ceiling)):
        share = 100.0 / _PARTS[match["part"].lower()]
    elif near.startswith("half") and (match := _HALF.match(text, position, ceiling)):
        if _HALF_OF_TIME.match(text, position, ceiling):
            return None
        share = 50.0
    elif near.split()[1:2] in (["in"], ["out"]) and (match := _ONE_IN.match(text, position, ceiling)):
        count, everyone = _number(match["count"]), _number(match["all"])
        if not 0 < count < everyone or everyone not in _ROUND:
            return None
        share = 100.0 * count / everyone
    else:
        return None
    share = round(share, 2)
    return (share, _THIRD_STEP if share <= 100 else 0.0, match.end()) if share <= 100 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else ONES[word.lower()]
