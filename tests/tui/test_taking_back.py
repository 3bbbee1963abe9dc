"""What the reader chose is taken back with u, which leads back to where it was chosen."""

from __future__ import annotations

import pytest

from newsdiff.library import Library
from tests.tui.driving import ReaderApp, press, reader, settled
from widgets.reading.comparison_index import index_of


@pytest.mark.parametrize("key", ["X", "b"])
async def test_u_takes_a_choice_back_and_returns_to_the_paragraph(
    library: Library, event: str, key: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        screen = reader(app)
        assert screen.comparison is not None
        row = max(at for at, one in enumerate(screen.comparison.rows) if "beta" in one.reported_by)
        await press(pilot, "2", ":", *str(row + 1), "enter")
        before, choice = screen.here(), screen.opened.choice
        assert before is not None
        assert before[0].id == "beta"
        await press(pilot, key)
        assert screen.opened.choice != choice
        await press(pilot, "g", "u")
        assert screen.opened.choice == choice
        assert (screen.state.row, screen.state.pane) == (row, "beta")
        assert screen.here() == before


async def test_a_row_that_only_the_hidden_source_has_leaves_the_cursor_at_what_stood_above(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        screen = reader(app)
        old = screen.comparison
        assert old is not None
        row = next(at for at, one in enumerate(old.rows) if at and one.reported_by == ("beta",))
        above = next(
            paragraph
            for at in range(row - 1, -1, -1)
            for paragraph in old.rows[at].paragraphs
            if not paragraph.startswith("beta")
        )
        await press(pilot, "2", ":", *str(row + 1), "enter", "X")
        assert screen.comparison is not None
        assert above in screen.comparison.rows[screen.state.row].paragraphs
        assert index_of(screen.comparison).row_index[above] == screen.state.row
