"""One article of an outlet lands once, however its address is written; the rest are versions of it."""

from __future__ import annotations

import pytest

from newsdiff.fetching.same_address import cleaned, same_addresses
from newsdiff.incoming.ingest import Summary, ingest
from newsdiff.incoming.updating import update_feeds
from newsdiff.incoming.web import Access, from_address
from newsdiff.library import Library
from tests.fetching.local_server import LocalServer, page
from tests.incoming.feed_texts import PARAGRAPHS, article_page, html

XML = "application/rss+xml"
NEWER = (*PARAGRAPHS[:4], "On Tuesday the council voted for the ferry with 14 votes against 3.")


def feed(*entries: tuple[str, str, str]) -> str:
    """A feed of entries, each with an address, a guid and its whole text."""
    items = "".join(
        f"<item><title>Bridge closed</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
        for link, guid, text in entries
    )
    return (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>The Bay Courier</title>{items}</channel></rss>"
    )


def updated(server: LocalServer, access: Access, library: Library, text: str) -> Summary:
    server.pages["/feed"] = page(text, XML)
    library.feeds.add(server.url("/feed"), allow_private=True)
    return update_feeds(library, access, early=True).summary


def number_of_articles(library: Library) -> int:
    return sum(len(library.events.articles(event.id)) for event in library.events.all())


@pytest.mark.parametrize(
    "other",
    [
        "https://www.bay.example/news/bridge?utm_source=rss&utm_medium=feed",
        "https://www.bay.example/news/bridge/",
        "http://www.bay.example/news/bridge",
        "https://bay.example/news/bridge",
        "https://m.bay.example/news/bridge",
        "https://amp.bay.example/news/bridge",
        "https://www.bay.example/news/bridge/amp",
        "https://www.bay.example/news/bridge#comments",
        "https://www.bay.example/news/bridge?fbclid=x1&at_medium=RSS",
        "https://mobile.bay.example/news/bridge/?cmpid=9",
        "https://www.bay.example/news/bridge/index.html",
        "https://www.bay.example/news/bridge?gclid=x&gad_source=1",
        "https://www.bay.example/news/bridge.amp.html",
        "https://www.bay.example/news/bridge.html",
        "https://www.bay.example//news/bridge",
        "https://www.bay.example./news/bridge",
        "https://www.bay.example/news/bridge?ref=rss",
        "https://www.bay.example/news/bridge?from=home_page&source=newsletter",
        "https://www.bay.example/news/bridge?print=1",
        "https://www.bay.example/news/bridge?page=all",
        "https://www.bay.example/news/bridge?context=amp",
    ],
)
def test_an_article_is_found_again_under_another_writing_of_its_address(
    server: LocalServer, access: Access, library: Library, other: str
) -> None:
    first = "https://www.bay.example/news/bridge"
    updated(server, access, library, feed((first, "a", html())))
    second = updated(server, access, library, feed((other, "b", html(NEWER))))
    assert (second.count("newer version"), number_of_articles(library)) == (1, 1)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.bay.example/news/bridge-2",
        "https://www.bay.example/news/bridge?id=2",
        "https://www.bay.example/news/bridge?page=2",
        "https://www.bay.example/news/bridge?source=12",
        "https://www.bay.example/bridge",
        "https://sport.bay.example/news/bridge",
        "https://www.gulf.example/news/bridge",
    ],
)
def test_another_page_is_another_article(
    server: LocalServer, access: Access, library: Library, other: str
) -> None:
    first = "https://www.bay.example/news/bridge"
    updated(server, access, library, feed((first, "a", html())))
    second = updated(server, access, library, feed((other, "b", html(NEWER))))
    assert (second.count("added"), number_of_articles(library)) == (1, 2)


def test_an_entry_keeps_its_article_under_a_new_slug(
    server: LocalServer, access: Access, library: Library
) -> None:
    updated(server, access, library, feed(("https://bay.example/bridge-closed", "id-7", html())))
    second = updated(
        server, access, library, feed(("https://bay.example/bridge-shut-for-weeks", "id-7", html(NEWER)))
    )
    assert (second.count("newer version"), number_of_articles(library)) == (1, 1)
    third = updated(
        server, access, library, feed(("https://bay.example/third", "id-7", html((*NEWER, "More."))))
    )
    assert (third.count("newer version"), number_of_articles(library)) == (1, 1)


def test_a_guid_counts_in_its_own_feed_alone(server: LocalServer, access: Access, library: Library) -> None:
    updated(server, access, library, feed(("https://bay.example/one", "7", html())))
    server.pages["/other"] = page(feed(("https://bay.example/two", "7", html(NEWER))), XML)
    library.feeds.add(server.url("/other"), allow_private=True)
    update_feeds(library, access, early=True)
    assert number_of_articles(library) == 2


def test_the_same_text_of_one_outlet_under_two_addresses_is_one_article(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages |= {
        "/a": page(article_page("Bridge closed")),
        "/b": page(article_page("Bridge closed").replace("Home", "Start")),
    }
    private = Access(access.fetcher, allow_private=True)
    for path in ("/a", "/b"):
        ingest(from_address(server.url(path), private), library, outlet="The Bay Courier")
    assert number_of_articles(library) == 1


def test_what_is_no_tracking_stays_in_an_address() -> None:
    assert cleaned("https://a.example/x?id=7&utm_source=y#z") == "https://a.example/x?id=7"
    assert cleaned("https://a.example/x?q=a%20b") == "https://a.example/x?q=a%20b"
    of_sport = "https://a.example/index.php?app=sport&id=7"
    assert cleaned(f"{of_sport}&utm_source=y") == of_sport
    assert cleaned("https://a.example/x?mod=article_inline&utm_source=y") == "https://a.example/x"
    assert cleaned("no address") == "no address"
    assert cleaned("http://[broken") == "http://[broken"


def test_the_very_address_comes_first_among_its_writings() -> None:
    address = "http://m.a.example/x/?utm_id=1"
    assert same_addresses(address)[0] == address
    assert "https://www.a.example/x" in same_addresses(address)
