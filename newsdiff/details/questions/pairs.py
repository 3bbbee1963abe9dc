"""Pairs of figures, days or times that can both be true: do they answer one question?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from operator import attrgetter
from typing import Final

import numpy as np

from newsdiff.details.context import Context
from newsdiff.details.figures.bearers import is_age, same_bearer
from newsdiff.details.figures.intervals import (
    can_both_be_true,
    equal_figures,
    seldom_by_chance,
    stated_figure,
)
from newsdiff.details.figures.parts_and_wholes import part_of_whole
from newsdiff.details.figures.surroundings import days_in_common, names_in_common, same_neighbours
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.details.times.moments import length, meet
from newsdiff.model import ClockTime, DateRange, Kind, Quantity
from newsdiff.statements.memberships import Floats

KINDS: Final[tuple[Kind, ...]] = ("number", "money", "percent", "duration", "age", "date", "time")
MOST_ALIKE: Final = 60
"""Occurrences of one value that are paired with each other; it bounds the work on lists and copies."""
LEAST_SAME: Final = 0.1
"""Least probability that two sentences report the same for unequal values of theirs to be paired."""


@dataclass(frozen=True, slots=True)
class QuestionFeatures:
    """Of one pair of occurrences; nothing depends on which comes first."""

    same: float
    """Log-odds that the two sentences report the same thing."""
    linked: float
    """How surely the two paragraphs do."""
    context: float
    """Cosine of the words around both."""
    word_before: float
    """1 where the same word or name stands next before both."""
    word_after: float
    same_kind: float
    """1 where both count or measure the same kind of thing."""
    other_kind: float
    """1 where they count different things."""
    same_fate: float
    fate_in_one: float
    equal: float
    """1 for equal figures or days, 0 where they merely can both be true."""
    seldom: float
    """1 for a figure that is seldom met by chance."""
    only_ones: float
    """1 where neither article has that value a second time."""
    other_part: float
    """1 where one counts a part and the other a whole."""
    other_bearer: float
    """1 for ages that are not known to be of one person."""
    names: float
    """1 where both sentences name somebody in common, -1 where they name others."""
    days: float
    same_article: float
    same_paragraph: float
    span: float
    """Natural logarithm of the days or minutes that the longer moment covers."""
    number: float
    money: float
    percent: float
    duration: float
    age: float
    date: float
    time: float


QUESTION_NAMES: Final = tuple(field.name for field in fields(QuestionFeatures))
AGREEMENT: Final = {"shared": 1.0, "contrary": -1.0, "unsaid": 0.0}


@dataclass(frozen=True, eq=False)
class QuestionPairs:
    """Pairs of occurrences with their features."""

    one: Sequence[Occurrence]
    other: Sequence[Occurrence]
    matrix: Floats


def asked(occurrence: Occurrence) -> bool:
    """Whether a mention answers a question of how many, how much, how old or when."""
    return isinstance(occurrence.mention.value, Quantity | DateRange | ClockTime)


def kind_of(occurrence: Occurrence) -> Kind:
    """The kind of a mention, ages apart from other durations."""
    value = occurrence.mention.value
    return "age" if isinstance(value, Quantity) and is_age(value) else occurrence.mention.kind


def question_pairs(context: Context, sentences: SentencePairs) -> QuestionPairs:
    """The pairs of mentions of one kind that can both be true and are equal or stand in like sentences."""
    found = sorted(
        {tuple(sorted(pair, key=lambda o: o.order)) for pair in candidate_pairs(context, sentences)},
        key=lambda pair: (pair[0].order, pair[1].order),
    )
    counts: dict[tuple[int, Hashable], int] = defaultdict(int)
    for occurrence in context.index.everything:
        if asked(occurrence):
            counts[occurrence.article, value_key(occurrence)] += 1
    in_order = attrgetter(*QUESTION_NAMES)
    rows = [
        in_order(features_of(context, sentences, a, b, only_ones=only_ones(counts, a, b))) for a, b in found
    ]
    matrix = np.array(rows, dtype=np.float64) if rows else np.zeros((0, len(QUESTION_NAMES)))
    return QuestionPairs([a for a, _ in found], [b for _, b in found], matrix)


def candidate_pairs(context: Context, sentences: SentencePairs) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Equal values wherever they stand; other values that can both be true in sentences that are alike."""
    by_value: dict[Hashable, list[Occurrence]] = defaultdict(list)
    for occurrence in context.index.everything:
        if asked(occurrence):
            by_value[value_key(occurrence)].append(occurrence)
    for same in by_value.values():
        yield from (pair for pair in combinations(same[:MOST_ALIKE], 2) if not other_fates(*pair))
    answers = {sentence: list(filter(asked, held)) for sentence, held in context.index.in_sentence.items()}
    for one, other in sentences.alike(LEAST_SAME):
        for a in answers.get(one, ()):
            for b in answers.get(other, ()):
                if value_key(a) != value_key(b) and compatible(a, b):
                    yield a, b


def value_key(occurrence: Occurrence) -> Hashable:
    """The same for equal values: the figure, however hedged, in its unit; the days; the times."""
    value = occurrence.mention.value
    if isinstance(value, Quantity):
        figure = stated_figure(value)
        bare = figure if figure is not None else (value.low, value.high)
        return kind_of(occurrence), value.unit, bare, approximate(value)
    if isinstance(value, DateRange):
        return "date", value.first, value.last
    assert isinstance(value, ClockTime)
    return "time", value.first, value.last


def approximate(quantity: Quantity) -> str:
    """Where a hedge turns the figure into another value: "nearly 80" and "more than 80" are not 80.

    "At least 84", "about 84" and "84" are one value.
    """
    if quantity.told is None:
        return ""
    if quantity.low_open and quantity.low == quantity.told:
        return "more"
    if quantity.high_open and quantity.high == quantity.told:
        return "less"
    return ""


def compatible(a: Occurrence, b: Occurrence) -> bool:
    """Whether two values of one kind and unit can both be true of one thing."""
    one, other = a.mention.value, b.mention.value
    if kind_of(a) != kind_of(b):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if one.unit != other.unit or other_fates(a, b):
            return False
        return equal_figures(one, other) or can_both_be_true(one, other)
    if isinstance(one, DateRange | ClockTime) and isinstance(other, DateRange | ClockTime):
        return type(one) is type(other) and meet(one, other)
    return False


def other_fates(a: Occurrence, b: Occurrence) -> bool:
    """Whether different things happened to those counted: two killed are not the two injured."""
    fates = {value.role for value in (a.mention.value, b.mention.value) if isinstance(value, Quantity)}
    return len(fates - {""}) > 1


def only_ones(counts: dict[tuple[int, Hashable], int], a: Occurrence, b: Occurrence) -> bool:
    """Whether each article has its value once."""
    return counts[a.article, value_key(a)] == 1 and counts[b.article, value_key(b)] == 1


def features_of(
    context: Context, sentences: SentencePairs, a: Occurrence, b: Occurrence, *, only_ones: bool
) -> QuestionFeatures:
    """The features of one pair."""
    one, other = a.mention.value, b.mention.value
    kind = kind_of(a)
    kin = kinship(one, other) if isinstance(one, Quantity) and isinstance(other, Quantity) else "open"
    fates = {v.role for v in (one, other) if isinstance(v, Quantity)}
    figure = stated_figure(one) if isinstance(one, Quantity) else None
    before, after = same_neighbours(context, a, b)
    is_figure = isinstance(one, Quantity)
    covered = (
        max(length(v) for v in (one, other) if isinstance(v, DateRange | ClockTime)) if not is_figure else 1
    )
    return QuestionFeatures(
        same=sentences.log_odds(a.sentence.id, b.sentence.id),
        linked=context.index.link_score(a, b),
        context=context.similarity(a, b),
        word_before=float(before),
        word_after=float(after),
        same_kind=float(kin in ("same", "kin")),
        other_kind=float(kin == "apart"),
        same_fate=float(len(fates) == 1 and "" not in fates),
        fate_in_one=float(len(fates) == 2 and "" in fates),
        equal=float(value_key(a) == value_key(b)),
        seldom=float(isinstance(one, Quantity) and figure is not None and seldom_by_chance(figure, one.unit)),
        only_ones=float(only_ones),
        other_part=float(
            is_figure and bool(part_of_whole(context.index, a)) != bool(part_of_whole(context.index, b))
        ),
        other_bearer=float(kind == "age" and not same_bearer(context, a, b)),
        names=AGREEMENT[names_in_common(context.index, a, b)],
        days=AGREEMENT[days_in_common(context.index, a, b)] if is_figure else 0.0,
        same_article=float(a.article == b.article),
        same_paragraph=float(a.sentence.paragraph == b.sentence.paragraph),
        span=float(np.log(max(1, covered))),
        **{name: float(kind == name) for name in KINDS},
    )
