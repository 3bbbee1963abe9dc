"""Notes on several places, on a row, on selected words; in colours; edited and deleted where they stand."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea

from newsdiff.library import Library
from newsdiff.library.anchors import target_on
from tests.tui.driving import ReaderApp, Reading, messages, press, screen_text, settled
from tests.tui.small_event import ARTICLES, article
from tui.dialogs.note import NoteDialog

pytestmark = pytest.mark.usefixtures("small")


async def test_one_note_stands_on_places_pinned_in_several_outlets(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "&", "l", "&")
    assert screen.status.wish == "2 pinned in 2 outlets · [&] more · [a] note · [!] difference · [esc] unpin"
    assert len(screen.state.notes) == 2
    await press(pilot, "a", *"these clash", "ctrl+s")
    (note,) = library.notes.of(event)
    assert [target.article for target in note.targets] == ["alpha", "beta"]
    assert screen.status.wish == ""


async def test_pinning_again_or_escape_lets_go(reading: Reading) -> None:
    pilot, screen = reading
    await press(pilot, "&", "&")
    assert screen.status.wish == ""
    await press(pilot, "&", "escape")
    assert screen.status.wish == ""
    assert screen.state.notes == ()


async def test_a_note_can_stand_on_the_whole_row(reading: Reading, library: Library, event: str) -> None:
    pilot, screen = reading
    assert screen.comparison is not None
    await press(pilot, "*", *"compare", "ctrl+s")
    (note,) = library.notes.of(event)
    assert {target.kind for target in note.targets} == {"row"}
    assert note.targets[0].reference == " ".join(screen.comparison.rows[0].paragraphs)


@pytest.mark.parametrize("finish", ["enter", "ctrl+s"])
async def test_words_are_selected_with_the_keyboard(
    reading: Reading, library: Library, event: str, finish: str
) -> None:
    pilot, _ = reading
    await press(pilot, "quotation_mark", "shift+right", "shift+right", "shift+right", finish)
    await press(pilot, "a", *"which", "ctrl+s")
    (note,) = library.notes.of(event)
    block = ARTICLES[0].paragraphs[0]
    assert note.targets[0].exact == ARTICLES[0].slice(block)[:3].strip()
    assert note.targets[0].start == block.start


async def test_a_note_gets_a_colour_and_keeps_it_when_it_is_edited(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "a", *"text", "tab", "tab", "tab", "right", "space", "ctrl+s")
    assert library.notes.of(event)[0].colour == "yellow"
    assert [mark.colour for mark in screen.state.notes] == ["yellow"]
    await press(pilot, "E", *" more", "ctrl+s")
    (note,) = library.notes.of(event)
    assert (note.body, note.colour) == ("text more", "yellow")


async def test_hash_tags_of_the_text_become_tags(reading: Reading, library: Library, event: str) -> None:
    pilot, _ = reading
    text = "# Who counted? See #sources and #follow-up, not #3 or https://a.example/#top."
    await press(pilot, "a")
    dialog = pilot.app.screen
    assert "#word" in dialog.query_one("#tags", Input).placeholder
    dialog.query_one(TextArea).text = text
    await press(pilot, "tab", *"press", "ctrl+s")
    (note,) = library.notes.of(event)
    assert note.tags == ("press", "sources", "follow-up")
    assert note.body == text


async def test_the_state_and_colour_chosen_are_reported_by_a_sign(reading: Reading) -> None:
    pilot, _ = reading
    await press(pilot, "a", "tab", "tab", "right", "space")
    lines = screen_text(pilot.app).splitlines()
    assert any("○ open   ● question   ○ resolved" in line for line in lines)
    assert any("● none   ○ yellow   ○ green   ○ blue   ○ red" in line for line in lines)


async def test_a_note_is_deleted_where_it_stands_and_comes_back(
    reading: Reading, library: Library, event: str
) -> None:
    pilot, screen = reading
    await press(pilot, "a", *"text", "ctrl+s", "D")
    assert library.notes.of(event) == ()
    assert screen.state.notes == ()
    await press(pilot, "u")
    assert [note.body for note in library.notes.of(event)] == ["text"]
    assert len(screen.state.notes) == 1


async def test_another_windows_note_is_marked_without_a_key(
    reading: Reading, library: Library, event: str
) -> None:
    from newsdiff.library import open_library

    pilot, screen = reading
    block = article("beta").paragraphs[0]
    with open_library(library.path.parent) as other:
        other.notes.add(event, "from elsewhere", [target_on(article("beta"), block.start, block.end)])
    screen.keeping.look_for_changes()  # what the reader's timer does every second
    await settled(pilot)
    assert [mark.article for mark in screen.state.notes] == ["beta"]


async def test_every_line_of_the_editor_is_in_view_at_80_by_24(library: Library, event: str) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, NoteDialog)
        for name in ("#body", "#tags", "#state", "#colour", "#hint"):
            assert app.screen.query_one(name).region.bottom < app.screen.query_one("#frame").region.bottom


async def test_two_windows_that_edit_one_note_both_keep_their_words(
    reading: Reading, library: Library, event: str
) -> None:
    from newsdiff.library import open_library

    pilot, screen = reading
    await press(pilot, "a", *"first", "ctrl+s", "E", *" mine")
    with open_library(library.path.parent) as other:
        (note,) = other.notes.of(event)
        other.notes.edit(note, body="first theirs")
    await press(pilot, "ctrl+s")
    assert {note.body for note in library.notes.of(event)} == {"first mine", "first theirs"}
    assert "both versions are kept" in messages(screen.newsdiff)


async def test_what_another_window_marks_as_read_is_read_here(
    reading: Reading, library: Library, event: str
) -> None:
    from newsdiff.library import open_library

    pilot, screen = reading
    paragraph = article("alpha").paragraphs[0].id
    with open_library(library.path.parent) as other:
        other.reading.mark_read(event, [paragraph])
    screen.keeping.look_for_changes()
    await settled(pilot)
    assert paragraph in screen.state.read
