"""The list of notes: of one event or all, in step with other windows, orphans placed by the reader alone.
And what the library screen does to saved comparisons."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from newsdiff.library import Library, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.records import Note
from newsdiff.model import Article, Block, numbered
from tests.tui.driving import messages, press, settled
from tests.tui.small_event import article
from tui.app import NewsdiffApp
from tui.notes.screen import NotesScreen
from tui.reader.screen import ReaderScreen

pytestmark = pytest.mark.usefixtures("small")


def note_on(library: Library, event: str, name: str, paragraph: int, body: str) -> Note:
    block = article(name).paragraphs[paragraph]
    return library.notes.add(event, body, [target_on(article(name), block.start, block.end)])


def newer(old: Article, text: str) -> Article:
    """The same source with another text of one paragraph a line."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block("", "paragraph" if number else "title", at, at + len(line)))
        at += len(line) + 1
    return Article(
        old.id, old.source, text, numbered(old.id, blocks), title=old.title, outlet=old.outlet,
        published=old.published, url=old.url,
    )  # fmt: skip


async def test_all_notes_of_the_library_are_listed_and_one_opens_its_event(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    note_on(library, event, "beta", 2, "look here")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "N")
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.state.pane == "beta"
        assert app.screen.comparison is not None
        row = app.screen.comparison.rows[app.screen.state.row]
        assert article("beta").paragraphs[2].id in row.paragraphs


async def test_the_list_shows_what_another_window_wrote(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    note_on(library, event, "beta", 0, "mine")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "A")
        screen = app.screen
        assert isinstance(screen, NotesScreen)
        with open_library(library.path.parent) as other:
            note_on(other, event, "alpha", 0, "theirs")
        screen.look_for_changes()  # what the list's timer does every second
        assert {note.body for note in screen._shown} == {"mine", "theirs"}


async def test_an_orphan_stands_apart_until_the_reader_places_it(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    old = article("alpha")
    block = old.paragraphs[0]
    note = note_on(library, event, "alpha", 0, "lost")
    text = old.text.replace(
        old.slice(block), "Nothing of what stood here before is told any more, not one thing."
    )
    library.events.add_articles(event, [newer(old, text)])
    assert library.notes.get(note.id).targets[0].is_orphan
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "A", "/", *"orphan", "enter")
        assert isinstance(app.screen, NotesScreen)
        assert [one.id for one in app.screen._shown] == [note.id]
        assert app.screen.query_one("#filter", Input).value == "orphan"
        await press(pilot, "p", "end", "enter", "shift+end", "ctrl+s")
        assert "is in place again" in messages(app)
    placed = library.notes.get(note.id).targets[0]
    assert not placed.is_orphan
    assert placed.exact == old.slice(block), "the old words stay with the note"


async def test_a_saved_comparison_is_renamed_duplicated_and_deleted_with_a_way_back(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    library.saved.add(event, "monday", View())

    def names() -> list[str]:
        return [one.name for one in library.saved.of(event)]

    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "r", "end", *" night", "enter")
        assert names() == ["monday night"]
        await press(pilot, "u")
        assert names() == ["monday"]
        await press(pilot, "D")
        assert names() == ["monday", "monday copy"]
        await press(pilot, "u")
        assert names() == ["monday"]
        await press(pilot, "d")
        assert names() == []
        await press(pilot, "u")
        assert names() == ["monday"]


async def test_a_saved_comparison_opens_exactly_as_it_was_left(
    app: NewsdiffApp, library: Library, event: str
) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        await press(
            pilot, "enter", "l", "b", "L", "f", "space", "enter", "j", "i", "s", "ctrl+a", *"left", "enter"
        )
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        left, choice = screen.state, screen.opened.choice
        await press(pilot, "g", "h", "b", "L", "q")
        names = [one.name for one in library.saved.of(event)]
        assert names == ["left"] or "left" in names[0]
        await press(pilot, "j", "enter")
        again = app.screen
        assert isinstance(again, ReaderScreen)
        assert again.opened.choice == choice
        for what in (
            "row",
            "pane",
            "detail",
            "view",
            "standings",
            "kinds",
            "show_noise",
            "fold_all",
        ):
            assert getattr(again.state, what) == getattr(left, what), what
