"""Bounds for probabilities, chosen on events that were left out of the fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from newsdiff.evaluation.labels import UNSURE
from newsdiff.statements.memberships import Floats

WINDOW: Final = 0.05
"""Half the width of the range of probabilities in which a share of right ones is counted."""
STEPS: Final = np.round(np.arange(0.02, 0.98, 0.01), 2)
LEAST_ABOVE: Final = 20
"""Pairs above a bound without which no share says anything."""


def bound_of_precision(
    probability: Sequence[Floats], labels: Sequence[Floats], precision: float, *, above: bool = False
) -> float:
    """The least bound at which at least `precision` of the pairs are right.

    Of the pairs near the bound (within `WINDOW`) at this and all higher bounds, or of all pairs above it.
    Pairs defensible either way count as right.
    """
    every, right = np.concatenate(probability), np.concatenate(labels) >= UNSURE
    found = float(STEPS[-1])
    for bound in STEPS[::-1]:
        chosen = every >= bound if above else (every >= bound - WINDOW) & (every < bound + WINDOW)
        if chosen.sum() < LEAST_ABOVE or right[chosen].mean() >= precision:
            found = float(bound)
        elif not above:
            break
    return found


def bound_of_mean_f1(probability: Sequence[Floats], labels: Sequence[Floats], wanted: Sequence[int]) -> float:
    """The bound with the greatest mean F1 over the events; `wanted` holds how many pairs each has marked."""
    best = (0.0, 0.5)
    for bound in STEPS:
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
    for bound in STEPS:
        below = greatest < bound
        if below.any() and linked[below].mean() <= share:
            found = float(bound)
    return found


def f1(found: np.ndarray, labels: Floats, wanted: int) -> float:
    """F1 of the pairs found; those defensible either way neither count nor harm."""
    right = int((found & (labels == 1)).sum())
    wrong = int((found & (labels == 0)).sum())
    return 2 * right / (right + wrong + wanted) if right else 0.0
