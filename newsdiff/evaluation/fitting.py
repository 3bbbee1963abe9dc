"""Logistic regression for `newsdiff.fitted_model`: ridge penalty, Newton's method (iteratively reweighted
least squares), every event weighing in with its rows as they are. And bounds for probabilities, chosen on
events that were left out of the fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from newsdiff.evaluation.labels import UNSURE
from newsdiff.fitted_model import Feature, FittedModel, scale
from newsdiff.statements.memberships import Floats

KNOTS_AT: Final = (0.5, 0.8, 0.95)
"""Shares of the rows below a feature's knots."""
RANGE_AT: Final = (0.005, 0.998)
"""Shares of the rows below the ends of a feature's range: what lies beyond is clipped."""
STEPS: Final = 25
PLACES: Final = 4
"""Decimal places of a fitted weight in the table."""
WINDOW: Final = 0.05
"""Half the width of the range of probabilities in which a share of right ones is counted."""
BOUNDS: Final = np.round(np.arange(0.02, 0.98, 0.01), 2)
LEAST_ABOVE: Final = 20
"""Pairs above a bound without which no share says anything."""


def fit(
    names: Sequence[str], matrix: Floats, labels: Floats, *, penalty: float, weight: Floats | None = None
) -> FittedModel:
    """The model of greatest penalised likelihood.

    `matrix` has shape (rows, features), `labels` are 0 or 1 (or between, for a label that is not certain),
    `weight` says how much each row counts. `penalty` is the ridge on all weights but the bias.
    """
    low, high = (np.quantile(matrix, share, axis=0) for share in RANGE_AT)
    high = np.where(high - low < 1e-6, low + 1, high)
    scaled = np.column_stack([scale(c, a, b) for c, a, b in zip(matrix.T, low, high, strict=True)])
    knots = [sorted({round(float(np.quantile(c, share)), PLACES) for share in KNOTS_AT}) for c in scaled.T]
    knots = [[knot for knot in found if 0.02 <= knot <= 0.97] for found in knots]
    columns = []
    for column, found in zip(scaled.T, knots, strict=True):
        columns += [column, *(np.maximum(0.0, column - knot) for knot in found)]
    solution = newton(np.column_stack([*columns, np.ones(len(matrix))]), labels, penalty, weight)
    features, place = [], 0
    for name, start, end, found in zip(names, low, high, knots, strict=True):
        count = 1 + len(found)
        weights = tuple(round(float(w), PLACES) for w in solution[place : place + count])
        features.append(Feature(name, round(float(start), 6), round(float(end), 6), tuple(found), weights))
        place += count
    return FittedModel(round(float(solution[-1]), PLACES), tuple(features))


def with_rate_of(model: FittedModel, matrix: Floats, labels: Floats) -> FittedModel:
    """The model with the bias at which the mean probability of these rows is the mean of their labels.

    `matrix` has shape (rows, features). For a model that was also fitted on rows that are more often 1.
    """
    odds, wanted, bias = model.log_odds(matrix), float(labels.mean()), 0.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(odds + bias, -30, 30)))
        bias += (wanted - float(likely.mean())) / max(1e-6, float((likely * (1 - likely)).mean()))
    return model._replace(bias=round(model.bias + bias, PLACES))


def newton(design: Floats, labels: Floats, penalty: float, weight: Floats | None) -> Floats:
    """The weights of the columns of `design`, the last of which is the bias and not penalised."""
    count = design.shape[1]
    ridge = np.full(count, penalty)
    ridge[-1] = 1e-6
    rows = np.ones(len(design)) if weight is None else weight
    solution = np.zeros(count)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(design @ solution, -30, 30)))
        curvature = rows * np.maximum(likely * (1 - likely), 1e-6)
        gradient = design.T @ (rows * (labels - likely)) - ridge * solution
        step = np.linalg.solve((design * curvature[:, None]).T @ design + np.diag(ridge), gradient)
        solution = solution + step
        if np.abs(step).max() < 1e-5:
            break
    return solution


def bound_of_precision(
    probability: Sequence[Floats], labels: Sequence[Floats], precision: float, *, above: bool = False
) -> float:
    """The least bound at which at least `precision` of the pairs are right.

    Of the pairs near the bound (within `WINDOW`) at this and all higher bounds, or of all pairs above it.
    Pairs defensible either way count as right.
    """
    every, right = np.concatenate(probability), np.concatenate(labels) >= UNSURE
    found = float(BOUNDS[-1])
    for bound in BOUNDS[::-1]:
        chosen = every >= bound if above else (every >= bound - WINDOW) & (every < bound + WINDOW)
        if chosen.sum() < LEAST_ABOVE or right[chosen].mean() >= precision:
            found = float(bound)
        elif not above:
            break
    return found


def bound_of_mean_f1(probability: Sequence[Floats], labels: Sequence[Floats], wanted: Sequence[int]) -> float:
    """The bound with the greatest mean F1 over the events; `wanted` holds how many pairs each has marked."""
    best = (0.0, 0.5)
    for bound in BOUNDS:
        scores = [
            f1(likely >= bound, marked, count)
            for likely, marked, count in zip(probability, labels, wanted, strict=True)
        ]
        best = max(best, (round(float(np.mean(scores)), 6), float(bound)))
    return best[1]


def bound_of_share_below(greatest: Floats, linked: np.ndarray, share: float) -> float:
    """The greatest bound below which at most a share of the items, each with its greatest probability, is
    linked after all."""
    found = 0.0
    for bound in BOUNDS:
        below = greatest < bound
        if below.any() and linked[below].mean() <= share:
            found = float(bound)
    return found


def f1(found: np.ndarray, labels: Floats, wanted: int) -> float:
    """F1 of the pairs found; those defensible either way neither count nor harm."""
    right = int((found & (labels == 1)).sum())
    wrong = int((found & (labels == 0)).sum())
    return 2 * right / (right + wrong + wanted) if right else 0.0
