"""What is known of two paragraphs: their pairs of sentences taken together."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from newsdiff.alignment.paragraph_pairs import PARAGRAPH_NAMES, ParagraphPairs, paragraph_pairs
from newsdiff.fitted_model import side_by_side
from newsdiff.statements.judged_pairs import JudgedPairs, judge_pairs
from newsdiff.weights import shipped
from tests.alignment.made_up import FERRY, annotated
from tests.alignment.test_links import events


def judged(event: dict[str, list[str]]) -> JudgedPairs:
    return judge_pairs(annotated(event), shipped())


def column(pairs: ParagraphPairs, name: str) -> list[float]:
    return [float(value) for value in getattr(pairs.features, name)]


def test_paragraphs_are_a_pair_where_two_of_their_sentences_are_one() -> None:
    sentence_pairs = judged(FERRY)
    pairs = paragraph_pairs(sentence_pairs)
    of_sentences = {
        (sentence_pairs.sentences[a].paragraph, sentence_pairs.sentences[b].paragraph)
        for a, b in zip(sentence_pairs.pairs.one, sentence_pairs.pairs.other, strict=True)
    }
    assert set(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)) == of_sentences
    assert len(pairs.one) == len(of_sentences)


def test_a_pair_of_paragraphs_is_at_least_as_probable_as_its_likeliest_pair_of_sentences() -> None:
    pairs = paragraph_pairs(judged(FERRY))
    best = 1 / (1 + np.exp(-pairs.features.best))
    assert (pairs.features.any_pair >= best - 1e-4).all()
    assert (pairs.features.second_best <= best + 1e-4).all()


def test_sentences_are_counted_by_paragraph() -> None:
    event = {
        "a": ["A ferry struck a pier in Oban on Tuesday. Police said that 17 people were hurt."],
        "b": ["A ferry struck a pier in Oban on Tuesday."],
    }
    pairs = paragraph_pairs(judged(event))
    assert (column(pairs, "fewer"), column(pairs, "pairs")) == ([1.0], [2.0])


def test_two_leads_count_more_than_paragraphs_further_down() -> None:
    pairs = paragraph_pairs(judged(FERRY))
    first = pairs.features.leads[(pairs.one == 0) & (pairs.other == 4)]
    assert first.tolist() == [2.0]
    assert pairs.features.leads.max() == 2.0


@given(events)
@settings(max_examples=40, deadline=None)
def test_the_features_of_any_event_are_numbers_in_the_order_of_the_table(event: dict[str, list[str]]) -> None:
    sentence_pairs = judged(event)
    pairs = paragraph_pairs(sentence_pairs)
    matrix = side_by_side(pairs.features)
    assert matrix.shape == (len(pairs.one), len(PARAGRAPH_NAMES))
    assert np.isfinite(matrix).all()
    assert (pairs.one < pairs.other).all()


def test_the_table_of_the_package_has_the_features_of_paragraphs_in_order() -> None:
    assert [feature.name for feature in shipped().links.model.features] == list(PARAGRAPH_NAMES)
