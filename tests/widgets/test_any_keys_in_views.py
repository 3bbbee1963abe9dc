"""Whatever is pressed on any view, at any size: the cursor stays inside, lines are as wide as the screen,
and what was kept of them looks as if it were drawn anew."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.widgets.hand_made import comparison, three_outlets
from tests.widgets.view_app import ViewApp
from widgets.brief.view import BriefView
from widgets.matrix.matrix_view import MatrixView
from widgets.own_order.own_order_view import OwnOrderView
from widgets.reading.reading_state import ReadingState, View, panes

STRANGE = comparison(
    {"a": ["新聞記事" * 30, "é" * 200, "word " * 300, "👩‍👩‍👧‍👦 family"],
     "b": ["\x1b[31mred[/b] [bold]x", "\u202etxet"], "c": ["short"]},
    rows=["a1 b2", "a2", "b1 c1", "a3", "a4"],
    details=[
        ("differs", "number", {"x": ["a: word"], "y": ["b: red"]}),
        ("only", "name", {"s": ["c: short"]}),
    ],
)  # fmt: skip
EVENTS = (three_outlets(), STRANGE)
MOVES = st.sampled_from(
    [("row", 1), ("row", -1), ("row", 99), ("row", -99), ("page", 1), ("page", -1), ("pane", 1), ("pane", -1),
     ("to_pane", 3), ("lock", None), ("nudge", 1), ("nudge", -3)]
)  # fmt: skip


@pytest.mark.parametrize("view", ["own", "single", "matrix", "brief"])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    moves=st.lists(MOVES, max_size=25), event=st.sampled_from([0, 1]),
    size=st.tuples(st.integers(14, 160), st.integers(4, 50)), search=st.sampled_from(["", "the", "é"]),
)  # fmt: skip
def test_whatever_is_pressed_the_cursor_stays_inside(
    view: View,
    moves: list[tuple[str, int | None]],
    event: int,
    size: tuple[int, int],
    search: str,
) -> None:
    asyncio.run(_pressed(view, moves, event, size, search))


async def _pressed(
    view: View, moves: list[tuple[str, int | None]], number: int, size: tuple[int, int], search: str
) -> None:
    event = EVENTS[number]
    widget = {"matrix": MatrixView, "brief": BriefView}.get(view, OwnOrderView)()
    app = ViewApp(widget, event, ReadingState(view=view, search=search))  # type: ignore[type-var]
    async with app.run_test(size=size) as pilot:
        for name, amount in moves:
            action = getattr(widget, f"action_{name}", None)
            if action is not None:
                action() if amount is None else action(amount)
            await pilot.pause()
        assert 0 <= app.state.row < len(event.rows)
        assert app.state.pane in panes(app.state, event)
        strips = [widget.render_line(y) for y in range(widget.size.height)]
        kept = widget.render_lines(widget.size.region)
        widget.notify_style_update()
        widget.refresh()
        assert kept == widget.render_lines(widget.size.region)
        assert {strip.cell_length for strip in strips} == {widget.size.width}
        assert not any("\x1b" in strip.text or "\u202e" in strip.text for strip in strips)
