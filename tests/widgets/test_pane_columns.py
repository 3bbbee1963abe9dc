"""How many panes are in view, and that the focused one is always there in full."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.panes.pane_columns import LEAST, MOST, NARROWEST, columns_by_length, columns_for


@pytest.mark.parametrize(
    ("panes", "available", "full"),
    [(5, 194, 5), (9, 194, 4), (5, 115, 3), (3, 115, 3), (5, 75, 2), (5, 55, 1), (2, 75, 2)],
)
def test_how_many_panes_stand_in_full(panes: int, available: int, full: int) -> None:
    columns = columns_for(panes, available)
    assert columns.full == full
    assert set(columns.widths) == {columns.widths[0]}
    assert columns.widths[0] >= NARROWEST


def test_a_screen_too_narrow_for_anything_still_shows_one_pane() -> None:
    assert columns_for(5, 3).slots(0)[0].width == 3


@given(st.integers(1, 9), st.integers(1, 250), st.lists(st.integers(0, 8), max_size=8), st.booleans())
def test_the_focused_pane_is_always_in_view_in_full(
    panes: int, available: int, path: list[int], pin: bool
) -> None:
    columns = columns_for(panes, available)
    first = 0
    for step in path:
        focus = step % panes
        first = columns.first_for(focus, first, pin)
        slots = columns.slots(first, pin)
        assert len(slots) == columns.full
        assert next(slot for slot in slots if slot.pane == focus).width == columns.widths[focus]


@given(st.integers(1, 9), st.integers(1, 250), st.integers(0, 8), st.booleans())
def test_slots_stand_beside_each_other_inside_the_screen(
    panes: int, available: int, focus: int, pin: bool
) -> None:
    columns = columns_for(panes, available)
    slots = columns.slots(columns.first_for(focus % panes, 0, pin), pin)
    for slot, following in itertools.pairwise(slots):
        assert slot.x + slot.width + 3 == following.x
    assert slots[-1].x + slots[-1].width <= available


def test_a_pinned_base_stays_while_the_others_slide() -> None:
    columns = columns_for(5, 115)
    slots = columns.slots(columns.first_for(4, 0, pin=True), pin=True)
    assert slots[0].pane == 0
    assert 4 in [slot.pane for slot in slots]


LENGTHS = st.lists(st.integers(0, 90_000), min_size=1, max_size=9)


def room_for(panes: int, more: int) -> int:
    """Cells in which so many panes are all in view."""
    return panes * NARROWEST + 3 * (panes - 1) + more


@given(LENGTHS, st.integers(0, 200))
def test_panes_that_are_all_in_view_take_every_cell_and_none_is_too_narrow_or_too_wide(
    lengths: list[int], more: int
) -> None:
    available = room_for(len(lengths), more)
    columns = columns_by_length(lengths, available)
    slots = columns.slots(0)
    assert [slot.pane for slot in slots] == list(range(len(lengths)))
    assert slots[-1].x + slots[-1].width == available
    equal = -(-sum(columns.widths) // len(lengths))
    assert all(LEAST <= width <= max(MOST, equal) for width in columns.widths)
    for slot, following in itertools.pairwise(slots):
        assert slot.x + slot.width + 3 == following.x


@given(LENGTHS, st.integers(0, 200), st.randoms())
def test_a_longer_article_has_no_narrower_pane_and_keeps_its_width_in_any_order(
    lengths: list[int], more: int, shuffled: random.Random
) -> None:
    available = room_for(len(lengths), more)
    widths = columns_by_length(lengths, available).widths
    by_length = sorted(zip(lengths, widths, strict=True))
    assert all(
        width <= wider + (length == longer)
        for (length, width), (longer, wider) in itertools.pairwise(by_length)
    )
    order = list(range(len(lengths)))
    shuffled.shuffle(order)
    moved = columns_by_length([lengths[at] for at in order], available).widths
    assert sorted(zip([lengths[at] for at in order], moved, strict=True)) == by_length


def test_the_widths_follow_the_square_roots_of_the_lengths_between_their_bounds() -> None:
    assert columns_by_length([4000, 1000], 123).widths == (80, 40)
    assert columns_by_length([9000, 500, 500], 114).widths == (52, 28, 28)
    assert columns_by_length([90_000, 500, 500], 194).widths == (80, 54, 54)
    assert columns_by_length([700, 700, 700], 114).widths == (36, 36, 36)
    assert columns_by_length([0], 75).widths == (75,)
