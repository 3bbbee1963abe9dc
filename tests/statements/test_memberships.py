"""Which sentence holds which item, and what two sentences have in common."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.statements import memberships
from newsdiff.statements.memberships import Memberships

HELD = st.lists(st.frozensets(st.sampled_from("abcdefg")), min_size=1, max_size=6)
WEIGHT = {letter: 1.0 + number for number, letter in enumerate("abcdefg")}


@given(HELD)
def test_two_sentences_have_in_common_what_both_hold(held: list[frozenset[str]]) -> None:
    one, other = np.triu_indices(len(held), 1)
    found = Memberships.of(held, WEIGHT).shared(one, other)
    wanted = [sum(WEIGHT[item] for item in held[a] & held[b]) for a, b in zip(one, other, strict=True)]
    assert found.tolist() == wanted


@given(HELD)
def test_the_size_of_a_sentence_counts_its_items_whoever_else_holds_them(held: list[frozenset[str]]) -> None:
    assert Memberships.of(held, WEIGHT).size.tolist() == [sum(WEIGHT[i] for i in items) for items in held]
    assert Memberships.of(held).size.tolist() == [len(items) for items in held]


@given(HELD, st.integers(2, 6), st.integers(1, 9), st.data())
def test_two_stretches_of_sentences_are_held_against_each_other_as_a_table(
    held: list[frozenset[str]], most: int, at_a_time: int, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(held)))
    mine, theirs = slice(cut, len(held)), slice(0, cut)
    with pytest.MonkeyPatch.context() as bounds:
        bounds.setattr(memberships, "MOST_LOOKED_UP", at_a_time)
        shared, met = Memberships.of(held, WEIGHT).shared_between(mine, theirs, most)
    rare = {letter for letter in "abcdefg" if sum(letter in items for items in held) <= most}
    assert shared.tolist() == [
        [sum(WEIGHT[item] for item in items & other) for other in held[theirs]] for items in held[mine]
    ]
    assert met.tolist() == [[bool(items & other & rare) for other in held[theirs]] for items in held[mine]]


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=8), max_size=6), st.integers(2, 3))
def test_a_run_of_words_is_an_item_that_a_sentence_holds_once(
    sentences: list[list[str]], length: int
) -> None:
    held = [
        {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
        for words in sentences
    ]
    found = Memberships.of_runs(sentences, length)
    one, other = np.triu_indices(len(held), 1)
    assert found.size.tolist() == [len(runs) for runs in held]
    assert found.shared(one, other).tolist() == [
        len(held[a] & held[b]) for a, b in zip(one, other, strict=True)
    ]


def test_an_item_that_a_sentence_holds_twice_counts_once() -> None:
    held = Memberships.of([["a", "a", "b"], ["a", "a"]])
    assert held.shared(np.array([0]), np.array([1])).tolist() == [1.0]


def test_an_event_without_sentences_has_nothing_in_common() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert Memberships.of([]).shared(none, none).tolist() == []
    assert Memberships.of_runs([], 3).shared(none, none).tolist() == []
