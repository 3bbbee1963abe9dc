"""Our engine and the plain methods, measured on the same gold; honestly, by weights that were fitted without
the event they judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from newsdiff.evaluation.gold import GoldError
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.evaluation.measures import Tallies, measure
from newsdiff.evaluation.plain_methods import measure_plain
from newsdiff.model import Comparison, Level
from newsdiff.pipeline import compare
from newsdiff.quick_dataclass import dataclass
from newsdiff.weights import Weights

FOLDS: Final = 10
"""Fits that are made: each leaves out a tenth of the events."""

Comparing: TypeAlias = Callable[..., Comparison]
"""`newsdiff.pipeline.compare` with some weights."""
FitWeights: TypeAlias = Callable[[Sequence[MarkedEvent]], Weights]


@dataclass(frozen=True)
class EventResult:
    """Everything measured on one event, at each level."""

    name: str
    at: dict[Level, Tallies]


def evaluate(
    events: Sequence[MarkedEvent],
    levels: Sequence[Level],
    scorers: Sequence[str] = (),
    *,
    comparing: Sequence[Comparing] | None = None,
) -> list[EventResult]:
    """Measure our engine, and the plain methods in `scorers`, on marked events.

    Ours runs with the weights it is shipped with, or for each event with the function in `comparing` (see
    `comparing_left_out`); each plain method gets the threshold that is best on the other events. Raises
    GoldError.
    """
    plain = measure_plain(events, scorers)
    return [
        EventResult(
            event.name,
            {level: measure(how(event.articles, level=level), event.gold) | beside for level in levels},
        )
        for event, how, beside in zip(events, comparing or [compare] * len(events), plain, strict=True)
    ]


def comparing_left_out(
    events: Sequence[MarkedEvent], fit_weights: FitWeights, folds: int = FOLDS
) -> list[Comparing]:
    """For each event, in the order of `events`, how it is compared with weights fitted without its fold.

    Raises GoldError with fewer than two events.
    """
    if len(events) < 2:
        raise GoldError("leaving an event out needs another one to fit on; name at least two events")
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
