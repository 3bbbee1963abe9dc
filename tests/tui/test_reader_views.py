"""The views of the reader and what the reader does to the panes: every key of theirs, and what is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from newsdiff.library import Library
from tests.tui.driving import ReaderApp, messages, press, reader, screen_text, settled
from tui.app import NewsdiffApp
from tui.parts.whole_footer import WholeFooter
from tui.reader.screen import ReaderScreen
from widgets.reading.reading_state import VIEWS, panes

pytestmark = pytest.mark.usefixtures("small")
Reading = tuple[Pilot[None], ReaderScreen]


@pytest.fixture
async def reading(library: Library, event: str) -> AsyncIterator[Reading]:
    """The small event in the reader."""
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        yield pilot, reader(app)


def app_of(pilot: Pilot[None]) -> NewsdiffApp:
    assert isinstance(pilot.app, NewsdiffApp)
    return pilot.app


async def test_v_cycles_through_the_views_and_the_cursor_stays(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "j")
    seen, rows = [], []
    for _ in range(len(VIEWS)):
        seen.append(screen.state.view)
        rows.append(screen.state.row)
        assert screen.text.display
        assert sum(view.display for view in (screen.brief, screen.grid, screen.own, screen.matrix)) == 1
        await press(pilot, "v")
    assert tuple(seen) == (*VIEWS[1:], VIEWS[0])
    assert set(rows) == {1}
    assert screen.state.view == "aligned"
    assert screen.title_line.facts.startswith("aligned")


async def test_a_view_can_be_chosen_from_a_list(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "V")
    assert isinstance(pilot.app.focused, OptionList)
    await press(pilot, "down", "down", "enter")
    assert screen.state.view == "matrix"


@pytest.mark.parametrize("view", ["own", "matrix", "single"])
async def test_every_view_moves_by_the_same_keys(reading: Reading, view: str) -> None:
    pilot, screen = reading
    while screen.state.view != view:
        await press(pilot, "v")
    for keys in (["j"], ["k"], ["space"], ["ctrl+u"], ["G"], ["g"], ["l"], ["h"], ["3"], [";"], ["'"],
                 ["}"], ["."], ["w"], ["z"], ["m"], ["ctrl+o"]):  # fmt: skip
        await press(pilot, *keys)
        assert 0 <= screen.state.row < len(screen.comparison.rows)  # type: ignore[union-attr]
        assert screen.state.pane in {"alpha", "beta", "gamma"}
    await press(pilot, "g", "G")
    assert screen.state.view == view


async def test_enter_in_the_matrix_opens_the_card_and_enter_there_goes_to_the_text(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "v", "v", "O", "g", "enter")
    assert (screen.state.view, screen.card.display) == ("matrix", True)
    await press(pilot, "enter")
    assert screen.state.view == "aligned"
    assert screen.state.detail == screen.matrix.lines[0].detail
    assert screen.state.at is not None


async def test_the_matrix_is_sorted_anew_by_a_key(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "O")
    assert "(v)" in messages(app_of(pilot))
    await press(pilot, "v", "v", "O")
    assert screen.state.matrix_order == "relation"
    assert screen.matrix.lines[0].sign == "≠"


async def test_the_lock_and_nudges_belong_to_own_order(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "x", "J")
    assert screen.state.locked
    await press(pilot, "v", "x")
    assert not screen.state.locked
    await press(pilot, "x")
    assert screen.state.locked
    await press(pilot, "J", "J", "K")
    assert screen.state.nudges == (("alpha", 1),)


async def test_panes_are_moved_and_pinned(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "ctrl+right")
    assert screen.comparison is not None
    assert panes(screen.state, screen.comparison) == ("beta", "alpha", "gamma")
    await press(pilot, "ctrl+left", "p")
    assert panes(screen.state, screen.comparison) == ("alpha", "beta", "gamma")
    assert screen.state.pin_base


async def test_a_source_is_hidden_and_comes_back(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "2", "X")
    assert screen.opened.choice.sources == {"alpha", "gamma"}
    await press(pilot, "3", "X")
    assert "at least two sources" in messages(app_of(pilot))
    await press(pilot, "u")
    assert not screen.opened.choice.sources


async def test_an_outlet_gets_another_name_and_its_old_one_back(reading: Reading) -> None:
    pilot, screen = reading
    before = screen.opened.article("alpha").label
    await press(pilot, "R", "ctrl+u", *"Daily", "enter")
    assert screen.opened.article("alpha").label == "Daily"
    await press(pilot, "u")
    assert screen.opened.article("alpha").label == before


async def test_the_view_with_all_its_choices_comes_back(library: Library, event: str) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "v", "J", "ctrl+right", "p", "j")
        before = reader(app).state
        reader(app).keeping.keep_place()
    again = ReaderApp(library, event)
    async with again.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        after = reader(again).state
    for name in ("view", "nudges", "order", "pin_base", "row", "pane", "at", "locked", "matrix_order"):
        assert getattr(after, name) == getattr(before, name), name


async def test_the_search_counts_its_hits_in_every_source(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"norvik")
    assert screen.comparison is not None
    counted = screen.status.where.split("“norvik” · ")[1].split(" · ")[0]
    numbers = [int(part.rsplit(" ", 1)[1]) for part in counted.split(", ")]
    assert len(numbers) == 3
    assert f"of {sum(numbers)} for" in screen.status.where


async def test_without_room_the_status_leaves_out_what_matters_less(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "/", *"norvik", "enter")
    for width in (100, 70, 50, 40):
        await pilot.resize_terminal(width, 30)
        await settled(pilot)
        line = str(screen.status.render())
        assert len(line) <= width - 2
        assert line.startswith("hit 1 of 3 for “norvik”")
        assert line.rstrip().endswith("row 1 of 5")
        assert line in screen_text(app_of(pilot))
    await press(pilot, "&")
    screen.status.message = ""
    await pilot.resize_terminal(100, 30)
    await settled(pilot)
    assert "[a] note on all · [esc] unpin" in screen_text(app_of(pilot))


async def test_a_footer_asks_nothing_of_a_reader_that_is_being_left(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        left = reader(app)
        footer = left.query_one(WholeFooter)
        removed = app.pop_screen()
        await left.grid.remove()  # a screen removes its widgets one after the other
        footer.look()
        await removed


async def test_the_outline_marks_the_rows_in_view_as_soon_as_the_panes_are_shown(
    library: Library, event: str
) -> None:
    app = ReaderApp(library, event, view="brief")
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "B")
        screen = reader(app)
        assert screen.state.view == "aligned"
        assert screen.outline.window == screen.grid.window()
        assert screen.outline.window[1] > 0
