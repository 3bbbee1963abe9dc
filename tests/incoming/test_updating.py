"""Asking the feeds of a library again and again, over a real server on loopback."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from newsdiff.fetching.errors import AnsweredWithErrorError
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from newsdiff.fetching.request import Answer
from newsdiff.incoming.feeds import read_feed
from newsdiff.incoming.ingest import Summary
from newsdiff.incoming.updating import (
    FIRST_BACKOFF,
    LONGEST_BACKOFF,
    LONGEST_FRESH,
    due_after,
    due_after_failure,
    update_feeds,
)
from newsdiff.incoming.web import Access
from newsdiff.library import Library, StoredFeed
from tests.fetching.local_server import LocalServer, Visit, dripping, in_turn, page, serving, with_etag
from tests.incoming.feed_texts import PARAGRAPHS, article_page, html, item, rss
from tests.patience import PATIENCE

XML = "application/rss+xml"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def subscribe(library: Library, server: LocalServer, *paths: str) -> None:
    for path in paths:
        library.feeds.add(server.url(path), allow_private=True)


def test_new_articles_are_placed_and_the_feed_is_not_read_twice(
    server: LocalServer, access: Access, library: Library
) -> None:
    feed = rss(item("/a", content=html())).encode()
    server.pages["/feed"] = with_etag(feed, '"1"', XML)
    subscribe(library, server, "/feed")
    first = update_feeds(library, access)
    second = update_feeds(library, access)
    assert (first.summary.count("added"), first.unchanged) == (1, 0)
    assert (len(second.summary.outcomes), second.unchanged) == (0, 1)
    assert library.events.count() == 1


def test_a_page_behind_an_entry_is_fetched_once_however_often_the_feed_changes(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages |= {
        "/feed": in_turn(page(rss(item("/a")), XML), page(rss(item("/b"), item("/a")), XML)),
        "/a": page(article_page("One")),
        "/b": page(article_page("Two", PARAGRAPHS[::-1])),
    }
    subscribe(library, server, "/feed")
    added = [update_feeds(library, access).summary.count("added") for _ in range(3)]
    assert added == [1, 1, 0]
    assert (server.asked.count("/a"), server.asked.count("/b")) == (1, 1)
    last, url = rss(item("/b"), item("/a")).encode(), server.url("/feed")
    assert read_feed(last, url, library.feeds.taken(url)).entries == ()  # nor are they read again


def test_a_page_that_was_out_of_order_for_a_moment_is_asked_for_again(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages |= {
        "/feed": with_etag(rss(item("/a"), item("/gone")).encode(), '"1"', XML),
        "/a": in_turn(lambda visit: visit.answer(500), page(article_page("One"))),
    }
    subscribe(library, server, "/feed")
    assert update_feeds(library, access).summary.count("skipped") == 2
    assert update_feeds(library, access).summary.count("added") == 1
    assert server.asked.count("/gone") == 1


def test_only_what_was_published_since_a_day_is_taken_and_the_rest_later(
    server: LocalServer, access: Access, library: Library
) -> None:
    entries = (item("/old", content=html(PARAGRAPHS[::-1]), day=20), item("/new", content=html(), day=24))
    server.pages["/feed"] = with_etag(rss(*entries).encode(), '"1"', XML)
    subscribe(library, server, "/feed")
    for since, source in ((date(2026, 11, 24), "/new"), (None, "/old")):
        (outcome,) = update_feeds(library, access, since=since).summary.outcomes
        assert (outcome.source, outcome.state) == (server.url(source), "added")


def test_a_broken_feed_keeps_its_error_and_waits_while_the_others_go_on(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages |= {"/page": page(article_page("x")), "/good": page(rss(item("/a", content=html())), XML)}
    subscribe(library, server, "/none", "/page", "/good")
    first = update_feeds(library, access, clock=lambda: NOON)
    assert (first.asked, first.failed, first.summary.count("added")) == (3, 2, 1)
    feeds = {feed.url: feed for feed in library.feeds.all()}
    assert "404" in feeds[server.url("/none")].error
    assert "is a page, not a feed" in feeds[server.url("/page")].error
    assert feeds[server.url("/good")].error == ""
    second = update_feeds(library, access, clock=lambda: NOON + timedelta(minutes=4))
    assert (second.asked, second.waiting) == (1, 2)
    third = update_feeds(library, access, clock=lambda: NOON + timedelta(minutes=6))
    assert (third.asked, third.failed) == (3, 2)
    server.pages["/none"] = page(rss(item("/b", content=html(PARAGRAPHS[::-1]))), XML)
    last = update_feeds(library, access, early=True)
    assert (last.asked, last.summary.count("added")) == (3, 1)
    assert {feed.url: feed.failures for feed in library.feeds.all()}[server.url("/none")] == 0


def test_a_server_that_asks_to_wait_is_left_alone_for_so_long(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/feed"] = lambda visit: visit.answer(429, retry_after="7200")
    subscribe(library, server, "/feed")
    update_feeds(library, access, clock=lambda: NOON)
    (feed,) = library.feeds.all()
    assert (feed.due, feed.failures) == (NOON + timedelta(hours=2), 1)


def test_a_feed_that_stays_fresh_is_left_alone(server: LocalServer, access: Access, library: Library) -> None:
    server.pages["/feed"] = page(rss(item("/a", content=html())), XML, cache_control="max-age=600")
    subscribe(library, server, "/feed")
    update_feeds(library, access, clock=lambda: NOON)
    assert update_feeds(library, access, clock=lambda: NOON + timedelta(minutes=9)).asked == 0
    assert update_feeds(library, access, clock=lambda: NOON + timedelta(minutes=11)).asked == 1


def test_each_failure_in_a_row_doubles_the_wait_up_to_a_day() -> None:
    waits = [due_after_failure(None, failures, NOON) - NOON for failures in range(1, 40)]
    assert waits[:3] == [FIRST_BACKOFF, FIRST_BACKOFF * 2, FIRST_BACKOFF * 4]
    assert waits[-1] == LONGEST_BACKOFF
    asked = AnsweredWithErrorError("http://a", 503, "", retry_after=60.0)
    assert due_after_failure(asked, 9, NOON) == NOON + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("control", "wait"),
    [
        ("", None),
        ("no-cache", None),
        ("max-age=0", None),
        ("max-age=60", timedelta(minutes=1)),
        ("max-age=31536000", LONGEST_FRESH),
    ],
)
def test_when_a_feed_may_be_asked_again(control: str, wait: timedelta | None) -> None:
    due = due_after(Answer("http://a", b"", headers={"cache-control": control}), NOON)
    assert due == (NOON + wait if wait else None)


def test_a_slow_feed_holds_up_no_other(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of one feed never end; those of the other are there before the first of them is given up."""
    is_slow, is_quick = threading.Event(), threading.Event()

    class TimeLimit(threading.Timer):
        """Reached as soon as the one feed is slow and the pages of the other are there."""

        def run(self) -> None:
            if is_slow.wait(PATIENCE) and is_quick.wait(PATIENCE) and not self.finished.is_set():
                self.function()

    monkeypatch.setattr(threading, "Timer", TimeLimit)

    def never_ending(visit: Visit) -> None:
        is_slow.set()
        dripping(visit)

    with serving() as slow, serving() as quick:
        slow.pages["/feed"] = page(rss(*(item(f"/{number}") for number in range(40))), XML)
        slow.pages |= {f"/{number}": never_ending for number in range(40)}
        quick.pages["/feed"] = page(rss(item("/a"), item("/b")), XML)
        quick.pages |= {"/a": page(article_page("A")), "/b": page(article_page("B", PARAGRAPHS[::-1]))}
        for site in (slow, quick):
            library.feeds.add(site.url("/feed"), allow_private=True)
        came: list[str] = []

        def progress(summary: Summary) -> bool:
            came[:] = [f"{one.state} {one.source}" for one in summary.outcomes]
            if len(came) == 2:
                is_quick.set()
            return True

        access = Access(Fetcher(Limits(silence=PATIENCE, seconds=PATIENCE, delay=0.0)))
        update = update_feeds(library, access, progress=progress)
    assert {came[0], came[1]} == {f"added {quick.url('/a')}", f"added {quick.url('/b')}"}
    assert (update.summary.count("added"), update.summary.count("skipped")) == (2, 40)
    asked = [path for path in slow.asked if path not in ("/feed", "/robots.txt")]
    assert len(asked) < 8  # the host is left for later, not asked forty times
    feeds = {feed.url: feed for feed in library.feeds.all()}
    assert feeds[slow.url("/feed")].etag is None
    assert library.feeds.taken(slow.url("/feed")) == frozenset()


@pytest.mark.parametrize("years", [1, 40, 900])
def test_a_clock_that_was_ahead_stops_no_feed(
    years: int, server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/feed"] = lambda visit: visit.answer(503, retry_after="7200")
    subscribe(library, server, "/feed")
    ahead = NOON + timedelta(days=365 * years)
    update_feeds(library, access, clock=lambda: ahead)
    assert update_feeds(library, access, clock=lambda: ahead + timedelta(minutes=1)).asked == 0
    assert update_feeds(library, access, clock=lambda: NOON).asked == 1
    assert update_feeds(library, access, clock=lambda: NOON + timedelta(minutes=1)).asked == 0


def test_feeds_of_the_own_network_are_left_alone_for_a_visitor(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/feed"] = page(rss(item("/a", content=html())), XML)
    subscribe(library, server, "/feed")
    assert update_feeds(library, access, public_only=True).asked == 0
    assert server.asked == []


def test_claimed_feeds_are_held_for_as_long_as_placing_takes(
    server: LocalServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed, holds = threading.Event(), threading.Semaphore(0)
    hold = library.feeds.hold

    def counted(who: str, seconds: float) -> None:
        hold(who, seconds)
        holds.release()

    monkeypatch.setattr(library.feeds, "hold", counted)

    def after_the_first(visit: Visit) -> None:
        assert placed.wait(60)
        page(article_page("Two", PARAGRAPHS[::-1]))(visit)

    server.pages |= {"/feed": page(rss(item("/a", content=html()), item("/b")), XML), "/b": after_the_first}
    subscribe(library, server, "/feed")
    claims: list[StoredFeed | None] = []

    def slowly(_summary: Summary) -> bool:
        if not claims:
            for _ in range(5):  # each a quarter of a claim: longer than one lasts
                assert holds.acquire(timeout=60)
            claims.append(library.feeds.claim(server.url("/feed"), "another", 60, unless_asked_since=NOON))
        placed.set()
        return True

    access = Access(Fetcher(Limits(delay=0.0)))
    done = update_feeds(library, access, held=4, progress=slowly)
    assert (done.asked, done.summary.count("added")) == (1, 2)
    assert claims == [None]
