"""Saved comparisons, links by hand, read marks and places come back as they were left."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.library import (
    Library,
    LibraryError,
    NameTakenError,
    ReadingPosition,
    Session,
    StoredEvent,
    View,
    open_library,
)
from newsdiff.model import ManualLink
from tests.library.library_accounts import article


def view_of(library: Library, event: StoredEvent) -> View:
    first, second = library.events.articles(event.id)[:2]
    return View(
        sources=(first.id, second.id),
        base=second.id,
        level="strict",
        place=ReadingPosition(row="r7", paragraph=first.paragraphs[2].id, pane=first.id, detail="d3"),
        options={"view": "matrix", "folded": True, "offset": 12, "filter": None},
    )


def test_a_comparison_opens_as_it_was_left(folder: Path, library: Library, event: StoredEvent) -> None:
    first, second = library.events.articles(event.id)[:2]
    library.reading.link(event.id, first.paragraphs[1].id, second.paragraphs[2].id)
    library.reading.link(event.id, first.paragraphs[2].id, second.paragraphs[3].id, linked=False)
    view = view_of(library, event)
    saved = library.saved.add(event.id, "  Before the\n summit ", view)
    library.reading.set_links(event.id, ())
    with open_library(folder) as again:
        found = again.saved.find("before the summit")
    assert found == saved
    assert (found.name, found.view) == ("Before the summit", view)
    assert found.links == (
        ManualLink(first.paragraphs[1].id, second.paragraphs[2].id),
        ManualLink(first.paragraphs[2].id, second.paragraphs[3].id, linked=False),
    )
    assert found.texts == {first.id: first.sha256, second.id: second.sha256}
    assert library.events.get(event.id).saved == 1


def test_a_name_is_given_once_per_event(library: Library, event: StoredEvent) -> None:
    saved = library.saved.add(event.id, "Mine", View())
    for taken in ("mine", " MINE "):
        with pytest.raises(NameTakenError):
            library.saved.add(event.id, taken, View())
    other = library.saved.add(event.id, "Other", View())
    with pytest.raises(NameTakenError):
        library.saved.rename(other.id, "mine")
    with pytest.raises(LibraryError):
        library.saved.rename(other.id, "  ")
    assert library.saved.rename(saved.id, "MINE").name == "MINE"
    assert [found.name for found in library.saved.of(event.id)] == ["MINE", "Other"]


def test_copies_get_names_of_their_own(library: Library, event: StoredEvent) -> None:
    first, second = library.events.articles(event.id)[:2]
    library.reading.link(event.id, first.paragraphs[1].id, second.paragraphs[2].id)
    saved = library.saved.add(event.id, "Mine", view_of(library, event))
    copy, another = library.saved.duplicate(saved.id), library.saved.duplicate(saved.id)
    assert [copy.name, another.name] == ["Mine copy", "Mine copy 2"]
    assert (copy.view, copy.links, copy.texts) == (saved.view, saved.links, saved.texts)


def test_saving_again_keeps_the_name_and_takes_the_new_view(library: Library, event: StoredEvent) -> None:
    saved = library.saved.add(event.id, "Mine", View())
    updated = library.saved.update(saved.id, view_of(library, event))
    assert (updated.id, updated.name, updated.view) == (saved.id, "Mine", view_of(library, event))
    assert updated.version == saved.version + 1


def test_a_deleted_comparison_comes_back_even_when_its_name_is_taken(
    library: Library, event: StoredEvent
) -> None:
    saved = library.saved.add(event.id, "Mine", view_of(library, event))
    library.saved.delete(saved.id)
    assert library.saved.all() == ()
    library.saved.add(event.id, "Mine", View())
    back = library.saved.restore(saved.id)
    assert (back.name, back.view) == ("Mine 2", saved.view)


def test_saving_what_another_window_deleted_brings_it_back(library: Library, event: StoredEvent) -> None:
    saved = library.saved.add(event.id, "Mine", View())
    library.saved.delete(saved.id)
    assert library.saved.update(saved.id, View(base="outlet1")).view.base == "outlet1"
    assert [found.id for found in library.saved.all()] == [saved.id]


def test_a_name_that_two_events_use_must_be_kept_apart_by_id(library: Library, event: StoredEvent) -> None:
    from tests.library.library_accounts import two

    other = library.events.add(two())
    one = library.saved.add(event.id, "Mine", View())
    library.saved.add(other.id, "Mine", View())
    with pytest.raises(LibraryError, match=one.id):
        library.saved.find("Mine")
    assert library.saved.find(one.id[:12]) == one


def test_the_last_word_on_two_paragraphs_holds(library: Library, event: StoredEvent) -> None:
    a, b = (item.paragraphs[1].id for item in library.events.articles(event.id)[:2])
    library.reading.link(event.id, a, b)
    library.reading.link(event.id, b, a, linked=False)
    assert library.reading.links(event.id) == (ManualLink(b, a, linked=False),)
    library.reading.forget_link(event.id, a, b)
    assert library.reading.links(event.id) == ()


def test_links_and_read_marks_survive_the_renumbering_of_blocks(library: Library, event: StoredEvent) -> None:
    articles = library.events.articles(event.id)
    one = next(item for item in articles if item.blocks[0].role == "noise")
    other = next(item for item in articles if item is not one)
    a, b = one.paragraphs[3], other.paragraphs[3]
    library.reading.link(event.id, a.id, b.id)
    library.reading.mark_read(event.id, [a.id, b.id])
    library.events.set_role(event.id, one.id, one.blocks[0].id, "paragraph")
    shifted = next(
        block
        for item in library.events.articles(event.id)
        for block in item.paragraphs
        if item.id == one.id and block.start == a.start
    )
    assert shifted.id != a.id
    assert library.reading.links(event.id) == (ManualLink(shifted.id, b.id),)
    assert library.reading.read(event.id) == {shifted.id, b.id}


def test_links_and_places_survive_a_newer_text_and_read_marks_only_for_the_same_words(
    library: Library, event: StoredEvent
) -> None:
    one, other = library.events.articles(event.id)[:2]
    same, rewritten, counterpart = one.paragraphs[4], one.paragraphs[6], other.paragraphs[1]
    library.reading.link(event.id, same.id, counterpart.id)
    library.reading.link(event.id, rewritten.id, counterpart.id)
    library.reading.mark_read(event.id, [same.id, rewritten.id])
    library.reading.leave(Session(event.id, View(place=ReadingPosition(paragraph=rewritten.id))))
    text = one.text[: rewritten.end - 1] + "," + one.text[rewritten.end :]
    library.events.add_articles(
        event.id, [article(one.id, "A first line was added.\n" + text, source=one.source)]
    )
    ids = {block.start: block.id for block in library.events.articles(event.id)[0].paragraphs}
    now_same, now_rewritten = ids[same.start + 24], ids[rewritten.start + 24]
    assert set(library.reading.links(event.id)) == {
        ManualLink(now_same, counterpart.id), ManualLink(now_rewritten, counterpart.id),
    }  # fmt: skip
    assert library.reading.read(event.id) == {now_same}
    session = library.reading.session(event.id)
    assert session is not None
    assert session.view.place.paragraph == now_rewritten
    library.reading.forget_link(event.id, now_same, counterpart.id)
    assert library.reading.links(event.id) == (ManualLink(now_rewritten, counterpart.id),)


def test_rows_can_be_marked_unread_again(library: Library, event: StoredEvent) -> None:
    ids = [block.id for block in library.events.articles(event.id)[0].paragraphs]
    library.reading.mark_read(event.id, ids)
    library.reading.mark_read(event.id, ids[:2], read=False)
    assert library.reading.read(event.id) == set(ids[2:])


def test_the_last_session_is_the_one_that_was_left_last(library: Library, event: StoredEvent) -> None:
    from tests.library.library_accounts import two

    other = library.events.add(two())
    saved = library.saved.add(event.id, "Mine", View())
    assert library.reading.session() is None
    library.reading.leave(Session(event.id, view_of(library, event), saved.id))
    library.reading.leave(Session(other.id, View(base="north")))
    last = library.reading.session()
    assert last is not None
    assert (last.event, last.view.base) == (other.id, "north")
    mine = library.reading.session(event.id)
    assert mine is not None
    assert (mine.view, mine.saved) == (view_of(library, event), saved.id)
    library.saved.delete(saved.id)
    library.events.delete(other.id)
    last = library.reading.session()
    assert last is not None
    assert (last.event, last.saved) == (event.id, None)
