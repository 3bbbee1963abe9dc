"""A form of date that matched in a sentence, and what stands around it."""

from __future__ import annotations

import re

from newsdiff.calendar.months import MONTH_NAMES
from newsdiff.letters import lower_like_regex
from newsdiff.mentions.dates.tense import Tense, tense_of
from newsdiff.patterns import lazy_pattern

_LONG_MONTHS = frozenset(name.lower() for name in MONTH_NAMES)
_BETWEEN = lazy_pattern(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
_MOVED = lazy_pattern(
    r"\b(?:moved|postponed|rescheduled|pushed|delayed|shifted|changed|brought|deferred|switched|extended)\b[^.;]*"
    r"\bfrom\s(?:the\s)?$",
    re.IGNORECASE,
)


class DateMatch:
    """A form that matched, and what stands before it."""

    def __init__(
        self, match: re.Match[str], text: str, position: int, start: int, floor: int, ceiling: int
    ) -> None:
        """Keep the match and its surroundings."""
        self.match, self.text, self.position = match, text, position
        self.start, self.floor, self.ceiling = start, floor, ceiling

    def group(self, name: str) -> str:
        """The named part in small letters, blanks single; empty when it is not there."""
        return " ".join(lower_like_regex(self.match[name] or "").replace("’", "'").split())

    def number(self, name: str) -> int | None:
        """The named part as a number."""
        return int(self.match[name]) if self.match[name] else None

    def before(self, size: int) -> str:
        """What stands before, at most `size` code points of the same sentence."""
        return self.text[max(self.floor, self.position - size) : self.position]

    def between(self) -> bool:
        """Whether "between" or "from" stands before."""
        return _BETWEEN.search(self.before(14)) is not None

    def whole_names(self) -> bool:
        """Whether the names of both months are written out."""
        return self.group("month") in _LONG_MONTHS and self.group("month2") in _LONG_MONTHS

    def tense(self) -> Tense:
        """What the sentence says of the day: past, still to come, or neither."""
        return tense_of(self.text, self.start, self.position, self.match.end(), self.ceiling)

    def coming(self) -> bool:
        """Whether the sentence is about the future."""
        return self.tense() is Tense.COMING

    def moved(self) -> bool:
        """Whether something went from the one day to the other, which makes no stretch of days."""
        return _MOVED.search(self.before(80)) is not None
