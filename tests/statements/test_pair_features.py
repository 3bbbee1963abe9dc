"""What is known of a candidate pair of sentences before anything is judged."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fitted_model import side_by_side
from newsdiff.statements.pair_features import (
    FEATURE_NAMES,
    Beside,
    CandidatePairs,
    candidate_pairs,
    ranks_above,
    rival_of,
    sentence_vectors,
)
from newsdiff.statements.soft_overlap import word_rarity
from tests.statements.made_up import EVENTS, FIRE, sentences_of

PAIRS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from([0.1, 0.5, 0.5, 0.9])), max_size=12
)


def features_of(event: dict[str, list[str]]) -> dict[frozenset[str], dict[str, float]]:
    """The features of each pair, by the ids of its sentences."""
    sentences = sentences_of(event)
    pairs = candidate_pairs(sentences)
    return {
        frozenset((sentences[a].id, sentences[b].id)): dict(zip(FEATURE_NAMES, row, strict=True))
        for a, b, row in zip(pairs.one, pairs.other, side_by_side(pairs.features).tolist(), strict=True)
    }


def pair(one: str, other: str) -> dict[str, float]:
    """The features of two sentences of an event that has others too."""
    event = {"a": [one, "Gardeners trimmed hedges along a lane."], "b": [other, "A band played at noon."]}
    return features_of(event)[frozenset(("a.s1", "b.s1"))]


@given(EVENTS)
def test_the_features_of_any_event_are_finite_numbers(event: dict[str, list[str]]) -> None:
    pairs = candidate_pairs(sentences_of(event))
    matrix = side_by_side(pairs.features)
    assert matrix.shape == (len(pairs.one), len(FEATURE_NAMES))
    assert np.isfinite(matrix).all()


def test_the_features_of_two_sentences_do_not_depend_on_the_order_of_the_articles() -> None:
    answers = [features_of({name: FIRE[name] for name in order}) for order in permutations(FIRE)]
    for answer in answers[1:]:
        assert answer.keys() == answers[0].keys()
        for key, values in answer.items():
            assert values == pytest.approx(answers[0][key], abs=1e-9)


def test_figures_in_common_meet_however_they_are_written() -> None:
    found = pair("Six workers died and $5bn was lost.", "Officials said 6 died and 5 billion dollars went.")
    assert found["figures"] == 2
    assert found["other_figures"] == 0


def test_figures_of_two_sentences_that_have_none_in_common_are_others() -> None:
    found = pair("Six workers died in the mill.", "Nine workers died in the mill.")
    assert (found["figures"], found["other_figures"]) == (0, 1)


def test_persons_who_are_not_the_same_are_strangers() -> None:
    assert pair("The mill hired Anna Berg in May.", "The mill hired Paul Brandt in May.")["strangers"] == 1
    assert pair("The mill hired Anna Berg in May.", "The mill hired Berg in May.")["strangers"] == 0
    assert pair("The mill hired Anna Berg in May.", "The mill hired a machinist in May.")["strangers"] == 0


def test_one_quotation_in_two_articles_is_in_common_and_one_alone_is_noted() -> None:
    found = pair(
        "“Nobody told us to leave the building,” said Anna Berg.",
        "Anna Berg said: “Nobody told us to leave the building at once.”",
    )
    assert found["quotation"] >= 0.6
    assert found["quoted_in_one"] == 0
    assert pair("“Nobody told us to leave,” said Berg.", "Berg said nobody told them.")["quoted_in_one"] == 1


def test_leads_count_most() -> None:
    found = features_of(FIRE)
    assert found[frozenset(("herald.s1", "courier.s1"))]["leads"] == 2
    assert max(values["leads"] for values in found.values()) == 2


def test_a_pair_that_has_no_rival_stands_out_by_its_own_likeness() -> None:
    found = pair("Six workers died in a mill near Norvik.", "Six workers died in a mill near Norvik.")
    assert found["margin"] > 0
    assert found["above"] == 0


@given(PAIRS)
def test_the_rival_of_a_pair_is_the_best_other_pair_of_its_sentence_with_the_same_article(
    rows: list[tuple[int, int, float]],
) -> None:
    sentence, article = (np.array([row[n] for row in rows], dtype=np.int64) for n in (0, 1))
    value = np.array([row[2] for row in rows])
    wanted = [
        max((v for n, (s, a, v) in enumerate(rows) if n != place and (s, a) == row[:2]), default=0.0)
        for place, row in enumerate(rows)
    ]
    assert rival_of(sentence, article, value).tolist() == wanted


@given(PAIRS)
def test_the_rank_of_a_pair_counts_the_pairs_that_are_more_alike_and_not_those_equally_so(
    rows: list[tuple[int, int, float]],
) -> None:
    group, value = np.array([row[0] for row in rows], dtype=np.int64), np.array([row[2] for row in rows])
    wanted = [math.log1p(sum(other[0] == row[0] and other[2] > row[2] for other in rows)) for row in rows]
    assert ranks_above(group, value).tolist() == pytest.approx(wanted)


def test_what_stands_beside_a_pair_is_found_inside_the_two_articles_only() -> None:
    article = np.array([0, 0, 1, 1])
    beside = Beside(np.array([0, 0, 1]), np.array([2, 3, 3]), np.array([0.3, 0.5, 0.7]), article)
    assert beside.at(1, 1).tolist() == [0.7, 0.0, 0.0]
    assert beside.at(0, 1).tolist() == [0.5, 0.0, 0.0]
    assert beside.at(-1, -1).tolist() == [0.0, 0.0, 0.3]


def test_sentence_vectors_have_length_one_and_those_of_words_that_nobody_knows_have_none() -> None:
    sentences = sentences_of({**FIRE, "weekly": ["Zzyzxqua qqvwxyzt."]})
    vectors = sentence_vectors(sentences, word_rarity(sentences))
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.allclose(lengths, 1)
    assert vectors.shape[0] == len(sentences)


def test_what_every_sentence_of_an_event_is_about_makes_no_two_of_them_alike() -> None:
    about = [f"The mill fire in Norvik: {word}." for word in ("council", "football", "sprinklers", "weather")]
    pairs = candidate_pairs(sentences_of({"a": about[:2], "b": about[2:]}))
    assert pairs.features.cosine.mean() < 0.5


def test_two_sentences_that_are_a_whole_event_are_as_alike_as_their_words() -> None:
    pairs = candidate_pairs(sentences_of({"a": ["The mill burned."], "b": ["The mill burned."]}))
    assert pairs.features.cosine.tolist() == [pytest.approx(1.0)]


def test_an_event_without_a_sentence_has_no_features() -> None:
    pairs: CandidatePairs = candidate_pairs(sentences_of({"a": [], "b": ["…"]}))
    assert side_by_side(pairs.features).shape == (0, len(FEATURE_NAMES))
