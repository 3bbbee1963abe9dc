"""Our engine and the plain methods, measured on the same gold."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.evaluation.left_out import Comparing
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.evaluation.measures import Tallies, measure
from newsdiff.evaluation.plain_methods import measure_plain
from newsdiff.model import Level
from newsdiff.pipeline import compare
from newsdiff.quick_dataclass import dataclass


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
