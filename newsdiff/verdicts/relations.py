"""Details made of others by the reader: values together, and how they relate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdiff.model import (
    ClockTime,
    Comparison,
    DateRange,
    Detail,
    DetailValue,
    Mention,
    Name,
    Quantity,
    Relation,
)
from newsdiff.sanitize import one_line


def excludes(one: Mention, other: Mention) -> bool:
    """Whether two mentions cannot both be true of one thing: what the engine can say of their values."""
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.unit == b.unit and not a.meets(b)
    if isinstance(a, DateRange) and isinstance(b, DateRange):
        return not a.meets(b)
    if isinstance(a, ClockTime) and isinstance(b, ClockTime):
        return not a.meets(b)
    return isinstance(a, Name) and isinstance(b, Name) and a.key != b.key


def relation_between(values: Sequence[DetailValue]) -> Relation:
    """*only* in one article, *differs* where two values exclude each other, else *variant* or *shared*."""
    if len({mention.article for value in values for mention in value.mentions}) < 2:
        return "only"
    firsts = [value.mentions[0] for value in values]
    if any(excludes(one, other) for one in firsts for other in firsts):
        return "differs"
    return "variant" if len(values) > 1 else "shared"


def merged_values(values: Iterable[DetailValue]) -> tuple[DetailValue, ...]:
    """Values of the same words as one."""
    found: dict[str, DetailValue] = {}
    for value in values:
        key = one_line(value.value).casefold()
        known = found.get(key)
        found[key] = (
            replace(value, independent_texts=None)
            if known is None
            else DetailValue(known.value, tuple(dict.fromkeys((*known.mentions, *value.mentions))))
        )
    return tuple(found.values())


def with_values(
    comparison: Comparison, detail: Detail, values: Sequence[DetailValue], relation: Relation | None = None
) -> Detail:
    """A detail with other values: who reports it follows from them, of the others nothing certain is said."""
    reporting = {mention.article for value in values for mention in value.mentions}
    order = [article.id for article in comparison.articles]
    return replace(
        detail,
        values=tuple(values),
        relation=relation or relation_between(values),
        reported_by=tuple(one for one in order if one in reporting),
        not_found_in=(),
        not_compared=tuple(one for one in order if one not in reporting),
        update=None,
        independent_texts=None,
    )
