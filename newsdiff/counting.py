"""Counts of outlets and articles, as text."""

from __future__ import annotations

from collections.abc import Sequence


def outlets_and_articles(outlets: Sequence[str], countries: Sequence[str | None] = ()) -> str:
    """``6 outlets``, ``6 outlets, 4 countries``, and ``6 outlets, 7 articles`` where two of the articles are
    of one outlet.

    `outlets` has the outlet of each article, `countries` its country or nothing.
    """
    different = len({outlet.casefold() for outlet in outlets})
    parts = [number_of(different, "outlet")]
    if different > 1 and (counted := countries_counted(countries)):
        parts.append(counted)
    if different != len(outlets):
        parts.append(number_of(len(outlets), "article"))
    return ", ".join(parts)


def countries_counted(countries: Sequence[str | None]) -> str:
    """``4 countries``; ``2+ countries`` where those of some articles are not known; empty for none."""
    known = {country for country in countries if country}
    if not known:
        return ""
    more = "" if all(countries) else "+"
    return f"{len(known):,}{more} {'country' if len(known) == 1 and not more else 'countries'}"


def outlets_and_independent(outlets: Sequence[str], independent: int | None) -> str:
    """``4 outlets``, and ``4 outlets, 2 independent`` where some took over what they report from another."""
    counted = outlets_and_articles(outlets)
    if independent is None or independent >= len(outlets):
        return counted
    return f"{counted}, {independent} independent"


def number_of(count: int, thing: str) -> str:
    """``1 outlet``, ``2 outlets``, ``1,204 outlets``, ``3 countries``."""
    if count != 1:
        thing = f"{thing[:-1]}ies" if thing.endswith("try") else f"{thing}s"
    return f"{count:,} {thing}"
