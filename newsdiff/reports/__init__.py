"""A comparison as something to hand on: for people (Markdown, HTML, CSV) and for programs (JSON, W3C
annotations)."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from newsdiff.model import Comparison
    from newsdiff.reports.format import NotePart

__all__ = ["FORMATS", "NOTE_FORMATS", "ReportFormat", "render"]

ReportFormat: TypeAlias = Literal["json", "markdown", "html", "csv", "csv-notes", "annotations"]
FORMATS: tuple[ReportFormat, ...] = ("json", "markdown", "html", "csv")
"""Those that make sense for a comparison without notes."""
NOTE_FORMATS: tuple[ReportFormat, ...] = ("csv-notes", "annotations")
"""Those that hold nothing but the notes."""
_WRITERS: dict[ReportFormat, tuple[str, str]] = {
    "json": ("as_json", "to_json"),
    "markdown": ("as_markdown", "to_markdown"),
    "html": ("as_html", "to_html"),
    "csv": ("as_csv", "details_to_csv"),
    "csv-notes": ("as_csv", "notes_to_csv"),
    "annotations": ("as_annotations", "to_annotations"),
}
"""Format -> module in this package and its function."""


def render(comparison: Comparison, format: ReportFormat, notes: Sequence[NotePart] | None = None) -> str:
    """The comparison, with the reader's notes, in one of the formats. The same input gives the same text,
    which can be written as UTF-8."""
    module, name = _WRITERS[format]
    write: Callable[[Comparison, Sequence[NotePart] | None], str]
    write = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    return write(comparison, notes)
