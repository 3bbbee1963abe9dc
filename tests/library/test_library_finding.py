"""Events are found by words, day and outlet, in four orders, a page at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from newsdiff.library import Library, Overview, StoredEvent, open_library
from newsdiff.library.records import SortOrder
from newsdiff.model import Article
from tests.library.library_accounts import Account, article, as_read

VERSIONS = Path(__file__).parent / "versions"
DAY = date(2026, 3, 1)


def written(name: str, words: str, day: date | None = DAY) -> Article:
    """An article of one sentence."""
    read = article(name, f"{words} was told here today.", url=f"https://{name}.example/{words}")
    return replace(read, title=words, published=day)


def kept(library: Library, title: str | None, *articles: Article) -> str:
    return library.events.add(Account(title, articles)).id


def titles(events: Iterable[StoredEvent]) -> list[str | None]:
    return [event.title for event in events]


@pytest.fixture
def three(library: Library) -> Library:
    """Three events of one, two and three articles; the more articles the older."""
    for number, words in enumerate(("Zełenski in Kraków", "Unrest in U.S. towns", "Flood in Padua"), 1):
        day = DAY - timedelta(days=number)
        kept(library, words, *(written(f"outlet{place}", words, day) for place in range(number)))
    return library


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zelenski", "Zełenski in Kraków"),
        ("zel", "Zełenski in Kraków"),
        ("US", "Unrest in U.S. towns"),
        ("flood padu", "Flood in Padua"),
        ("Padua flood", "Flood in Padua"),
        ("u", "Unrest in U.S. towns"),
        ("rest in U", "Unrest in U.S. towns"),
    ],
)
def test_words_are_found_folded_and_the_last_one_may_be_unfinished(
    three: Library, words: str, found: str
) -> None:
    assert titles(three.events.page(words)) == [found]


def test_a_word_of_one_or_two_letters_begins_a_word_of_a_headline_or_is_one(library: Library) -> None:
    library.events.place([written("north", "Quiet day in Padua"), written("south", "Unrest at night")])
    assert titles(library.events.page("q")) == ["Quiet day in Padua"]
    assert titles(library.events.page("at")) == ["Unrest at night"]
    assert titles(library.events.page("ad")) == []


@pytest.mark.parametrize("words", ["%", "_", '"', "NEAR(", "a* OR b", "\\", "'"])
def test_signs_of_the_query_language_are_text(three: Library, words: str) -> None:
    assert titles(three.events.page(words)) == []


def test_a_day_and_an_outlet_must_be_those_of_one_article(library: Library) -> None:
    kept(library, "Both", written("north", "First", DAY), written("south", "Second", DAY - timedelta(days=9)))
    assert titles(library.events.page(since=DAY)) == ["Both"]
    assert titles(library.events.page(outlet="south")) == ["Both"]
    assert titles(library.events.page(outlet="north", since=DAY)) == ["Both"]
    assert titles(library.events.page(outlet="south", since=DAY)) == []


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("changed", "Flood in Padua"),
        ("date", "Zełenski in Kraków"),
        ("outlets", "Flood in Padua"),
        ("differences", "Unrest in U.S. towns"),
    ],
)
def test_there_are_four_orders(three: Library, order: SortOrder, first: str) -> None:
    (middle,) = three.events.page("unrest")
    three.events.keep_overview(middle.id, Overview(differences=7, lines=(), unmatched={}))
    assert titles(three.events.page(order=order))[0] == first


@pytest.mark.parametrize("order", ["changed", "date", "outlets", "differences"])
def test_pages_follow_one_another_without_a_gap(library: Library, order: SortOrder) -> None:
    for number in range(23):
        kept(library, f"Event {number}", written(f"outlet{number}", f"Something {number}", None))
    pages = [library.events.page(order=order, limit=10)]
    while pages[-1]:
        pages.append(library.events.page(order=order, limit=10, after=pages[-1][-1].id))
    by_offset = [library.events.page(order=order, limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert by_offset == pages[: len(by_offset)]
    assert [len(page) for page in pages] == [10, 10, 3, 0]
    assert [event for page in pages for event in page] == list(library.events.page(order=order, limit=99))


def test_what_events_are_sorted_by_follows_every_change(library: Library) -> None:
    def in_order(order: SortOrder) -> list[str | None]:
        return titles(library.events.page(order=order))

    late, early = DAY + timedelta(days=5), DAY - timedelta(days=5)
    one = kept(library, "One", written("a", "First", late), written("b", "Second", early))
    two = kept(library, "Two", written("c", "Third", DAY))
    assert in_order("date") == ["One", "Two"]
    library.events.move(one, "a", two)
    assert in_order("date") == in_order("outlets") == ["Two", "One"]
    library.events.add_articles(one, [written(name, "More", early) for name in "xyz"])
    assert in_order("outlets") == ["One", "Two"]
    library.events.add_articles(two, [replace(written("c", "Third"), text="Newer.", published=early)])
    assert in_order("outlets") == ["One", "Two"]
    library.events.delete(one)
    assert in_order("outlets") == ["Two"]


@pytest.mark.stores("sqlite")
@pytest.mark.parametrize("older", sorted(VERSIONS.glob("v*.db")), ids=lambda path: path.stem)
def test_what_an_older_newsdiff_kept_is_found_and_grouped(folder: Path, older: Path) -> None:
    folder.mkdir()
    shutil.copy(older, folder / "library.db")
    with open_library(folder) as library:
        assert titles(library.events.page("second", order="outlets")) == ["Two"]
        (event,) = library.events.all()
        copy = as_read(library, event.id)[0].with_id("copy")
        assert library.events.place([copy])[0].event == event.id
        assert {why.article for why in library.events.why(event.id)} == {"north", "south"}


def test_titles_are_reported_of_some_events_those_that_are_there(three: Library) -> None:
    ids = [event.id for event in three.events.page()]
    three.events.delete(ids[0])
    three.events.rename(ids[1], None)
    assert three.events.titles([*ids, "nobody"]) == {ids[1]: None, ids[2]: "Zełenski in Kraków"}
