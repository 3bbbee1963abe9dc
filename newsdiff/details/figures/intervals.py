"""When two figures can both be true of one thing, and when they exclude each other."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from newsdiff.details.kinds_of_things import is_toll
from newsdiff.model import Quantity

ROUNDING: Final = 0.07
"""Two figures nearer than this part of the larger are one figure rounded, when one of them is round."""
CONVERTED_TWICE: Final = 0.01
"""Measures nearer than this are one, measured or converted twice; people are counted, not measured."""
COUNTED_SINGLY: Final = 30
"""People are counted one by one below this: 20 and 21 dead are two figures, 30 and 32 may be one."""
FLOOR_STRETCH: Final = 1.25
"""How far above "more than 100" a count of people may lie and still be the same count."""
FLOOR_REACH: Final = 1.5
"""How far above "more than 250" a figure may lie and still be the same: who knows of 500 does not write "over
250"."""
FLOOR_REACH_OF_ONE: Final = 2.0
"""The same for "more than a million" or "more than a decade": the next round figure is two."""
CEILING_REACH: Final = 2.0
"""How far below "up to 14 years" a figure may lie and still answer its question: three days exclude nothing,
yet who knows of three days does not write "up to 14 years"."""
WRITTEN_OUT: Final = 100
"""A bare count or percentage below this is not rounded to tens: who rounds 31 plants writes "some 30"."""
_EXACT: Final = frozenset({"score", "ordinal"})
NOT_METRIC: Final = {
    "metre": (1852.0, 1609.344, 0.9144, 0.3048, 0.0254),
    "metre per second": (1852 / 3600, 0.44704),
    "kilogram": (6.35029, 0.45359237, 0.028349523),
    "square metre": (1609.344**2, 4046.856, 0.3048**2),
    "litre": (3.785411784,),
}
"""Common unit -> what the units outside the metric system are worth in it, the greatest first."""
DIGITS_WRITTEN: Final = 4
"""Digits that a measure in news has at most: with more, any metric figure is some number of inches."""
SMALL: Final = 12
"""Counts up to a dozen are met by chance."""


def stated_figure(quantity: Quantity) -> float | None:
    """The figure as it stands, before a hedge widens it; None for ranges and words like "dozens"."""
    if quantity.figure is not None:
        return quantity.figure
    return quantity.low if quantity.low == quantity.high else None


def equal_figures(a: Quantity, b: Quantity) -> bool:
    """Whether both give the same figure, however hedged."""
    one, other = stated_figure(a), stated_figure(b)
    if one is None or other is None:
        return (a.low, a.high) == (b.low, b.high)
    return one == other


def can_both_be_true(a: Quantity, b: Quantity) -> bool:
    """Whether both can be true of one thing: equal but for hedge or rounding, or intervals that meet.

    Counts of dead and hurt people are stricter. "At least two killed" and "at least six killed" could
    both be true, yet they are two tolls: each outlet counted that many. Only "more than 100" and
    "120", where the first is a round figure under the second, count as one.
    """
    if equal_figures(a, b):
        return True
    if is_toll(a, b):
        return tolls_agree(a, b)
    if is_ceiling(a) and is_ceiling(b):
        return rounded(a, b)
    if is_range(a) and is_range(b):
        return ends_agree(a, b)
    return meets(a, b) or rounded(a, b)


def is_range(quantity: Quantity) -> bool:
    """Whether both ends are written: "between 19 and 24 years", not "dozens"."""
    return quantity.figure is None and not quantity.hedge and 0 < quantity.low < quantity.high < math.inf


def ends_agree(a: Quantity, b: Quantity) -> bool:
    """Whether two ranges have the same ends: "5 to 10" and "5 to 15" are two, though 7 lies in both."""
    return all(
        abs(one - other) <= CONVERTED_TWICE * max(one, other)
        for one, other in ((a.low, b.low), (a.high, b.high))
    )


def is_ceiling(quantity: Quantity) -> bool:
    """Whether only the most is given: "up to 10 years" and "up to 14 years" are two limits."""
    figure = quantity.figure
    return figure is not None and quantity.low <= 0 < figure and math.isclose(quantity.high, figure)


def is_far_below(quantity: Quantity, limit: Quantity) -> bool:
    """Whether the limit gives the most that is possible and the quantity lies far below it."""
    return is_ceiling(limit) and limit.figure is not None and quantity.high * CEILING_REACH < limit.figure


def tolls_agree(a: Quantity, b: Quantity) -> bool:
    """Whether two different figures can be one toll."""
    one, other = stated_figure(a), stated_figure(b)
    if one is None or other is None:
        return a.meets(b)
    low, high = (a, b) if one <= other else (b, a)
    floor, top = min(one, other), max(one, other)
    if low.meets(high) and low.hedge and is_round(floor) and floor >= 10:
        at_least = low.hedge.lower().startswith("at least")
        if top / floor <= (1 + ROUNDING if at_least else FLOOR_STRETCH):
            return True
    return rounded(a, b)


def meets(a: Quantity, b: Quantity) -> bool:
    """Whether the intervals meet, hedges of a round figure no wider than the figure's own precision."""
    return narrowed(a).meets(narrowed(b))


def narrowed(quantity: Quantity) -> Quantity:
    """ "About 850" is not said of 935: a rough figure is as wide as its last digits allow, no wider.

    "More than 250" is not said of 500.
    """
    figure = stated_figure(quantity)
    if figure and figure > 0 and quantity.high == math.inf:
        return replace(quantity, high=figure * floor_reach(quantity, figure), high_open=False)
    if not figure or not quantity.hedge or quantity.low == quantity.high or not in_stated_unit(quantity):
        return quantity
    reach = abs(figure) * 0.1
    if quantity.low < figure < quantity.high:
        reach = min(reach, max(precision(figure) / 2, abs(figure) * 0.03))
    return replace(
        quantity, low=max(quantity.low, figure - reach), high=narrowed_high(quantity, figure, reach)
    )


def floor_reach(quantity: Quantity, figure: float) -> float:
    """How far above a floor a figure may lie, as a ratio; a converted one hides how it was written."""
    is_one = f"{figure:.0f}".rstrip("0") == "1" or not in_stated_unit(quantity)
    return FLOOR_REACH_OF_ONE if is_one else FLOOR_REACH


def narrowed_high(quantity: Quantity, figure: float, reach: float) -> float:
    """The upper end of a narrowed figure; "more than" stays open above."""
    return quantity.high if quantity.low >= figure else min(quantity.high, figure + reach)


def in_stated_unit(quantity: Quantity) -> bool:
    """Whether the value stands in the unit that the text uses, so that its digits show how exact it is.

    Durations and measures are converted: five hours are 18,000 seconds, which looks more exact than it is.
    """
    return quantity.unit in ("", "percent", "year") or (len(quantity.unit) == 3 and quantity.unit.isupper())


def rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other rounded: "28.6" and "29", "4,970" and "5,000"; never people counted singly.

    Results and places in a series are exact: 28-24 is no rounding of 28-21.
    """
    if a.unit in _EXACT:
        return False
    one, other = stated_figure(a), stated_figure(b)
    if one is None or other is None or not one or not other:
        return False
    if not is_toll(a, b) and abs(one - other) <= CONVERTED_TWICE * max(abs(one), abs(other)):
        return not float(one).is_integer() or bool(a.unit) or max(abs(one), abs(other)) >= 1000
    if not in_stated_unit(a):
        return agree_across_systems(one, other, a.unit)
    coarse, fine = (one, other) if precision(one) >= precision(other) else (other, one)
    if is_toll(a, b) and max(one, other) < COUNTED_SINGLY and not (a.hedge or b.hedge):
        return False
    step = precision(coarse)
    if max(one, other) < WRITTEN_OUT and step > 1 and not (a.hedge or b.hedge):
        return False
    if step > precision(fine) and abs(coarse - fine) <= step / 2:
        return abs(coarse - fine) <= ROUNDING * max(abs(one), abs(other)) or step <= 1
    return False


def agree_across_systems(one: float, other: float, unit: str) -> bool:
    """Whether a measure in miles, feet or pounds and a metric one are one, each as exact as it is written.

    "20 miles" and "30 km" agree: who converts a round figure rounds it again.
    """
    mine, theirs = step_outside_metric(one, unit), step_outside_metric(other, unit)
    if (mine is None) == (theirs is None):
        return False
    steps = [precision(figure) if step is None else step for figure, step in ((one, mine), (other, theirs))]
    apart = abs(one - other)
    return apart <= max(steps) / 2 and apart <= ROUNDING * max(abs(one), abs(other))


def step_outside_metric(figure: float, unit: str) -> float | None:
    """The worth of the last digit of a measure in miles, feet or pounds; None for a metric one."""
    for factor in NOT_METRIC.get(unit, ()):
        written = round(figure / factor, 1)
        digits = f"{written:.1f}".replace(".", "").strip("-0")
        if 1 <= len(digits) <= DIGITS_WRITTEN and abs(written * factor - figure) <= 1e-6 * abs(figure):
            return precision(written) * factor
    return None


def is_round(figure: float) -> bool:
    """Whether the figure ends in a zero or a five before zeros."""
    return figure >= 10 and precision(figure) >= 5


def precision(figure: float) -> float:
    """The worth of the figure's last digit not zero: 10 for 120, 50 for 850, 100 for 1,900, 0.1 for 2.5."""
    figure = abs(figure)
    if not figure or not math.isfinite(figure):
        return 1.0
    step = 1.0
    if figure != int(figure):
        digits = repr(round(figure, 6)).split(".")[-1]
        return float(10 ** -len(digits)) if "e" not in digits else 1e-6
    while figure % (step * 10) == 0:
        step *= 10
    return step * 5 if figure % (step * 5) == 0 and step > 1 else step


def seldom_by_chance(figure: float, unit: str) -> bool:
    """Whether a figure is seldom met by chance: 28, 15.5, $3.2bn; not two, ten, the first, an hour, a quarter
    or 30 percent."""
    if unit in ("second", "ordinal") or (unit == "percent" and figure % 5 == 0):
        return False
    digits = f"{abs(figure):g}".replace(".", "").strip("0")
    return (len(digits) > 1 and abs(figure) > SMALL) or (bool(unit) and unit != "percent")
