"""The differences of an event as lines: every value with the outlets whose own words give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from newsdiff.brief.importance import depth, importance
from newsdiff.brief.model import Sign, Version, WorthALook
from newsdiff.brief.passages import clashing_words, first_of_each, passage_of, place_to_look_at
from newsdiff.model import Comparison, Detail, Says
from newsdiff.sanitize import one_line

DEPTHS = 5
"""Steps in which the place in the articles is told apart: a lead from a middle, not a line from the next."""

_BY_OPINION: Final[Mapping[Says, int]] = {"differs": 0, "same": 2, "unrelated": 2}
"""Where a second opinion agrees comes first, where it sees them alike last. A verdict moves no line."""


def worth_a_look(comparison: Comparison, details: Iterable[Detail]) -> tuple[WorthALook, ...]:
    """The details as lines, what matters most first."""
    ordered = sorted(details, key=lambda detail: _place(comparison, detail))
    return tuple(line_of(comparison, detail) for detail in ordered)


def _place(comparison: Comparison, detail: Detail) -> tuple[int, int, bool, int, int, float, str]:
    """Of one importance those come first on which a second opinion agrees, then those that say what is asked:
    their values can be compared at a glance."""
    texts = detail.independent_texts or len(detail.reported_by)
    return (
        importance(comparison, detail),
        _BY_OPINION.get(detail.opinion.says, 1) if detail.opinion is not None else 1,
        is_unnamed(detail),
        int(depth(comparison, detail) * DEPTHS),
        -texts,
        -detail.confidence,
        detail.id,
    )


def line_of(comparison: Comparison, detail: Detail) -> WorthALook:
    """One difference with its versions."""
    return WorthALook(
        detail=detail.id,
        sign=sign_of(detail),
        label=one_line(detail.label),
        asked="" if is_unnamed(detail) else one_line(detail.label),
        versions=versions_of(comparison, detail),
        update=detail.update,
        dated=_published_apart(comparison, detail),
        opinion=detail.opinion,
    )


def sign_of(detail: Detail) -> Sign:
    """✓ where the reader stands behind it, × where it was dismissed, ? for a claim of the engine, else ≠."""
    if detail.judgement is not None:
        return "×" if detail.judgement == "dismissed" else "✓"
    return "?" if detail.standing == "may-differ" else "≠"


def is_unnamed(detail: Detail) -> bool:
    """Whether a label says nothing: the engine names a claim by rare words, which a reader did not write."""
    return detail.kind == "claim" and not detail.named_by_reader


def versions_of(comparison: Comparison, detail: Detail) -> tuple[Version, ...]:
    """The values in the order of the detail; those of a claim with the words lit that differ."""
    if detail.kind == "claim" and len(detail.values) == 2:
        return tuple(_claim(comparison, detail, number) for number in range(2))
    return tuple(
        Version(one_line(value.value), first_of_each(comparison, value.mentions)) for value in detail.values
    )


def _claim(comparison: Comparison, detail: Detail, number: int) -> Version:
    value = detail.values[number]
    first = value.mentions[0]
    found = passage_of(comparison, first)
    text = comparison.article(first.article).text
    lit = clashing_words(text, first, detail.because, number)
    shown = replace(found, lit=lit, focus=place_to_look_at(text, found, detail.because))
    rest = first_of_each(comparison, (one for one in value.mentions if one.article != first.article))
    return Version(one_line(value.value), (shown, *rest))


def _published_apart(comparison: Comparison, detail: Detail) -> bool:
    days = {comparison.article(mention.article).published for mention in detail.mentions}
    return len(days - {None}) > 1
