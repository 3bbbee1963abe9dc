"""Honest scores: every event is judged by weights that were fitted without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from newsdiff.evaluation.gold import GoldError
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.model import Comparison
from newsdiff.pipeline import compare
from newsdiff.weights import Weights

FOLDS: Final = 10
"""Fits that are made: each leaves out a tenth of the events."""

Comparing: TypeAlias = Callable[..., Comparison]
"""`newsdiff.pipeline.compare` with some weights."""
FitWeights: TypeAlias = Callable[[Sequence[MarkedEvent]], Weights]


def comparing_left_out(
    events: Sequence[MarkedEvent], fit_weights: FitWeights, folds: int = FOLDS
) -> list[Comparing]:
    """For each event, in the order of `events`, how it is compared with weights fitted without its fold.

    Raises GoldError with fewer than two events.
    """
    if len(events) < 2:
        raise GoldError("to leave an event out there must be another to fit on; name at least two events")
    fold_of = folds_by_name([event.name for event in events], folds)
    fitted: dict[int, Comparing] = {}
    for fold in sorted(set(fold_of.values())):
        others = [event for event in events if fold_of[event.name] != fold]
        weights = fit_weights(others)
        fitted[fold] = partial(compare, weights=weights)
    return [fitted[fold_of[event.name]] for event in events]


def folds_by_name(names: Sequence[str], folds: int = FOLDS) -> dict[str, int]:
    """Name -> its fold: the names in order are dealt out one by one, so folds differ by one event at most.

    The order of `names` makes no difference. There are as many folds as names where there are fewer.
    """
    ordered = sorted(set(names))
    return {name: number % min(folds, len(ordered)) for number, name in enumerate(ordered)}
