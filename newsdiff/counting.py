"""Counts of outlets and articles, as text."""

from __future__ import annotations

from collections.abc import Sequence


def outlets_and_articles(outlets: Sequence[str]) -> str:
    """``6 outlets``, and ``6 outlets, 7 articles`` where two of the articles are of one outlet.

    `outlets` has the outlet of each article.
    """
    different = len({outlet.casefold() for outlet in outlets})
    counted = number_of(different, "outlet")
    return counted if different == len(outlets) else f"{counted}, {number_of(len(outlets), 'article')}"


def outlets_and_independent(outlets: Sequence[str], independent: int | None) -> str:
    """``4 outlets``, and ``4 outlets, 2 independent`` where some took over what they report from another."""
    counted = outlets_and_articles(outlets)
    if independent is None or independent >= len(outlets):
        return counted
    return f"{counted}, {independent} independent"


def number_of(count: int, thing: str) -> str:
    """``1 outlet``, ``2 outlets``, ``1,204 outlets``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
