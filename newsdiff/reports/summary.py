"""A comparison in a few lines, and the words that all reports for people use."""

from __future__ import annotations

from typing import Final

from newsdiff.counting import number_of, outlets_and_articles
from newsdiff.events.copies import independent_articles
from newsdiff.language.names import how_aligned
from newsdiff.model import Comparison, Detail, DetailValue
from newsdiff.reports.citations import day

SIGNS: Final = {"differs": "≠", "variant": "≈", "shared": "=", "only": "+"}
HEADINGS: Final = {
    "differs": "Where they differ",
    "variant": "The same thing, spelled or worded differently",
}


def summary(comparison: Comparison, notes: int = 0) -> list[str]:
    """What one wants to know before reading on: how many outlets, when, how much of each relation."""
    days = sorted(article.published for article in comparison.articles if article.published)
    dates = dict.fromkeys(day(one.year, one.month, one.day) for one in days[:1] + days[-1:])
    outlets = comparison.outlets_of(article.id for article in comparison.articles)
    told_by_all = sum(not comparison.silent(row.told_by) for row in comparison.rows)
    alone = sum(
        len({outlet.casefold() for outlet in comparison.outlets_of(row.told_by)}) == 1
        for row in comparison.rows
    )
    counts = {
        relation: sum(detail.relation == relation for detail in comparison.details) for relation in SIGNS
    }
    lines = [
        f"{outlets_and_articles(outlets)}{_independent(comparison)}"
        f"{', ' if dates else ''}{' to '.join(dates)}",
        f"{len(comparison.rows)} rows: {told_by_all} told by all, {alone} by one outlet only",
        f"{counts['differs']} details differ, {counts['variant']} are spelled or worded differently, "
        f"{counts['shared']} are shared, {counts['only']} stand in one outlet only",
    ]
    lines += [f"{one.label} – {how}" for one in comparison.articles if (how := how_aligned(one))]
    return lines + ([f"{notes} {'note' if notes == 1 else 'notes'}"] if notes else [])


def _independent(comparison: Comparison) -> str:
    own = independent_articles(comparison.articles)
    return "" if own >= len(comparison.articles) else f", {_texts(own)}"


def of_how_many_texts(told: Detail | DetailValue) -> str:
    """`` (2 independent texts)`` where outlets took a paragraph over from one another, else nothing."""
    own = told.independent_texts
    return "" if own is None or own >= len(told.told_by) else f" ({_texts(own)})"


def _texts(number: int) -> str:
    return number_of(number, "independent text")


def utterances(comparison: Comparison) -> list[Detail]:
    """Quotations that several outlets have, most-told first."""
    found = [one for one in comparison.details if one.kind == "quote" and len(one.told_by) > 1]
    return sorted(found, key=lambda detail: -len(detail.told_by))
