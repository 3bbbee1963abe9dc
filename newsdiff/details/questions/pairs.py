"""Pairs of figures, days or times that can both be true: do they answer one question?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np

from newsdiff.details.context import Context
from newsdiff.details.occurrence import MOST_IN_SENTENCE, Occurrence
from newsdiff.details.questions.features import question_features
from newsdiff.details.questions.values import (
    asked,
    count_other_things,
    kind_of,
    may_answer_one_question,
    other_fates,
    value_key,
)
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.fitted_model import side_by_side
from newsdiff.statements.memberships import Floats

MOST_ALIKE: Final = 60
"""Occurrences of one value that are paired with each other; it bounds the work on lists and copies."""
LEAST_SAME: Final = 0.1
"""Least probability that two sentences report the same for unequal values of theirs to be paired."""


class QuestionPairs(NamedTuple):
    """Pairs of occurrences with their features."""

    one: Sequence[Occurrence]
    other: Sequence[Occurrence]
    matrix: Floats


def question_pairs(context: Context, sentences: SentencePairs) -> QuestionPairs:
    """The pairs of mentions of one kind that can both be true and are equal or stand in like sentences."""
    answers = [occurrence for occurrence in context.index.everything if asked(occurrence)]
    keys = [value_key(occurrence) for occurrence in answers]
    found = sorted({*equal_pairs(answers, keys), *compatible_pairs(answers, keys, sentences)})
    one, other = (np.array([pair[side] for pair in found], dtype=np.int64) for side in (0, 1))
    return QuestionPairs(
        [answers[number] for number, _ in found],
        [answers[number] for _, number in found],
        side_by_side(question_features(context, sentences, answers, keys, one, other)),
    )


def equal_pairs(answers: Sequence[Occurrence], keys: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The numbers of two equal values, wherever they stand; the smaller first."""
    by_value: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        by_value[key].append(number)
    for same in by_value.values():
        for a, b in combinations(same[:MOST_ALIKE], 2):
            if not other_fates(answers[a], answers[b]) and not count_other_things(answers[a], answers[b]):
                yield a, b


def compatible_pairs(
    answers: Sequence[Occurrence], keys: Sequence[Hashable], sentences: SentencePairs
) -> Iterator[tuple[int, int]]:
    """The numbers of two unequal values that can both be true, in sentences that are alike."""
    in_sentence: dict[str, list[int]] = defaultdict(list)
    distinct: dict[Hashable, int] = {}
    value_of = []
    for number, occurrence in enumerate(answers):
        if len(in_sentence[occurrence.sentence.id]) < MOST_IN_SENTENCE:
            in_sentence[occurrence.sentence.id].append(number)
        value = kind_of(occurrence), occurrence.mention.value
        value_of.append(distinct.setdefault(value, len(distinct)))
    known: dict[tuple[int, int], bool] = {}
    for one, other in sentences.alike(LEAST_SAME):
        for a in in_sentence.get(one, ()):
            for b in in_sentence.get(other, ()):
                values = value_of[a], value_of[b]
                if values not in known:
                    known[values] = keys[a] != keys[b] and may_answer_one_question(answers[a], answers[b])
                if known[values]:
                    yield (a, b) if a < b else (b, a)
