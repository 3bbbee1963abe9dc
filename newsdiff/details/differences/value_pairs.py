"""Pairs of unequal figures, days or times in like sentences: do both answer one question?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from newsdiff.details.context import Context
from newsdiff.details.differences.versions import NO_MEASURES
from newsdiff.details.figures.bearers import same_bearer
from newsdiff.details.figures.intervals import seldom_by_chance, stated_figure
from newsdiff.details.figures.parts_and_wholes import is_explained, part_of_whole
from newsdiff.details.figures.surroundings import is_in_a_list, nearest_words_likeness, same_neighbours
from newsdiff.details.kinds_of_things import is_toll, kinship
from newsdiff.details.occurrence import MOST_IN_SENTENCE, Occurrence, quantity_of
from newsdiff.details.questions.features import KINDS
from newsdiff.details.questions.values import asked, compatible, kind_of, other_fates, value_key
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.details.times.moments import gap
from newsdiff.model import ClockTime, DateRange, Kind, Quantity
from newsdiff.statements.memberships import Floats, Numbers

MOST_RIVALS: Final = 40
"""Values of one kind in one article that are looked at for a better counterpart; it bounds the work on
lists and tables."""
GREATEST_RATIO: Final = 3.0
"""Natural logarithm of the ratio of two figures from which on they are simply far apart."""
MOST_BESIDE: Final = 6
MOST_OF_TWO: Final = 32
"""Pairs of values of two sentences that are looked at; two tables would have hundreds. Of 24,000 pairs of
sentences of news none has more than 24."""

Asking: TypeAlias = tuple[int, Kind, str]
"""Number of an article, kind and unit of its values."""


class ValueFeatures(NamedTuple):
    """Of one pair of unequal values; nothing depends on which comes first."""

    same: float
    """Log-odds that the two sentences report the same thing."""
    context: float
    """Cosine of the words around both."""
    near_words: float
    """How near in meaning the words next to both are, 0 to 1."""
    word_before: float
    """1 where the same word or name stands next before both."""
    word_after: float
    same_noun: float
    kindred_noun: float
    """1 where both count the same kind of thing in other words."""
    noun_unsaid: float
    same_fate: float
    fate_in_one: float
    other_bearer: float
    """1 for ages that are not known to be of one person."""
    ratio: float
    """Natural logarithm of the ratio of two figures, at most `GREATEST_RATIO`."""
    exact: float
    """How many of the two figures have no hedge."""
    seldom: float
    """How many of the two are seldom met by chance."""
    explained: float
    """1 where a sentence gives the other figure too, or the difference."""
    other_part: float
    """1 where one counts a part and the other a whole."""
    in_lists: float
    """How many of the two stand beside more such figures."""
    gap: float
    """Natural logarithm of the days or minutes between two moments that do not meet."""
    compatible: float
    """1 where both can be true."""
    found_there: float
    """How many of the two values the other's article gives as well."""
    better_equal: float
    """By how much the context of an equal value in the other's article is likelier, at most of both."""
    better_other: float
    """By how much the context of another value there is likelier, at least of both."""
    mutual: float
    """For how many of the two the other is the likeliest of all unequal values in its article."""
    beside: float
    """How many values of the kind both sentences hold."""
    first: float
    """Sum of the natural logarithms of the places of both sentences in their articles."""
    number: float
    money: float
    percent: float
    duration: float
    age: float
    date: float
    time: float


VALUE_NAMES: Final = ValueFeatures._fields


class ValuePairs(NamedTuple):
    """Pairs of occurrences with their features."""

    one: Sequence[Occurrence]
    other: Sequence[Occurrence]
    places: Numbers
    """Place in `JudgedPairs` of the pair of sentences in which they stand, ascending."""
    matrix: Floats


def value_pairs(context: Context, sentences: SentencePairs, places: Sequence[int]) -> ValuePairs:
    """The unequal values of one kind and unit in some judged pairs of sentences, by place there."""
    values = EventValues(context)
    judged = sentences.judged
    ids = [sentence.id for sentence in judged.sentences]
    found = [
        (place, same, *pair)
        for place, same in zip(places, sentences.odds_at(places).tolist(), strict=True)
        for pair in values.unequal(ids[judged.pairs.one[place]], ids[judged.pairs.other[place]])
    ]
    in_order = attrgetter(*VALUE_NAMES)
    rows = [in_order(values.features_of(a, b, same)) for _, same, a, b in found]
    matrix = np.array(rows, dtype=np.float64) if rows else np.zeros((0, len(VALUE_NAMES)))
    in_places = np.array([place for place, *_ in found], dtype=np.int64)
    return ValuePairs([row[2] for row in found], [row[3] for row in found], in_places, matrix)


def is_measure(occurrence: Occurrence) -> bool:
    """Whether a mention says how many, how much, how old or when; not its rank, nor how a game stood."""
    value = occurrence.mention.value
    return asked(occurrence) and not (isinstance(value, Quantity) and value.unit in NO_MEASURES)


def asking_of(occurrence: Occurrence, article: int) -> Asking:
    """What a value is held against in an article."""
    value = occurrence.mention.value
    return article, kind_of(occurrence), value.unit if isinstance(value, Quantity) else ""


class EventValues:
    """The figures, days and times of an event, and what stands around them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._in_sentence = {
            sentence: [one for one in held if is_measure(one)][:MOST_IN_SENTENCE]
            for sentence, held in context.index.in_sentence.items()
        }
        self._by_asking: dict[Asking, list[Occurrence]] = defaultdict(list)
        for occurrence in context.index.everything:
            if is_measure(occurrence):
                self._by_asking[asking_of(occurrence, occurrence.article)].append(occurrence)
        self._similarity: dict[tuple[int, int], float] = {}
        self._rivals: dict[tuple[int, int], Rivals] = {}
        self._alone: dict[int, tuple[bool, bool]] = {}

    def unequal(self, one: str, other: str) -> list[tuple[Occurrence, Occurrence]]:
        """The pairs of values of two sentences, by id, that are of one kind and unit and not equal.

        A value that the other sentence gives as well has its counterpart there, and a day or time in the same
        words is mostly the same one: then only the days of publication differ, or are wrong.
        """
        here, there = self._in_sentence.get(one, ()), self._in_sentence.get(other, ())
        if not here or not there:
            return []
        common = set(map(value_key, here)) & set(map(value_key, there))
        found = (
            (a, b)
            for a in here
            for b in there
            if asking_of(a, 0) == asking_of(b, 0)
            and type(a.mention.value) is type(b.mention.value)
            and value_key(a) not in common
            and value_key(b) not in common
            and not other_fates(a, b)
            and not are_one_day_in_words(a, b)
        )
        return list(islice(found, MOST_OF_TWO))

    def features_of(self, a: Occurrence, b: Occurrence, same: float) -> ValueFeatures:
        """The features of one pair; `same` are the log-odds that its sentences report the same."""
        context, index = self._context, self._context.index
        one, other = a.mention.value, b.mention.value
        before, after = same_neighbours(context, a, b)
        here, there = self._rivals_of(a, b.article), self._rivals_of(b, a.article)
        similar = self._similarity_of(a, b)
        figures = isinstance(one, Quantity) and isinstance(other, Quantity)
        kin = kinship(quantity_of(a), quantity_of(b)) if figures else "open"
        fates = {value.role for value in (one, other) if isinstance(value, Quantity)}
        kind = kind_of(a)
        return ValueFeatures(
            same=same,
            context=similar,
            near_words=nearest_words_likeness(context, a, b),
            word_before=float(before),
            word_after=float(after),
            same_noun=float(kin == "same"),
            kindred_noun=float(kin == "kin"),
            noun_unsaid=float(kin == "open"),
            same_fate=float(figures and is_toll(quantity_of(a), quantity_of(b))),
            fate_in_one=float(len(fates) == 2 and "" in fates),
            other_bearer=float(kind == "age" and not same_bearer(context, a, b)),
            ratio=ratio_of(quantity_of(a), quantity_of(b)) if figures else 0.0,
            exact=float(sum(isinstance(v, Quantity) and not v.hedge for v in (one, other))),
            seldom=float(sum(map(is_seldom, (a, b)))),
            explained=float(figures and is_explained(index, a, b)),
            other_part=float(figures and self._figure_alone(a)[0] != self._figure_alone(b)[0]),
            in_lists=float(figures and self._figure_alone(a)[1])
            + float(figures and self._figure_alone(b)[1]),
            gap=gap_of(a, b),
            compatible=float(compatible(a, b)),
            found_there=float(here.has_equal) + float(there.has_equal),
            better_equal=max(here.equal, there.equal) - similar,
            better_other=min(here.unequal, there.unequal) - similar,
            mutual=float(here.unequal <= similar) + float(there.unequal <= similar),
            beside=float(self._beside(a) + self._beside(b)),
            first=math.log1p(a.number) + math.log1p(b.number),
            **{name: float(kind == name) for name in KINDS},
        )

    def _figure_alone(self, one: Occurrence) -> tuple[bool, bool]:
        """Whether a figure counts a part of something, and whether it stands in a list."""
        if one.order not in self._alone:
            index = self._context.index
            self._alone[one.order] = bool(part_of_whole(index, one)), is_in_a_list(index, one)
        return self._alone[one.order]

    def _similarity_of(self, a: Occurrence, b: Occurrence) -> float:
        key = (a.order, b.order) if a.order < b.order else (b.order, a.order)
        if key not in self._similarity:
            self._similarity[key] = round(self._context.similarity(a, b), 6)
        return self._similarity[key]

    def _rivals_of(self, occurrence: Occurrence, article: int) -> Rivals:
        key = (occurrence.order, article)
        if key not in self._rivals:
            mine = value_key(occurrence)
            found: dict[bool, list[float]] = {True: [], False: []}
            for rival in self._by_asking.get(asking_of(occurrence, article), ())[:MOST_RIVALS]:
                found[value_key(rival) == mine].append(self._similarity_of(occurrence, rival))
            self._rivals[key] = Rivals(
                bool(found[True]), max(found[True], default=0.0), max(found[False], default=0.0)
            )
        return self._rivals[key]

    def _beside(self, occurrence: Occurrence) -> int:
        asking = asking_of(occurrence, 0)
        held = self._in_sentence[occurrence.sentence.id]
        return min(MOST_BESIDE, sum(asking_of(one, 0) == asking for one in held))


def are_one_day_in_words(a: Occurrence, b: Occurrence) -> bool:
    """Whether two days or times are written alike: "Tuesday" and "Tuesday"."""
    return (
        isinstance(a.mention.value, DateRange | ClockTime)
        and a.mention.text.casefold() == b.mention.text.casefold()
    )


class Rivals(NamedTuple):
    """What another article has for a value: whether it gives that value too, and how alike the contexts of
    its likest equal and its likest unequal value are."""

    has_equal: bool
    equal: float
    unequal: float


def ratio_of(a: Quantity, b: Quantity) -> float:
    """Natural logarithm of the ratio of two figures, 0 to `GREATEST_RATIO`."""
    one, other = (middle_of(quantity) for quantity in (a, b))
    if not (math.isfinite(one) and math.isfinite(other)):
        return GREATEST_RATIO
    return min(GREATEST_RATIO, round(abs(math.log((abs(one) + 0.5) / (abs(other) + 0.5))), 6))


def middle_of(quantity: Quantity) -> float:
    """The figure as it stands, else the middle of its interval."""
    figure = stated_figure(quantity)
    return figure if figure is not None else (quantity.low + quantity.high) / 2


def is_seldom(occurrence: Occurrence) -> bool:
    """Whether a figure is seldom met by chance."""
    value = occurrence.mention.value
    return isinstance(value, Quantity) and seldom_by_chance(middle_of(value), value.unit)


def gap_of(a: Occurrence, b: Occurrence) -> float:
    """Natural logarithm of the days or minutes between two moments; 0 where they meet, and for figures."""
    one, other = a.mention.value, b.mention.value
    if not isinstance(one, DateRange | ClockTime) or not isinstance(other, DateRange | ClockTime):
        return 0.0
    return math.log1p(max(0, gap(one, other)))
