"""Rows are as high as in the panes in view, and sliding sideways keeps the reader's place."""

from __future__ import annotations

import pytest

from newsdiff.model import Comparison
from tests.widgets.hand_made import BoundGrid, GridApp, comparison, lines_of
from widgets.reading.reading_state import ReadingState

LONG = " ".join(f"word{number}" for number in range(120))


def five_outlets() -> Comparison:
    """Five outlets of which the last two are far longer; row 2 stands only in `e`, row 4 only in `c`."""
    return comparison(
        {
            "a": ["Alpha begins.", "Alpha ends."],
            "b": ["Beta begins.", "Beta ends."],
            "c": ["Gamma begins.", "Gamma alone says this in a sentence that needs many lines. " * 4],
            "d": [f"Delta begins. {LONG}", f"Delta ends. {LONG}"],
            "e": ["Epsilon begins.", "Epsilon alone says this.", f"Epsilon ends. {LONG}"],
        },
        rows=["a1 b1 c1 d1 e1", "e2", "a2 b2 d2 e3", "c2"],
    )


def line_of(grid: BoundGrid, words: str) -> int:
    """The line on which these words stand."""
    return next(number for number, line in enumerate(lines_of(grid)) if words in line)


async def test_what_a_pane_out_of_view_says_makes_no_blank_lines() -> None:
    app = GridApp(five_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        assert line_of(app.grid, "Alpha ends.") - line_of(app.grid, "Alpha begins.") == 2 + 2
        await pilot.press("l", "l", "l")
        assert line_of(app.grid, "Delta ends.") - line_of(app.grid, "Delta begins.") > 20


async def test_a_row_that_stands_only_out_of_view_says_where_it_is_and_with_which_key_one_goes_there() -> (
    None
):
    app = GridApp(five_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        assert "also in pane 5, E →" in lines_of(app.grid)[line_of(app.grid, "Alpha begins.") + 2]
        app.grid.action_to_pane(5)
        await pilot.press("G")
        assert any("← pane 3, C" in line for line in lines_of(app.grid))


async def test_what_has_slid_away_beside_a_pinned_pane_stands_to_the_left() -> None:
    app = GridApp(five_outlets(), ReadingState(pin_base=True, pane="e"))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("G")
        assert any("also in ← pane 3, C" in line for line in lines_of(app.grid))


async def test_a_click_on_where_a_row_stands_goes_there() -> None:
    app = GridApp(five_outlets())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(BoundGrid, offset=(8, line_of(app.grid, "also in pane 5, E →")))
        assert (app.grid.state.row, app.grid.state.pane) == (1, "e")
        assert any("Epsilon alone" in line for line in lines_of(app.grid))


async def test_a_pane_cut_off_by_the_edge_is_wrapped_to_what_is_in_view_and_goes_on_with_an_ellipsis() -> (
    None
):
    app = GridApp(five_outlets())
    async with app.run_test(size=(120, 40)):
        slot = app.grid.slots[-1]
        assert slot.width < app.grid.slots[0].width
        first = line_of(app.grid, "also in pane 3, C →")
        shown = [
            line[-slot.width - 3 :].split("│")[-1].strip() for line in lines_of(app.grid)[first : first + 2]
        ]
        assert shown[0] == "Gamma alone says this"
        assert shown[1].endswith("…")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("row", [0, 1, 2, 3])
async def test_sliding_sideways_keeps_the_top_of_the_row_where_it_is(size: tuple[int, int], row: int) -> None:
    texts = {name: [f"{name}{n} begins. " + LONG[: 30 * (n % 5) * at] for n in range(40)]
             for at, name in enumerate("abcde")}  # fmt: skip
    app = GridApp(comparison(texts), ReadingState(row=row + 20, pane="a"))
    async with app.run_test(size=size) as pilot:
        top = line_of(app.grid, f"a{row + 20} begins")
        for name in "bcde":
            await pilot.press("l")
            assert line_of(app.grid, f"{name}{row + 20} begins") == top
        await pilot.press("h", "h", "h", "h")
        assert line_of(app.grid, f"a{row + 20} begins") == top
