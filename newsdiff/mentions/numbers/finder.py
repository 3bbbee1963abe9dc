"""Numbers, money, shares, durations, measures, ages and scores of an article, as intervals.

Every sentence is walked once, word by word; only at a digit or a number word do the recognisers
look, each with a bounded look around. Dates and clock times are found first and are not numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsdiff.mentions.match import Match, ScanWindow
from newsdiff.mentions.numbers import measures
from newsdiff.mentions.numbers.amounts import read_amount, with_described_unit
from newsdiff.mentions.numbers.counted_nouns import counted_noun
from newsdiff.mentions.numbers.counts import read_both, read_count, read_vague_count, share_role
from newsdiff.mentions.numbers.hedges import hedge_before
from newsdiff.mentions.numbers.idioms import idiom_end
from newsdiff.mentions.numbers.intervals import plain_number
from newsdiff.mentions.numbers.lone_durations import LONG_TRIGGERS, is_some_day, read_lone_duration
from newsdiff.mentions.numbers.number_words import NUMBER, TENS, TRIGGERS
from newsdiff.mentions.numbers.numbered_things import names_a_thing, phone_number_end
from newsdiff.mentions.numbers.ordinals import ORDINAL_TRIGGERS, read_ordinal
from newsdiff.mentions.numbers.scores import read_score
from newsdiff.mentions.numbers.single_things import SINGLE_TRIGGERS, read_single_thing
from newsdiff.model import Article, Mention, Quantity, Sentence
from newsdiff.patterns import lazy_pattern

_WORD = lazy_pattern(r"[A-Za-z]+|\d|[½¼¾⅓⅔⅛]")
_FIGURE = lazy_pattern(r"0\d+(?:\s\d{3,6})+|[\d.,:/-]+")
_MULTIPLES = {"twice": 2.0, "thrice": 3.0}
_WATCHED = (
    TRIGGERS | ORDINAL_TRIGGERS | frozenset(_MULTIPLES) | SINGLE_TRIGGERS | LONG_TRIGGERS | {"both", "few"}
)
_AND_MOST = lazy_pattern(
    r"-?\s(?:and|or)\s(?:most|final|last|largest|biggest|second|third|[a-z]{3,}th)(?=[\s-])", re.IGNORECASE
)
_BETWEEN = lazy_pattern(r"\bbetween\s$", re.IGNORECASE)
_LARGEST = 1e16


def find_quantities(
    article: Article, sentences: Sequence[Sentence], taken: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The quantities of the article's sentences, in order.

    No figure inside one of the `taken` mentions (dates, times, names) counts.
    """
    spans = Taken(taken)
    return tuple(
        found.mention(article, sentence)
        for sentence in sentences
        for found in quantities_in(article.text, sentence.start, sentence.end, spans)
    )


class Taken:
    """Taken stretches of text: no figure begins in one, and none continues into a date."""

    def __init__(self, mentions: Sequence[Mention] = ()) -> None:
        """Index the mentions by where they begin."""
        self._spans = sorted((mention.start, mention.end) for mention in mentions)
        self._starts = [start for start, _ in self._spans]
        self._dates = sorted(mention.start for mention in mentions if mention.kind in ("date", "time"))

    def end_at(self, position: int) -> int:
        """Where the stretch that covers `position` ends; -1 when none does."""
        index = bisect_right(self._starts, position) - 1
        return self._spans[index][1] if index >= 0 and self._spans[index][1] > position else -1

    def next_date(self, position: int, ceiling: int) -> int:
        """Where the next date or time after `position` begins, at most `ceiling`."""
        index = bisect_right(self._dates, position)
        return min(self._dates[index], ceiling) if index < len(self._dates) else ceiling


def quantities_in(text: str, start: int, end: int, taken: Taken | None = None) -> list[Match]:
    """The quantities of the sentence from `start` to `end`."""
    taken = taken or Taken()
    result: list[Match] = []
    floor = start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word.isalpha() and word.lower() not in _WATCHED:
            continue
        position = match.start()
        if position < floor:
            continue
        if (covered := taken.end_at(position)) >= 0:
            floor = covered
            continue
        if word.isdigit() and (number_end := phone_number_end(text, position, floor, end)):
            floor = number_end
            continue
        if word.isalpha() and (idiom := idiom_end(text, position, match.end(), floor, start, end)):
            floor = idiom
            continue
        place = ScanWindow(text, position, start, floor, taken.next_date(position, end), end)
        found = _first(place, word.lower(), result[-1] if result else None)
        if found is not None:
            result.append(found)
            share_role(text, result)
            floor = found.end
        elif not word.isalpha():
            figure = _FIGURE.match(text, position, end)
            floor = figure.end() if figure else position + 1
    return result


def _first(place: ScanWindow, word: str, previous: Match | None) -> Match | None:
    """The reading of the first recogniser that knows what stands at the place."""
    digits = not word.isalpha()
    if digits and place.text[place.position].isdigit():
        if decade := measures.read_decade_of_life(place):
            return decade
        if names_a_thing(place.text, place.position, place.floor, place.ceiling):
            return None
        if found := _score(place):
            return found
    elif word in _MULTIPLES:
        return plain_number(place.position, place.position + len(word), _MULTIPLES[word], "time")
    elif word == "both":
        return read_both(place)
    elif word in SINGLE_TRIGGERS:
        return read_single_thing(place)
    elif word == "few" or word in LONG_TRIGGERS:
        return read_lone_duration(place, word)
    if (
        word in ("first", "second")
        or not (word in TRIGGERS or digits)
        or place.text[place.position].isdigit()
    ):
        if found := _ordinal(place):
            return found
    elif word in TENS and (found := _ordinal(place)):
        return found
    return (
        measures.read_share(place)
        or read_vague_count(place, previous)
        or read_lone_duration(place, word)
        or _amount(place, word, previous)
    )


def _score(place: ScanWindow) -> Match | None:
    read = read_score(place.text, place.position, place.start, place.ceiling)
    if read is None:
        return None
    value, head, end = read
    result = Quantity(float(int(value)), value, unit="score", head=head, figure=value)
    return Match(place.position, end, "number", result)


def _ordinal(place: ScanWindow) -> Match | None:
    read = read_ordinal(place.text, place.position, place.floor, place.ceiling)
    if read is None:
        return None
    value, end = read
    most = _AND_MOST.match(place.text, end, place.ceiling)
    noun = counted_noun(place.text, most.end() if most else end, place.ceiling, many=False)
    return plain_number(place.position, end, float(value), noun.noun, unit="ordinal") if noun else None


def _amount(place: ScanWindow, word: str, previous: Match | None) -> Match | None:
    """A figure in digits or words with what it measures or counts."""
    if word in ("a", "an") and not NUMBER.match(place.text, place.position, place.ceiling):
        return None
    if word == "one" and is_some_day(place):
        return None
    amount = read_amount(place.text, place.position, place.floor, place.ceiling)
    if amount is not None:
        amount = with_described_unit(place.text, amount, place.ceiling)
    if amount is None or amount.high.value > _LARGEST:
        return None
    if not _ends_cleanly(place.text, amount.end):
        return None
    if found := measures.read_age(place, amount):
        return found
    hedge = hedge_before(place.text, place.floor, amount.start)
    start = hedge.edge if hedge else amount.start
    if amount.is_range and (between := _BETWEEN.search(place.before(10, start))):
        start = max(place.floor, start - 10) + between.start()
    if amount.currency:
        return measures.read_money(place, amount, hedge, start)
    if amount.unit is not None:
        return measures.read_measure(place, amount, hedge, start)
    if found := measures.read_named_scale(place, amount):
        return found
    return measures.read_next_age(place, amount, previous) or read_count(
        place, amount, hedge, start, word, previous
    )


def _ends_cleanly(text: str, end: int) -> bool:
    """Whether the figure is not part of a code: "39A", "53rd", "4-Heavy" go on."""
    following = text[end : end + 2]
    return not following[:1].isalpha() and not (following[:1] == "-" and following[1:].isupper())
