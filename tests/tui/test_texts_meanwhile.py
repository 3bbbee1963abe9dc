"""Many articles: their texts are on the screen before the comparison is there."""

from __future__ import annotations

import threading

import pytest

from benchmarks.speed.synthetic import synthetic_event
from newsdiff.library import Library
from newsdiff.model import Comparison
from newsdiff.readers.files.event import EventReading
from tests.patience import PATIENCE
from tests.tui.driving import press, settled
from tui.app import NewsdiffApp
from tui.open_event import OpenedEvent
from tui.reader.meanwhile import TextsMeanwhile
from tui.reader.screen import ReaderScreen


async def test_the_texts_of_forty_articles_are_read_before_they_are_compared(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    are_read, compare = threading.Event(), OpenedEvent.compare

    def compared_late(event: OpenedEvent) -> Comparison:
        assert are_read.wait(PATIENCE)
        return compare(event)

    monkeypatch.setattr(OpenedEvent, "compare", compared_late)
    articles = synthetic_event(40, 3)
    opened = OpenedEvent.from_files(library, EventReading("Much", tuple(articles)))
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.open_event(opened)
        while not app.screen.query("TextsMeanwhile VerticalScroll Static"):
            await pilot.pause(0.05)
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.comparison is None
        assert "40 articles" in reader.status.busy
        columns = reader.query("TextsMeanwhile VerticalScroll")
        assert len(columns) == 3
        first = opened.articles[0]
        shown = str(reader.query("TextsMeanwhile Static").first().render())
        assert first.label in shown
        assert first.slice(first.paragraphs[0]).split()[0] in shown
        are_read.set()
        await press(pilot, "v")  # waits for the comparison
        await settled(pilot)
        assert reader.comparison is not None
        assert not reader.query(TextsMeanwhile)
        assert reader.state.view == "aligned"
        assert reader.text.display


async def test_a_comparison_that_is_quick_is_shown_at_once(library: Library) -> None:
    opened = OpenedEvent.from_files(library, EventReading("Little", tuple(synthetic_event(2, 3))))
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_event(opened)
        await settled(pilot)
        assert not app.screen.query(TextsMeanwhile)


async def test_texts_that_come_late_do_not_take_room_beside_the_comparison(library: Library) -> None:
    opened = OpenedEvent.from_files(library, EventReading("Little", tuple(synthetic_event(2, 3))))
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_event(opened)
        await settled(pilot)
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        reader._opening.waiting = True  # as it is until the comparison has been drawn
        reader._opening.show_texts()  # as the timer does on a busy machine
        await settled(pilot)
        assert not reader.query(TextsMeanwhile)
        assert reader.text.display
