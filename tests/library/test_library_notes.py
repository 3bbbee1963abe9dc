"""Notes: written, changed, found; and two who change one note both keep their words."""

from __future__ import annotations

import pytest

from newsdiff.library import Library, LibraryError, NotInLibraryError, StoredEvent, View
from newsdiff.library.anchors import target_on


def test_a_note_keeps_everything(library: Library, event: StoredEvent) -> None:
    one, other = library.events.articles(event.id)[:2]
    spans = [
        target_on(one, 100, 140),
        target_on(other, 60, 90, kind="detail", reference="points in the plan"),
    ]
    note = library.notes.add(
        event.id,
        "# These two\n\nclash",
        spans,
        tags=["todo", " todo", "", "Kremlin"],
        state="question",
        colour="red",
    )
    assert library.notes.get(note.id) == note
    assert (note.body, note.tags, note.state, note.colour) == (
        "# These two\n\nclash", ("todo", "Kremlin"), "question", "red",
    )  # fmt: skip
    assert [(t.article, t.start, t.end, t.exact, t.kind, t.reference) for t in note.targets] == [
        (s.article, s.start, s.end, s.exact, s.kind, s.reference) for s in spans
    ]
    assert note.targets[0].prefix == one.text[68:100]
    assert note.targets[0].suffix == one.text[140:172]
    assert note.targets[0].retrieved == library.events.sources(event.id)[0].retrieved
    assert note.targets[0].span == (100, 140)


def test_an_edit_changes_what_is_given_and_nothing_else(library: Library, event: StoredEvent) -> None:
    text = library.events.articles(event.id)[0]
    note = library.notes.add(event.id, "first", [target_on(text, 5, 50)], tags=["a"], colour="red")
    edited = library.notes.edit(note, body="second", colour="")
    assert edited.other is None
    assert (edited.note.body, edited.note.tags, edited.note.colour) == ("second", ("a",), None)
    assert (edited.note.id, edited.note.targets, edited.note.created) == (note.id, note.targets, note.created)
    assert library.notes.of(event.id) == (edited.note,)


def test_two_edits_of_one_note_are_both_kept(library: Library, event: StoredEvent) -> None:
    note = library.notes.add(event.id, "first")
    theirs = library.notes.edit(note, body="theirs").note
    mine = library.notes.edit(note, body="mine")
    assert mine.other == theirs
    assert (mine.note.body, mine.note.conflict_of) == ("mine", note.id)
    assert {found.body for found in library.notes.of(event.id)} == {"theirs", "mine"}


def test_an_edit_of_a_note_that_was_deleted_meanwhile_is_kept(library: Library, event: StoredEvent) -> None:
    note = library.notes.add(event.id, "first")
    library.notes.delete(note.id)
    mine = library.notes.edit(note, body="mine")
    assert mine.other is None
    assert library.notes.of(event.id) == (mine.note,)


def test_a_deleted_note_comes_back_as_it_was(library: Library, event: StoredEvent) -> None:
    text = library.events.articles(event.id)[0]
    note = library.notes.add(event.id, "keep me", [target_on(text, 5, 50)], tags=["a"])
    library.notes.delete(note.id)
    assert library.notes.of(event.id) == ()
    assert library.notes.tags() == {}
    back = library.notes.restore(note.id)
    assert (back.body, back.tags, back.targets) == (note.body, note.tags, note.targets)


def test_undoing_a_delete_does_not_let_an_older_edit_win(library: Library, event: StoredEvent) -> None:
    note = library.notes.add(event.id, "first")
    library.notes.delete(note.id)
    library.notes.restore(note.id)
    assert library.notes.edit(note, body="from before").note.id != note.id


def test_all_notes_are_listed_newest_first_and_their_tags_counted(
    library: Library, event: StoredEvent
) -> None:
    text = library.events.articles(event.id)[0]
    library.notes.add(event.id, "Ask the Élysée", tags=["todo", "france"])
    library.notes.add(event.id, "Done", [target_on(text, 0, 40)], tags=["todo"], state="resolved")
    library.notes.add(event.id, "Why?", state="question")
    assert [note.body for note in library.notes.all()] == ["Why?", "Done", "Ask the Élysée"]
    assert list(library.notes.tags().items()) == [("todo", 2), ("france", 1)]


def test_the_notes_of_a_saved_comparison_are_those_on_its_sources(
    library: Library, event: StoredEvent
) -> None:
    articles = library.events.articles(event.id)
    on = [library.notes.add(event.id, item.id, [target_on(item, 0, 20)]) for item in articles[:3]]
    whole = library.notes.add(event.id, "the event")
    some = library.saved.add(event.id, "some", View(sources=("outlet0", "outlet1")))
    everything = library.saved.add(event.id, "all", View())
    assert library.notes.of_saved(some.id) == (on[0], on[1], whole)
    assert library.notes.of_saved(everything.id) == (*on, whole)


def test_a_note_moves_along_when_its_article_gets_a_newer_text(library: Library, event: StoredEvent) -> None:
    old = library.events.articles(event.id)[0]
    paragraph = max(old.paragraphs, key=lambda block: block.end - block.start)
    start, end = paragraph.start + 20, paragraph.start + 90
    note = library.notes.add(event.id, "moves", [target_on(old, start, end)])
    new = (
        old.text[: old.paragraphs[0].start]
        + "A new first line of the page.\n\n"
        + old.text[old.paragraphs[0].start :]
    )
    added = library.events.add_articles(event.id, [_again(old, new)])
    assert added.orphans == ()
    (target,) = library.notes.get(note.id).targets
    assert target.reattachment is not None
    assert (target.reattachment.how, target.span) == ("exact", (start + 31, end + 31))
    assert (target.start, target.end, target.sha256) == (start, end, old.sha256)


def test_a_note_whose_words_are_gone_is_an_orphan_until_the_reader_places_it(
    library: Library, event: StoredEvent
) -> None:
    old = library.events.articles(event.id)[0]
    paragraph = max(old.paragraphs, key=lambda block: block.end - block.start)
    note = library.notes.add(event.id, "lost", [target_on(old, paragraph.start, paragraph.end)])
    new = _again(old, old.text[: paragraph.start] + old.text[paragraph.end :])
    assert library.events.add_articles(event.id, [new]).orphans == (note.id,)
    lost = library.notes.get(note.id)
    assert lost.targets[0].is_orphan
    assert lost.targets[0].span is None
    assert lost.targets[0].exact == old.slice(paragraph)
    assert library.events.get(event.id).orphans == 1
    placed = library.notes.attach(note.id, 0, 10, 30)
    assert placed.targets[0].span == (10, 30)
    assert library.events.get(event.id).orphans == 0
    library.events.add_articles(event.id, [old])
    assert library.notes.get(note.id).targets[0].span == (paragraph.start, paragraph.end)


def test_a_note_written_on_the_older_text_in_another_window_is_placed_on_the_newer(
    library: Library, event: StoredEvent
) -> None:
    old = library.events.articles(event.id)[0]
    paragraph = old.paragraphs[-1]
    library.events.add_articles(event.id, [_again(old, "New line here.\n" + old.text)])
    note = library.notes.add(event.id, "late", [target_on(old, paragraph.start, paragraph.end)])
    assert note.targets[0].span == (paragraph.start + 15, paragraph.end + 15)


def test_a_span_on_a_text_that_the_event_does_not_hold_is_refused(
    library: Library, event: StoredEvent
) -> None:
    stranger = _again(library.events.articles(event.id)[0], "Some words that nobody added.")
    with pytest.raises(NotInLibraryError):
        library.notes.add(event.id, "x", [target_on(stranger, 0, 10)])
    assert library.notes.of(event.id) == ()
    with pytest.raises(LibraryError):
        library.notes.add(event.id, "x", state="finished")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no span"):
        target_on(stranger, 5, 5)


def _again(old, text):  # type: ignore[no-untyped-def]
    from tests.library.library_accounts import article

    return article(old.id, text, source=old.source)
