"""The mouse in the views of own orders: clicking, opening a card, selecting words of one article."""

from __future__ import annotations

import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.selection import Selection

from tests.widgets.hand_made import three_outlets
from tests.widgets.view_app import ViewApp
from widgets.own_order.own_order_view import OwnOrderView
from widgets.reading.messages import DetailOpened, NoteRequested
from widgets.reading.reading_state import NoteMark, ReadingState

EVENT = three_outlets()
VIEWS = [ReadingState(view="own", pane="time"), ReadingState(view="single", pane="time")]


def app_on(state: ReadingState) -> ViewApp[OwnOrderView]:
    return ViewApp(OwnOrderView(), EVENT, state)


def place_of(app: ViewApp[OwnOrderView], words: str) -> tuple[int, int]:
    """Where these words stand on the screen."""
    return next((line.index(words), y) for y, line in enumerate(app.lines()) if words in line)


async def click(pilot: Pilot[None], app: ViewApp[OwnOrderView], words: str) -> None:
    x, y = place_of(app, words)
    await pilot.click(OwnOrderView, offset=(x, y))
    await pilot.pause()


@pytest.mark.parametrize("start", VIEWS, ids=lambda state: state.view)
async def test_a_click_on_a_mark_goes_to_it_and_a_second_one_opens_its_card(start: ReadingState) -> None:
    heard: list[Message] = []
    app = app_on(start)
    async with app.run_test(size=(120, 40), message_hook=heard.append) as pilot:
        await pilot.pause()
        await click(pilot, app, "28-point")
        assert (app.state.row, app.state.pane, app.state.detail) == (0, "time", "d1")
        assert not any(isinstance(message, DetailOpened) for message in heard)
        await click(pilot, app, "28-point")
        assert {message.detail for message in heard if isinstance(message, DetailOpened)} == {"d1"}


async def test_a_click_on_a_title_goes_to_that_pane() -> None:
    app = app_on(VIEWS[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await click(pilot, app, "3 Vot")
        assert app.state.pane == "vot"


async def test_a_click_on_the_sign_of_a_note_asks_for_it() -> None:
    heard: list[Message] = []
    block = EVENT.article("time").paragraphs[1]
    note = NoteMark("n1", "time", block.start, block.end)
    app = app_on(ReadingState(view="own", pane="time", notes=(note,)))
    async with app.run_test(size=(120, 40), message_hook=heard.append) as pilot:
        await pilot.pause()
        await click(pilot, app, "✎")
        assert {message.note for message in heard if isinstance(message, NoteRequested)} == {"n1"}


@pytest.mark.parametrize("start", VIEWS, ids=lambda state: state.view)
async def test_dragging_selects_words_of_the_article(start: ReadingState) -> None:
    app = app_on(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        x, y = place_of(app, "alarmed by")
        await pilot.mouse_down(OwnOrderView, offset=(x, y))
        await pilot.hover(OwnOrderView, offset=(x + 9, y))
        await pilot.mouse_up(OwnOrderView, offset=(x + 9, y))
        await pilot.pause()
        ((article, low, high),) = app.view.selected_spans()
        assert article == "time"
        assert EVENT.article(article).text[low:high] == "alarmed by"
        assert app.screen.get_selected_text() == "alarmed by"


async def test_a_selection_stays_in_the_pane_in_which_it_began_and_leaves_the_margin_out() -> None:
    for start, pane in zip(VIEWS, ("sky", "time"), strict=True):
        app = app_on(start)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            x, y = place_of(app, "ahead of" if pane == "sky" else "leaked in")
            _, below = place_of(app, "Europe was")
            await pilot.mouse_down(OwnOrderView, offset=(x, y))
            await pilot.hover(OwnOrderView, offset=(110, below))
            await pilot.mouse_up(OwnOrderView, offset=(110, below))
            await pilot.pause()
            spans = app.view.selected_spans()
            assert len(spans) > 1
            assert {article for article, _, _ in spans} == {pane}


async def test_selecting_everything_gives_every_paragraph_of_every_pane() -> None:
    app = app_on(VIEWS[0])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        found = app.view.get_selection(Selection(None, None))
        assert found is not None
        for article in EVENT.articles:
            for block in article.paragraphs:
                assert article.text[block.start : block.end] in found[0]
