"""Which pairs of versions differ, and how probable that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from newsdiff.details.claim_words import ORDER, negates
from newsdiff.details.context import Context
from newsdiff.details.differences.features import difference_matrix
from newsdiff.details.differences.own_names import OwnNames
from newsdiff.details.differences.value_pairs import VALUE_NAMES, ValuePairs, value_pairs
from newsdiff.details.differences.versions import Versions
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.questions.values import compatible
from newsdiff.details.sentence_pairs import NEVER_JUDGED, SentencePairs
from newsdiff.details.times.comparable import PublicationDays, are_comparable
from newsdiff.fitted_model import odds_of
from newsdiff.model import Mention, Quantity, Statement
from newsdiff.quick_dataclass import dataclass
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.weights import Weights

LEAST_SAME: Final = 0.1
"""Probability of reporting the same from which two sentences are versions that can differ. Of the marked
conflicts three in four stand in such pairs; below, one pair in a hundred holds one."""
MOST_PAIRS: Final = 1_500
"""Pairs of an event that are held against each other, the likeliest; it bounds the work on large events."""
SAME_BUT_FOR_VALUES: Final = 0.9
"""Set by hand: probability that two sentences differ that are the same but for one figure, day or time, and
that these answer one question. Careful readers mark such pairs without fail, but outlets that write in their
own words seldom make them, so no weights can be fitted on them."""
LEAST_WORDS: Final = 3
"""Words with a meaning that both have besides the value: with fewer, they need not speak of one thing."""


class ValuesApart(NamedTuple):
    """Two unequal values in two sentences, and how probable it is that they answer one question."""

    one: Occurrence
    other: Occurrence
    probability: float


@dataclass(frozen=True, eq=False)
class JudgedDifferences:
    """Places of the pairs in `JudgedPairs`, ascending, with the probability that their versions differ."""

    places: Numbers
    probability: Floats
    values: Mapping[int, Sequence[ValuesApart]] = field(default_factory=dict)
    """Place -> the unequal values of its sentences, the likeliest answers to one question first."""

    def of_pairs(self, judged: JudgedPairs) -> Floats:
        """One probability for every judged pair, 0 where its versions were not held against each other."""
        every = np.zeros(len(judged.probability))
        every[self.places] = self.probability
        return every


def judge_differences(context: Context, sentences: SentencePairs, weights: Weights) -> JudgedDifferences:
    """Every pair of sentences that may be versions of one statement, judged."""
    judged = sentences.judged
    versions = Versions(judged.sentences)
    places = compared_places(judged)
    numbers = [int(place) for place in places]
    pairs = value_pairs(context, sentences, numbers)
    likely = weights.values.model.probability(pairs.matrix)
    odds = odds_by_place(pairs, likely, places)
    matrix = difference_matrix(judged, versions, OwnNames(context), odds, numbers)
    probability = weights.differences.model.probability(matrix)
    plain = plain_differences(context, judged, pairs)
    likely[plain] = np.maximum(likely[plain], SAME_BUT_FOR_VALUES)
    differing = np.searchsorted(places, pairs.places[plain])
    probability[differing] = np.maximum(probability[differing], SAME_BUT_FOR_VALUES)
    return JudgedDifferences(places, probability, likeliest_values(pairs, likely, both_give_both(pairs)))


def plain_differences(context: Context, judged: JudgedPairs, pairs: ValuePairs) -> Numbers:
    """Rows of the pairs of values of which the sentences are the same but for these.

    Where an article gives the other's value as well, both may have the other's sentence, too.
    """
    elsewhere = pairs.matrix[:, VALUE_NAMES.index("found_there")]
    sentences, one, other = judged.sentences, judged.pairs.one, judged.pairs.other
    days = PublicationDays(context.index)
    found = [
        row
        for row, (place, a, b) in enumerate(zip(pairs.places.tolist(), pairs.one, pairs.other, strict=True))
        if not elsewhere[row]
        and exclude_each_other(context, days, a, b)
        and are_same_but_for(sentences[one[place]], a.mention, sentences[other[place]], b.mention)
    ]
    return np.array(found, dtype=np.int64)


def exclude_each_other(context: Context, days: PublicationDays, a: Occurrence, b: Occurrence) -> bool:
    """Whether two unequal values cannot both be true, and are no two names of one day in other weeks."""
    if compatible(a, b):
        return False
    return isinstance(a.mention.value, Quantity) or are_comparable(context, days, a, b)


def are_same_but_for(one: SentenceText, mine: Mention, other: SentenceText, theirs: Mention) -> bool:
    """Whether two sentences have the same words but for one mention each.

    Stop words are free but for those that deny or set an order ("the first", "the second").
    """
    here, there = words_besides(one, mine), words_besides(other, theirs)
    return here == there and len(here) >= LEAST_WORDS


def words_besides(sentence: SentenceText, mention: Mention) -> frozenset[str]:
    """The words of a sentence that carry its sense, without those of a mention."""
    return frozenset(
        token.stem or word
        for token, word in zip(sentence.tokens, sentence.folded, strict=True)
        if not mention.start <= token.start < mention.end and (token.stem or word in ORDER or negates(word))
    )


def compared_places(judged: JudgedPairs) -> Numbers:
    """Places of the pairs whose sentences are alike enough to be versions of one statement, ascending.

    Two copies of one sentence are no versions: nothing in them differs.
    """
    found = np.flatnonzero(judged.probability >= LEAST_SAME)
    words = [sentence.folded for sentence in judged.sentences]
    one, other = judged.pairs.one, judged.pairs.other
    found = np.array([place for place in found if words[one[place]] != words[other[place]]], dtype=np.int64)
    if len(found) > MOST_PAIRS:
        order = np.lexsort((found, -judged.probability[found]))
        found = np.sort(found[order[:MOST_PAIRS]])
    return found


def both_give_both(pairs: ValuePairs) -> list[bool]:
    """For each pair of values whether either article gives both of them: then they are of two things."""
    return [bool(found > 1) for found in pairs.matrix[:, VALUE_NAMES.index("found_there")]]


def likeliest_values(
    pairs: ValuePairs, likely: Floats, left_out: Sequence[bool]
) -> dict[int, list[ValuesApart]]:
    """Place -> the pairs of values in its sentences, the likeliest first."""
    found: dict[int, list[ValuesApart]] = {}
    rows = zip(pairs.places.tolist(), pairs.one, pairs.other, likely.tolist(), left_out, strict=True)
    for place, a, b, probability, out in rows:
        if not out:
            found.setdefault(place, []).append(ValuesApart(a, b, probability))
    for held in found.values():
        held.sort(key=lambda pair: (-pair.probability, pair.one.order, pair.other.order))
    return found


def odds_by_place(pairs: ValuePairs, likely: Floats, places: Numbers) -> Floats:
    """For each of `places` the log-odds of its likeliest pair of values; `NEVER_JUDGED` where it has none."""
    odds = np.full(len(places), NEVER_JUDGED)
    if len(likely):
        np.maximum.at(odds, np.searchsorted(places, pairs.places), odds_of(likely))
    return np.round(odds, 6)


@dataclass(frozen=True, eq=False)
class JudgedEvent:
    """The articles in English of an event: mentions, judged pairs of sentences, statements."""

    context: Context
    pairs: SentencePairs
    differences: JudgedDifferences
    statements: Sequence[Statement]
    least_sure: float
    """Score from which a statement says who reports the matter; others are only worth a look."""

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """Sentence id -> the stems of its words."""
        return {
            sentence.id: frozenset(token.stem for token in sentence.tokens if token.stem)
            for sentence in self.pairs.judged.sentences
        }

    @cached_property
    def statements_of(self) -> Mapping[str, Sequence[Statement]]:
        """Sentence id -> the sure statements that it is a version of, most worth a look first."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            if one.score < self.least_sure:
                continue
            for version in one.sentences:
                found[version.sentence].append(one)
        return found
