"""Titles, outlets, notes and names may hold anything: it is shown, never obeyed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from newsdiff.library import Library, View
from newsdiff.library.anchors import target_on
from newsdiff.readers import EventReading
from tests.tui.driving import press, screen_text, settled
from tests.tui.small_event import ARTICLES
from tui.app import NewsdiffApp
from tui.reader.screen import ReaderScreen

HOSTILE = "[red]x[/red] [Reuters] [/x] [@click=app.quit]y[/] \x1b[31m\x07 ‮evil \x9b0m [link=https://x]"
SHOWN = "[red]x[/red] [Reuters] [/x] [@click=app.quit]y[/]"


@pytest.fixture
def hostile_event(library: Library) -> str:
    articles = tuple(
        replace(
            one,
            text=one.text.replace("Norvik", HOSTILE),
            blocks=(),
            title=HOSTILE,
            outlet=f"{one.outlet} {HOSTILE}",
            url=f"https://{one.id}.example/{HOSTILE}",
        )
        for one in ARTICLES
    )
    articles = tuple(
        replace(one, blocks=(replace(ARTICLES[0].blocks[1], id=f"{one.id}.p1", start=0, end=len(one.text)),))
        for one in articles
    )
    return library.events.add(EventReading(HOSTILE, articles)).id


async def test_hostile_text_is_shown_harmlessly_everywhere(
    library: Library, hostile_event: str, tmp_path: Path
) -> None:
    source = library.events.articles(hostile_event)[0]
    library.notes.add(hostile_event, HOSTILE, [target_on(source, 0, 20)], tags=[HOSTILE.replace(" ", "")])
    app = NewsdiffApp(library)
    async with app.run_test(size=(130, 40), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert SHOWN in screen_text(app)
        library.saved.add(hostile_event, HOSTILE, View())
        await press(pilot, "d", "u")
        assert SHOWN in screen_text(app)
        app.show_message(HOSTILE, title=HOSTILE)
        app.show_error(HOSTILE)
        await press(pilot, "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert SHOWN in screen_text(app)
        for key in "] w enter escape A e escape escape S escape t escape f escape a escape s escape".split():
            await press(pilot, key)
            assert "\x1b" not in screen_text(app)
            assert "‮" not in screen_text(app)
        for key in "e escape y ? escape + escape - escape L".split():
            await press(pilot, key)
            assert "\x1b" not in screen_text(app)
            assert "‮" not in screen_text(app)
        await press(pilot, "/", *"[red]")
        assert "[red]" in app.screen.query_one("#asking", Input).value
        await press(pilot, "escape", "s")
        app.screen.query_one("#line", Input).value = HOSTILE
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.is_running


async def test_what_is_pasted_into_a_note_is_cleaned(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        await press(pilot, "enter", "a")
        app.post_message(Paste("two\nlines \x1b]52;c;evil\x07"))
        await press(pilot)
        assert "\x1b" not in screen_text(app)
        await press(pilot, "ctrl+s")
    assert library.notes.of(event)[0].body == "two\nlines ␛]52;c;evil␇"
