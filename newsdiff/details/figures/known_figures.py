"""What figures the articles of an event give at all: of one noun, in one unit, of one fate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.details.figures.kinds_of_things import head_group, head_stem
from newsdiff.details.occurrence import Occurrence
from newsdiff.model import Quantity

CONVERTED: Final = 0.03
"""Measures nearer than this in one article are a measure and its conversion ("230 km (140 miles)")."""


@dataclass(eq=False)
class KnownFigures:
    """Every number of an event, indexed by what it counts."""

    articles: int
    numbers: Sequence[Occurrence]

    @cached_property
    def figures_of_head(self) -> dict[str, set[float | None]]:
        """Stem of a head noun -> every figure that any outlet gives for it."""
        found: dict[str, set[float | None]] = defaultdict(set)
        for occurrence in self.numbers:
            value = occurrence.mention.value
            if isinstance(value, Quantity) and value.head and not value.unit:
                found[head_stem(value.head)].add(value.low if value.told is None else value.told)
        return found

    @cached_property
    def figures_of_unit(self) -> list[dict[str, list[float]]]:
        """Per article, unit -> its different figures; a figure and its conversion are one."""
        found: list[dict[str, list[float]]] = [{} for _ in range(self.articles)]
        for occurrence in self.numbers:
            value = occurrence.mention.value
            if isinstance(value, Quantity) and value.unit:
                figures = found[occurrence.article].setdefault(value.unit, [])
                figure = value.low if value.told is None else value.told
                if not any(abs(figure - known) <= CONVERTED * abs(known) for known in figures):
                    figures.append(figure)
        return found

    @cached_property
    def figures_of_group(self) -> list[dict[str, set[float]]]:
        """Per article, what is counted (one word for all its synonyms) -> the figures given for it."""
        found: list[dict[str, set[float]]] = [defaultdict(set) for _ in range(self.articles)]
        for occurrence in self.numbers:
            value = occurrence.mention.value
            if isinstance(value, Quantity) and value.head and not value.unit and value.told is not None:
                found[occurrence.article][head_group(value.head)].add(value.told)
        return found

    @cached_property
    def whole_tolls(self) -> list[dict[str, set[float]]]:
        """Per article, fate -> the first count of people of that fate, and the highest."""
        found: list[dict[str, list[float]]] = [defaultdict(list) for _ in range(self.articles)]
        for occurrence in self.numbers:
            value = occurrence.mention.value
            if isinstance(value, Quantity) and value.role and value.told is not None:
                found[occurrence.article][value.role].append(value.told)
        return [{role: {tolls[0], max(tolls)} for role, tolls in article.items()} for article in found]
