"""Events and articles come out of the library as they went in, and show what the reader changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from newsdiff import compare, read_event
from newsdiff.library import (
    Library,
    NotInLibraryError,
    Overview,
    StoredEvent,
    ensure_sample,
    open_library,
    sample_folder,
)
from newsdiff.library.anchors import target_on
from newsdiff.model import ManualLink
from tests.changed_roles import with_role
from tests.library.library_accounts import Account, article, as_read, seeds, two


def test_an_article_comes_back_exactly_as_it_was_read(library: Library, event: StoredEvent) -> None:
    assert as_read(library, event.id) == seeds().articles
    assert library.events.articles(event.id) == seeds().articles


def test_events_of_one_day_are_sorted_by_their_clock_times_whatever_their_zones(library: Library) -> None:
    moments = ("2025-12-03T09:00:00+09:00", "2025-12-03T05:00:00+01:00", "2025-12-03T03:00:00")
    events = []
    for number, moment in enumerate(moments):
        at = datetime.fromisoformat(moment)
        one = replace(article(f"a{number}", f"Text {number} of one day."), published=at.date())
        events.append(library.events.add(Account(None, (replace(one, published_at=at),))).id)
    newest_first = [events[1], events[2], events[0]]
    assert [found.id for found in library.events.page(order="date")] == newest_first
    (listed,) = library.events.sources(events[0])
    assert listed.published_at == datetime.fromisoformat(moments[0])


def test_articles_survive_the_end_of_the_program(folder: Path) -> None:
    with open_library(folder) as library:
        event = library.events.add(seeds())
    with open_library(folder) as library:
        assert library.events.articles(event.id) == seeds().articles
        assert [found.id for found in library.events.all()] == [event.id]


def test_the_articles_can_be_compared_as_they_come(library: Library, event: StoredEvent) -> None:
    comparison = compare(library.events.articles(event.id), manual_links=library.reading.links(event.id))
    assert {item.id for item in comparison.articles} == {item.id for item in seeds().articles}


def test_an_event_says_its_counts(library: Library, event: StoredEvent) -> None:
    first = library.events.articles(event.id)[0]
    note = library.notes.add(event.id, "one", [target_on(first, 10, 30)])
    library.notes.add(event.id, "two", state="resolved")
    library.notes.delete(library.notes.add(event.id, "three").id)
    found = library.events.get(event.id)
    assert (found.notes, found.orphans, found.saved) == (2, 0, 0)
    assert found.outlets == ("Outlet0", "Outlet1", "Outlet2", "Outlet3", "Outlet4")
    assert (str(found.first_published), str(found.last_published)) == ("2025-12-02", "2025-12-05")
    assert library.events.all() == (found,)
    assert library.notes.get(note.id) == note


def test_the_same_texts_are_one_event_however_often_they_are_added(
    library: Library, event: StoredEvent
) -> None:
    assert library.events.add(seeds()) == event
    assert library.events.holding(reversed(seeds().articles)) == event
    assert library.events.holding(seeds().articles[:2]) is None
    assert library.events.holding(()) is None


def test_one_text_may_be_in_several_events(library: Library, event: StoredEvent) -> None:
    other = library.events.add(
        Account("Other", (seeds().articles[0], article("west", "Another text altogether.")))
    )
    assert other.id != event.id
    assert library.events.articles(other.id)[0] == seeds().articles[0]
    library.events.rename_outlet(other.id, "outlet0", "The Daily")
    assert library.events.articles(event.id)[0].outlet == "Outlet0"


def test_articles_of_one_name_get_distinct_names(library: Library) -> None:
    same = [article("sky", f"The text number {n}.", source=f"{n}.txt") for n in range(3)]
    event = library.events.add(Account(None, tuple(same)))
    assert [item.id for item in library.events.articles(event.id)] == ["sky", "sky-2", "sky-3"]
    assert library.events.articles(event.id)[1].paragraphs[0].id == "sky-2.p1"


def test_a_text_that_two_outlets_took_from_an_agency_stays_two_articles(library: Library) -> None:
    event = library.events.add(two("The same agency words.", "The same agency words."))
    assert [item.id for item in library.events.articles(event.id)] == ["north", "south"]


def test_a_renamed_outlet_shows_everywhere_and_can_be_taken_back(
    library: Library, event: StoredEvent
) -> None:
    library.events.rename_outlet(event.id, "outlet1", "The Kyiv Paper")
    assert library.events.articles(event.id)[1].label == "The Kyiv Paper"
    assert library.events.sources(event.id)[1].label == "The Kyiv Paper"
    assert library.events.sources(event.id)[1].renamed
    assert "The Kyiv Paper" in library.events.get(event.id).outlets
    assert as_read(library, event.id) == seeds().articles
    library.events.rename_outlet(event.id, "outlet1", None)
    assert library.events.articles(event.id) == seeds().articles


def test_noise_turned_into_a_paragraph_stays_one(library: Library, event: StoredEvent) -> None:
    before = next(
        item for item in library.events.articles(event.id) if any(b.role == "noise" for b in item.blocks)
    )
    noise = next(block for block in before.blocks if block.role == "noise")
    library.events.set_role(event.id, before.id, noise.id, "paragraph")
    after = next(item for item in library.events.articles(event.id) if item.id == before.id)
    assert after == with_role(before, noise.id, "paragraph")
    now = next(block for block in after.blocks if block.start == noise.start)
    library.events.set_role(event.id, before.id, now.id, None)
    assert library.events.articles(event.id) == seeds().articles


def test_an_overview_is_reported_until_something_changes(library: Library, event: StoredEvent) -> None:
    overview = Overview(3, ("28 or 19 points",), {"outlet0": 0.25})
    library.events.keep_overview(event.id, overview)
    assert library.events.get(event.id).overview == overview
    assert library.events.get(event.id).differences == 3
    paragraphs = [item.paragraphs[0].id for item in library.events.articles(event.id)]
    library.reading.link(event.id, paragraphs[0], paragraphs[1])
    assert library.events.get(event.id).overview is None
    library.events.keep_overview(event.id, overview)
    library.events.rename_outlet(event.id, "outlet0", "X")
    assert library.events.get(event.id).differences is None


def test_an_overview_of_another_engine_is_not_believed(
    library: Library, event: StoredEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.events.keep_overview(event.id, Overview(3))
    monkeypatch.setattr("newsdiff.library.tables.events.ENGINE", "99")
    assert library.events.get(event.id).overview is None


def test_a_deleted_event_is_gone_with_its_notes_and_comes_back_with_them(
    library: Library, event: StoredEvent
) -> None:
    note = library.notes.add(event.id, "mine")
    library.events.delete(event.id)
    assert library.events.all() == ()
    assert library.notes.all() == ()
    assert library.events.holding(seeds().articles) is None
    with pytest.raises(NotInLibraryError):
        library.events.get(event.id)
    library.events.restore(event.id)
    assert library.notes.of(event.id) == (note,)


def test_a_note_written_in_another_window_brings_a_deleted_event_back(
    library: Library, event: StoredEvent
) -> None:
    library.events.delete(event.id)
    note = library.notes.add(event.id, "not to be lost")
    assert library.notes.of(library.events.get(event.id).id) == (note,)


def test_a_newer_text_of_an_article_replaces_the_older_and_both_stay(
    library: Library, event: StoredEvent
) -> None:
    old = seeds().articles[0]
    new = article(old.id, old.text.replace("five hours", "six hours"), source=old.source)
    more = article("west", "A sixth account of the talks.")
    added = library.events.add_articles(event.id, [new, seeds().articles[1], more])
    assert (added.new, added.replaced, added.unchanged) == (("west",), ("outlet0",), ("outlet1",))
    assert library.events.articles(event.id)[0] == new
    texts = library.events.versions(event.id, "outlet0")
    assert [(item.version, item.current) for item, _ in texts] == [(2, True), (1, False)]
    assert [read for _, read in texts] == [new, old]


def test_articles_with_different_addresses_are_never_versions_of_each_other(library: Library) -> None:
    first = article("a", "Something was said.", source="index.html", url="https://a.example/1")
    other = article("b", "Something else was said.", source="index.html", url="https://b.example/1")
    event = library.events.add(Account(None, (first,)))
    assert library.events.add_articles(event.id, [other]).new == ("b",)
    again = replace(first, text="Something was said today.", blocks=first.blocks[:0], id="x")
    assert library.events.add_articles(event.id, [again]).replaced == ("a",)


def test_events_are_found_by_title_outlet_and_headline_with_a_slip(
    library: Library, event: StoredEvent
) -> None:
    other = library.events.add(Account("Boat hits a bridge", two().articles))
    assert [found.id for found in library.events.search("bridge")] == [other.id]
    assert [found.id for found in library.events.search("BRIGDE boat")] == [other.id]
    assert [found.id for found in library.events.search("moscow headline")] == [event.id]
    assert [found.id for found in library.events.search("north")] == [other.id]
    assert library.events.search("volcano") == ()
    assert {found.id for found in library.events.search("")} == {event.id, other.id}


def test_asking_for_what_is_not_there_says_so(library: Library, event: StoredEvent) -> None:
    for ask in (
        lambda: library.events.get("nothing"),
        lambda: library.events.articles("nothing"),
        lambda: library.events.rename("nothing", "x"),
        lambda: library.events.rename_outlet(event.id, "nobody", "x"),
        lambda: library.events.set_role(event.id, "outlet0", "outlet0.b999", "paragraph"),
        lambda: library.events.versions(event.id, "nobody"),
        lambda: library.notes.get("nothing"),
        lambda: library.notes.add("nothing", "x"),
        lambda: library.saved.get("nothing"),
        lambda: library.saved.find("nothing"),
        lambda: library.reading.set_links(event.id, [ManualLink("a.p1", "b.p1")]),
    ):
        with pytest.raises(NotInLibraryError):
            ask()


def test_the_sample_is_there_at_first_and_stays_away_once_deleted(folder: Path) -> None:
    with open_library(folder) as library:
        ensure_sample(library)
        ensure_sample(library)
        (sample,) = library.events.all()
        read = read_event([sample_folder()])
        assert {item.id: item for item in library.events.articles(sample.id)} == {
            item.id: item for item in read.articles
        }
        library.events.delete(sample.id)
    with open_library(folder) as library:
        ensure_sample(library)
        assert library.events.all() == ()


def test_the_sample_is_found_in_a_checkout() -> None:
    found = sample_folder()
    assert found is not None
    assert len(list(found.glob("*.txt"))) == 5
