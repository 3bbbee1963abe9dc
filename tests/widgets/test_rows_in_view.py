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


async def test_what_a_pane_out_of_view_says_takes_no_line() -> None:
    app = GridApp(five_outlets(), ReadingState(order=("a", "b", "c", "d", "e")))
    async with app.run_test(size=(120, 40)) as pilot:
        assert line_of(app.grid, "Alpha ends.") - line_of(app.grid, "Alpha begins.") == 1
        await pilot.press("l", "l", "l")
        assert line_of(app.grid, "Beta ends.") - line_of(app.grid, "Beta begins.") > 15


async def test_the_title_names_the_panes_out_of_view_that_report_the_same_by_number() -> None:
    app = GridApp(five_outlets(), ReadingState(order=("a", "b", "c", "d", "e")))
    async with app.run_test(size=(120, 40)) as pilot:
        assert "also in 4 5 →" in lines_of(app.grid)[0]
        await pilot.press("l", "l", "j")
        assert "also in" not in lines_of(app.grid)[0]


async def test_what_stands_only_out_of_view_is_one_key_away() -> None:
    app = GridApp(five_outlets(), ReadingState(order=("a", "b", "c", "d", "e"), row=2))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("c")
        assert (app.grid.state.row, app.grid.state.pane) == (2, "d")
        assert any("Delta ends" in line for line in lines_of(app.grid))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("row", [0, 1, 2, 3])
async def test_sliding_sideways_keeps_the_top_of_the_row_where_it_is(size: tuple[int, int], row: int) -> None:
    texts = {name: [f"{name}{n} begins. " + LONG[: 30 * (n % 5) * at] for n in range(40)]
             for at, name in enumerate("abcde")}  # fmt: skip
    app = GridApp(comparison(texts), ReadingState(row=row + 20, pane="a", order=tuple("abcde")))
    async with app.run_test(size=size) as pilot:
        top = line_of(app.grid, f"a{row + 20} begins")
        for name in "bcde":
            await pilot.press("l")
            # At most as much higher as it takes to have half a screen of it in view.
            assert top - size[1] // 2 <= line_of(app.grid, f"{name}{row + 20} begins") <= top
        await pilot.press("h", "h", "h", "h")
        assert top - size[1] // 2 <= line_of(app.grid, f"a{row + 20} begins") <= top
