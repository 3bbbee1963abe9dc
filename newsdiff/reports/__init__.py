"""A comparison as something to hand on: JSON for programs, Markdown for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from newsdiff.model import Comparison
    from newsdiff.reports.format import NotePart

__all__ = ["FORMATS", "ReportFormat", "render"]

ReportFormat: TypeAlias = Literal["json", "markdown"]
FORMATS: tuple[ReportFormat, ...] = ("json", "markdown")


def render(comparison: Comparison, format: ReportFormat, notes: Sequence[NotePart] | None = None) -> str:
    """The comparison, with the reader's notes, in one of `FORMATS`. The same input gives the same text."""
    if format == "json":
        from newsdiff.reports.as_json import to_json

        return to_json(comparison, notes)
    from newsdiff.reports.as_markdown import to_markdown

    return to_markdown(comparison, notes)
