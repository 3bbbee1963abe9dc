"""What stands where an article should: the feed's own text is kept, and the page is asked for again."""

from __future__ import annotations

import pytest

from newsdiff.incoming.updating import update_feeds
from newsdiff.incoming.web import Access
from newsdiff.library import Library
from tests.fetching.local_server import LocalServer, page
from tests.incoming.feed_texts import article_page, item, rss

XML = "application/rss+xml"
TEASER = "Mayor Claudia Weber has resigned over the closed bridge, the town council said on Monday."
WALLS = {
    "a consent wall": "<title>bay.example with adverts</title><h1>bay.example with adverts</h1><p>Visit us"
    " as usual with advertising and tracking. You find details in our privacy policy.</p>",
    "a check for JavaScript or robots": "<title>Just a moment...</title><p>Please enable JavaScript and"
    " cookies to continue.</p><p>Your browser will be redirected shortly.</p>",
    "an error page": "<title>Page not found</title><h1>Sorry, this page no longer exists</h1><p>The page you"
    " are looking for may have been moved or deleted.</p>",
    "a login page": "<title>Sign in</title><h1>Sign in</h1><p>Enter your email and password to sign in.</p>",
}  # fmt: skip


@pytest.mark.parametrize("kind", WALLS)
def test_the_feeds_headline_and_text_are_kept_until_the_page_holds_the_article(
    server: LocalServer, access: Access, library: Library, kind: str
) -> None:
    server.pages["/feed"] = page(rss(item("/a", "Mayor resigns over bridge", teaser=TEASER)), XML)
    server.pages["/a"] = page(f"<html><head></head><body>{WALLS[kind]}</body></html>")
    library.feeds.add(server.url("/feed"), allow_private=True)
    first = update_feeds(library, access, early=True).summary
    assert first.count("added") == 1
    assert kind in first.outcomes[0].reason
    (event,) = library.events.all()
    (article,) = library.events.articles(event.id)
    assert article.title == "Mayor resigns over bridge"
    assert [article.slice(block) for block in article.paragraphs] == [TEASER]
    again = update_feeds(library, access, early=True).summary
    assert again.count("unchanged") == 1
    server.pages["/a"] = page(article_page("Mayor resigns"))
    last = update_feeds(library, access, early=True).summary
    assert last.count("newer version") == 1
    (whole,) = library.events.articles(event.id)
    assert len(whole.paragraphs) == 5


def test_a_wall_never_replaces_the_article_that_was_read_before(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/feed"] = page(rss(item("/a", "Mayor resigns", teaser=TEASER)), XML)
    server.pages["/a"] = page(article_page("Mayor resigns"))
    library.feeds.add(server.url("/feed"), allow_private=True)
    update_feeds(library, access, early=True)
    server.pages["/feed"] = page(rss(item("/a", "Mayor resigns", teaser=TEASER + " More.")), XML)
    server.pages["/a"] = page(f"<html><body>{WALLS['a consent wall']}</body></html>")
    assert update_feeds(library, access, early=True).summary.count("unchanged") == 1
    (event,) = library.events.all()
    assert len(library.events.articles(event.id)[0].paragraphs) == 5


def test_walls_of_several_entries_do_not_meet_in_one_event(
    server: LocalServer, access: Access, library: Library
) -> None:
    teasers = ("The price of milk fell by a tenth in March.", "A ferry hit a pier in thick fog on Sunday.")
    server.pages["/feed"] = page(
        rss(*(item(f"/{number}", text[:20], teaser=text) for number, text in enumerate(teasers))), XML
    )
    for number in range(2):
        server.pages[f"/{number}"] = page(f"<html><body>{WALLS['an error page']}</body></html>")
    library.feeds.add(server.url("/feed"), allow_private=True)
    update_feeds(library, access, early=True)
    assert len(library.events.all()) == 2


def test_an_entry_that_is_called_a_search_is_asked_for_again(
    server: LocalServer, access: Access, library: Library
) -> None:
    server.pages["/feed"] = page(rss(item("/a", "Mayor resigns")), XML)
    called = '<head><link rel="canonical" href="https://news.example/search?q=mayor">'
    assert "<head>" in article_page("Mayor resigns")
    server.pages["/a"] = page(article_page("Mayor resigns").replace("<head>", called))
    library.feeds.add(server.url("/feed"), allow_private=True)
    first = update_feeds(library, access, early=True).summary
    assert [one.reason.partition(":")[0] for one in first.outcomes] == [
        "is a search or index page, not an article"
    ]
    server.pages["/a"] = page(article_page("Mayor resigns"))
    assert update_feeds(library, access, early=True).summary.count("added") == 1
