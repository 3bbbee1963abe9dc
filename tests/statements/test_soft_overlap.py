"""Soft overlap: how much of one sentence another one says, in the same or in near words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from newsdiff.statements.pair_features import candidate_pairs
from newsdiff.statements.soft_overlap import CHUNK, SAME_STEM, SoftOverlap, neighbours_of, word_rarity
from tests.statements.made_up import EVENTS, sentences_of


def covered(sentence: str, by: str) -> float:
    """How much of a sentence another one says, in an event where most words are rare."""
    sentences = sentences_of({"a": [sentence], "b": [by], "c": ["Gardeners trimmed hedges along a lane."]})
    overlap = SoftOverlap(sentences, word_rarity(sentences))
    return float(overlap.covered(np.array([1]), np.array([0]))[0])


def test_near_words_cover_a_sentence_less_than_its_own_and_more_than_others() -> None:
    sentence = "Soldiers seized weapons near the border"
    own, near, far = (
        covered(sentence, by)
        for by in (sentence, "Troops confiscated guns at the frontier", "A band played songs until midnight")
    )
    assert own > near > far + 0.1


def test_a_short_sentence_may_be_covered_by_a_long_one_that_it_does_not_cover() -> None:
    short, long = (
        "The mill burned.",
        "The paper mill near Norvik burned all night while sirens wailed.",
    )
    assert covered(short, long) > covered(long, short)


@given(EVENTS)
@settings(max_examples=40)
def test_the_share_that_is_covered_lies_between_nothing_and_all(event: dict[str, list[str]]) -> None:
    sentences = sentences_of(event)
    pairs = candidate_pairs(sentences)
    found = SoftOverlap(sentences, word_rarity(sentences)).covered(pairs.one, pairs.other)
    assert ((found >= 0) & (found < 1)).all()


def near(words: list[str]) -> list[dict[str, float]]:
    """For each word those near to it, and how near."""
    starts, numbers, nearness = neighbours_of(words)
    found = [
        (words[number], value) for number, value in zip(numbers.tolist(), nearness.tolist(), strict=True)
    ]
    return [dict(found[start:end]) for start, end in pairwise(starts)]


def test_a_word_is_its_own_neighbour_and_its_other_forms_come_next() -> None:
    bombed = near(["bombed", "bombing", "market"])[0]
    assert bombed["bombed"] == 1
    assert SAME_STEM <= bombed["bombing"] <= 1
    assert "market" not in bombed


def test_words_that_the_table_lacks_are_near_to_themselves_only() -> None:
    assert near(["zzyzxqua", "qqvwxyzt"]) == [{"zzyzxqua": 1.0}, {"qqvwxyzt": 1.0}]


def test_words_of_one_meaning_are_near_and_words_that_seldom_meet_are_not() -> None:
    wounded = near(["wounded", "injured", "budget"])[0]
    assert 0.3 < wounded["injured"] < 1
    assert "budget" not in wounded


def test_more_words_than_are_looked_at_at_a_time_have_the_same_neighbours() -> None:
    others = [f"zz{chr(97 + number // 26)}{chr(97 + number % 26)}q" for number in range(CHUNK)]
    assert near([*others, "wounded", "injured"])[-2]["injured"] == near(["wounded", "injured"])[0]["injured"]


def test_the_rarity_of_a_word_counts_a_copied_sentence_once() -> None:
    copied = sentences_of({"a": ["The mill burned."], "b": ["The mill burned."], "c": ["The gate held."]})
    weight = word_rarity(copied)
    assert weight["mill"] == pytest.approx(weight["gate"])


def test_an_event_without_sentences_has_no_overlap() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert SoftOverlap([], {}).covered(none, none).tolist() == []
