"""Places in a series: "sixth", "21st", "a second car bomb", "the first hearing", "second-degree"."""

from __future__ import annotations

import re

from newsdiff.mentions.numbers.number_words import TENS
from newsdiff.patterns import lazy_pattern

_WORDS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
}
ORDINAL_TRIGGERS = frozenset(_WORDS) | frozenset(TENS)
_SMALL = "|".join(word for word, value in _WORDS.items() if value < 10)
_WORD = lazy_pattern(
    rf"(?:(?P<tens>{'|'.join(TENS)})[-\s](?P<small>{_SMALL})|(?P<word>{'|'.join(_WORDS)}))\b",
    re.IGNORECASE,
)
_DIGITS = lazy_pattern(r"(?P<digits>\d{1,3})(?:st|nd|rd|th)\b", re.IGNORECASE)
_DETERMINED = lazy_pattern(r"(?:\b(?:an?|the|its|his|her|their|our|my|this|that)|[’']s)\s$", re.IGNORECASE)
_NO_SERIES = lazy_pattern(
    r"[\s-](?:lady|ladies|class|hand|century|centuries|avenue|street|person|thoughts?|world|party|parties|"
    r"amendment|base|baseman|of\b|hour|sense|wheel|column|estate|heaven|nature|fiddle|wind|guess\w*|"
    r"most|best|largest|biggest|highest|longest|down|row|rate|generation|to\b|"
    r"and\b(?!\s(?:most|final|last|largest|biggest|second|third|[a-z]+th)\b))"
    r"|-(?:ever|guess|string|party|person|hand|look|born|come)\b",
    re.IGNORECASE,
)
_NO_FIRST = lazy_pattern(
    r"\s(?:aid|family|couple|daughter|dog|responders?|names?|glance|sight|blush|instance|things?|impressions?|look|resort|"
    r"foremost|(?:few|couple|several|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)\b|\d|"
    r"[a-z]+(?:st|nd|rd|th)\s[a-z]+\sof\b|half\sof)"
    r"|-(?:rate|class|aid|mover|served|quarter|name)\b",
    re.IGNORECASE,
)
_IN_THE = lazy_pattern(r"\bin\sthe\s$", re.IGNORECASE)
_PLACE = lazy_pattern(r"\splace\b", re.IGNORECASE)
_IN_A_SERIES = lazy_pattern(
    r"(?:-(?:degree|floor|time|term|year|half|round|grade|place|day|person)|\s(?:degree|time)|"
    r"-?\s(?:and|or)\s[a-z]+(?:nd|rd|th)[\s-](?:degree|floor|term|round|day|half))\b",
    re.IGNORECASE,
)
"""What needs no article: "second-degree murder", "First time in space", "first and third degree"."""
_NAME_AFTER = lazy_pattern(r"[\s-](?!(?:Time|Degree|Floor|Term|Hearing|Election|Trial)\b)[A-Z]")
_ADJECTIVE_AFTER = lazy_pattern(r"[a-z]+\s[A-Z][\w-]*(?:an|ese|ish|ch|ican|i|ic)\s[a-z]{3}")
""" "The first American woman": a people's adjective before a noun, no name of a thing."""


def read_ordinal(text: str, position: int, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The place in a series at `position` and where its word ends."""
    match = _DIGITS.match(text, position, ceiling) or _WORD.match(text, position, ceiling)
    if (
        match is None
        or _NO_SERIES.match(text, match.end(), ceiling)
        or (
            _NAME_AFTER.match(text, match.end(), ceiling)
            and not _ADJECTIVE_AFTER.match(text, match.start(), ceiling)
        )
    ):
        return None
    groups = match.groupdict()
    if groups.get("digits"):
        return int(groups["digits"]), match.end()
    if groups.get("tens"):
        return TENS[match["tens"].lower()] + _WORDS[match["small"].lower()], match.end()
    value = _WORDS[match["word"].lower()]
    before, end = text[max(floor, position - 8) : position], match.end()
    if value <= 2 and not (_DETERMINED.search(before) or _IN_A_SERIES.match(text, end, ceiling)):
        return None
    if value == 1 and _NO_FIRST.match(text, end, ceiling):
        return None
    if _PLACE.match(text, end, ceiling) and _IN_THE.search(before):
        return None  # "in the first place"
    return value, end
