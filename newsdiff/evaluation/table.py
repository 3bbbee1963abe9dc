"""The results as a table for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.evaluation.evaluate import EventResult
from newsdiff.evaluation.scores import SHARED_KINDS, Count

Cells = list[float | None]


def as_data(results: Sequence[EventResult]) -> dict[str, object]:
    """Measure -> event -> figure, with the mean over the events that have one."""
    names = [result.name for result in results]
    return {
        "events": names,
        "measures": {
            label: {**dict(zip(names, cells, strict=True)), "mean": mean(cells)}
            for label, cells in measures(results)
        },
        "missed": {
            result.name: {
                "typed conflicts": list(result.scores.typed_conflicts.missed),
                "claims": list(result.scores.claim_conflicts.missed),
                "variants": list(result.scores.variants.missed),
                "differs wrong": list(result.scores.differs_right.missed),
                "hard negatives flagged": list(result.scores.hard_negatives_flagged.missed),
            }
            | {f"shared {name}": list(count.missed) for name, count in result.scores.shared.items()}
            for result in results
        },
    }


def as_table(results: Sequence[EventResult]) -> str:
    """A Markdown table that reads well as plain text: a line per measure, a column per event."""
    head = ["measure", *(result.name for result in results), "mean"]
    body = [[label, *map(_figure, cells), _figure(mean(cells))] for label, cells in measures(results)]
    widths = [max(len(line[column]) for line in [head, *body]) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in [head, rule, *body])


def measures(results: Sequence[EventResult]) -> Iterator[tuple[str, Cells]]:
    """Every measure with its figure for each event; None where an event has nothing to measure."""
    scores = [result.scores for result in results]
    yield "body kept", [one.body_kept for one in scores]
    yield "noise removed", [one.noise_removed for one in scores]
    yield "links, precision", [one.links.precision for one in scores]
    yield "links, recall", [one.links.recall for one in scores]
    yield "links, F1", [one.links.f1 for one in scores]
    for scorer in results[0].plain if results else ():
        plain = [result.plain[scorer] for result in results]
        yield f"  {scorer}, F1 (threshold from the other events)", [one.links.f1 for one in plain]
        yield f"  {scorer}, F1 (threshold best on this event)", [one.best_possible for one in plain]
    yield "pairs in one row, F1", [one.rows.f1 for one in scores]
    yield "near misses linked", [one.near_misses_linked.share for one in scores]
    yield "quotations found, F1", [one.quotes_f1 for one in scores]
    yield (
        "quotation pairs, F1",
        [_unless_empty(one.quote_pairs.f1, one.quote_pairs.hits + one.quote_pairs.missed) for one in scores],
    )
    for name in SHARED_KINDS:
        yield f"shared {name.replace('_', ' and ')} found", [one.shared[name].share for one in scores]
    yield "typed conflicts found", [one.typed_conflicts.share for one in scores]
    yield "claim conflicts found", [one.claim_conflicts.share for one in scores]
    yield "variants found", [one.variants.share for one in scores]
    yield "differs, precision", [one.differs_right.share for one in scores]
    yield "differs shown", [float(one.differs_right.of) for one in scores]
    yield "hard negatives flagged", [one.hard_negatives_flagged.share for one in scores]


def mean(cells: Cells) -> float | None:
    """The mean of the figures that are there."""
    known = [cell for cell in cells if cell is not None]
    return sum(known) / len(known) if known else None


def explained(results: Sequence[EventResult]) -> Iterator[str]:
    """A line for each thing that went wrong, by event and measure."""
    for result in results:
        scores = result.scores
        counts: dict[str, Count] = {
            "conflict missed": scores.typed_conflicts,
            "claim missed": scores.claim_conflicts,
            "variant missed": scores.variants,
            "differs wrong": scores.differs_right,
            "hard negative flagged": scores.hard_negatives_flagged,
        } | {f"shared {name} missed": count for name, count in scores.shared.items()}
        for what, count in counts.items():
            for one in count.missed:
                yield f"{result.name}: {what}: {one}"


def _unless_empty(figure: float, of: int) -> float | None:
    return figure if of else None


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}"


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"
