"""Logistic regression: rows drawn by a rule give the rule back, and the same rows give the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.evaluation.fitting import PLACES, fit, with_rate_of

CHANCE = np.random.default_rng(7)
MATRIX = CHANCE.uniform(0, 10, (800, 2))
LIKELY = 1 / (1 + np.exp(-(MATRIX[:, 0] - 5)))
LABELS = (CHANCE.uniform(size=800) < LIKELY).astype(float)
"""The first feature decides, the second is noise."""


def test_a_fit_finds_what_decides() -> None:
    model = fit(("decides", "noise"), MATRIX, LABELS, penalty=1.0)
    low, middle, high = model.probability(np.array([[1.0, 5.0], [5.0, 5.0], [9.0, 5.0]]))
    assert low < 0.1 < 0.4 < middle < 0.6 < 0.9 < high
    noise = model.probability(np.array([[5.0, 0.5], [5.0, 9.5]]))
    assert abs(noise[0] - noise[1]) < 0.25


def test_the_mean_probability_is_the_share_of_labels() -> None:
    model = fit(("decides", "noise"), MATRIX, LABELS, penalty=1.0)
    assert model.probability(MATRIX).mean() == pytest.approx(LABELS.mean(), abs=0.01)


def test_the_same_rows_in_another_order_give_the_same_table() -> None:
    order = CHANCE.permutation(len(MATRIX))
    one = fit(("a", "b"), MATRIX, LABELS, penalty=2.0)
    other = fit(("a", "b"), MATRIX[order], LABELS[order], penalty=2.0)
    assert one.probability(MATRIX) == pytest.approx(other.probability(MATRIX), abs=1e-3)


def test_a_greater_penalty_draws_the_weights_together() -> None:
    free, held = (fit(("a", "b"), MATRIX, LABELS, penalty=penalty) for penalty in (0.1, 1_000.0))
    assert abs(held.features[0].weights[0]) < abs(free.features[0].weights[0])


def test_a_row_of_double_weight_counts_like_two_rows() -> None:
    weight = np.where(LABELS > 0, 2.0, 1.0)
    doubled = np.vstack([MATRIX, MATRIX[LABELS > 0]])
    labels = np.concatenate([LABELS, LABELS[LABELS > 0]])
    weighted = fit(("a", "b"), MATRIX, LABELS, penalty=1.0, weight=weight)
    assert weighted.probability(MATRIX).mean() == pytest.approx(
        fit(("a", "b"), doubled, labels, penalty=1.0).probability(MATRIX).mean(), abs=0.01
    )


def test_weights_are_rounded_as_the_table_prints_them() -> None:
    model = fit(("a", "b"), MATRIX, LABELS, penalty=1.0)
    for feature in model.features:
        assert all(weight == round(weight, PLACES) for weight in feature.weights)
        assert all(0 < knot < 1 for knot in feature.knots)


@given(st.lists(st.tuples(st.floats(-5, 5), st.sampled_from([0.0, 0.55, 1.0])), min_size=1, max_size=20))
def test_any_rows_at_all_give_a_model_of_probabilities(rows: list[tuple[float, float]]) -> None:
    matrix = np.array([[value, 1.0] for value, _ in rows])
    model = fit(("varies", "always the same"), matrix, np.array([label for _, label in rows]), penalty=1.0)
    found = model.probability(matrix)
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()


def test_the_rate_of_a_model_is_set_to_that_of_some_rows() -> None:
    often = fit(("decides", "noise"), MATRIX, np.maximum(LABELS, CHANCE.uniform(size=800) < 0.5), penalty=1.0)
    assert often.probability(MATRIX).mean() > LABELS.mean() + 0.1
    as_often = with_rate_of(often, MATRIX, LABELS)
    assert as_often.probability(MATRIX).mean() == pytest.approx(LABELS.mean(), abs=0.001)
    assert as_often.features == often.features
