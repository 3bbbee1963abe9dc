"""An opened event: what it reads from the library, and what reading leaves behind."""

from __future__ import annotations

from pathlib import Path

from newsdiff.library import Library, ReadingPosition, View
from newsdiff.model import ManualLink
from newsdiff.readers import EventReading
from tests.tui.small_event import ARTICLES, TITLE, reading
from tui.open_event import Choice, OpenedEvent, leaving_out


def test_reading_files_leaves_nothing_in_the_library(library: Library) -> None:
    opened = OpenedEvent.from_files(library, reading())
    opened.mark_read(["alpha.p1"], read=True)
    opened.leave(opened.view(ReadingPosition(), {}))

    assert library.events.all() == ()
    assert opened.read == {"alpha.p1"}


def test_the_first_link_puts_an_event_from_files_into_the_library_with_what_was_read(
    library: Library,
) -> None:
    opened = OpenedEvent.from_files(library, reading())
    opened.mark_read(["alpha.p1"], read=True)
    opened.link("alpha.p4", "beta.p3", linked=True)

    (stored,) = library.events.all()
    assert stored.title == TITLE
    assert library.reading.links(stored.id) == (ManualLink("alpha.p4", "beta.p3"),)
    assert library.reading.read(stored.id) == {"alpha.p1"}


def test_storing_an_event_keeps_the_short_names_of_its_articles(library: Library) -> None:
    opened = OpenedEvent.from_files(library, EventReading(None, (ARTICLES[0], ARTICLES[1].with_id("alpha"))))
    names = [article.id for article in opened.articles]
    opened.stored()

    assert sorted(article.id for article in opened.articles) == sorted(names) == ["alpha", "alpha-2"]


def test_texts_that_the_library_holds_open_with_their_notes(library: Library, event: str) -> None:
    library.notes.add(event, "known")
    opened = OpenedEvent.from_files(library, reading())

    assert opened.event == event
    assert [note.body for note in opened.notes] == ["known"]


def test_a_link_taken_back_leaves_the_paragraphs_to_the_engine(library: Library, event: str) -> None:
    opened = OpenedEvent.from_library(library, event)
    before = opened.link("alpha.p4", "beta.p3", linked=True)
    opened.unsay("alpha.p4", "beta.p3", before)

    assert opened.links == ()


def test_an_unlink_taken_back_restores_the_link_made_before(library: Library, event: str) -> None:
    opened = OpenedEvent.from_library(library, event)
    opened.link("alpha.p4", "beta.p3", linked=True)
    before = opened.link("alpha.p4", "beta.p3", linked=False)
    opened.unsay("alpha.p4", "beta.p3", before)

    assert [link.linked for link in opened.links] == [True]


def test_a_saved_comparison_opens_with_its_sources_base_level_links_and_place(
    library: Library, event: str
) -> None:
    opened = OpenedEvent.from_library(library, event)
    opened.choice = Choice(frozenset({"alpha", "beta"}), "beta", "strict")
    opened.link("alpha.p4", "beta.p3", linked=True)
    place = ReadingPosition("r2", "beta.p2", "beta", "d2")
    saved = opened.save("mine", opened.view(place, {"fold": True}))
    opened.unsay("alpha.p4", "beta.p3", None)

    again = OpenedEvent.from_saved(library, library.saved.get(saved.id))
    assert again.choice == Choice(frozenset({"alpha", "beta"}), "beta", "strict")
    assert again.links == (ManualLink("alpha.p4", "beta.p3"),)
    assert (again.place.paragraph, again.place.pane) == ("beta.p2", "beta")
    assert again.options["fold"] is True


def test_saving_under_the_same_name_saves_again(library: Library, event: str) -> None:
    opened = OpenedEvent.from_library(library, event)
    first = opened.save("mine", View())
    second = opened.save("mine", View(base="beta"))

    assert first.id == second.id
    assert [one.view.base for one in library.saved.of(event)] == ["beta"]


def test_a_block_that_becomes_text_is_compared_and_can_be_put_aside_again(
    library: Library, event: str
) -> None:
    opened = OpenedEvent.from_library(library, event)
    noise = next(block for block in opened.article("gamma").blocks if block.role == "noise")
    opened.set_role("gamma", noise.start, "paragraph", "")
    assert len(opened.article("gamma").paragraphs) == 3

    opened.set_role("gamma", noise.start, "noise", "newsletter")
    assert len(opened.article("gamma").paragraphs) == 2


def test_leaving_out_sources_stops_at_two() -> None:
    everything = ["alpha", "beta", "gamma"]
    fewer = leaving_out(Choice(base="gamma"), "gamma", everything)
    assert fewer == Choice(frozenset({"alpha", "beta"}), None)
    assert leaving_out(fewer, "alpha", everything) is None
    assert leaving_out(fewer, "gamma", everything) == Choice()


def test_an_event_comes_back_where_it_was_left(library: Library, event: str, tmp_path: Path) -> None:
    opened = OpenedEvent.from_library(library, event)
    opened.choice = Choice(base="gamma")
    opened.leave(opened.view(ReadingPosition("r3", "gamma.p2", "gamma"), {"noise": True}))

    again = OpenedEvent.from_library(library, event)
    assert again.choice.base == "gamma"
    assert again.place.paragraph == "gamma.p2"
    assert again.options["noise"] is True
