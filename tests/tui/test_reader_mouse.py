"""The mouse in the reader, in every view: the outline, titles, marks, the wheel, selecting and copying."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from newsdiff.library import Library
from tests.tui.driving import ReaderApp, messages, press, reader, screen_text, settled
from tui.reader.screen import ReaderScreen

pytestmark = pytest.mark.usefixtures("small")
VIEWS = {"aligned": (), "own": ("v",), "matrix": ("v", "v"), "single": ("v", "v", "v")}
Reading = tuple[Pilot[None], ReaderScreen]


@pytest.fixture
async def reading(library: Library, event: str) -> AsyncIterator[Reading]:
    """The small event in the reader."""
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        yield pilot, reader(app)


def place_of(pilot: Pilot[None], words: str, which: int = 0) -> tuple[int, int]:
    """Where these words stand on the screen, from the top."""
    lines = screen_text(pilot.app).splitlines()  # type: ignore[arg-type]
    return [(line.index(words), y) for y, line in enumerate(lines) if words in line][which]


async def click(pilot: Pilot[None], offset: tuple[int, int]) -> None:
    await pilot.click(offset=offset)
    await settled(pilot)


@pytest.mark.parametrize("view", VIEWS)
async def test_a_click_on_the_outline_goes_to_that_row(reading: Reading, view: str) -> None:
    pilot, screen = reading
    await press(pilot, *VIEWS[view])
    before = screen_text(pilot.app)  # type: ignore[arg-type]
    await click(pilot, (119, screen.outline.region.y + 3))
    assert (screen.state.view, screen.state.row) == (view, 3)
    assert screen_text(pilot.app) != before  # type: ignore[arg-type]


@pytest.mark.parametrize("view", ["aligned", "own", "matrix"])
async def test_a_click_on_a_title_goes_to_that_source(reading: Reading, view: str) -> None:
    pilot, screen = reading
    await press(pilot, *VIEWS[view])
    await click(pilot, place_of(pilot, "3 Gamma Post"))
    assert screen.state.pane == "gamma"


@pytest.mark.parametrize("view", ["aligned", "own", "single"])
async def test_a_second_click_on_a_mark_opens_its_card(reading: Reading, view: str) -> None:
    pilot, screen = reading
    await press(pilot, *VIEWS[view])
    place = place_of(pilot, "212 people")
    await click(pilot, place)
    assert (screen.state.detail, screen.card.display) == ("d1", False)
    await click(pilot, place)
    assert screen.card.display


@pytest.mark.parametrize("view", ["aligned", "own", "single"])
async def test_what_is_selected_is_copied_with_its_source(reading: Reading, view: str) -> None:
    pilot, screen = reading
    await press(pilot, *VIEWS[view])
    x, y = place_of(pilot, "was built in 1998" if view != "aligned" else "operated by")
    await pilot.mouse_down(offset=(x, y))
    await pilot.hover(offset=(x + 4, y))
    await pilot.mouse_up(offset=(x + 4, y))
    await settled(pilot)
    selected = screen.get_selected_text()
    assert selected
    await press(pilot, "y")
    assert "Copied with its source." in messages(pilot.app)  # type: ignore[arg-type]
    assert selected in pilot.app.clipboard
    assert "Alpha Daily" in pilot.app.clipboard


@pytest.mark.parametrize("view", ["own", "single"])
async def test_the_wheel_walks_through_the_paragraphs(reading: Reading, view: str) -> None:
    pilot, screen = reading
    await press(pilot, *VIEWS[view])
    x, y = place_of(pilot, "Nordline")
    event = MouseScrollDown(screen.text, x, y, 0, 1, 0, False, False, False, x, y)
    screen.text.post_message(event)
    await settled(pilot)
    assert screen.state.row == 1
