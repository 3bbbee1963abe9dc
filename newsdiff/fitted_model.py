"""The one kind of model that newsdiff fits: logistic, additive, piecewise linear in every feature.

A feature is clipped to the range seen when fitting, scaled to 0..1 and bent at three knots, so a feature may
count more in one part of its range than in another. The log-odds are a dot product of these numbers with the
weights of a table; see `newsdiff.evaluation.fitting` for how a table is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

PLACES: Final = 6
"""Decimal places that probabilities are rounded to before anything is decided: sums may differ in the last
bits on another processor."""


def side_by_side(columns: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Features as a matrix: shape (pairs, features), each column in one piece, as a model reads it."""
    return np.array(columns, dtype=np.float64).T


class Feature(NamedTuple):
    """One row of a table: a feature's range, its knots within that range (0..1) and its weights."""

    name: str
    low: float
    high: float
    knots: tuple[float, ...]
    weights: tuple[float, ...]
    """The first for the scaled feature, then one a knot for what lies above it."""


class FittedModel(NamedTuple):
    """A table of weights."""

    bias: float
    features: tuple[Feature, ...]

    def log_odds(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of each row; `matrix` has shape (rows, features), in the order of the table."""
        total = np.full(len(matrix), self.bias)
        for column, feature in zip(matrix.T, self.features, strict=True):
            scaled = scale(column, feature.low, feature.high)
            total += feature.weights[0] * scaled
            for knot, weight in zip(feature.knots, feature.weights[1:], strict=True):
                if weight:
                    total += weight * np.maximum(0.0, scaled - knot)
        return total

    def probability(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probability of each row, 0 to 1, rounded to `PLACES`."""
        return rounded(self.log_odds(matrix))


def scale(column: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    """The feature clipped to its range and brought to 0..1."""
    return np.clip((column - low) / (high - low), 0.0, 1.0)


def rounded(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The logistic function of log-odds, rounded."""
    return np.round(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))), PLACES)


def odds_of(probability: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds of probabilities, safe at 0 and 1."""
    safe = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.log(safe / (1 - safe))
