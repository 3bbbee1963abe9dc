"""Unequal values that are both true: their sentences say that they speak of two things, or time lies between.

Sentences that are alike but for the member of a series, for start and end, or for a part and its whole make
the most similar pairs, and are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from newsdiff.details.candidate import ValueGroup
from newsdiff.details.context import Context
from newsdiff.details.differences.judged import ValuesApart
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import stated_figure
from newsdiff.details.figures.parts_and_wholes import part_of_whole
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.times.comparable import is_day_of_statement
from newsdiff.model import DateRange, Name, Quantity, WordSpan
from newsdiff.patterns import lazy_pattern
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.word_alignment import replaced_words

SERIES_WORDS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth older newer larger smaller upper lower "
    "former latter".split()
)
"""Words that single out one of several."""
MEMBERS: Final = frozenset(
    "game match day round stage phase leg set heat part chapter season episode test quarter flight mission "
    "district ward platform gate route week number".split()
)
"""Nouns whose number says which one is meant: "game three"."""
NUMBER_WORDS: Final = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
START_BEFORE = lazy_pattern(
    r"\b(?:from|since|beg[iau]ns?|beginning|starts?|started|starting|opens?|opened)\W+(?:on\W+|in\W+|at\W+)?$",
    re.I,
)
END_BEFORE = lazy_pattern(
    r"\b(?:until|till|through|ends?|ended|ending|expires?|expired|closes?|closed)\W+(?:on\W+|in\W+|at\W+)?$",
    re.I,
)
LOOKED_BACK: Final = 24
"""Code points before a day in which its start or end word stands."""


def are_of_two_things(context: Context, here: SentenceText, there: SentenceText, values: ValuesApart) -> bool:
    """Whether two sentences say of two unequal values that they belong to two things."""
    a, b = values.one, values.other
    return (
        are_two_members(here, there)
        or names_in_place(context, here, there)
        or one_starts_and_one_ends(context, a, b)
        or are_days_of_sayings(context, a, b)
        or is_part_of_other(context, a, b)
    )


def are_two_members(here: SentenceText, there: SentenceText) -> bool:
    """Whether two sentences single out different members of a series: the first and the second missile."""
    mine, theirs = set(here.folded) & SERIES_WORDS, set(there.folded) & SERIES_WORDS
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    numbers, others = members_of(here), members_of(there)
    return any(numbers[noun] != others[noun] for noun in numbers.keys() & others.keys())


def members_of(sentence: SentenceText) -> dict[str, str]:
    """Noun of a series -> the word behind it, where that is a number."""
    words = sentence.folded
    return {
        noun: number
        for noun, number in pairwise(words)
        if noun in MEMBERS and (number.isdigit() or number in NUMBER_WORDS)
    }


def names_in_place(context: Context, here: SentenceText, there: SentenceText) -> bool:
    """Whether two things are named in each other's place, each of which the other article does not name.

    Persons are not meant: whom outlets quote differs where what they report does not.
    """
    index = context.index
    texts = index.annotated[here.article].article.text, index.annotated[there.article].article.text
    for mine, theirs in replaced_words(texts, here, there):
        names = [named_in(sentence, span) for sentence, span in ((here, mine), (there, theirs))]
        if all(names) and all(
            text.casefold() not in other.casefold() for text, other in zip(names, texts[::-1], strict=True)
        ):
            return True
    return False


def named_in(sentence: SentenceText, span: WordSpan) -> str:
    """The thing or place that a span of words names, if it is nothing else; else empty."""
    for mention in sentence.mentions:
        value = mention.value
        if (
            isinstance(value, Name)
            and value.type != "person"
            and mention.start <= span.start
            and span.end <= mention.end
        ):
            return mention.text
    return ""


def one_starts_and_one_ends(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether one day is when a thing starts and the other when it ends."""
    if not (isinstance(a.mention.value, DateRange) and isinstance(b.mention.value, DateRange)):
        return False
    before = [text_before(context, one) for one in (a, b)]
    starts = [START_BEFORE.search(text) is not None for text in before]
    ends = [END_BEFORE.search(text) is not None for text in before]
    return (starts[0] and ends[1]) or (starts[1] and ends[0])


def are_days_of_sayings(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether both are days on which somebody said something: there are several such days."""
    if not (isinstance(a.mention.value, DateRange) and isinstance(b.mention.value, DateRange)):
        return False
    return is_day_of_statement(context.index, a) and is_day_of_statement(context.index, b)


def text_before(context: Context, occurrence: Occurrence) -> str:
    """What stands before a mention in its sentence, as far as `LOOKED_BACK`."""
    start = occurrence.mention.start
    return context.index.text(occurrence)[max(occurrence.sentence.start, start - LOOKED_BACK) : start]


def is_part_of_other(context: Context, a: Occurrence, b: Occurrence) -> bool:
    """Whether one figure counts a part of a whole and the other does not."""
    if not (isinstance(a.mention.value, Quantity) and isinstance(b.mention.value, Quantity)):
        return False
    parts = [part_of_whole(context.index, one) for one in (a, b)]
    return ("part" in parts) and parts[0] != parts[1]


def update_of(index: EventIndex, groups: Sequence[ValueGroup]) -> str | None:
    """``5 → 7`` where every article with the first value was published before all with the next one."""
    dated = []
    for group in groups:
        value = group.occurrences[0].mention.value
        days = publication_days(index, group)
        if not isinstance(value, Quantity) or stated_figure(value) is None or not days:
            return None
        dated.append((min(days), max(days), group.value))
    dated.sort(key=lambda item: item[:2])
    follow = all(before[1] < after[0] for before, after in pairwise(dated))
    return " → ".join(value for _, _, value in dated) if len(dated) > 1 and follow else None


def publication_days(index: EventIndex, group: ValueGroup) -> list[date]:
    """When the articles of a value were published; empty where that is not known of one."""
    days = [index.annotated[number].article.published for number in sorted(group.articles)]
    return [day for day in days if day is not None] if all(days) else []
