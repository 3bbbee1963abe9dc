"""Which sentence holds which item, and what two sentences have in common."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.statements.memberships import Memberships

HELD = st.lists(st.frozensets(st.sampled_from("abcdefg")), min_size=1, max_size=6)
WEIGHT = {letter: 1.0 + number for number, letter in enumerate("abcdefg")}


@given(HELD)
def test_two_sentences_have_in_common_what_both_hold(held: list[frozenset[str]]) -> None:
    one, other = np.triu_indices(len(held), 1)
    found = Memberships(held, WEIGHT).shared(one, other)
    wanted = [sum(WEIGHT[item] for item in held[a] & held[b]) for a, b in zip(one, other, strict=True)]
    assert found.tolist() == wanted


@given(HELD)
def test_the_size_of_a_sentence_counts_its_items_whoever_else_holds_them(held: list[frozenset[str]]) -> None:
    assert Memberships(held, WEIGHT).size.tolist() == [sum(WEIGHT[i] for i in items) for items in held]
    assert Memberships(held).size.tolist() == [len(items) for items in held]


@given(HELD, st.integers(2, 6))
def test_holders_are_the_sentences_of_an_item_that_some_but_not_too_many_hold(
    held: list[frozenset[str]], most: int
) -> None:
    found = sorted(group.tolist() for group in Memberships(held).holders(most))
    by_item = [[n for n, items in enumerate(held) if letter in items] for letter in "abcdefg"]
    assert found == sorted(group for group in by_item if 1 < len(group) <= most)


def test_an_item_that_a_sentence_holds_twice_counts_once() -> None:
    held = Memberships([["a", "a", "b"], ["a", "a"]])
    assert held.shared(np.array([0]), np.array([1])).tolist() == [1.0]


def test_an_event_without_sentences_has_nothing_in_common() -> None:
    nobody = Memberships([])
    none = np.zeros(0, dtype=np.int64)
    assert nobody.shared(none, none).tolist() == []
    assert nobody.holders(60) == []
