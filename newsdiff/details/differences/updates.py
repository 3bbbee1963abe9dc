"""A later count by a later text: time lies between two values, so both may have been true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from newsdiff.details.candidate import ValueGroup
from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import stated_figure
from newsdiff.model import Quantity


def update_of(index: EventIndex, groups: Sequence[ValueGroup]) -> str | None:
    """``5 → 7`` where every article with the first value was published before all with the next one."""
    dated = []
    for group in groups:
        value = group.occurrences[0].mention.value
        days = publication_days(index, group)
        if not isinstance(value, Quantity) or stated_figure(value) is None or not days:
            return None
        dated.append((min(days), max(days), group.value))
    dated.sort(key=lambda item: item[:2])
    follow = all(before[1] < after[0] for before, after in pairwise(dated))
    return " → ".join(value for _, _, value in dated) if len(dated) > 1 and follow else None


def publication_days(index: EventIndex, group: ValueGroup) -> list[date]:
    """When the articles of a value were published; empty where that is not known of one."""
    days = [index.annotated[number].article.published for number in sorted(group.articles)]
    return [day for day in days if day is not None] if all(days) else []
