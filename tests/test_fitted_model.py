"""The fitted model: log-odds as a dot product of scaled, bent features with a table of weights."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fitted_model import Feature, FittedModel, odds_of, rounded

LENGTH = Feature("length", 0.0, 10.0, (0.5,), (2.0, -4.0))
"""Rises by 2 up to the middle of its range and falls by 1 after it."""
NAMES = Feature("names", 1.0, 3.0, (), (1.0,))
MODEL = FittedModel(-1.0, (LENGTH, NAMES))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)


@pytest.mark.parametrize(
    ("length", "names", "log_odds"),
    [(0, 1, -1.0), (5, 1, 0.0), (10, 1, -1.0), (0, 2, -0.5), (0, 3, 0.0), (5, 3, 1.0)],
)
def test_log_odds_are_the_bias_and_what_each_feature_adds(
    length: float, names: float, log_odds: float
) -> None:
    found = MODEL.log_odds(np.array([[length, names]], dtype=float))
    assert found.tolist() == [pytest.approx(log_odds)]


def test_a_feature_counts_no_more_beyond_the_range_seen_when_fitting() -> None:
    inside, outside = MODEL.log_odds(np.array([[10.0, 1.0], [1e9, -1e9]]))
    assert inside == outside


def test_a_probability_is_the_logistic_function_of_the_log_odds_and_rounded() -> None:
    (found,) = MODEL.probability(np.array([[5.0, 3.0]]))
    assert found == round(1 / (1 + math.exp(-1)), 6)


def test_no_rows_give_no_probabilities() -> None:
    assert MODEL.probability(np.zeros((0, 2))).shape == (0,)


def test_a_matrix_of_other_features_than_the_table_has_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        MODEL.log_odds(np.zeros((1, 3)))


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5))
def test_any_numbers_give_a_probability(rows: list[tuple[float, float]]) -> None:
    found = MODEL.probability(np.array(rows, dtype=float).reshape(-1, 2))
    assert ((found >= 0) & (found <= 1)).all()


@given(st.floats(-8, 8))
def test_the_log_odds_of_a_probability_give_it_back(log_odds: float) -> None:
    probability = rounded(np.array([log_odds]))
    assert rounded(odds_of(probability)) == pytest.approx(probability, abs=1e-5)


def test_certainty_has_finite_log_odds() -> None:
    assert np.isfinite(odds_of(np.array([0.0, 1.0]))).all()
