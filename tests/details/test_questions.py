"""What speaks for one question behind two equal values."""

from __future__ import annotations

import numpy as np
import pytest

from newsdiff.alignment import judge_paragraphs
from newsdiff.details.questions.features import rivals_of
from newsdiff.details.sentence_pairs import NEVER_JUDGED, SentencePairs
from newsdiff.statements.judged_pairs import judge_pairs
from newsdiff.weights import shipped
from tests.alignment.made_up import FERRY, annotated


@pytest.fixture(scope="module")
def ferry() -> SentencePairs:
    judged = judge_pairs(annotated(FERRY), shipped())
    return SentencePairs(judged, judge_paragraphs(judged, shipped().links.model))


def test_how_likely_two_paragraphs_are_linked_is_known_by_their_sentences(ferry: SentencePairs) -> None:
    likely = judge_paragraphs(ferry.judged, shipped().links.model)
    first_of = {s.paragraph: s.id for s in reversed(ferry.judged.sentences)}
    ids = [first_of[number] for number in sorted(first_of)]
    one, other = likely.one, likely.other
    assert ferry.linked(ids, one, other).tolist() == likely.probability.tolist()
    assert ferry.linked(ids, other, one).tolist() == likely.probability.tolist()


def test_one_paragraph_is_linked_with_itself_and_those_never_judged_with_none(ferry: SentencePairs) -> None:
    ids = [sentence.id for sentence in ferry.judged.sentences[:2]]
    assert ferry.judged.sentences[0].article == ferry.judged.sentences[1].article
    zero, one = np.array([0]), np.array([1])
    assert ferry.linked(ids, zero, zero).tolist() == [1.0]
    assert ferry.linked(ids, zero, one).tolist() == [0.0]
    assert SentencePairs(ferry.judged).linked(ids, zero, one).tolist() == [0.0]


def test_the_likeliest_sentence_with_a_value_has_no_rival() -> None:
    one, other = np.array([0, 0, 1]), np.array([2, 3, 3])
    same = np.array([3.0, -1.0, 0.5])
    mine, theirs = rivals_of(same, one, other, np.array([0, 0, 1, 1]))
    assert mine.tolist() == [-4.0, 4.0, NEVER_JUDGED - 0.5]
    assert theirs.tolist() == [NEVER_JUDGED - 3.0, 1.5, -1.5]
