"""Several hosts at once, each at its own pace, the answers in one order."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from newsdiff.incoming.ingest import ingest
from newsdiff.incoming.sources import arrivals_from
from newsdiff.incoming.web import Access, from_address
from newsdiff.library import Library
from tests.fetching.local_server import Behaviour, LocalServer, Visit, page, serving, silent
from tests.incoming.feed_texts import article_page, item, opml, rss
from tests.patience import PATIENCE

XML = "application/rss+xml"
LONG = Limits(silence=PATIENCE, seconds=PATIENCE, delay=0.0)
"""Limits that no test waits for."""


@pytest.fixture
def other() -> Iterator[LocalServer]:
    """A second host."""
    with serving() as site:
        yield site


@pytest.fixture
def access() -> Access:
    return Access(Fetcher(LONG), allow_private=True)


def meeting(title: str, barrier: threading.Barrier) -> Behaviour:
    """A page that is only sent when as many are asked for at the same time as the barrier wants."""

    def behave(visit: Visit) -> None:
        barrier.wait(PATIENCE)
        page(article_page(title))(visit)

    return behave


def test_pages_of_one_feed_on_several_hosts_are_asked_for_at_once(
    server: LocalServer, other: LocalServer, access: Access
) -> None:
    both = threading.Barrier(2)
    server.pages |= {
        "/feed": page(rss(item("/a"), item(other.url("/b"))), XML),
        "/a": meeting("A", both),
    }
    other.pages["/b"] = meeting("B", both)
    arrivals = list(from_address(server.url("/feed"), access))
    assert [one.article.title for one in arrivals if one.article] == ["A", "B"]


def test_addresses_and_lists_of_feeds_are_asked_at_once_and_reported_in_their_order(
    server: LocalServer, other: LocalServer, access: Access, tmp_path_factory: pytest.TempPathFactory
) -> None:
    both, listed = threading.Barrier(2), tmp_path_factory.mktemp("lists") / "feeds.opml"
    server.pages |= {"/a": meeting("A", both), "/c": page(article_page("C"))}
    other.pages |= {"/feed": page(rss(item("/b")), XML), "/b": meeting("B", both)}
    listed.write_text(opml(other.url("/feed")), "utf-8")
    arrivals = arrivals_from([listed, server.url("/c"), server.url("/a")], access)
    assert [one.article.title for one in arrivals if one.article] == ["B", "C", "A"]


def test_one_host_is_asked_for_two_pages_at_a_time(server: LocalServer, access: Access) -> None:
    inside: list[str] = []
    most: list[int] = []

    def counted(visit: Visit) -> None:
        inside.append(visit.path)
        most.append(len(inside))
        visit.server.site.closing.wait(0.05)
        inside.remove(visit.path)
        page(article_page(visit.path))(visit)

    paths = [f"/{number}" for number in range(8)]
    server.pages |= dict.fromkeys(paths, counted) | {"/feed": page(rss(*map(item, paths)), XML)}
    arrivals = list(from_address(server.url("/feed"), access))
    assert [one.source for one in arrivals] == [server.url(path) for path in paths]
    assert max(most) == 2


def test_the_end_of_a_run_cuts_what_is_under_way_and_keeps_what_had_come(
    server: LocalServer, access: Access, library: Library
) -> None:
    def stopping(visit: Visit) -> None:
        threading.Timer(0.1, access.fetcher.close).start()
        silent(visit)

    feed = rss(item("/a"), item("/silent"), item("/never"))
    server.pages |= {
        "/feed": page(feed, XML),
        "/a": page(article_page("A")),
        "/silent": stopping,
        "/never": silent,
    }
    summary = ingest(from_address(server.url("/feed"), access), library)
    assert (summary.cancelled, summary.as_text()) == (
        True,
        "1 added, 0 unchanged, 0 newer version, 0 skipped",
    )


def test_a_run_that_nobody_listens_to_any_more_asks_for_nothing_else(
    server: LocalServer, access: Access
) -> None:
    paths = [f"/{number}" for number in range(40)]
    server.pages |= {path: page(article_page(path)) for path in paths}
    server.pages["/feed"] = page(rss(*map(item, paths)), XML)
    arrivals = from_address(server.url("/feed"), access)
    next(arrivals)
    arrivals.close()  # type: ignore[attr-defined]  # it is a generator
    asked = len(server.asked)
    assert asked < len(paths)
