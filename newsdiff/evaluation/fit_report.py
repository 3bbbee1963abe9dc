"""Writing fitted tables into the package, each with date, command and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.weights import FOLDER, NAMES, Weights, table_text

COMMAND: Final = "python -m newsdiff.evaluation.fit GOLD..."


def write_tables(weights: Weights, events: Sequence[MarkedEvent]) -> None:
    """Write every table beside the module that reads them."""
    for name in NAMES:
        about = {
            "model": name,
            "fitted": date.today().isoformat(),
            "command": COMMAND,
            "events": len(events),
        }
        (FOLDER / f"{name}.json").write_text(table_text(getattr(weights, name), about), encoding="utf-8")
        print(f"{name}: {dict(getattr(weights, name).bounds)}")
