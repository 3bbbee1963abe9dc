"""Writing fitted tables into the package, each with date, command and what it scores on events left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from newsdiff.evaluation.evaluate import EventResult
from newsdiff.evaluation.table import as_tables, scores_at
from newsdiff.weights import FOLDER, NAMES, Weights, table_text

COMMAND: Final = "python -m newsdiff.evaluation.fit GOLD..."
SCORED_BY: Final = {
    "first_look": ("statements: sentence pairs, precision",),
    "second_look": ("statements: sentence pairs, precision",),
    "links": ("link F1, mean", "firm links, precision"),
    "values": ("typed conflicts found",),
    "differences": ("differs, precision", "typed conflicts found", "claim conflicts found"),
    "questions": ("reporting outlets left out of a figure", "shared figures found", "shared dates found"),
}
"""Table -> the measures that speak of it."""


def write_tables(weights: Weights, left_out: Sequence[EventResult]) -> None:
    """Write every table beside the module that reads them, and print the scores of the events left out."""
    scores = {level: scores_at(level, left_out) for level in left_out[0].at}
    for name in NAMES:
        table = getattr(weights, name)
        about = {
            "model": name,
            "fitted": date.today().isoformat(),
            "command": COMMAND,
            "events": len(left_out),
            "scores_left_out": {
                f"{measure} ({level})": found[measure].figure
                for level, found in scores.items()
                for measure in SCORED_BY[name]
                if measure in found
            },
        }
        (FOLDER / f"{name}.json").write_text(table_text(table, about), encoding="utf-8")
        print(f"{name}: {dict(table.bounds)}")
    print(as_tables(left_out))
