"""The differences of an event as lines: every value with the outlets whose own words give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from newsdiff.brief.importance import depth, importance
from newsdiff.brief.model import Version, WorthALook
from newsdiff.brief.passages import clashing_words, first_of_each, passage_of, place_to_look_at
from newsdiff.model import Comparison, Detail, Says
from newsdiff.sanitize import one_line
from newsdiff.signs import sign_of

LATER: Final = 0.2
"""Probability that a difference at the end of the articles is worth less than one in their leads.

Set by hand: on events left out, 42 in 100 of the first three lines are marked conflicts; 37 where the place
in the articles comes before the probability."""

_BY_OPINION: Final[Mapping[Says, int]] = {"differs": 0, "same": 2, "unrelated": 2}
"""Where a second opinion agrees comes first, where it sees them alike last. A verdict moves no line."""


def worth_a_look(comparison: Comparison, details: Iterable[Detail]) -> tuple[WorthALook, ...]:
    """The details as lines, what matters most first."""
    return tuple(line_of(comparison, detail) for detail in in_order(comparison, details))


def in_order(comparison: Comparison, details: Iterable[Detail]) -> list[Detail]:
    """The details by rank: as brief, compare strip, memo and library list them."""
    return sorted(details, key=lambda detail: _place(comparison, detail))


def _place(comparison: Comparison, detail: Detail) -> tuple[int, int, bool, float, int, str]:
    """Of one importance those come first on which a second opinion agrees, then those that say what is asked:
    their values can be compared at a glance; then what is most probable, and stands further up."""
    texts = detail.independent_texts or len(detail.reported_by)
    return (
        importance(comparison, detail),
        _BY_OPINION.get(detail.opinion.says, 1) if detail.opinion is not None else 1,
        is_of_sentences(comparison, detail),
        round(LATER * depth(comparison, detail) - detail.confidence, 6),
        -texts,
        detail.id,
    )


def line_of(comparison: Comparison, detail: Detail) -> WorthALook:
    """One difference with its versions. A claim is called by a name only where the reader gave it one: the
    engine names it by rare words."""
    of_sentences = is_of_sentences(comparison, detail)
    return WorthALook(
        detail=detail.id,
        sign=sign_of(detail),
        label=one_line(detail.label),
        asked=one_line(detail.label) if not of_sentences or detail.named_by_reader else "",
        versions=versions_of(comparison, detail),
        update=detail.update,
        dated=_published_apart(comparison, detail),
        opinion=detail.opinion,
        of_sentences=of_sentences,
    )


def is_of_sentences(comparison: Comparison, detail: Detail) -> bool:
    """Whether it is a claim whose versions are whole sentences, not words that the reader put together."""
    firsts = (passage_of(comparison, value.mentions[0]) for value in detail.values)
    return detail.kind == "claim" and any((one.start, one.end) == one.sentence for one in firsts)


def versions_of(comparison: Comparison, detail: Detail) -> tuple[Version, ...]:
    """The values in the order of the detail; those of a claim with the words lit that differ."""
    if detail.kind == "claim" and (len(detail.values) == 2 or detail.judgement == "added"):
        return tuple(_claim(comparison, detail, number) for number in range(len(detail.values)))
    return tuple(
        Version(one_line(value.value), first_of_each(comparison, value.mentions)) for value in detail.values
    )


def _claim(comparison: Comparison, detail: Detail, number: int) -> Version:
    value = detail.values[number]
    first = value.mentions[0]
    found = passage_of(comparison, first)
    lit = clashing_words(comparison, detail, number, first)
    if detail.judgement == "added":
        focus = min(lit)[0] if lit else found.start
    else:
        focus = place_to_look_at(comparison.article(first.article).text, found, detail.because)
    shown = replace(found, lit=lit, focus=focus)
    rest = first_of_each(comparison, (one for one in value.mentions if one.article != first.article))
    return Version(one_line(value.value), (shown, *rest))


def _published_apart(comparison: Comparison, detail: Detail) -> bool:
    days = {comparison.article(mention.article).published for mention in detail.mentions}
    return len(days - {None}) > 1
