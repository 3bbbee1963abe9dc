"""An event of two English articles and a German one in the app: without a translate command, and with one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsdiff.library import Library, open_library
from newsdiff.readers import read_event
from newsdiff.settings import read_settings
from tests.patience import PATIENCE
from tests.styled_once import style_once
from tests.translation.local_translator import WORDS, command, runs, script
from tests.tui.driving import messages, press, reader, settled
from tests.until_quiet import wait_until_quiet
from tui.app import NewsdiffApp

__all__ = ["style_once", "wait_until_quiet"]

ENGLISH = {
    "alpha": (
        "Ferry hits rocks",
        "The ferry with 212 people on board hit rocks near Norvik on Sunday, as the harbour master said.",
        "Fishermen had warned of the rocks for years, and the owner did not listen to them.",
    ),
    "beta": (
        "Nine hurt off Norvik",
        "Nine passengers were taken to a hospital in Aldersund, according to the harbour master Anna Berg.",
        "Divers will look at the hull of the ship when the weather is better.",
    ),
}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library with the event."""
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    folder = tmp_path / "event"
    folder.mkdir()
    for name, lines in (*ENGLISH.items(), ("gamma", tuple(WORDS))):
        (folder / f"{name}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    with open_library(tmp_path / "data") as opened:
        opened.keep_fact("sample", "gone")
        opened.events.add(read_event([folder]))
        yield opened


def app_with(library: Library, tmp_path: Path, kind: str | None) -> tuple[NewsdiffApp, Path | None]:
    """The application, with a translate command that behaves so."""
    if kind is None:
        return NewsdiffApp(library), None
    program = script(tmp_path, kind)
    file = tmp_path / "config.toml"
    file.write_text(f"[translate]\ncommand = {json.dumps(command(program))}\nname = 'Dictionary'\n", "utf-8")
    return NewsdiffApp(library, settings=read_settings(file)), program


def words_on(app: NewsdiffApp) -> str:
    """What stands on the screen, line breaks and blanks made one."""
    shown = "".join(app.screen._compositor.render_strips()[y].text + "\n" for y in range(app.size.height))
    return " ".join(shown.split())


async def in_reader(pilot: Pilot[None]) -> None:
    """Into the reader, with the cursor on the German article."""
    await settled(pilot)
    await pilot.pause(0.3)
    await press(pilot, "enter")
    await settled(pilot)
    await pilot.pause(0.2)
    await settled(pilot)
    await press(pilot, "B", "2")


async def test_without_a_translate_command_the_pane_says_how_it_is_aligned(
    library: Library, tmp_path: Path
) -> None:
    app, _ = app_with(library, tmp_path, None)
    async with app.run_test(size=(150, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        assert "German" in words_on(app)  # the list of sources
        await in_reader(pilot)
        assert "German: by names, numbers, dates, quotations only" in words_on(app)
        comparison = reader(app).comparison
        assert comparison is not None
        assert any("gamma." in link.a + link.b for link in comparison.links)
        await press(pilot, "T")
        assert "German: aligned by names, numbers, dates and quotations only" in messages(app)


async def test_with_one_the_translation_is_aligned_and_the_original_is_one_key_away(
    library: Library, tmp_path: Path
) -> None:
    app, program = app_with(library, tmp_path, "good")
    async with app.run_test(size=(150, 40), notifications=True) as pilot:
        await in_reader(pilot)
        shown = words_on(app)
        assert "T original" in shown
        assert "translated by Dictionary from German" in shown
        assert "Fishermen had warned of the rocks" in shown
        comparison = reader(app).comparison
        assert comparison is not None
        assert frozenset(("alpha.p2", "gamma.p2")) in {frozenset((one.a, one.b)) for one in comparison.links}
        rows = comparison.rows

        await press(pilot, "T")
        shown = words_on(app)
        assert "German original" in shown
        assert "Die Fischer hatten seit Jahren" in shown
        assert reader(app).comparison is not comparison
        assert reader(app).comparison.rows == rows  # type: ignore[union-attr]

        await press(pilot, "T")
        assert "Fishermen had warned of the rocks" in words_on(app)
    assert program is not None
    assert runs(program) == ["de"]

    app, program = app_with(library, tmp_path, "good")  # the next day, and the program is not asked again
    async with app.run_test(size=(150, 40)) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)
        assert reader(app).comparison is not None
        assert "translated by Dictionary" in words_on(app)
    assert program is not None
    assert runs(program) == ["de"]


@pytest.mark.parametrize("view", ["own", "matrix", "single"])
async def test_every_view_of_a_translated_article_says_who_translated_it(
    view: str, library: Library, tmp_path: Path
) -> None:
    app, _ = app_with(library, tmp_path, "good")
    async with app.run_test(size=(150, 40)) as pilot:
        await in_reader(pilot)
        for _ in range(("own", "matrix", "single").index(view) + 1):
            await press(pilot, "v")
        assert reader(app).state.view == view
        assert "translated by Dictionary" in words_on(app)
        await press(pilot, "T")
        assert "German original" in words_on(app)


async def test_notes_on_a_translation_and_on_the_original_stay_when_the_command_is_taken_away(
    library: Library, tmp_path: Path
) -> None:
    app, _ = app_with(library, tmp_path, "good")
    async with app.run_test(size=(150, 40), notifications=True) as pilot:
        await in_reader(pilot)
        await press(pilot, "a", *"who?", "ctrl+s")  # on the translation
        await press(pilot, "T", "a", *"sic!", "ctrl+s")  # on the original
        await press(pilot, "q")
    event = library.events.all()[0].id
    gamma = next(one for one in library.events.articles(event) if one.id == "gamma")
    notes = {note.body: note for note in library.notes.of(event)}
    assert set(notes) == {"who?", "sic!"}
    for note in notes.values():
        (target,) = note.targets
        assert target.sha256 == gamma.sha256
        assert not target.is_orphan
        assert gamma.text[target.start : target.end] == target.exact
    app, _ = app_with(library, tmp_path, None)
    async with app.run_test(size=(150, 40)) as pilot:
        await in_reader(pilot)
        assert len({mark.id for mark in reader(app).state.notes}) == 2


@pytest.mark.parametrize("kind", ["fails", "silent", "endless", "no-utf8"])
async def test_a_command_that_fails_is_reported_and_the_original_is_read(
    kind: str, library: Library, tmp_path: Path
) -> None:
    app, program = app_with(library, tmp_path, kind)
    async with app.run_test(size=(150, 40), notifications=True) as pilot:
        await in_reader(pilot)
        assert "gamma is not translated: Dictionary " in messages(app)
        assert "Die Fischer hatten seit Jahren" in words_on(app)
        await press(pilot, "L")  # a new comparison does not try again
    assert program is not None
    assert len(runs(program)) <= 2  # the library screen did not, the reader did once


async def test_the_screen_lives_while_it_is_translated_and_leaving_does_not_wait(
    library: Library, tmp_path: Path
) -> None:
    app, _ = app_with(library, tmp_path, "slow")
    async with asyncio.timeout(PATIENCE), app.run_test(size=(150, 40)) as pilot:
        await pilot.pause(0.3)
        while reader_of(app) is None or reader_of(app).comparison is None:
            await pilot.press("enter")
            await pilot.pause(0.1)
        while "translating …" not in words_on(app):
            await pilot.pause(0.1)
        await pilot.press("B", "j", "2")
        while reader(app).state.pane != "gamma":
            await pilot.pause(0.1)
        assert "Die Fischer hatten seit Jahren" in words_on(app)


def reader_of(app: NewsdiffApp):  # type: ignore[no-untyped-def]
    try:
        return reader(app)
    except StopIteration:
        return None
