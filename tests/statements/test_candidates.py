"""Candidate pairs: which sentences are worth judging together."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.statements import candidates
from newsdiff.statements.candidates import PER_ARTICLE, among_best, best_both_ways, best_of_runs
from newsdiff.statements.pair_features import CandidatePairs, candidate_pairs
from tests.statements.made_up import EVENTS, FIRE, sentences_of


@given(EVENTS)
def test_a_pair_is_of_two_articles_and_stands_there_once_in_order(event: dict[str, list[str]]) -> None:
    sentences = sentences_of(event)
    pairs = candidate_pairs(sentences)
    found = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    assert found == sorted(set(found))
    for one, other in found:
        assert one < other
        assert sentences[one].article != sentences[other].article


def test_sentences_that_report_the_same_are_candidates() -> None:
    sentences = sentences_of(FIRE)
    text = {sentence.id: number for number, sentence in enumerate(sentences)}
    pairs = candidate_pairs(sentences)
    found = set(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    for one, other in (("herald.s1", "courier.s1"), ("herald.s2", "courier.s2"), ("courier.s1", "post.s1")):
        assert (text[one], text[other]) in found


def test_words_that_the_outlets_do_not_share_make_a_candidate_by_their_meaning() -> None:
    event = {
        "a": ["Troops confiscated weapons.", "A band played.", "Rain fell."],
        "b": ["Soldiers seized guns.", "Prices rose.", "Schools closed."],
    }
    pairs = candidate_pairs(sentences_of(event))
    assert (0, 3) in set(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))


def test_a_sentence_has_few_partners_in_one_article_unless_these_have_none_better() -> None:
    event = {
        "a": ["The mill in Norvik burned."],
        "b": [f"The mill in Norvik burned {number} times." for number in range(2, 30)],
    }
    sentences = sentences_of(event)
    pairs = candidate_pairs(sentences)
    # Each of the many has the one of `a` as its best; what bounds the work is that it has no other there.
    assert len(pairs.one) <= len(sentences) * PER_ARTICLE


def test_copies_of_a_short_report_are_all_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    event = {f"copy{number:02}": FIRE["post"] for number in range(60)}
    sentences = sentences_of(event)
    pairs = candidate_pairs(sentences)
    equal = sum(
        sentences[a].folded == sentences[b].folded for a, b in zip(pairs.one, pairs.other, strict=True)
    )
    assert equal == 2 * 60 * 59 // 2
    monkeypatch.setattr(candidates, "MOST_PAIRS", 100)
    pairs = candidate_pairs(sentences)
    counts = Counter([*pairs.one.tolist(), *pairs.other.tolist()])
    assert len(pairs.one) <= 2 * len(sentences) * candidates.PER_SENTENCE
    assert len(counts) == len(sentences)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.1, 0.2, 0.3, 0.4])), max_size=20),
    st.integers(1, 3),
)
def test_the_best_of_a_group_are_its_greatest_values_the_earlier_among_equals(
    rows: list[tuple[int, float]], most: int
) -> None:
    group = np.array([key for key, _ in rows], dtype=np.int64)
    value = np.array([number for _, number in rows])
    wanted = set()
    for key in set(group.tolist()):
        places = [place for place in range(len(rows)) if group[place] == key]
        wanted |= set(sorted(places, key=lambda place: (-value[place], place))[:most])
    assert set(np.flatnonzero(among_best(group, value, most)).tolist()) == wanted


def test_a_pair_stays_where_it_is_among_the_best_of_one_of_its_sentences() -> None:
    value = np.linspace(0.9, 0.2, 8).reshape(8, 1)
    starts = np.array([0])
    assert best_both_ways(value, starts, 1).tolist() == list(range(8))
    assert best_both_ways(value.T, starts, 1).tolist() == list(range(8))


@given(
    st.lists(st.lists(st.sampled_from([0.1, 0.2, 0.3, -np.inf]), min_size=6, max_size=6), min_size=1),
    st.sets(st.integers(1, 5)),
    st.integers(1, 3),
)
def test_the_best_of_a_run_of_columns_are_its_greatest_values_the_earlier_among_equals(
    rows: list[list[float]], inner: set[int], most: int
) -> None:
    starts = [0, *sorted(inner)]
    wanted = {
        number * 6 + place
        for number, row in enumerate(rows)
        for first, end in zip(starts, [*starts[1:], 6], strict=True)
        for place in sorted(range(first, end), key=lambda place: (-row[place], place))[:most]
        if row[place] > -np.inf
    }
    found = best_of_runs(np.array(rows), np.array(starts), most).tolist()
    assert len(found) == len(set(found))
    assert set(found) == wanted


def likeness_of(pairs: CandidatePairs) -> dict[tuple[int, int], float]:
    """The numbers of both sentences -> the first guess how alike they are."""
    return {
        (a, b): round(value, 6)
        for a, b, value in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.likeness.tolist(), strict=True)
    }


@given(EVENTS)
@settings(max_examples=30)
def test_articles_that_are_held_against_each_other_a_few_at_a_time_give_the_same_pairs_that_share_a_term(
    event: dict[str, list[str]],
) -> None:
    sentences = sentences_of(event)
    at_once = candidate_pairs(sentences)
    with pytest.MonkeyPatch.context() as bounds:
        bounds.setattr(candidates, "MOST_CELLS", 1)
        apart = candidate_pairs(sentences)
    whole, parts = likeness_of(at_once), likeness_of(apart)
    # A pair that is near in meaning alone may be among the nearest of one sentence only; in parts it then
    # counts for that sentence and not for the other.
    lost = [pair for pair in whole if pair not in parts]
    assert parts.items() <= whole.items()
    assert all(not (sentences[a].terms & sentences[b].terms) for a, b in lost)


def test_no_sentence_at_all_gives_no_pair() -> None:
    for event in ({}, {"a": []}, {"a": [], "b": []}, {"a": ["One sentence."], "b": []}):
        assert len(candidate_pairs(sentences_of(event)).one) == 0


def test_two_long_articles_have_the_candidates_that_they_would_have_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = {
        name: [f"The mill in Norvik burned {number} times, {name} said." for number in range(40)]
        for name in ("herald", "courier")
    }
    whole = candidate_pairs(sentences_of(event))
    monkeypatch.setattr(candidates, "MOST_CELLS", 200)
    parts = candidate_pairs(sentences_of(event))
    wanted = set(zip(whole.one.tolist(), whole.other.tolist(), strict=True))
    found = set(zip(parts.one.tolist(), parts.other.tolist(), strict=True))
    assert len(found) == len(parts.one)
    assert len(wanted & found) >= 0.95 * len(wanted)
    assert len(found) <= len(sentences_of(event)) * PER_ARTICLE
