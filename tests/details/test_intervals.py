"""When two figures can both be true of one thing."""

from __future__ import annotations

import pytest

from newsdiff.details.figures.intervals import can_both_be_true, is_far_below
from newsdiff.model import Quantity

INFINITY = float("inf")


def exactly(figure: float, unit: str = "", role: str = "") -> Quantity:
    return Quantity(figure, figure, unit=unit, role=role, figure=figure)


def at_least(figure: float, role: str = "") -> Quantity:
    return Quantity(figure, INFINITY, hedge="at least", role=role, figure=figure)


def more_than(figure: float, role: str = "") -> Quantity:
    return Quantity(figure, INFINITY, low_open=True, hedge="more than", role=role, figure=figure)


def about(figure: float) -> Quantity:
    return Quantity(figure * 0.9, figure * 1.1, hedge="about", figure=figure)


def up_to(figure: float) -> Quantity:
    return Quantity(0, figure, hedge="up to", figure=figure)


def between(low: float, high: float) -> Quantity:
    return Quantity(low, high)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (exactly(5), more_than(5)),
        (exactly(28.6), exactly(29)),
        (exactly(4970), about(5000)),
        (exactly(1688, "USD"), exactly(1680, "USD")),
        (at_least(30), exactly(45)),
        (more_than(1_000_000), exactly(1_700_000)),
        (about(30), exactly(31)),
        (exactly(55.5, "percent"), exactly(55, "percent")),
        (between(19, 24), exactly(20)),
        (more_than(100, "injured"), exactly(120, role="injured")),
        (Quantity(20, 150, hedge="dozens", role="injured"), exactly(45, role="injured")),
    ],
)
def test_can_both_be_true(a: Quantity, b: Quantity) -> None:
    assert can_both_be_true(a, b)
    assert can_both_be_true(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (up_to(14), up_to(10)),
        (exactly(28), exactly(19)),
        (exactly(12, role="killed"), exactly(13, role="killed")),
        (at_least(2, "killed"), at_least(6, "killed")),
        (at_least(90, "injured"), exactly(120, role="injured")),
        (about(850), about(1000)),
        (exactly(31.2e9, "USD"), exactly(32.6e9, "USD")),
        (exactly(1800, "second"), exactly(2000, "second")),
        (more_than(250), about(500)),
        (exactly(30), exactly(31)),
        (exactly(80, "percent"), exactly(83, "percent")),
        (between(19, 24), between(19.5, 24)),
        (
            Quantity(0, 13 * 0.3048, unit="metre", hedge="up to", figure=3.9624),
            Quantity(0, 12 * 0.3048, unit="metre", hedge="up to", figure=3.6576),
        ),
    ],
)
def test_exclude_each_other(a: Quantity, b: Quantity) -> None:
    assert not can_both_be_true(a, b)
    assert not can_both_be_true(b, a)


def test_a_limit_far_above_a_figure_asks_something_else() -> None:
    three_days, twelve_years, fourteen_years = exactly(3, "day"), exactly(12 * 365, "day"), up_to(14 * 365)
    assert is_far_below(three_days, fourteen_years)
    assert not is_far_below(fourteen_years, three_days)
    assert not is_far_below(twelve_years, fourteen_years)
    assert not is_far_below(three_days, exactly(14 * 365, "day"))


def test_a_result_is_no_rounding_of_another_result() -> None:
    won, other = exactly(230_197, "score"), exactly(229_198, "score")
    present = Quantity(230_197, 230_197.001, unit="score", figure=230_197.001)
    assert not can_both_be_true(won, other)
    assert can_both_be_true(won, present)


MILE, FOOT, POUND = 1609.344, 0.3048, 0.45359237


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (exactly(20 * MILE, "metre"), exactly(30_000, "metre")),
        (exactly(10 * MILE, "metre"), exactly(16_000, "metre")),
        (exactly(200 * FOOT, "metre"), exactly(60, "metre")),
        (exactly(6.2 * MILE, "metre"), exactly(10_000, "metre")),
        (exactly(100 * POUND, "kilogram"), exactly(45, "kilogram")),
    ],
)
def test_round_measures_of_two_systems_agree(a: Quantity, b: Quantity) -> None:
    assert can_both_be_true(a, b)
    assert can_both_be_true(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (exactly(20 * MILE, "metre"), exactly(40_000, "metre")),
        (exactly(20 * MILE, "metre"), exactly(21 * MILE, "metre")),
        (exactly(30_000, "metre"), exactly(32_000, "metre")),
        (exactly(31 * MILE, "metre"), exactly(47_000, "metre")),
        (exactly(190 * POUND, "kilogram"), exactly(80, "kilogram")),
    ],
)
def test_measures_further_apart_than_they_are_rounded_exclude_each_other(a: Quantity, b: Quantity) -> None:
    assert not can_both_be_true(a, b)
    assert not can_both_be_true(b, a)
