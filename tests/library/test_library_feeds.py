"""The feeds of a library and how they went the last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.library import Library, NotInLibraryError, open_library

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/feed"


def test_a_feed_is_kept_once(library: Library) -> None:
    assert library.feeds.add(URL)
    assert not library.feeds.add(URL, title="The Bay Courier", allow_private=True)
    (feed,) = library.feeds.all()
    assert (feed.url, feed.title, feed.allow_private) == (URL, "The Bay Courier", True)


def test_what_is_known_of_a_feed_is_still_there_after_a_restart(folder: Path) -> None:
    with open_library(folder) as library:
        library.feeds.add(URL)
        (feed,) = library.feeds.all()
        feed = replace(
            feed, asked=NOON, etag='"1"', last_modified="then", error="is down", failures=3, due=NOON
        )
        library.feeds.keep(feed)
        library.feeds.take(URL, "entry")
        library.feeds.take(URL, "entry")
    with open_library(folder) as library:
        assert library.feeds.all() == (feed,)
        assert library.feeds.taken(URL) == {"entry"}


def test_a_feed_that_was_removed_meanwhile_stays_removed(library: Library) -> None:
    library.feeds.add(URL)
    (feed,) = library.feeds.all()
    library.feeds.take(URL, "old entry")
    library.feeds.remove(URL)
    library.feeds.keep(replace(feed, asked=NOON))
    library.feeds.take(URL, "entry")
    assert (library.feeds.all(), library.feeds.taken(URL)) == ((), frozenset())


def test_a_feed_that_is_not_there_cannot_be_removed(library: Library) -> None:
    with pytest.raises(NotInLibraryError, match=URL):
        library.feeds.remove(URL)


def test_a_title_may_hold_anything(library: Library) -> None:
    library.feeds.add(URL, title="a\x00\ud800\x1b[2J")
    assert library.feeds.all()[0].title == "a\x00\ud800\x1b[2J"
