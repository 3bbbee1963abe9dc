"""From addresses to articles, over a real server on loopback."""

from __future__ import annotations

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.incoming.web import Access, from_address, from_opml
from newsdiff.model import Article
from tests.fetching.local_server import LocalServer, page, redirect, silent_until
from tests.incoming.feed_texts import PARAGRAPHS, article_page, html, item, opml, rss

XML = "application/rss+xml"


@pytest.fixture
def access(fetcher: Fetcher) -> Access:
    return Access(fetcher, allow_private=True)


def body(article: Article | None) -> list[str]:
    assert article is not None
    return [article.slice(block) for block in article.paragraphs]


def test_a_page_becomes_an_article_with_its_address(server: LocalServer, access: Access) -> None:
    server.pages |= {"/short": redirect("/a"), "/a": page(article_page("Bridge closed"))}
    (arrival,) = from_address(server.url("/short"), access)
    assert body(arrival.article) == list(PARAGRAPHS)
    assert arrival.article is not None
    assert (arrival.article.title, arrival.article.url) == ("Bridge closed", server.url("/a"))


@pytest.mark.parametrize(
    "declared", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r", "nonsense", "windows-1250"]
)
def test_a_wrong_charset_in_the_header_does_no_harm(
    server: LocalServer, access: Access, declared: str
) -> None:
    story = (
        *PARAGRAPHS,
        "“Das Wasser hält nicht – wir müssen schließen,” said the café’s owner, Jürgen Groß.",
    )
    server.pages["/a"] = page(article_page("Bridge", story), f"text/html; charset={declared}")
    (arrival,) = from_address(server.url("/a"), access)
    assert body(arrival.article) == list(story)


def test_a_right_charset_in_the_header_holds(server: LocalServer, access: Access) -> None:
    story = (*PARAGRAPHS, "Wałęsa i Gdańsk są w tekście, który ktoś napisał i wysłał w środę do gazety.")
    data = article_page("Bridge", story).encode("iso-8859-2")
    server.pages["/a"] = page(data, "text/html; charset=ISO-8859-2")
    (arrival,) = from_address(server.url("/a"), access)
    assert body(arrival.article)[-1] == story[-1]


def test_a_feed_with_whole_texts_is_used_as_it_is(server: LocalServer, access: Access) -> None:
    server.pages["/feed"] = page(rss(item("/a", "Bridge closed", content=html())), XML)
    (arrival,) = from_address(server.url("/feed"), access)
    assert arrival.article is not None
    assert body(arrival.article) == list(PARAGRAPHS)
    assert (arrival.article.title, arrival.article.url) == ("Bridge closed", server.url("/a"))
    assert str(arrival.article.published) == "2026-11-24"
    assert arrival.article.outlet == "The Bay Courier"
    assert "/a" not in server.asked


def test_a_feed_of_teasers_leads_to_its_pages_by_relative_links(server: LocalServer, access: Access) -> None:
    server.pages |= {
        "/feeds/all": page(rss(item("../news/a?id=1", teaser="The bridge …")), XML),
        "/news/a": page(article_page("Bridge closed")),
    }
    (arrival,) = from_address(server.url("/feeds/all"), access)
    assert body(arrival.article) == list(PARAGRAPHS)
    assert str(arrival.article.published if arrival.article else None) == "2026-11-24"
    assert arrival.article is not None
    assert str(arrival.article.published_at) == "2026-11-24 08:00:00+00:00"


def test_an_entry_that_cannot_be_fetched_does_not_stop_the_others(
    server: LocalServer, access: Access
) -> None:
    server.pages |= {
        "/feed": page(rss(item("/gone"), item("http://10.0.0.1/secret"), item("/slow"), item("/a")), XML),
        "/slow": silent_until("/a"),
        "/a": page(article_page("Bridge closed")),
    }
    gone, private, slow, there = from_address(server.url("/feed"), access)
    assert [one.problem is None for one in (gone, private, slow, there)] == [False, False, False, True]
    assert "404" in (gone.problem or "")
    assert "not a public address" in (private.problem or "")
    assert [one.is_passing for one in (gone, private, slow, there)] == [False, False, True, False]


def test_a_broken_feed_does_not_stop_the_others_of_its_list(server: LocalServer, access: Access) -> None:
    server.pages |= {
        "/page": page(article_page("No feed")),
        "/cut": page("<rss><chan", XML),
        "/slow": silent_until("/good"),
        "/good": page(rss(item("/a", content=html())), XML),
    }
    urls = [server.url(path) for path in ("/page", "/cut", "/none", "/slow", "/good")]
    arrivals = list(from_opml(opml(*urls).encode(), "list.opml", access))
    assert [one.source for one in arrivals] == [*urls[:4], server.url("/a")]
    assert [one.article is None for one in arrivals] == [True, True, True, True, False]


def test_without_permission_nothing_private_is_reached(server: LocalServer, fetcher: Fetcher) -> None:
    (arrival,) = from_address(server.url("/a"), Access(fetcher))
    assert "--allow-private" in (arrival.problem or "")
    assert server.asked == []


@pytest.mark.parametrize(
    "hostile",
    [
        b"<html><body>" + b"<div>" * 20_000 + b"deep",
        b"<html><body><p>" + b"\x00" * 50_000 + b"</p></body></html>",
        b"<html><body><p>" + b"word " * 900_000,
        b"\xff\xfe" + b"<html>" * 1_000,
        b"<rss version='2.0'><channel>" + b"<item>" * 5_000,
        b"<opml>" + b"<outline>" * 20_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 50_000,
        b"",
    ],
    ids=[
        "deep page",
        "NUL bytes",
        "one word for ever",
        "half UTF-16",
        "deep feed",
        "deep list",
        "deep JSON",
        "empty",
    ],
)
def test_hostile_bytes_end_in_one_line(server: LocalServer, hostile: bytes) -> None:
    server.pages["/a"] = page(hostile)
    access = Access(Fetcher(), allow_private=True)
    for arrival in from_address(server.url("/a"), access):
        assert arrival.article is not None or arrival.problem
        assert "\n" not in (arrival.problem or "")
