"""Figures and days that several articles give, each in words of its own: what is asked, and the value."""

from __future__ import annotations

from typing import Final

from newsdiff.brief.model import Reported, Version
from newsdiff.brief.passages import first_of_each
from newsdiff.harmless import one_line
from newsdiff.model import Comparison, Detail

FIGURES: Final = frozenset(("number", "money", "percent", "duration", "age"))
LEAST_CONFIDENCE: Final = 0.6
"""Below it two figures may answer two questions."""


def agreed_figures(comparison: Comparison) -> list[Reported]:
    """A line for every figure that two articles or more give and that is surely one question."""
    return [
        _line(comparison, detail)
        for detail in comparison.details
        if detail.relation in ("shared", "variant")
        and detail.kind in FIGURES
        and (detail.confidence >= LEAST_CONFIDENCE or detail.judgement is not None)
    ]


def _line(comparison: Comparison, detail: Detail) -> Reported:
    first, *rest = first_of_each(comparison, detail.mentions)
    versions = tuple(
        Version(one_line(value.value), first_of_each(comparison, value.mentions)) for value in detail.values
    )
    return Reported(
        statement="",
        passage=first,
        also=tuple(rest),
        independent_texts=detail.independent_texts or len(detail.reported_by),
        versions=versions if len(versions) > 1 else (),
        detail=detail.id,
        asked=one_line(detail.label),
        words=versions[0].words,
    )
