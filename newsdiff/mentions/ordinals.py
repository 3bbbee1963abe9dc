"""Places in a series: "sixth", "21st", "a second car bomb". "First" is too common to tell much."""

from __future__ import annotations

import re

from newsdiff.patterns import lazy_pattern

_WORDS = {
    word: value
    for value, word in enumerate(
        """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth         sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        2,
    )
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINAL_TRIGGERS = frozenset(_WORDS) | frozenset(_TENS)
_SMALL = "first|" + "|".join(word for word, value in _WORDS.items() if value < 10)
_WORD = lazy_pattern(
    rf"(?:(?P<tens>{'|'.join(_TENS)})[-\s](?P<small>{_SMALL})|(?P<word>{'|'.join(_WORDS)}))\b",
    re.IGNORECASE,
)
_DIGITS = lazy_pattern(r"(?P<digits>\d{1,3})(?:st|nd|rd|th)\b", re.IGNORECASE)
_DETERMINED = lazy_pattern(r"(?:\b(?:an?|the|its|his|her|their|our|my|this|that)|[’']s)\s$", re.IGNORECASE)
_NO_SERIES = lazy_pattern(
    r"[\s-](?:quarter|half|lady|class|hand|degree|grade|grader|graders|floor|century|centuries|place|"
    r"avenue|street|"
    r"person|thoughts?|thought|world|party|parties|amendment|base|baseman|round|inning|period|of\s(?:all|a|"
    r"the)\b|of\b|"
    r"hour|sense|wheel|column|estate|heaven|nature|fiddle|wind|guess\w*|"
    r"most|best|largest|biggest|highest|longest|down|row|rate|generation|to\b|and\b(?!\s(?:most|final|last|"
    r"largest|biggest)))",
    re.IGNORECASE,
)
_NAME_AFTER = lazy_pattern(r"[\s-](?:[A-Z])")


def read_ordinal(text: str, position: int, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The place in a series told at `position` and where its word ends."""
    match = _DIGITS.match(text, position, ceiling) or _WORD.match(text, position, ceiling)
    if (
        match is None
        or _NO_SERIES.match(text, match.end(), ceiling)
        or _NAME_AFTER.match(text, match.end(), ceiling)
    ):
        return None
    groups = match.groupdict()
    if groups.get("digits"):
        return int(groups["digits"]), match.end()
    if groups.get("tens"):
        return _TENS[match["tens"].lower()] + (_WORDS.get(match["small"].lower(), 1)), match.end()
    value = _WORDS[match["word"].lower()]
    if value == 2 and not _DETERMINED.search(text[max(floor, position - 8) : position]):
        return None
    return value, match.end()
