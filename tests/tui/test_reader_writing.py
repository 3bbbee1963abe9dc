"""What the reader writes: notes, links, saved comparisons, exports, choices. All of it is on disk at once."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.widgets import Input, Static, TextArea

from newsdiff.exchange.exports import ENDINGS, ExportFormat, export
from newsdiff.exchange.unpacking import read_bundle
from newsdiff.library import Library, LibraryBusyError, open_library
from newsdiff.library.anchors import target_on
from newsdiff.model import ManualLink
from tests.tui.driving import Reading, messages, press, settled
from tests.tui.small_event import ARTICLES, FixedEvent, article
from tui.app import NewsdiffApp
from tui.dialogs.note import NoteDialog
from tui.notes.screen import NotesScreen
from tui.reader.output.export_actions import FORMS
from tui.reader.screen import ReaderScreen
from widgets.reading.reading_state import panes

pytestmark = pytest.mark.usefixtures("small")


# -- notes ---------------------------------------------------------------------------------


async def test_a_note_on_a_paragraph_is_in_the_library_before_the_toast(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "a", *"call", "enter", *"twice", "tab", *"todo", "ctrl+s")
    (note,) = library.notes.of(event)
    assert note.body == "call\ntwice"
    assert note.tags == ("todo",)
    assert [target.kind for target in note.targets] == ["paragraph"]
    assert note.targets[0].exact == ARTICLES[0].slice(ARTICLES[0].paragraphs[0])
    assert "Note saved." in messages(screen.newsdiff)
    assert [mark.id for mark in screen.state.notes] == [note.id]


async def test_a_note_on_a_difference_stands_in_every_outlet_that_reports_it(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, _ = reading
    await press(pilot, ";", "a", *"who counted?", "ctrl+s")
    (note,) = library.notes.of(event)
    assert [(target.article, target.exact) for target in note.targets] == [
        ("alpha", "212"), ("beta", "220"), ("gamma", "212"),
    ]  # fmt: skip
    assert {target.reference for target in note.targets} == {"people on board"}


async def test_escape_asks_only_when_there_is_text(reading: Reading, library: Library, event: str) -> None:
    pilot, _ = reading
    await press(pilot, "a", "escape")
    assert isinstance(pilot.app.screen, ReaderScreen)
    await press(pilot, "a", *"half a thought", "escape")
    assert isinstance(pilot.app.screen, NoteDialog)
    assert "not saved" in str(pilot.app.screen.query_one("#trouble", Static).visual)
    await press(pilot, "escape")
    assert isinstance(pilot.app.screen, ReaderScreen)
    assert library.notes.of(event) == ()


async def test_a_note_that_cannot_be_written_stays_in_the_editor(
    reading: Reading, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, _ = reading

    def busy(*_: object, **__: object) -> None:
        raise LibraryBusyError("the library is locked by another program")

    await press(pilot, "a", *"precious")
    monkeypatch.setattr(type(library.notes), "add", busy)
    await press(pilot, "ctrl+s")
    dialog = pilot.app.screen
    assert isinstance(dialog, NoteDialog)
    assert dialog.query_one(TextArea).text == "precious"
    assert "locked by another program" in str(dialog.query_one("#trouble", Static).visual)


async def test_tags_are_completed_from_those_in_use(reading: Reading, library: Library, event: str) -> None:
    library.notes.add(event, "older", tags=["kremlin"])
    pilot, _ = reading
    await press(pilot, "a", *"text", "tab", *"kre", "right", "ctrl+s")
    assert library.notes.of(event)[-1].tags == ("kremlin",)


async def test_the_state_of_a_note_can_be_chosen(reading: Reading, library: Library, event: str) -> None:
    pilot, _ = reading
    await press(pilot, "a", *"text", "tab", "tab", "right", "space", "ctrl+s")
    assert library.notes.of(event)[0].state == "question"


async def test_parentheses_step_through_the_notes(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    for name in ("alpha", "beta"):
        block = article(name).paragraphs[2]
        library.notes.add(event, name, [target_on(article(name), block.start, block.end)])
    screen.notes.changed()
    await press(pilot, ")")
    assert (screen.state.row, screen.state.pane) == (2, "alpha")
    await press(pilot, ")")
    assert (screen.state.row, screen.state.pane) == (4, "beta")
    await press(pilot, "(")
    assert screen.state.row == 2


async def test_the_list_of_notes_edits_deletes_undoes_and_goes_there(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    block = article("alpha").paragraphs[3]
    library.notes.add(event, "on the captain", [target_on(article("alpha"), block.start, block.end)])
    await press(pilot, "A")
    notes = pilot.app.screen
    assert isinstance(notes, NotesScreen)
    await press(pilot, "e", *"!", "ctrl+s")
    assert library.notes.of(event)[0].body == "on the captain!"
    await press(pilot, "s")
    assert library.notes.of(event)[0].state == "question"
    await press(pilot, "d")
    assert library.notes.of(event) == ()
    await press(pilot, "u")
    assert len(library.notes.of(event)) == 1
    await press(pilot, "/", *"capten")
    assert notes.list_.option_count == 1
    await press(pilot, "escape", "enter")
    assert isinstance(pilot.app.screen, ReaderScreen)
    assert (screen.state.row, screen.state.pane) == (3, "alpha")


async def test_a_note_of_another_window_appears_at_the_next_key(
    reading: Reading, tmp_path: Path, event: str
) -> None:
    pilot, screen = reading
    block = article("beta").paragraphs[0]
    with open_library(tmp_path / "data") as other:
        other.notes.add(event, "from elsewhere", [target_on(article("beta"), block.start, block.end)])
    await press(pilot, "j")
    assert [mark.article for mark in screen.state.notes] == ["beta"]


# -- links ---------------------------------------------------------------------------------


async def test_two_paragraphs_are_linked_for_good_and_taken_apart_again(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "3", ":", "4", "enter", "1", "+")
    assert "go to another source" in screen.status.wish
    await press(pilot, "j", "2", "+")
    assert library.reading.links(event) == (ManualLink("alpha.p4", "beta.p3"),)
    assert screen.status.wish == ""
    assert "Linked" in messages(screen.newsdiff)
    await press(pilot, "u")
    assert library.reading.links(event) == ()
    assert "Taken back: link" in messages(screen.newsdiff)


async def test_two_paragraphs_of_one_source_are_not_linked(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "+", "j", "+")
    assert library.reading.links(event) == ()
    assert "Both paragraphs are from one source" in messages(screen.newsdiff)
    await press(pilot, "escape")
    assert screen.status.wish == ""


async def test_unlinking_asks_which_link_when_there_are_several(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, _ = reading
    await press(pilot, "-", "down", "enter")
    (link,) = library.reading.links(event)
    assert {link.a, link.b} == {"alpha.p1", "gamma.p1"}
    assert not link.linked


async def test_unlinking_a_single_link_does_not_ask(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    await press(pilot, "j", "-")
    (link,) = library.reading.links(event)
    assert {link.a, link.b} == {"alpha.p2", "beta.p2"}
    await press(pilot, "u")
    assert library.reading.links(event) == ()
    await press(pilot, "u")
    assert "Nothing to undo" in messages(screen.newsdiff)


# -- choices ---------------------------------------------------------------------------------


async def test_the_source_under_the_cursor_becomes_the_base(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "2", "b")
    assert screen.opened.choice.base == "beta"
    assert FixedEvent.asked[-1] == "beta"  # type: ignore[attr-defined]


async def test_the_level_goes_round(reading: Reading) -> None:
    pilot, screen = reading
    for level in ("all", "strict", "normal"):
        await press(pilot, "L")
        assert screen.opened.choice.level == level


async def test_sources_can_be_chosen_but_two_must_stay(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "S", "space", "down", "space", "enter")
    assert "Tick at least 2" in str(pilot.app.screen.query_one("#trouble", Static).visual)
    await press(pilot, "space", "enter")
    assert screen.opened.choice.sources == {"beta", "gamma"}


async def test_a_block_put_aside_becomes_text_and_back(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "3", "t", "end", "enter")
    assert "Subscribe" in screen.opened.article("gamma").slice(screen.opened.article("gamma").paragraphs[-1])
    await press(pilot, "u")
    assert len(screen.opened.article("gamma").paragraphs) == 2


# -- saving, export, copy ------------------------------------------------------------------------


async def test_saving_says_saved_only_once_it_is(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    await press(pilot, "2", "b", "s", *"mine", "enter")
    (saved,) = library.saved.of(event)
    assert (saved.name, saved.view.base) == ("mine", "beta")
    assert "Saved as “mine”." in messages(screen.newsdiff)
    assert screen.title_line.facts.startswith("“mine”")


async def test_saving_over_another_name_asks_once(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    library.saved.add(event, "taken", screen.opened.view(screen.opened.place, {}))
    await press(pilot, "s", *"taken", "enter")
    assert "exists" in str(pilot.app.screen.query_one("#trouble", Static).visual)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, ReaderScreen)
    assert len(library.saved.of(event)) == 1


async def test_the_export_holds_the_notes_and_is_not_overwritten_unasked(
    reading: Reading, tmp_path: Path
) -> None:
    pilot, screen = reading
    await press(pilot, "a", *"in the export", "ctrl+s", "e", "enter", "enter")
    file = tmp_path / "ferry-aground-off-norvik-memo.md"
    assert "in the export" in file.read_text(encoding="utf-8")
    assert "Written to" in messages(screen.newsdiff)
    file.write_text("mine")
    await press(pilot, "e", "enter", "enter")
    assert file.read_text() == "mine"
    await press(pilot, "enter")
    assert "in the export" in file.read_text(encoding="utf-8")


async def test_a_memo_numbers_its_sources_as_the_panes_stand_on_the_screen_and_when_it_is_made_later(
    reading: Reading, library: Library, event: str, tmp_path: Path
) -> None:
    pilot, screen = reading
    await press(pilot, "3", "ctrl+left", "ctrl+left", "s", *"mine", "enter", "e", "enter", "enter")
    assert panes(screen.state, screen.comparison) == ("gamma", "alpha", "beta")
    (saved,) = library.saved.of(event)
    for text in ((tmp_path / "mine-memo.md").read_text("utf-8"), export(library, saved, "memo").decode()):
        for number, name in enumerate(("Gamma Post", "Alpha Daily", "Beta News"), 1):
            assert f"{name} [{number}]" in text


async def test_every_form_can_be_chosen_and_a_bundle_needs_a_saved_comparison(
    reading: Reading, tmp_path: Path
) -> None:
    pilot, screen = reading
    await press(pilot, "e", "end", "enter")
    assert "press s to save" in messages(screen.newsdiff)
    await press(pilot, "s", *"mine", "enter")
    for down, form in enumerate(FORMS):
        ending = ENDINGS[cast(ExportFormat, form.id)]
        await press(pilot, "e", *["down"] * down, "enter", "enter")
        assert (tmp_path / f"mine{ending}").stat().st_size > 0
    assert read_bundle(tmp_path / "mine.newsdiff.zip").saved.name == "mine"


async def test_the_name_of_an_export_decides_its_form_and_the_message_says_so(
    reading: Reading, tmp_path: Path
) -> None:
    pilot, screen = reading
    await press(pilot, "e", "j", "j", "j", "j", "k", "enter")
    assert pilot.app.screen.query_one("#line", Input).value == "ferry-aground-off-norvik.html"
    pilot.app.screen.query_one("#line", Input).value = "other.json"
    await press(pilot, "enter")
    assert (tmp_path / "other.json").read_text(encoding="utf-8").startswith("{")
    assert "Written to other.json as JSON, as the name says, not as HTML." in messages(screen.newsdiff)
    await press(pilot, "e", "enter")
    pilot.app.screen.query_one("#line", Input).value = "other.zip"
    await press(pilot, "enter")
    assert "press s to save" in str(pilot.app.screen.query_one("#trouble", Static).visual)


async def test_an_export_into_a_missing_folder_is_refused(reading: Reading) -> None:
    pilot, _ = reading
    await press(pilot, "e", "enter")
    pilot.app.screen.query_one("#line", Input).value = "nowhere/at/all.md"
    await press(pilot, "enter")
    assert "There is no folder" in str(pilot.app.screen.query_one("#trouble", Static).visual)


async def test_copying_cites_the_source(reading: Reading) -> None:
    pilot, _ = reading
    await press(pilot, ";", "y")
    assert pilot.app.clipboard.startswith("“212” (Alpha Daily, “Ferry runs aground off Norvik”, 1 March 2026")


async def test_o_opens_the_page_of_the_article(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    pilot, _ = reading
    opened: list[str] = []
    monkeypatch.setattr(type(pilot.app), "open_url", lambda _self, url, **_: opened.append(url))
    await press(pilot, "2", "o")
    assert opened == ["https://beta.example/ferry"]


async def test_files_open_straight_in_the_reader_and_enter_the_library_with_the_first_note(
    library: Library, tmp_path: Path
) -> None:
    for one in ARTICLES:
        (tmp_path / one.source).write_text(one.text, encoding="utf-8")
    app = NewsdiffApp(library, paths=[tmp_path / one.source for one in ARTICLES])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert library.events.all() == ()
        await press(pilot, "a", *"kept", "ctrl+s")
        (stored,) = library.events.all()
        assert [note.body for note in library.notes.of(stored.id)] == ["kept"]
        assert "the event is in the library now" in messages(app)
