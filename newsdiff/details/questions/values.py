"""The values of figures, days and times: when two are equal, and when both can be true."""

from __future__ import annotations

from collections.abc import Hashable

from newsdiff.details.figures.bearers import is_age
from newsdiff.details.figures.intervals import (
    SMALL,
    can_both_be_true,
    equal_figures,
    is_far_below,
    stated_figure,
)
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence
from newsdiff.details.times.moments import can_be_one
from newsdiff.model import ClockTime, DateRange, Kind, Quantity


def asked(occurrence: Occurrence) -> bool:
    """Whether a mention answers a question of how many, how much, how old or when."""
    return isinstance(occurrence.mention.value, Quantity | DateRange | ClockTime)


def kind_of(occurrence: Occurrence) -> Kind:
    """The kind of a mention, ages apart from other durations."""
    value = occurrence.mention.value
    return "age" if isinstance(value, Quantity) and is_age(value) else occurrence.mention.kind


def value_key(occurrence: Occurrence) -> Hashable:
    """The same for equal values: the figure, however hedged, in its unit; the days; the times."""
    value = occurrence.mention.value
    if isinstance(value, Quantity):
        figure = stated_figure(value)
        bare = figure if figure is not None else (value.low, value.high)
        return kind_of(occurrence), value.unit, bare, approximate(value)
    if isinstance(value, DateRange):
        return "date", value.first, value.last
    assert isinstance(value, ClockTime)
    return "time", value.first, value.last


def approximate(quantity: Quantity) -> str:
    """Where a hedge turns the figure into another value: "nearly 80" and "more than 80" are not 80.

    "At least 84", "about 84" and "84" are one value.
    """
    if quantity.figure is None:
        return ""
    if quantity.low_open and quantity.low == quantity.figure:
        return "more"
    if quantity.high_open and quantity.high == quantity.figure:
        return "less"
    return ""


def compatible(a: Occurrence, b: Occurrence) -> bool:
    """Whether two values of one kind and unit can both be true of one thing."""
    one, other = a.mention.value, b.mention.value
    if kind_of(a) != kind_of(b):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if one.unit != other.unit or other_fates(a, b):
            return False
        return equal_figures(one, other) or can_both_be_true(one, other)
    if isinstance(one, DateRange | ClockTime) and isinstance(other, DateRange | ClockTime):
        return type(one) is type(other) and can_be_one(one, other)
    return False


def may_answer_one_question(a: Occurrence, b: Occurrence) -> bool:
    """Whether two values can both be true of one thing, and neither is a limit far above the other."""
    one, other = a.mention.value, b.mention.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return compatible(a, b)
    return compatible(a, b) and not (is_far_below(one, other) or is_far_below(other, one))


def other_fates(a: Occurrence, b: Occurrence) -> bool:
    """Whether different things happened to those counted: two killed are not the two injured."""
    fates = {value.role for value in (a.mention.value, b.mention.value) if isinstance(value, Quantity)}
    return len(fates - {""}) > 1


def count_other_things(a: Occurrence, b: Occurrence) -> bool:
    """Whether two small counts are of things that their nouns keep apart: two children are no two pilots."""
    one, other = a.mention.value, b.mention.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.unit or one.high > SMALL:
        return False
    return kinship(one, other) == "apart"
