"""From figures to the intervals they assert: rounding, hedges, common units."""

from __future__ import annotations

from newsdiff.mentions.match import Match
from newsdiff.mentions.numbers.amounts import Amount
from newsdiff.mentions.numbers.hedges import Hedge, Interval
from newsdiff.mentions.numbers.units import Unit
from newsdiff.model import Quantity


def slack_of(amount: Amount) -> float:
    """How far rounding may have moved the figure."""
    step = amount.high.step
    if amount.unit is not None and amount.unit.name.startswith("percent"):
        step = min(step, 1.0)
    return step / 2


def interval_of(low: float, high: float, slack: float, hedge: Hedge | None) -> Interval:
    """The interval that a figure or range asserts with its hedge; without one, as far as rounding reaches."""
    if hedge is not None:
        return hedge.widen(low, high)
    return Interval(max(low - slack, 0.0) if low >= 0 else low - slack, high + slack, high_open=slack > 0)


def in_common_unit(interval: Interval, unit: Unit) -> Interval:
    """The interval in the common unit of the dimension."""
    low, high = interval.low * unit.factor + unit.shift, interval.high * unit.factor + unit.shift
    if unit.spread:
        low, high = low * (1 - unit.spread), high * (1 + unit.spread)
    return interval._replace(low=low, high=high)


def quantity(
    interval: Interval, unit: str, hedge: Hedge | None, *, head: str = "", role: str = "", words: str = "",
    figure: float | None = None,
) -> Quantity:  # fmt: skip
    """A `Quantity` of an interval; `words` are vague number words that count as hedge."""
    hedging = " ".join(filter(None, (hedge.words if hedge else "", words)))
    figure = None if figure is None else float(f"{figure:.12g}")
    return Quantity(
        interval.low, interval.high, interval.low_open, interval.high_open, unit, head, hedging, role, figure
    )


def plain_number(start: int, end: int, value: float, head: str, *, unit: str = "") -> Match:
    """An exact figure that nothing widens."""
    return Match(start, end, "number", Quantity(value, value, unit=unit, head=head, figure=value))
