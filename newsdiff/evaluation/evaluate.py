"""Our engine and the plain methods, measured on the same gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsdiff.evaluation.gold import read_gold
from newsdiff.evaluation.plain_methods import best_threshold, leave_one_out, score_event
from newsdiff.evaluation.scores import Judge, Scores
from newsdiff.evaluation.spans import Agreement
from newsdiff.model import Article, Level
from newsdiff.pipeline import compare
from newsdiff.readers import read_event


@dataclass(frozen=True)
class PlainResult:
    """A plain method on one event."""

    threshold: float
    """Fitted on the other events."""
    links: Agreement
    near_misses_linked: int
    best_possible: float
    """F1 with the threshold chosen on this very event: a flattering figure, for orientation."""


@dataclass(frozen=True)
class EventResult:
    """Everything measured on one event."""

    name: str
    scores: Scores
    plain: dict[str, PlainResult] = field(default_factory=dict)


def evaluate(
    paths: Sequence[Path], scorers: Sequence[str] = (), level: Level = "normal"
) -> list[EventResult]:
    """Measure our engine, and the plain methods in `scorers`, on the gold in `paths`.

    Ours runs as it is shipped, with one fixed setting; each plain method gets the threshold that is best on
    the other events. Raises GoldError.
    """
    events = [read_gold(path) for path in paths]
    readings = [read_event(files) for _, _, files in events]
    scores = [
        Judge(compare(reading.articles, level=level), gold).scores()
        for reading, (_, gold, _) in zip(readings, events, strict=True)
    ]
    plain: list[dict[str, PlainResult]] = [{} for _ in events]
    for scorer in scorers:
        scored = [
            score_event(scorer, gold, _texts(reading.articles))
            for reading, (_, gold, _) in zip(readings, events, strict=True)
        ]
        for place, event, threshold in zip(plain, scored, leave_one_out(scored), strict=True):
            place[scorer] = PlainResult(
                threshold,
                event.at(threshold),
                event.near_linked(threshold),
                event.at(best_threshold([event])).f1,
            )
    return [
        EventResult(name, score, beside)
        for (name, _, _), score, beside in zip(events, scores, plain, strict=True)
    ]


def _texts(articles: Sequence[Article]) -> dict[str, str]:
    return {Path(article.source).stem: article.text for article in articles}
