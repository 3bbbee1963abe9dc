"""Dates and times of day of an article, resolved against the day it was published.

Every sentence is walked once; only at a word of the calendar or at a digit do the readers look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.calendar.months import MONTHS, WEEKDAYS
from newsdiff.mentions.dates.calendar_days import Calendar
from newsdiff.mentions.dates.clock_times import CLOCK_WORDS, OFFSET_WORDS, read_clock_time
from newsdiff.mentions.dates.forms import read_date
from newsdiff.mentions.dates.holidays import HOLIDAYS, SEASONS
from newsdiff.mentions.match import Match
from newsdiff.model import Article, Mention, Sentence
from newsdiff.patterns import lazy_pattern

_WORD = lazy_pattern(r"[A-Za-z]+|\d+")
_WATCHED = frozenset(
    (
        *MONTHS, *WEEKDAYS, *SEASONS, *(re.split(r"\W", name)[0] for name in HOLIDAYS),
        *"""
        yesterday today tonight tomorrow last this next past previous coming following earlier later
        early late mid the end start beginning middle close first second third fourth final a an one
        two three four five six seven eight nine ten eleven twelve several few couple about around
        some nearly almost roughly more over at q by
        seventeen eighteen nineteen twenty thirties forties fifties sixties seventies eighties nineties
        """.split(),
    )
)  # fmt: skip
"""Lower-case words that a date in words can begin with."""
_BEGINNINGS = _WATCHED | CLOCK_WORDS | OFFSET_WORDS
_LONGEST_DIGITS = 4


def find_dates(article: Article, sentences: Sequence[Sentence], calendar: Calendar) -> tuple[Mention, ...]:
    """The dates and clock times of the article's sentences, in order.

    What cannot be placed on the calendar ("Tuesday" in an article without a date) is left out.
    """
    return tuple(
        found.mention(article, sentence)
        for sentence in sentences
        for found in dates_in(article.text, sentence.start, sentence.end, calendar)
    )


def dates_in(text: str, start: int, end: int, calendar: Calendar) -> list[Match]:
    """The dates and clock times of the sentence from `start` to `end`."""
    result: list[Match] = []
    floor = start
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower()
        if word not in _BEGINNINGS and not word.isdigit():
            continue
        position = match.start()
        if position < floor:
            continue
        found = None
        if word.isdigit():
            if match.end() - position <= _LONGEST_DIGITS and not _inside_a_word(text, position, floor):
                found = read_clock_time(text, position, floor, end) or read_date(
                    text, position, start, floor, end, calendar
                )
        else:
            if word in CLOCK_WORDS or word in OFFSET_WORDS:
                found = read_clock_time(text, position, floor, end)
            if found is None and word in _WATCHED and not _inside_a_word(text, position, floor):
                found = read_date(text, position, start, floor, end, calendar)
        if found is not None:
            result.append(found)
            floor = found.end
    return result


def _inside_a_word(text: str, position: int, floor: int) -> bool:
    return position > floor and (text[position - 1].isalnum() or text[position - 1] in "_$£€#@/")
