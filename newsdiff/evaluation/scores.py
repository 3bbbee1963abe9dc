"""Scores over events with their certainty: bootstrap intervals over events (Efron 1979, percentiles)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Final, NamedTuple

import numpy as np

from newsdiff.evaluation.measures import Tallies
from newsdiff.statements.memberships import Floats

RESAMPLES: Final = 2_000
SEED: Final = 86
"""Any number will do; it stays, so that the same scores get the same intervals."""
INSIDE: Final = 0.95
PLACES: Final = 4
"""Decimal places of all that is printed."""


class Score(NamedTuple):
    """A measure over all events, with the interval in which 95 % of resamples of the events have it."""

    figure: float | None
    """None where no event had anything to measure."""
    low: float | None
    """None, like `high`, with fewer than two events."""
    high: float | None
    is_count: bool
    """Whether it is a plain count, summed over the events, and no share."""


def scores(events: Sequence[Tallies]) -> dict[str, Score]:
    """Measure -> its score over `events`, each of which has the same measures.

    Whole events are drawn, because what one text gets right or wrong hangs together.
    """
    if not events:
        return {}
    labels = list(events[0])
    parts = np.array([[tallies[label].part for label in labels] for tallies in events], dtype=np.float64)
    wholes = np.array([[tallies[label].of or 0 for label in labels] for tallies in events], dtype=np.float64)
    counted = np.array([events[0][label].of is None for label in labels])
    figures = _figures(np.ones((1, len(events))), parts, wholes, counted)[0]
    drawn = _figures(_draws(len(events)), parts, wholes, counted) if len(events) > 1 else None
    return {
        label: Score(
            _known(figures[number]),
            *((None, None) if drawn is None else _interval(drawn[:, number])),
            is_count=bool(counted[number]),
        )
        for number, label in enumerate(labels)
    }


@cache
def _draws(events: int) -> Floats:
    """How often each event was drawn; shape (resamples, events)."""
    random = Random(SEED)
    return np.array(
        [np.bincount(random.choices(range(events), k=events), minlength=events) for _ in range(RESAMPLES)],
        dtype=np.float64,
    )


def _figures(draws: Floats, parts: Floats, wholes: Floats, counted: np.ndarray) -> Floats:
    """The measures of each draw, shape (draws, measures); nan where there is nothing to measure."""
    part, whole = draws @ parts, draws @ wholes
    whole = np.where(counted, 1.0, whole)
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1.0), np.nan)


def _interval(column: Floats) -> tuple[float | None, float | None]:
    known = column[~np.isnan(column)]
    if not len(known):
        return None, None
    low, high = np.quantile(known, [(1 - INSIDE) / 2, (1 + INSIDE) / 2])
    return _known(low), _known(high)


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else round(float(figure), PLACES)
