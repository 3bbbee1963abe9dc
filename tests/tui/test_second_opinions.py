"""A second opinion in the reader: asked on a key by real programs, shown beside newsdiff's own marks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsdiff.library import Library
from newsdiff.settings import read_settings
from newsdiff.settings.model import Settings
from tests.opinion.local_programs import command, runs, script
from tests.tui.driving import ReaderApp, messages, press, reader, screen_text, settled
from tests.widgets.test_quoted_words import ENDING
from tests.widgets.test_quoted_words import asked as quoting
from tui.reader.status_line import opinion_here
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState

pytestmark = pytest.mark.usefixtures("small")

Starting = Callable[[str], ReaderApp]


@pytest.fixture
def starting(library: Library, event: str, tmp_path: Path) -> Starting:
    """``starting("good")``: the reader in its brief, with a program that behaves so."""

    def start(kind: str) -> ReaderApp:
        app = ReaderApp(library, event, "brief")
        app.settings = naming(tmp_path, command(script(tmp_path, kind)))
        return app

    return start


def naming(tmp_path: Path, words: str) -> Settings:
    """Settings that name a program, called Rules."""
    file = tmp_path / "config.toml"
    file.write_text(f"[second_opinion]\ncommand = {json.dumps(words)}\nname = 'Rules'\n", "utf-8")
    return read_settings(file)


def asked(tmp_path: Path, kind: str) -> int:
    return runs(tmp_path / f"opinion_{kind}.py")


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until the words stand on the screen; a program may be at work meanwhile."""
    for _ in range(2_000):
        if words in screen_text(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"waited for {words}\n{screen_text(pilot.app)}")


async def test_a_place_is_asked_about_then_all_and_both_agree_is_a_filter(
    starting: Starting, library: Library, event: str, tmp_path: Path
) -> None:
    app = starting("good")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert asked(tmp_path, "good") == 0
        await press(pilot, "Q")
        assert "Rules: 1 answer: differs – how many were on board." in messages(app)
        assert "≠ Rules says: differs – how many were on board" in screen_text(app)
        await press(pilot, "enter")
        card = reader(app).card.plain_text
        assert "people on board" in card
        assert "Rules says: differs – how many were on board (“212 people” in Alpha Daily" in card
        assert "“220 people”" in screen_text(app)
        await press(pilot, "escape", "Q")
        assert "0 answers, 1 kept from before: differs" in messages(app)
        assert asked(tmp_path, "good") == 1

        await press(pilot, "P")
        assert "Rules: 1 answer, 1 kept from before." in messages(app)
        assert asked(tmp_path, "good") == 2
        shown = screen_text(app)
        assert "≠ Rules says: differs" in shown
        assert "= Rules says: same" in shown
        assert "Worth a look · 2" in shown
        await press(pilot, "f")
        assert "both agree: only these  1" in screen_text(app)
        await press(pilot, "space", "enter")
        shown = screen_text(app)
        assert "1 difference on which both agree" in messages(app)
        assert "Worth a look · 1" in shown
        assert "both agree" in shown
        assert "Rules says: same" not in shown
        await press(pilot, "]")
        assert "worth a look 1 of 1" in screen_text(app)
        assert "≠ differs · Rules says: differs" in screen_text(app)
        await press(pilot, "escape", "C")
        assert [one.kind for one in library.verdicts.of(event)] == ["confirmed"]
        assert "Rules says: differs" in screen_text(app)
        await press(pilot, "f", "space", "enter")
        assert "Worth a look · 2" in screen_text(app)


async def test_asked_about_in_the_panes_a_place_stays_under_the_cursor(
    starting: Starting, tmp_path: Path
) -> None:
    app = starting("good")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "v", "]", "enter", "enter")
        before = reader(app).state
        assert before.detail is not None
        await press(pilot, "Q")
        assert "Rules: 1 answer: differs" in messages(app)
        after = reader(app).state
        assert (after.row, after.pane, after.detail) == (before.row, before.pane, before.detail)


async def test_the_reader_stops_it_and_what_was_answered_till_then_is_kept(starting: Starting) -> None:
    app = starting("answers-once")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("P")
        await until(pilot, "asking Rules: 1 of 2 (P stops)")
        await pilot.press("Q")
        await until(pilot, "The program is already being asked: P stops it.")
        await press(pilot, "P")
        assert "Stopped. Rules: 1 answer." in messages(app)
        assert "Rules says: " in screen_text(app)
        opened = reader(app).opened
        assert opened.opinions is not None
        again = opened.opinions.on(opened.compare())
        assert sum(one.opinion is not None for one in again.details) == 1


async def test_what_gives_no_opinion_is_said_and_changes_nothing_and_what_it_says_is_harmless_text(
    starting: Starting, tmp_path: Path
) -> None:
    app = starting("good")
    app.settings = None
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = reader(app).comparison

        async def answered(words: str, key: str = "P") -> str:
            """What the reader reads where `words` are the command."""
            app.settings = naming(tmp_path, words) if words else None
            for once in ("second_opinions", "opinions_at_hand"):  # taken from the settings once
                vars(app).pop(once, None)
            app.said.clear()
            await press(pilot, key)
            return messages(app)

        assert "No program is named to ask" in await answered("")
        prose = await answered(command(script(tmp_path, "prose")))
        assert "Rules: 0 answers, 2 rejected (2 × not in the form" in prose
        gone = await answered(command(tmp_path / "gone.py"))
        assert "2 rejected (2 × the program failed)" in gone
        assert "Rules cannot be started" in await answered("/no/such/model")
        app.served = True
        for key in ("P", "Q"):
            assert "Programs are not run for a visitor" in await answered(
                command(tmp_path / "opinion_good.py"), key
            )
        assert asked(tmp_path, "good") == 0
        assert reader(app).comparison == before

        app.served = False
        await answered(command(script(tmp_path, "escapes")), "Q")
        shown = screen_text(app)
        assert "Rules says: differs – ␛]0;gone" in shown
        assert "\x1b" not in shown.replace("\n", "")


def test_the_line_below_the_panes_says_whose_quotations_are_lit() -> None:
    shown = quoting(on_statement=ENDING)
    state = settle(ReadingState(row=1, pane="time"), shown)
    assert opinion_here(shown, state) == "Rules says: differs – when it leaked"
    assert opinion_here(shown, settle(ReadingState(row=0, pane="time"), shown)) == ""
    assert opinion_here(shown, replace(state, view="brief")) == ""
