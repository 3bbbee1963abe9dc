"""Our engine and the plain methods, measured on the same gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.evaluation.left_out import Comparing, comparing_left_out
from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.evaluation.measures import Tallies, measure
from newsdiff.evaluation.plain_methods import measure_plain
from newsdiff.model import Level
from newsdiff.pipeline import compare


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
    left_out: bool = False,
) -> list[EventResult]:
    """Measure our engine, and the plain methods in `scorers`, on marked events.

    Ours runs with the weights it is shipped with or, with `left_out`, with weights fitted without the event;
    each plain method gets the threshold that is best on the other events. Raises GoldError.
    """
    comparing: Sequence[Comparing] = comparing_left_out(events) if left_out else [compare] * len(events)
    plain = measure_plain(events, scorers)
    return [
        EventResult(
            event.name,
            {level: measure(how(event.articles, level=level), event.gold) | beside for level in levels},
        )
        for event, how, beside in zip(events, comparing, plain, strict=True)
    ]
