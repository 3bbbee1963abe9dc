"""What figures the articles of an event tell at all: of one noun, in one unit, of one fate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsdiff.details.constants import CONVERTED
from newsdiff.details.heads import head_stem
from newsdiff.details.telling import Telling
from newsdiff.model import Quantity


@dataclass(eq=False)
class KnownFigures:
    """Every number of an event, indexed by what it counts."""

    articles: int
    numbers: Sequence[Telling]

    @cached_property
    def figures_of_head(self) -> dict[str, set[float | None]]:
        """Stem of a head noun -> every figure that any outlet gives for it."""
        found: dict[str, set[float | None]] = defaultdict(set)
        for telling in self.numbers:
            value = telling.mention.value
            if isinstance(value, Quantity) and value.head and not value.unit:
                found[head_stem(value.head)].add(value.low if value.told is None else value.told)
        return found

    @cached_property
    def figures_of_unit(self) -> list[dict[str, list[float]]]:
        """Per article, unit -> its different figures; a figure and its conversion are one."""
        found: list[dict[str, list[float]]] = [{} for _ in range(self.articles)]
        for telling in self.numbers:
            value = telling.mention.value
            if isinstance(value, Quantity) and value.unit:
                figures = found[telling.article].setdefault(value.unit, [])
                figure = value.low if value.told is None else value.told
                if not any(abs(figure - known) <= CONVERTED * abs(known) for known in figures):
                    figures.append(figure)
        return found

    @cached_property
    def largest_tolls(self) -> list[dict[str, float]]:
        """Per article, fate -> the highest count of people of that fate."""
        found: list[dict[str, float]] = [{} for _ in range(self.articles)]
        for telling in self.numbers:
            value = telling.mention.value
            if isinstance(value, Quantity) and value.role and value.told is not None:
                tolls = found[telling.article]
                tolls[value.role] = max(value.told, tolls.get(value.role, 0.0))
        return found
