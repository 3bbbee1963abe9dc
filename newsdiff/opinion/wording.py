"""A second opinion in words: always with the name of who gave it."""

from __future__ import annotations

from typing import Final

from newsdiff.model import Comparison, Opinion, Says
from newsdiff.sanitize import one_line

OPINION_SIGNS: Final[dict[Says, str]] = {
    "differs": "≠",
    "update": "→",
    "same": "=",
    "unrelated": "×",
    "unsure": "?",
}


def said(opinion: Opinion) -> str:
    """``llama3 says: differs``."""
    return f"{one_line(opinion.by)} says: {opinion.says}"


def said_at_odds(opinion: Opinion) -> str:
    """``llama3 says: differs – how many were on board``."""
    return f"{said(opinion)} – {opinion.at_odds}" if opinion.at_odds else said(opinion)


def quoted(comparison: Comparison, opinion: Opinion) -> tuple[tuple[str, str], ...]:
    """Article and verbatim words, on one line, of each quotation."""
    return tuple(
        (one.article, one_line(comparison.article(one.article).text[one.start : one.end]))
        for one in opinion.quotations
    )


def in_full(comparison: Comparison, opinion: Opinion) -> str:
    """``llama3 says: differs – how many were on board (“212 people” in TIME, “220 people” in CNN)``."""
    quotations = ", ".join(
        f"“{words}” in {one_line(comparison.article(article).label)}"
        for article, words in quoted(comparison, opinion)
    )
    return f"{said_at_odds(opinion)} ({quotations})" if quotations else said_at_odds(opinion)
