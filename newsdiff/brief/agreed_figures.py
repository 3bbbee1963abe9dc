"""Figures that several articles give: in the shortest clear sentence of one of them, with every value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from newsdiff.brief.model import Passage, Reported, Version
from newsdiff.brief.passages import first_of_each, is_clear
from newsdiff.model import Comparison, Detail
from newsdiff.sanitize import one_line

FIGURES: Final = frozenset(("number", "money", "percent", "duration", "age"))
_NOT_LOOKED_UP: Final = re.compile(
    r"(first|second|third|last|next|\d+(st|nd|rd|th)|both(\s.*)?)", re.IGNORECASE | re.DOTALL
)
"""No figures that somebody looks up: an ordinal alone, and "both sides", which says nothing of how many."""


def agreed_figures(comparison: Comparison) -> list[Reported]:
    """A line for every figure that two articles or more give and that is surely one question."""
    return [
        _line(comparison, detail)
        for detail in comparison.details
        if detail.standing in ("shared", "variant")
        and detail.kind in FIGURES
        and not all(_NOT_LOOKED_UP.fullmatch(mention.text.strip()) for mention in detail.mentions)
    ]


def _line(comparison: Comparison, detail: Detail) -> Reported:
    passages = first_of_each(comparison, detail.mentions)
    first = min(passages, key=lambda passage: _unclear(comparison, passage))
    rest = [passage for passage in passages if passage is not first]
    versions = tuple(
        Version(one_line(value.value), first_of_each(comparison, value.mentions)) for value in detail.values
    )
    return Reported(
        statement="",
        passage=replace(first, lit=((first.start, first.end),)),
        also=tuple(rest),
        independent_texts=detail.independent_texts or len(detail.reported_by),
        versions=versions,
        detail=detail.id,
    )


def _unclear(comparison: Comparison, passage: Passage) -> tuple[bool, int]:
    """Sorts sentences: those that can be read alone first, then the shortest."""
    start, end = passage.sentence
    words = comparison.article(passage.article).text[start:end]
    return not is_clear(words), end - start
