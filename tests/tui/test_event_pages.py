"""The list of events is read a page at a time, each event once, whatever is filtered for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.library import Library, SavedComparison, Session, StoredEvent, View, open_library
from newsdiff.library.records import SortOrder
from newsdiff.model import Article, Block, numbered
from tui.library.event_pages import EventPages


def article_by(text: str, outlet: str) -> Article:
    block = Block("", "paragraph", 0, len(text))
    return Article(outlet, f"{outlet}.txt", text, numbered(outlet, [block]), outlet=outlet)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Twenty-five events; the last five are of the outlet Harbour."""
    with open_library(tmp_path) as opened:
        for number in range(25):
            written = article_by(
                f"A ferry of number {number}.", "Harbour" if number >= 20 else f"outlet{number}"
            )
            opened.events.place([written], event=f"Event {number}")
        yield opened


def all_pages(pages: EventPages, size: int) -> list[tuple[StoredEvent, ...]]:
    read = []
    while not pages.ended:
        read.append(pages.more(size))
    return read


def titles(events: tuple[StoredEvent, ...]) -> list[str | None]:
    return [event.title for event in events]


@pytest.mark.parametrize("order", ["changed", "date", "outlets", "differences"])
@pytest.mark.parametrize("size", [1, 10, 25, 40])
def test_pages_together_are_all_events_in_order(library: Library, order: SortOrder, size: int) -> None:
    read = all_pages(EventPages(library, order), size)
    together = [event for page in read for event in page]
    assert together == list(library.events.page(order=order, limit=99))
    assert all(len(page) <= size for page in read)


def test_a_filter_finds_words_then_outlets_then_names_of_saved_comparisons(library: Library) -> None:
    library.events.place([article_by("The harbour is closed.", "North")], event="Closed")
    (other,) = library.events.page("number 3")
    saved = library.saved.add(other.id, "Harbour talk", View())
    names: dict[str, list[SavedComparison]] = {other.id: [saved]}
    read = all_pages(EventPages(library, "changed", "harbour", names), 3)
    found = [title for page in read for title in titles(page)]
    assert found == ["Closed", "Event 24", "Event 23", "Event 22", "Event 21", "Event 20", "Event 3"]


def test_typing_errors_are_forgiven_where_nothing_is_found(library: Library) -> None:
    library.events.place([article_by("Nothing else.", "North")], event="Elections in Ruritania")
    (page,) = all_pages(EventPages(library, "changed", "ruritanja"), 10)
    assert titles(page) == ["Elections in Ruritania"]


def test_the_event_read_last_stands_first_once(library: Library) -> None:
    oldest = library.events.page(limit=99)[-1]
    library.reading.leave(Session(oldest.id, View()))
    pages = EventPages(library, "changed")
    read = all_pages(pages, 10)
    assert pages.on_top == read[0][0].id == oldest.id
    assert sorted(event.id for page in read for event in page) == sorted(
        event.id for event in library.events.page(limit=99)
    )


def test_the_event_read_last_stays_where_it_is_seen_at_once(library: Library) -> None:
    second = library.events.page()[1]
    library.reading.leave(Session(second.id, View()))
    pages = EventPages(library, "changed")
    assert pages.more(10)[1] == second
    assert pages.on_top is None


def test_an_event_read_last_and_deleted_since_is_not_missed(library: Library) -> None:
    oldest = library.events.page(limit=99)[-1]
    library.reading.leave(Session(oldest.id, View()))
    library.events.delete(oldest.id)
    assert oldest not in EventPages(library, "changed").more(10)
