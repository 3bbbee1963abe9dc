"""Features that say whether two figures, days or times answer one question."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsdiff.details.context import Context, ContextVector
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.bearers import same_bearer
from newsdiff.details.figures.intervals import seldom_by_chance, stated_figure
from newsdiff.details.figures.parts_and_wholes import part_of_whole
from newsdiff.details.kinds_of_things import Kinship, kinship
from newsdiff.details.names.spellings import spelling
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.values import kind_of
from newsdiff.details.sentence_pairs import NEVER_JUDGED, SentencePairs
from newsdiff.details.times.comparable import is_day_of_statement
from newsdiff.details.times.moments import length
from newsdiff.model import ClockTime, DateRange, Kind, Quantity
from newsdiff.statements.memberships import Floats, Numbers, stretches
from newsdiff.statements.pair_features import rival_of

KINDS: Final[tuple[Kind, ...]] = ("number", "money", "percent", "duration", "age", "date", "time")
Held = TypeVar("Held", Sequence[DateRange], frozenset[str])
AT_A_TIME: Final = 64
"""Occurrences whose surroundings are held against those of others together."""


class QuestionFeatures(NamedTuple):
    """Every array has one number per pair of occurrences, whichever of the two comes first."""

    same: Floats
    """Log-odds that the two sentences report the same thing."""
    linked: Floats
    """Probability that the two paragraphs do."""
    rival: Floats
    """By how much another sentence of either article with such a value is likelier to, in log-odds: the
    greater of both, negative where this pair is the likeliest."""
    both_rivals: Floats
    """The lesser of both."""
    context: Floats
    """Cosine of the words around both."""
    word_before: Floats
    """1 where the same word or name stands next before both."""
    word_after: Floats
    same_kind: Floats
    """1 where both count or measure the same kind of thing."""
    other_kind: Floats
    """1 where they count different things."""
    same_fate: Floats
    fate_in_one: Floats
    equal: Floats
    """1 for equal figures or days, 0 where they merely can both be true."""
    seldom: Floats
    """1 for a figure that is seldom met by chance."""
    only_ones: Floats
    """1 where neither article has that value a second time."""
    other_part: Floats
    """1 where one counts a part and the other a whole."""
    other_bearer: Floats
    """1 for ages that are not known to be of one person."""
    names: Floats
    """1 where both sentences name somebody in common, -1 where they name others."""
    days: Floats
    same_article: Floats
    same_paragraph: Floats
    repeated: Floats
    """Natural logarithm of how often the articles give the two values, each its own: the day of the main
    happening stands in many sentences."""
    nearest: Floats
    """Share of the words next to both that they have in common, of the fewer."""
    nearest_common: Floats
    """How many these are."""
    first: Floats
    """Sum of the natural logarithms of the places of both sentences in their articles: first comes the main
    happening."""
    days_of_statement: Floats
    """How many of two days are those on which somebody said something: everybody does on every day."""
    away: Floats
    """Natural logarithm of the days between a day and the publication, of the nearer; 0 for figures."""
    span: Floats
    """Natural logarithm of the days or minutes that the longer moment covers."""
    number: Floats
    money: Floats
    percent: Floats
    duration: Floats
    age: Floats
    date: Floats
    time: Floats


QUESTION_NAMES: Final = QuestionFeatures._fields


def question_features(
    context: Context,
    sentences: SentencePairs,
    answers: Sequence[Occurrence],
    keys: Sequence[Hashable],
    one: Numbers,
    other: Numbers,
) -> QuestionFeatures:
    """The features of pairs of answers: `one[k]` and `other[k]` are their numbers, ascending.

    `keys` are equal for equal values.
    """
    index = context.index
    values = [answer.mention.value for answer in answers]
    figures = [value if isinstance(value, Quantity) else None for value in values]
    kinds = [kind_of(answer) for answer in answers]
    fates = [figure.role if figure else "" for figure in figures]
    is_figure, has_fate = flags(figures), flags(fates)
    counts = Counter(zip([answer.article for answer in answers], keys, strict=True))
    times = as_numbers(counts[answer.article, key] for answer, key in zip(answers, keys, strict=True))
    seldom = flags(figure is not None and is_seldom(figure) for figure in figures)
    part = flags(
        figure is not None and part_of_whole(index, answer)
        for figure, answer in zip(figures, answers, strict=True)
    )
    pairs = list(zip(one.tolist(), other.tolist(), strict=True))
    kin = kinships(figures, pairs)
    names, days = [words_of_names(index, a) for a in answers], [index.dates_near(a) for a in answers]
    names_agree = [agreement(names[a], names[b], share_a_word) for a, b in pairs]
    days_agree = [agreement(days[a], days[b], share_a_day) for a, b in pairs]

    nearest = [context.nearest(answer) for answer in answers]

    def equal(held: Iterable[Hashable]) -> NDArray[np.bool_]:
        codes = numbered(held)
        alike: NDArray[np.bool_] = codes[one] == codes[other]
        return alike

    def same_word(words: Sequence[str]) -> Floats:
        return as_numbers(equal(words) & flags(words)[one])

    return QuestionFeatures(
        **features_of_sentences(sentences, answers, one, other),
        context=cosines([context.vector(answer) for answer in answers], one, other),
        word_before=same_word([context.before(answer) for answer in answers]),
        word_after=same_word([context.after(answer) for answer in answers]),
        same_kind=as_numbers(found in ("same", "kin") for found in kin),
        other_kind=as_numbers(found == "apart" for found in kin),
        same_fate=same_word(fates),
        fate_in_one=as_numbers(has_fate[one] != has_fate[other]),
        equal=as_numbers(equal(keys)),
        seldom=as_numbers(seldom[one]),
        only_ones=as_numbers((times[one] == 1) & (times[other] == 1)),
        other_part=as_numbers(part[one] != part[other]),
        other_bearer=as_numbers(
            kinds[a] == "age" and not same_bearer(context, answers[a], answers[b]) for a, b in pairs
        ),
        names=as_numbers(names_agree),
        days=np.where(is_figure[one], as_numbers(days_agree), 0.0),
        same_article=as_numbers(equal(answer.article for answer in answers)),
        same_paragraph=as_numbers(equal(answer.sentence.paragraph for answer in answers)),
        repeated=np.log(times[one] + times[other]),
        nearest=as_numbers(share_in_common(nearest[a], nearest[b]) for a, b in pairs),
        nearest_common=as_numbers(len(nearest[a] & nearest[b]) for a, b in pairs),
        **features_of_moments(index, answers, one, other),
        **{name: as_numbers(flags(kind == name for kind in kinds)[one]) for name in KINDS},
    )


def features_of_sentences(
    sentences: SentencePairs, answers: Sequence[Occurrence], one: Numbers, other: Numbers
) -> dict[str, Floats]:
    """What is known of the sentences and paragraphs in which the answers stand."""
    ids = [answer.sentence.id for answer in answers]
    same = sentences.log_odds(ids, one, other)
    rivals = rivals_of(same, one, other, np.array([answer.article for answer in answers], dtype=np.int64))
    place = np.log1p([answer.number for answer in answers])
    return {
        "same": same,
        "linked": sentences.linked(ids, one, other),
        "rival": np.maximum(*rivals),
        "both_rivals": np.minimum(*rivals),
        "first": place[one] + place[other],
    }


def features_of_moments(
    index: EventIndex, answers: Sequence[Occurrence], one: Numbers, other: Numbers
) -> dict[str, Floats]:
    """How far away the days are, how long they last, and whether somebody merely spoke then."""
    published = [item.article.published for item in index.annotated]
    values = [answer.mention.value for answer in answers]
    said = as_numbers(
        isinstance(value, DateRange) and is_day_of_statement(index, answer)
        for value, answer in zip(values, answers, strict=True)
    )
    away = as_numbers(
        days_away(value, published[answer.article]) for value, answer in zip(values, answers, strict=True)
    )
    covered = as_numbers(length_of(value) for value in values)
    return {
        "days_of_statement": said[one] + said[other],
        "away": np.minimum(away[one], away[other]),
        "span": np.log(np.maximum(1.0, np.maximum(covered[one], covered[other]))),
    }


def rivals_of(same: Floats, one: Numbers, other: Numbers, article: Numbers) -> tuple[Floats, Floats]:
    """For each side of the pairs by how many log-odds the best other pair of its answer with the other's
    article is likelier to stand in sentences that report the same."""
    odds = same - NEVER_JUDGED
    return rival_of(one, article[other], odds) - odds, rival_of(other, article[one], odds) - odds


def share_in_common(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Share of the fewer words that are among the others; 0 where one side has none."""
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def days_away(value: object, published: date | None) -> float:
    """Natural logarithm of one more than the days between the nearer end of a moment and the publication; 0
    for figures and where no day of publication is known."""
    if not isinstance(value, DateRange) or published is None:
        return 0.0
    return math.log1p(min(abs((value.first - published).days), abs((value.last - published).days)))


def flags(held: Iterable[object]) -> NDArray[np.bool_]:
    """Whether each is anything."""
    return np.array([bool(one) for one in held], dtype=bool)


def as_numbers(found: Iterable[float]) -> Floats:
    """One number per pair; 1 where it is true."""
    return np.array(found if isinstance(found, np.ndarray) else list(found), dtype=np.float64)


def numbered(held: Iterable[Hashable]) -> Numbers:
    """Equal things get the same number."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(one, len(known)) for one in held], dtype=np.int64)


def is_seldom(quantity: Quantity) -> bool:
    """Whether a figure is seldom met by chance."""
    figure = stated_figure(quantity)
    return figure is not None and seldom_by_chance(figure, quantity.unit)


def length_of(value: object) -> int:
    """How many days or minutes a moment covers; 1 for a figure."""
    return length(value) if isinstance(value, DateRange | ClockTime) else 1


def kinships(figures: Sequence[Quantity | None], pairs: Iterable[tuple[int, int]]) -> list[Kinship]:
    """How the things counted by the figures of each pair are related; days and times leave it open."""
    counted = numbered((figure.unit, figure.role, figure.head) if figure else None for figure in figures)
    numbers = counted.tolist()
    known: dict[tuple[int, int], Kinship] = {}
    result: list[Kinship] = []
    for a, b in pairs:
        pair = numbers[a], numbers[b]
        if pair not in known:
            mine, theirs = figures[a], figures[b]
            known[pair] = kinship(mine, theirs) if mine and theirs else "open"
        result.append(known[pair])
    return result


def agreement(mine: Held, theirs: Held, agree: Callable[[Held, Held], bool]) -> float:
    """1 where both sentences have one thing in common, -1 where each has others, 0 where one has none."""
    if not mine or not theirs:
        return 0.0
    return 1.0 if agree(mine, theirs) else -1.0


def share_a_word(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a word of a name stands in both (Citigroup's charge is not Goldman's)."""
    return not mine.isdisjoint(theirs)


def share_a_day(mine: Sequence[DateRange], theirs: Sequence[DateRange]) -> bool:
    """Whether a day of one sentence can be a day of the other."""
    return any(day.meets(other) for day in mine for other in theirs)


def words_of_names(index: EventIndex, occurrence: Occurrence) -> frozenset[str]:
    """The words of the names in the sentence; empty only where it has none."""
    names = index.names_near(occurrence)
    words = {word for name in names for word in spelling(name.full)}
    return frozenset(words or (f"@{occurrence.order}" for _ in names))


def cosines(vectors: Sequence[ContextVector], one: Numbers, other: Numbers) -> Floats:
    """How alike what stands around two occurrences is, 0 to 1; `one` ascends."""
    stems: dict[str, int] = {}
    held = [stems.setdefault(stem, len(stems)) for vector in vectors for stem in vector.weights]
    stem = np.array(held, dtype=np.int64)
    weight = np.array([value for vector in vectors for value in vector.weights.values()], dtype=np.float64)
    sizes = np.array([len(vector.weights) for vector in vectors], dtype=np.int64)
    first = np.cumsum(sizes) - sizes
    product = np.zeros(len(one))
    for start in range(0, len(vectors), AT_A_TIME):
        pairs = slice(*np.searchsorted(one, (start, start + AT_A_TIME)).tolist())
        some = np.arange(start, min(start + AT_A_TIME, len(vectors)))
        table = np.zeros((len(some), len(stems)))
        mine = stretches(first[some], sizes[some])
        table[np.repeat(some - start, sizes[some]), stem[mine]] = weight[mine]
        theirs = other[pairs]
        at = stretches(first[theirs], sizes[theirs])
        pair = np.repeat(np.arange(len(theirs)), sizes[theirs])
        common = table[one[pairs][pair] - start, stem[at]] * weight[at]
        product[pairs] = np.bincount(pair, weights=common, minlength=len(theirs))
    lengths = np.array([vector.length for vector in vectors], dtype=np.float64)
    whole = lengths[one] * lengths[other]
    return np.divide(product, whole, out=np.zeros(len(one)), where=whole > 0)
