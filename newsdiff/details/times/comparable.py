"""Whether two days or times can be held against each other at all, by how they are written."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from newsdiff.details.context import Context
from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence, moment_of
from newsdiff.details.times.moments import gap, length, shifted
from newsdiff.model import ClockTime
from newsdiff.patterns import lazy_pattern

WEEK = lazy_pattern(r"\bweek", re.I)
DAYS_OF_WEEK: Final = 7
"""A day next to "this week" may be meant by it: weeks begin on Sunday, on Monday, or seven days ago."""
ODD_DAYS: Final = 3
"""An article said to be published further than this from the middle of the event has an odd date."""
YEAR = lazy_pattern(r"\d{4}")
SAYING = lazy_pattern(
    r"\b(?:said|says|told|asked|announced|tweeted|posted|shared|wrote|stated|added|warned|confirmed)\b", re.I
)
SAYING_BEFORE = lazy_pattern(SAYING.pattern + r"\W+(?:(?:on|in|late|early|earlier|by|a|the)\W+)*$", re.I)
STAMP_BEFORE = lazy_pattern(r"@\w+\)?\W+(?:on\W+)?$")
"""A post quoted with its day: "(@name) December 26"."""
SAYING_AFTER = lazy_pattern(r"\s+(?:\w+\s+){0,2}?" + SAYING.pattern, re.I)
"""With a comma between, what is said stands before: "crashed on Friday, police said"."""
DETERMINER = lazy_pattern(r"\b(?:an?|the|his|her|its|their|this|that)\s$|[’']s\s$", re.I)


class PublicationDays:
    """When the articles of an event were published."""

    def __init__(self, index: EventIndex) -> None:
        self._days = [item.article.published for item in index.annotated]

    @cached_property
    def odd(self) -> frozenset[int]:
        """Articles said to be published days apart from most: their "Friday" may be another Friday."""
        known = sorted(day for day in self._days if day)
        if not known:
            return frozenset()
        middle = known[len(known) // 2]
        return frozenset(
            number for number, day in enumerate(self._days) if day and abs((day - middle).days) > ODD_DAYS
        )


def are_comparable(context: Context, days: PublicationDays, a: Occurrence, b: Occurrence) -> bool:
    """Whether what two dates or times say can be held against each other at all.

    Not when the words are the same ("next month" twice: then only the days of publication differ), not
    relative words of an article whose own date is odd, not months without a year that would fit in another
    year, not a week and a day next to it, not clock times of different zones or of which one has none.
    """
    one, other = moment_of(a), moment_of(b)
    if isinstance(one, ClockTime) or isinstance(other, ClockTime):
        return isinstance(one, ClockTime) and isinstance(other, ClockTime) and zone_of(one) == zone_of(other)
    if a.mention.text.casefold() == b.mention.text.casefold():
        return False
    if is_week_beside_day(a, b) or not modifies_alike(context, a, b):
        return False
    if is_day_of_statement(context.index, a) or is_day_of_statement(context.index, b):
        return False
    bare = [occurrence for occurrence in (a, b) if not YEAR.search(occurrence.mention.text)]
    if any(occurrence.article in days.odd for occurrence in bare):
        return False
    return not bare or not any(one.meets(shifted(other, years)) for years in (-1, 1))


def is_week_beside_day(a: Occurrence, b: Occurrence) -> bool:
    """Whether one is a week and the other a day so near that it may be meant by it."""
    one, other = moment_of(a), moment_of(b)
    if not any(WEEK.search(occurrence.mention.text) for occurrence in (a, b)):
        return False
    return min(length(one), length(other)) == 1 and gap(one, other) <= DAYS_OF_WEEK


def zone_of(time: ClockTime) -> str:
    """The zone of a time where it is given; "local time" is what a time without a zone is in."""
    return "" if time.zone.startswith("local") else time.zone


def is_day_of_statement(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether the date is that on which somebody said something: everybody says something on every day."""
    text, mention, sentence = index.text(occurrence), occurrence.mention, occurrence.sentence
    before = text[max(sentence.start, mention.start - 30) : mention.start]
    after = text[mention.end : min(sentence.end, mention.end + 30)]
    if SAYING_BEFORE.search(before) or STAMP_BEFORE.search(before) or SAYING_AFTER.match(after):
        return True
    opens = mention.start - sentence.start <= 4
    return opens and SAYING.search(text, mention.end, sentence.end) is not None


def modifies_alike(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether a date right before its noun ("the Oct. 19 meeting") has that noun near the other date too."""
    for one, other in ((a, b), (b, a)):
        text, mention = context.index.text(one), one.mention
        if DETERMINER.search(text[max(one.sentence.start, mention.start - 8) : mention.start]):
            after = [word for word in context.index.sentence_tokens(one) if word.start >= mention.end]
            follows = after[0].stem if after and not text[mention.end : after[0].start].strip() else ""
            if follows and follows not in context.nearest(other):
                return False
    return True
