"""The results as tables for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.evaluation.evaluate import EventResult
from newsdiff.evaluation.measures import Tally
from newsdiff.evaluation.scores import INSIDE, RESAMPLES, Score, scores
from newsdiff.model import Level
from newsdiff.sanitize import one_line

IN_EACH_EVENT = ("link F1, mean", "differs, precision")
"""The measures that the table of events shows."""
UNSUPPORTED = "differs, precision"
"""The measure whose remarks are always printed: what is said of outlets and borne out by no reader."""


def as_data(results: Sequence[EventResult]) -> dict[str, object]:
    """Each measure with its interval, by level; the tallies of each event; what was missed or is wrong."""
    return {
        "events": [result.name for result in results],
        "interval": {"share": INSIDE, "resamples": RESAMPLES, "over": "events"},
        "levels": {
            level: {label: score._asdict() for label, score in scores_at(level, results).items()}
            for level in levels_of(results)
        },
        "by_event": {
            result.name: {
                level: {label: _part_and_whole(tally) for label, tally in tallies.items()}
                for level, tallies in result.at.items()
            }
            for result in results
        },
        "remarks": {
            result.name: {
                level: [remark for tally in tallies.values() for remark in tally.remarks]
                for level, tallies in result.at.items()
            }
            for result in results
        },
    }


def as_tables(results: Sequence[EventResult]) -> str:
    """Two Markdown tables that read well as plain text: a line per event, then a line per measure."""
    return f"{events_table(results)}\n\n{measures_table(results)}"


def events_table(results: Sequence[EventResult]) -> str:
    """For each event its link F1 and, at each level, how many of the *differs* shown are right."""
    levels = levels_of(results)
    head = ["event", "link F1", *(f"differs right, {level}" for level in levels)]
    return table(head, [_event_line(result) for result in results])


def measures_table(results: Sequence[EventResult]) -> str:
    """For each measure its figure over all events and the interval, at each level."""
    levels = levels_of(results)
    by_level = [scores_at(level, results) for level in levels]
    head = ["measure", *(cell for level in levels for cell in (level, "95 %"))]
    body = [
        [label, *(cell for measured in by_level for cell in _score_cells(measured[label]))]
        for label in (by_level[0] if by_level else ())
    ]
    return table(head, body)


def levels_of(results: Sequence[EventResult]) -> list[Level]:
    """The levels that were measured."""
    return list(results[0].at) if results else []


def scores_at(level: Level, results: Sequence[EventResult]) -> dict[str, Score]:
    """Measure -> its score over all events."""
    return scores([result.at[level] for result in results])


def unsupported_lines(results: Sequence[EventResult]) -> Iterator[str]:
    """At the first of the levels, a line for each *differs* that no marked divergence supports."""
    for level in levels_of(results)[:1]:
        for result in results:
            for remark in result.at[level][UNSUPPORTED].remarks:
                yield one_line(f"{result.name}, {level}: {remark}")


def remark_lines(results: Sequence[EventResult]) -> Iterator[str]:
    """A line for each thing that was missed or is wrong, by event and level.

    What is the same at every level is said once.
    """
    for result in results:
        said: dict[str, list[str]] = {}
        for level, tallies in result.at.items():
            for tally in tallies.values():
                for remark in tally.remarks:
                    said.setdefault(remark, []).append(level)
        for remark, levels in said.items():
            where = result.name if len(levels) == len(result.at) else f"{result.name}, {' and '.join(levels)}"
            yield one_line(f"{where}: {remark}")


def _event_line(result: EventResult) -> list[str]:
    links, differs = IN_EACH_EVENT
    first = next(iter(result.at.values()))
    right = [
        f"{tally.part:.0f} of {tally.of or 0:.0f}" for tally in (at[differs] for at in result.at.values())
    ]
    return [one_line(result.name), _figure(first[links].figure), *right]


def _score_cells(score: Score) -> tuple[str, str]:
    figure, low, high = (_figure(value, score.is_count) for value in (score.figure, score.low, score.high))
    return figure, "–" if score.low is None else f"{low} to {high}"


def _part_and_whole(tally: Tally) -> list[float | None]:
    return [round(tally.part, 6), tally.of]


def _figure(value: float | None, is_count: bool = False) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if is_count else f"{value:.4f}"


def table(head: list[str], body: list[list[str]]) -> str:
    """A Markdown table that reads well as plain text: the first column begins left, the others end right."""
    escaped = [[cell.replace("|", "\\|") for cell in line] for line in (head, *body)]
    widths = [max(len(line[column]) for line in escaped) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in [escaped[0], rule, *escaped[1:]])


def _line(cells: list[str], widths: list[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"
