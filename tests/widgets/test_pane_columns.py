"""How many panes are in view, and that the focused one is always there in full."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.panes.pane_columns import NARROWEST, columns_for


@pytest.mark.parametrize(
    ("panes", "available", "full"),
    [(5, 194, 5), (9, 194, 4), (5, 115, 3), (3, 115, 3), (5, 75, 2), (5, 55, 1), (2, 75, 2)],
)
def test_how_many_panes_stand_in_full(panes: int, available: int, full: int) -> None:
    columns = columns_for(panes, available)
    assert columns.full == full
    assert columns.pane_width >= NARROWEST


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
        assert next(slot for slot in slots if slot.pane == focus).width == columns.pane_width


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
