"""Paragraphs that are level stay level on the screen, whatever the reader does."""

from __future__ import annotations

import asyncio
import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsdiff.model import Comparison
from tests.widgets.hand_made import BoundGrid, GridApp, comparison, lines_of
from widgets.reading.reading_state import ReadingState

NAMES = "abcdefg"
SIZES = [(60, 20), (80, 24), (100, 30), (120, 40), (200, 50)]
KEYS = ["j", "k", "space", "b", "e", "y", "g", "G", "h", "l", "1", "3", "z", "c", "w", "]"]
BEGINNING = re.compile(r"\b([a-g]\d+)\.")


@st.composite
def events(draw: st.DrawFn) -> Comparison:
    """Three to seven outlets; every paragraph begins with its own name, "b3.", and most stand in a row of
    several."""
    names = NAMES[: draw(st.integers(3, 7))]
    lengths = {name: draw(st.lists(st.integers(2, 60), min_size=4, max_size=12)) for name in names}
    texts = {
        name: [f"{name}{n}. " + "word " * words for n, words in enumerate(counts, 1)]
        for name, counts in lengths.items()
    }
    rows: list[list[str]] = [[] for _ in range(max(map(len, lengths.values())))]
    for name, counts in lengths.items():
        order = (
            draw(st.permutations(range(len(counts)))) if draw(st.integers(0, 3)) == 0 else range(len(counts))
        )
        for row, n in zip(rows, order, strict=False):
            row.append(f"{name}{n + 1}")
    return comparison(texts, [" ".join(row) for row in rows if row])


def level_on_the_screen(grid: BoundGrid) -> int:
    """How many paragraphs that are in view stand level with another one; all of them do so on one line."""
    layout = grid._layout_now
    assert layout is not None
    begins = {found[1]: y for y, line in enumerate(lines_of(grid)) for found in BEGINNING.finditer(line)}
    level = 0
    for shown, tops in layout.tops.items():
        for number in range(len(tops)):
            beside = layout.beside(shown, number)
            named = (BEGINNING.match(layout.piece(pane, at).text.strip()) for pane, at in beside.items())
            lines = {begins[found[1]] for found in named if found and found[1] in begins}
            assert len(lines) <= 1, (shown, number, begins)
            level += len(beside) > 1 and bool(lines)
    return level


DOING = st.one_of(
    st.sampled_from(KEYS),
    st.sampled_from(SIZES),
    st.tuples(st.just("drag"), st.integers(0, 50), st.integers(4, 15), st.integers(1, 4)),
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an app takes minutes
)
@given(events(), st.sampled_from(SIZES), st.lists(DOING, min_size=5, max_size=25), st.booleans())
def test_level_paragraphs_share_a_line_while_scrolling_resizing_sliding_and_selecting(
    event: Comparison,
    size: tuple[int, int],
    done: list[str | tuple[int, int] | tuple[str, int, int, int]],
    pin: bool,
) -> None:
    async def drive() -> None:
        app = GridApp(event, ReadingState(pin_base=pin))
        async with app.run_test(size=size) as pilot:
            level_on_the_screen(app.grid)
            for one in done:
                if isinstance(one, str):
                    await pilot.press(one)
                elif len(one) == 2:
                    await pilot.resize_terminal(*one)
                else:
                    _, x, y, further = one
                    await pilot.mouse_down(app.grid, offset=(x, y))
                    await pilot.hover(app.grid, offset=(x + further, y + further))
                    await pilot.mouse_up(app.grid, offset=(x + further, y + further))
                await pilot.pause()
                level_on_the_screen(app.grid)

    asyncio.run(drive())


def test_rows_in_one_order_are_level_at_every_size() -> None:
    texts = {name: [f"{name}{n}. " + "word " * (3 + 2 * n) for n in range(1, 9)] for name in "abc"}

    async def drive() -> None:
        app = GridApp(comparison(texts), ReadingState())
        async with app.run_test(size=(120, 40)) as pilot:
            for size in SIZES[1:]:  # the first has room for one pane only
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert level_on_the_screen(app.grid) >= 2

    asyncio.run(drive())
