"""Pages of recent events are asked for again; what has changed is a newer version, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdiff.incoming.rechecking import LATEST, SOONEST, due_again, recheck_pages
from newsdiff.incoming.updating import update_feeds
from newsdiff.incoming.web import Access
from newsdiff.library import Library
from newsdiff.library.records import AskedPage
from tests.fetching.local_server import LocalServer, in_turn, missing, page, with_etag
from tests.incoming.feed_texts import PARAGRAPHS, article_page, item, rss

XML = "application/rss+xml"
CHANGED = (PARAGRAPHS[0].replace("two of its pillars", "four of its pillars"), *PARAGRAPHS[1:])
LATER = datetime.now(UTC) + timedelta(hours=2)


def brought_in(server: LocalServer, access: Access, library: Library) -> tuple[str, str]:
    """One article out of a feed; its event and short name."""
    server.pages["/feed"] = page(rss(item("/a", "Bridge closed")), XML)
    library.feeds.add(server.url("/feed"), allow_private=True)
    update_feeds(library, access)
    (event,) = library.events.all()
    (article,) = library.events.sources(event.id)
    return event.id, article.id


def test_a_changed_page_is_a_newer_version_and_both_stay_with_the_times_they_were_seen(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = in_turn(page(article_page("Bridge")), page(article_page("Bridge", CHANGED)))
    event, article = brought_in(server, access, library)
    again = recheck_pages(library, access, 7, clock=lambda: LATER)
    assert again.as_text() == "1 page asked again, 1 changed"
    newer, older = library.events.versions(event, article)
    assert "four of its pillars" in newer[1].text
    assert "two of its pillars" in older[1].text
    assert newer[0].retrieved >= older[0].last_seen >= older[0].retrieved
    assert (newer[1].published, newer[1].outlet) == (older[1].published, older[1].outlet)


def test_a_page_that_has_not_changed_is_not_sent_again_and_counts_as_seen(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = with_etag(article_page("Bridge").encode(), '"1"')
    event, article = brought_in(server, access, library)
    again = recheck_pages(library, access, 7, clock=lambda: LATER)
    assert again.counts() == {"asked": 1, "changed": 0, "failed": 0, "waiting": 0}
    ((only, _),) = library.events.versions(event, article)
    assert only.seen is not None
    assert server.headers[-1]["if-none-match"] == '"1"'


def test_a_page_that_is_gone_replaces_nothing_and_is_asked_later_each_time(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = in_turn(page(article_page("Bridge")), missing)
    event, article = brought_in(server, access, library)
    again = recheck_pages(library, access, 7, clock=lambda: LATER)
    assert again.counts()["failed"] == 1
    assert len(library.events.versions(event, article)) == 1
    (kept,) = library.pages.of_recent_events((LATER - timedelta(days=7)).date())
    assert (kept.asked, kept.failures) == (LATER, 1)
    waiting = recheck_pages(library, access, 7, clock=lambda: LATER + SOONEST / 2)
    assert waiting.counts() == {"asked": 0, "changed": 0, "failed": 0, "waiting": 1}


def test_pages_of_events_that_are_older_are_left_alone(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = page(article_page("Bridge"))
    brought_in(server, access, library)
    months_later = LATER + timedelta(days=90)
    assert recheck_pages(library, access, 7, clock=lambda: months_later).asked == 0


def test_a_page_is_asked_for_less_often_the_older_it_is() -> None:
    born = datetime(2026, 11, 1, 8, tzinfo=UTC)
    page_ = AskedPage("https://example.org/a", "e", "a", born)
    waits = []
    for _ in range(40):
        due = due_again(page_, born + timedelta(days=400))
        waits.append(due - (page_.asked or born))
        page_ = replace(page_, asked=due)
    assert waits == sorted(waits)
    assert waits[0] == SOONEST
    assert waits[-1] == LATEST
    failed = replace(page_, failures=2)
    assert due_again(failed, born + timedelta(days=400)) > due_again(page_, born + timedelta(days=400))


def test_a_clock_that_was_wrong_stops_no_page() -> None:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    ahead = AskedPage("https://example.org/a", "e", "a", now, asked=now + timedelta(days=3000))
    assert due_again(ahead, now) <= now
