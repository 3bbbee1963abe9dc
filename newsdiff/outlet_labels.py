"""Distinct labels for several articles of one outlet on one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from newsdiff.model import Article

Source: TypeAlias = tuple[str, str | None, date | None]
"""Short name, outlet and day of publication of an article."""


def labels_of(sources: Iterable[Source]) -> dict[str, str]:
    """Short name -> what a person calls the article: its outlet, with a number where another has the same.

    "TIME" where it is the only one of its outlet, else "TIME (1)", "TIME (2)" in the order in which they
    were published, those without a day last. Neither depends on the order of the arguments.
    """
    by_outlet: dict[str, list[Source]] = {}
    for source in sources:
        short_name, outlet, _ = source
        by_outlet.setdefault((outlet or short_name).casefold(), []).append(source)
    return {
        short_name: label
        for same in by_outlet.values()
        for short_name, label in _numbered(sorted(same, key=_published))
    }


def _published(source: Source) -> tuple[date, str]:
    short_name, _, day = source
    return day or date.max, short_name


def _numbered(same: Sequence[Source]) -> Iterable[tuple[str, str]]:
    """The articles of one outlet with their labels."""
    for number, (short_name, outlet, _) in enumerate(same, 1):
        label = outlet or short_name
        yield short_name, label if len(same) == 1 else f"{label} ({number})"


def with_labels(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one event, each with a label that no other has."""
    labels = labels_of((one.id, one.outlet, one.published) for one in articles)
    return tuple(replace(one, shown_as=labels[one.id]) for one in articles)
