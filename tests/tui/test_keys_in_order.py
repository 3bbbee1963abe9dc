"""What is typed behind a key belongs to what that key opens, however fast it comes."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from newsdiff import read_event
from newsdiff.library import Library
from tests.exchange.desk import SEEDS
from tests.tui.driving import ReaderApp, press, reader, settled
from tests.tui.test_bursts_of_keys import burst
from tui.app import NewsdiffApp
from tui.keys import at_rest
from tui.keys.in_order import KeysInOrder
from tui.reader.screen import ReaderScreen
from widgets.reading.reading_state import panes


class Fields(App[None]):
    """Two fields; enter in the first leads to the second."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = KeysInOrder(self, super().on_event)

    def compose(self) -> ComposeResult:
        for name in ("first", "second"):
            (field := Input(id=name)).cursor_blink = False
            yield field

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.keys.take(event)
        else:
            await super().on_event(event)

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one("#second"))

    def typed(self) -> list[str]:
        return [field.value for field in self.query(Input)]


async def test_keys_behind_an_enter_go_where_it_leads() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        for key in "ab\rcd":
            app.post_message(events.Key("enter" if key == "\r" else key, key))
        await pilot.pause()
        await pilot.pause()
        assert app.typed() == ["ab", "cd"]


async def test_what_a_key_changed_is_painted_without_another_message() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        await pilot.pause()
        painted: list[str] = []
        paint = app.screen._compositor_refresh

        def look() -> None:
            paint()
            painted.append(app.query_one("#first", Input).value)

        app.screen._compositor_refresh = look  # type: ignore[method-assign]
        app.post_message(events.Key("a", "a"))
        for _ in range(500):  # a pause of the pilot would wake the screen
            if painted:
                break
            await asyncio.sleep(0.01)
        assert painted[-1] == "a"


async def test_keys_that_were_kept_elsewhere_come_before_those_typed_after_them() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        app.post_message(events.Key("a", "a"))
        app.post_message(events.Key("d", "d"))
        app.call_later(app.keys.take_first, [events.Key("b", "b"), events.Key("c", "c")])
        await pilot.pause()
        await pilot.pause()
        assert app.typed() == ["abcd", ""]


async def test_a_field_that_is_gone_holds_no_key_up() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        app.post_message(events.Key("a", "a"))
        app.call_later(app.query_one("#first").remove)
        for key in "bcd":
            app.call_later(app.post_message, events.Key(key, key))
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        assert not app.keys.is_waiting


class Window(Screen[str]):
    """A field of its own; enter closes it with what was typed."""

    def compose(self) -> ComposeResult:
        (field := Input()).cursor_blink = False
        yield field

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)


async def type_in_a_burst(pilot: Pilot[None], app: Fields, keys: str, *, until: Callable[[], bool]) -> None:
    """Type all keys before any is answered, and wait until they are."""
    for key in keys:
        app.post_message(events.Key("enter" if key == "\r" else key, key))
    for _ in range(500):
        if not app.keys.is_waiting and until():
            break
        await pilot.pause(0.01)


async def test_keys_behind_an_enter_that_closes_two_windows_go_to_what_lies_below_both() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        answers: list[str | None] = []
        below = app.query_one("#first", Input)
        outer, inner = Window(), Window()
        await app.push_screen(outer, answers.append)

        def answered(answer: str | None) -> None:
            answers.append(answer)
            outer.dismiss("closed by the inner one")

        await app.push_screen(inner, answered)
        await pilot.pause()
        await type_in_a_burst(pilot, app, "ab\rcd", until=lambda: below.value == "cd")
        assert answers == ["ab", "closed by the inner one"]
        assert (outer.is_running, inner.is_running) == (False, False)
        assert app.typed() == ["cd", ""]


async def test_keys_that_close_one_window_after_the_other_wait_for_each_to_be_gone() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        answers: list[str | None] = []
        below = app.query_one("#first", Input)
        for _ in range(2):
            await app.push_screen(Window(), answers.append)
        await pilot.pause()
        await type_in_a_burst(pilot, app, "a\rb\rc", until=lambda: below.value == "c")
        assert answers == ["a", "b"]
        assert app.typed() == ["c", ""]


async def test_keys_behind_the_row_that_was_asked_for_act_on_that_row(library: Library) -> None:
    app = ReaderApp(library, library.events.add(read_event([SEEDS])).id)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        burst(app, [":", "1", "enter", "2", "+"])
        await settled(pilot)
        screen = reader(app)
        assert screen.comparison is not None
        assert (screen.state.row, screen.asking.display) == (0, False)
        assert screen.state.pane == panes(screen.state, screen.comparison)[1]
        assert "link" in screen.status.wish


async def test_what_is_typed_before_an_event_is_on_the_screen_moves_in_it(library: Library) -> None:
    library.events.add(read_event([SEEDS]))
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        burst(app, ["enter", "j", "j", "enter"])
        while not isinstance(app.screen, ReaderScreen) or not app.screen.card.display:
            await pilot.pause(0.02)
        screen = reader(app)
        assert screen.brief.brief is not None
        assert screen.state.detail == screen.brief.brief.worth_a_look[2].detail


async def test_one_can_leave_while_articles_are_compared(library: Library) -> None:
    library.events.add(read_event([SEEDS]))
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        burst(app, ["enter", "q", "enter"])
        await press(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen_stack) == 2


async def test_python_looks_through_all_its_objects_while_no_key_comes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_rest, "SECONDS_OF_REST", 0.1)
    passes: list[int] = []

    def note(phase: str, facts: dict[str, int]) -> None:
        if phase == "start" and facts["generation"] == 2:
            passes.append(facts["generation"])

    before = gc.get_threshold()
    gc.callbacks.append(note)
    try:
        async with NewsdiffApp(library).run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            assert gc.get_threshold()[2] == at_rest.MOST > before[2]
            gc.set_threshold(10, 1, at_rest.MOST)  # so that there soon is enough to look through
            passes.clear()
            while not passes:
                kept = [[number] for number in range(1_000)]
                await pilot.pause(0.05)
            assert len(kept) == 1_000
        assert gc.get_threshold() == before
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*before)
