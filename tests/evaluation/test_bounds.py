"""Bounds of probabilities, chosen on events that were left out of the fit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.evaluation.fitting import (
    BOUNDS,
    LEAST_ABOVE,
    bound_of_mean_f1,
    bound_of_precision,
    bound_of_share_below,
    f1,
)

PROBABILITY = np.round(np.linspace(0, 1, 1_001), 3)
HONEST = (np.random.default_rng(3).uniform(size=1_001) < PROBABILITY).astype(float)
"""Labels of which as many are right as the probabilities say."""


@pytest.mark.parametrize("precision", [0.5, 0.7, 0.9])
def test_near_the_bound_as_many_are_right_as_asked(precision: float) -> None:
    bound = bound_of_precision([PROBABILITY], [HONEST], precision)
    assert bound == pytest.approx(precision, abs=0.1)


def test_above_the_bound_as_many_are_right_as_asked() -> None:
    bound = bound_of_precision([PROBABILITY], [HONEST], 0.8, above=True)
    assert HONEST[bound <= PROBABILITY].mean() >= 0.8
    assert HONEST[bound - 0.1 <= PROBABILITY].mean() < 0.8


def test_a_higher_precision_never_lowers_the_bound() -> None:
    bounds = [bound_of_precision([PROBABILITY], [HONEST], p, above=True) for p in (0.5, 0.6, 0.7, 0.8, 0.9)]
    assert bounds == sorted(bounds)


def test_the_events_are_taken_together() -> None:
    halves = [PROBABILITY[::2], PROBABILITY[1::2]], [HONEST[::2], HONEST[1::2]]
    assert bound_of_precision(*halves, 0.7) == bound_of_precision([PROBABILITY], [HONEST], 0.7)


def test_pairs_defensible_either_way_count_as_right() -> None:
    every = np.full(2 * LEAST_ABOVE, 0.5)
    assert bound_of_precision([every], [np.full(len(every), 0.5)], 0.9) == BOUNDS[0]
    assert bound_of_precision([every], [np.zeros(len(every))], 0.9) > 0.5


def test_f1_leaves_out_what_is_defensible_either_way() -> None:
    labels = np.array([1.0, 1.0, 0.5, 0.0])
    everything = np.ones(4, dtype=bool)
    assert f1(everything, labels, 2) == pytest.approx(2 * 2 / (2 + 1 + 2))
    assert f1(~everything, labels, 2) == 0.0


def test_the_bound_of_f1_lies_where_right_and_wrong_part() -> None:
    probability = [np.array([0.9, 0.8, 0.3, 0.2]), np.array([0.7, 0.35])]
    labels = [np.array([1.0, 1.0, 0.0, 0.0]), np.array([1.0, 0.0])]
    bound = bound_of_mean_f1(probability, labels, [2, 1])
    assert 0.35 < bound <= 0.7


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0.0, 0.5, 1.0])), max_size=60))
def test_a_bound_is_always_a_probability(rows: list[tuple[float, float]]) -> None:
    probability, labels = (np.array([row[n] for row in rows]) for n in (0, 1))
    for above in (False, True):
        assert 0 < bound_of_precision([probability], [labels], 0.8, above=above) < 1
    assert 0 < bound_of_mean_f1([probability], [labels], [len(rows)]) < 1


def test_below_the_bound_hardly_any_is_linked_after_all() -> None:
    linked = HONEST.astype(bool)
    bound = bound_of_share_below(PROBABILITY, linked, 0.05)
    assert 0 < bound < 0.3
    assert linked[bound > PROBABILITY].mean() <= 0.05
    assert linked[bound + 0.1 > PROBABILITY].mean() > 0.05


def test_there_is_no_bound_where_too_many_are_linked_everywhere() -> None:
    assert bound_of_share_below(PROBABILITY, np.ones(len(PROBABILITY), dtype=bool), 0.05) == 0.0
