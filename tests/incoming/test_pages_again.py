"""A page that is added again is asked for only if it has changed; a site is told from an article."""

from __future__ import annotations

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.incoming.ingest import Summary, ingest
from newsdiff.incoming.web import Access, from_address
from newsdiff.library import Library
from tests.fetching.conftest import UNHURRIED
from tests.fetching.local_server import LocalServer, page, with_etag
from tests.incoming.feed_texts import PARAGRAPHS, article_page, item, rss

XML = "application/rss+xml"


@pytest.fixture
def access() -> Access:
    return Access(Fetcher(UNHURRIED), allow_private=True)


def added(server: LocalServer, path: str, access: Access, library: Library) -> Summary:
    return ingest(from_address(server.url(path), access.remembering(library)), library)


def test_a_page_that_has_not_changed_is_not_sent_again(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = with_etag(article_page("Bridge closed").encode(), '"1"')
    (first,) = added(server, "/a", access, library).outcomes
    (again,) = added(server, "/a", access, library).outcomes
    assert (first.state, again.state) == ("added", "unchanged")
    assert (again.event, again.article) == (first.event, first.article)
    assert server.headers[-1]["if-none-match"] == '"1"'


def test_a_date_of_change_does_as_well(server: LocalServer, access: Access, library: Library) -> None:
    day = "Tue, 24 Nov 2026 08:00:00 GMT"
    server.pages["/a"] = page(article_page("Bridge closed"), last_modified=day)
    added(server, "/a", access, library)
    added(server, "/a", access, library)
    assert server.headers[-1]["if-modified-since"] == day


def test_a_page_that_has_changed_becomes_a_newer_version(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = with_etag(article_page("Bridge closed").encode(), '"1"')
    added(server, "/a", access, library)
    server.pages["/a"] = with_etag(article_page("Bridge closed", PARAGRAPHS[:4]).encode(), '"2"')
    assert added(server, "/a", access, library).count("newer version") == 1
    assert added(server, "/a", access, library).count("unchanged") == 1
    assert server.headers[-1]["if-none-match"] == '"2"'


def test_a_page_whose_article_has_gone_is_sent_whole(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/a"] = with_etag(article_page("Bridge closed").encode(), '"1"')
    (first,) = added(server, "/a", access, library).outcomes
    library.events.delete(str(first.event))
    assert added(server, "/a", access, library).count("added") == 1


def test_pages_behind_a_feed_that_is_added_again_are_not_sent_again(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages |= {
        "/feed": page(rss(item("/a")), XML),
        "/a": with_etag(article_page("Bridge closed").encode(), '"1"'),
    }
    added(server, "/feed", access, library)
    assert added(server, "/feed", access, library).as_text().startswith("0 added, 1 unchanged")
    assert server.headers[-1]["if-none-match"] == '"1"'


FRONT = """<!DOCTYPE html><html><head><title>The Bay Courier</title><base href="/news/">
<link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" href="all.xml">
<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="a.css"></head>
<body><p>Welcome to the newspaper of the bay: what happens here since 1921.</p></body>"""


def test_a_site_with_a_feed_is_reported_with_the_address_of_the_feed(
    server: LocalServer, access: Access
) -> None:
    server.pages["/"] = page(FRONT)
    (arrival,) = from_address(server.url("/"), access)
    address = server.url("/news/all.xml")
    assert arrival.problem == f"is a site with a feed, not an article: add {address}"


@pytest.mark.parametrize("broken", ["<![foo[", "<![ 3", "<!["])
def test_what_is_no_html_below_the_address_of_the_feed_does_no_harm(
    server: LocalServer, access: Access, broken: str
) -> None:
    server.pages["/"] = page(FRONT + broken)
    (arrival,) = from_address(server.url("/"), access)
    assert (arrival.problem or "").endswith(f"add {server.url('/news/all.xml')}")


def test_an_article_that_names_the_feed_of_its_site_is_an_article(
    server: LocalServer, access: Access
) -> None:
    link = '<link rel="alternate" type="application/atom+xml" href="/feed"></head>'
    server.pages["/a"] = page(article_page("Bridge closed").replace("</head>", link))
    (arrival,) = from_address(server.url("/a"), access)
    assert arrival.article is not None


def test_a_list_of_headlines_that_names_a_feed_is_reported_with_it(
    server: LocalServer, access: Access
) -> None:
    link = '<link rel="alternate" type="application/feed+json" href="feed.json">'
    headlines = "".join(
        f"<li><h3><a href='/{number}'>Council votes for the bridge of pier {number} again</a></h3></li>"
        for number in range(40)
    )
    server.pages["/section/"] = page(f"<html><head>{link}</head><body><ul>{headlines}</ul></body></html>")
    (arrival,) = from_address(server.url("/section/"), access)
    assert (arrival.problem or "").endswith(f"add {server.url('/section/feed.json')}")
