"""A comparison as something to hand on: for people (Markdown, HTML, CSV) and for programs (JSON, W3C
annotations)."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from newsdiff.model import Comparison
    from newsdiff.reports.format import NotePart, VerdictPart

__all__ = ["FORMATS", "NOTE_FORMATS", "ReportFormat", "render"]

ReportFormat: TypeAlias = Literal[
    "memo",
    "memo-html",
    "json",
    "markdown",
    "html",
    "csv",
    "csv-excel",
    "csv-notes",
    "csv-notes-excel",
    "annotations",
]
FORMATS: tuple[ReportFormat, ...] = ("json", "memo", "memo-html", "markdown", "html", "csv", "csv-excel")
"""Those that make sense for a comparison without notes."""
NOTE_FORMATS: tuple[ReportFormat, ...] = ("csv-notes", "csv-notes-excel", "annotations")
"""Those that hold nothing but the notes."""
_WRITERS: dict[ReportFormat, tuple[str, str]] = {
    "memo": ("memo.as_markdown", "memo_to_markdown"),
    "memo-html": ("memo.as_html", "memo_to_html"),
    "json": ("as_json", "to_json"),
    "markdown": ("as_markdown", "to_markdown"),
    "html": ("as_html", "to_html"),
    "csv": ("as_csv", "details_to_csv"),
    "csv-excel": ("as_csv", "details_to_csv"),
    "csv-notes": ("as_csv", "notes_to_csv"),
    "csv-notes-excel": ("as_csv", "notes_to_csv"),
    "annotations": ("as_annotations", "to_annotations"),
}
"""Format -> module in this package and its function."""
_BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}"
"""Without it Excel takes UTF-8 for the code page of the machine."""


def render(
    comparison: Comparison,
    format: ReportFormat,
    notes: Sequence[NotePart] | None = None,
    verdicts: Sequence[VerdictPart] = (),
) -> str:
    """The comparison, with the reader's notes, in one of the formats. The same input gives the same text,
    which can be written as UTF-8.

    `verdicts` are listed in the JSON report; the others show them on the details that they judge.
    """
    module, name = _WRITERS[format]
    write: Callable[..., str] = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    if format == "json":
        return write(comparison, notes, verdicts)
    written = write(comparison, notes)
    return f"{_BYTE_ORDER_MARK}{written}" if format.endswith("-excel") else written
