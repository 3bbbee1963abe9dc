"""A comparison in a few lines, and the words that all reports for people use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsdiff.counting import number_of, outlets_and_articles
from newsdiff.events.copies import independent_articles
from newsdiff.language.names import how_aligned
from newsdiff.model import Comparison, Detail, DetailValue, Row, Standing, Statement
from newsdiff.reports.citations import days_of
from newsdiff.signs import SIGNS

HEADINGS: Final[dict[Standing, str]] = {
    "differs": "Where they differ",
    "may-differ": "Where they may differ",
    "variant": "The same thing, spelled or worded differently",
}

NO_MATCH: Final = "No match was found for them in another outlet, which does not mean that there is none."


def nothing_found(comparison: Comparison, standing: Standing) -> str:
    """What a chapter on a standing says that has no detail."""
    dismissed = sum(one.standing == standing for one in comparison.dismissed)
    return f"All {dismissed:,} found were dismissed." if dismissed else "Nothing found at this level."


def summary(comparison: Comparison, notes: int = 0) -> list[str]:
    """What one wants to know before reading on: how many outlets, when, how much of each relation."""
    dates = days_of(comparison.articles)
    outlets = comparison.outlets_of(article.id for article in comparison.articles)
    countries = [article.country for article in comparison.articles]
    everywhere = sum(in_all_outlets(comparison, row) for row in comparison.rows)
    unmatched = sum(len(_different(comparison, row.reported_by)) == 1 for row in comparison.rows)
    counts = {
        standing: sum(detail.standing == standing for detail in comparison.details) for standing in SIGNS
    }
    lines = [
        f"{outlets_and_articles(outlets, countries)}{_independent(comparison)}{', ' if dates else ''}{dates}",
        f"{number_of(len(comparison.rows), 'row')}: {everywhere} reported by all, "
        f"{unmatched} without a match in another outlet",
        f"{counts['differs']} details differ, {counts['may-differ']} may differ, "
        f"{counts['variant']} are spelled or worded differently, "
        f"{counts['shared']} are shared, {counts['may-share']} perhaps, "
        f"{counts['only']} stand in one outlet only",
    ]
    if comparison.statements:
        lines.append(f"{number_of(len(comparison.statements), 'statement')} in the words of several articles")
    lines += [f"{one.label} – {how}" for one in comparison.articles if (how := how_aligned(one))]
    return lines + ([number_of(notes, "note")] if notes else [])


def in_all_outlets(comparison: Comparison, row: Row) -> bool:
    """Whether every outlet of the comparison has a paragraph in the row."""
    everybody = _different(comparison, [article.id for article in comparison.articles])
    return _different(comparison, row.reported_by) == everybody


def _different(comparison: Comparison, articles: Iterable[str]) -> set[str]:
    return {outlet.casefold() for outlet in comparison.outlets_of(articles)}


def _independent(comparison: Comparison) -> str:
    own = independent_articles(comparison.articles)
    return "" if own >= len(comparison.articles) else f", {_texts(own)}"


def of_how_many_texts(reported: Detail | DetailValue | Statement) -> str:
    """`` (2 independent texts)`` where outlets took a paragraph over from one another, else nothing."""
    own = reported.independent_texts
    return "" if own is None or own >= len(reported.reported_by) else f" ({_texts(own)})"


def where_else(comparison: Comparison, detail: Detail) -> list[str]:
    """What is known of the outlets that do not report a detail: ``not found in Sky News``, ``not compared:
    TIME``; before it the update, where later articles give the later value."""
    lines = [f"{detail.update}, later articles give the later value"] if detail.update else []
    for words, articles in (("not found in ", detail.not_found_in), ("not compared: ", detail.not_compared)):
        if articles:
            lines.append(words + ", ".join(comparison.article(one).label for one in articles))
    return lines


def _texts(number: int) -> str:
    return number_of(number, "independent text")


def utterances(comparison: Comparison) -> list[Detail]:
    """Quotations that several outlets have, those that most report first."""
    found = [one for one in comparison.details if one.kind == "quote" and len(one.reported_by) > 1]
    return sorted(found, key=lambda detail: -len(detail.reported_by))


def share_unmatched(comparison: Comparison, article_id: str) -> float:
    """How much of an article's body text stands in paragraphs without a match, 0 to 1."""
    unmatched = sum(block.end - block.start for block in comparison.unmatched[article_id])
    return unmatched / max(1, comparison.article(article_id).body_length)
