"""Articles behind addresses: pages, feeds with the pages behind their entries, OPML lists of feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from newsdiff.fetching.fetcher import Fetched, Fetcher, FetchError
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.feeds import Entry, NotAFeedError, kind_of, read_feed, read_opml
from newsdiff.incoming.local import arrival_of
from newsdiff.readers.article import article_of
from newsdiff.readers.dates import published_date
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.page_facts import registered_name

Asked = TypeVar("Asked")
Found = TypeVar("Found")

WORKERS = 8
FULL_TEXT = 1_500
"""Code points of an entry's HTML from which the feed is taken to carry the article itself, not a teaser."""


def from_address(url: str, fetcher: Fetcher) -> Iterator[Arrival]:
    """The article at an address, or those of the feed or list of feeds that is there. Never raises."""
    try:
        fetched = fetcher.fetch(url)
    except FetchError as error:
        yield Arrival(url, problem=str(error))
        return
    kind = kind_of(fetched.body)
    if kind == "opml":
        yield from from_opml(fetched.body, url, fetcher)
    elif kind == "feed":
        yield from from_feed(fetched, url, fetcher)
    else:
        yield _page(fetched, url)


def from_opml(data: bytes, source: str, fetcher: Fetcher) -> Iterator[Arrival]:
    """The articles of every feed in the list; a broken feed is told and does not stop the others."""
    try:
        urls = read_opml(data)
    except NotAFeedError as error:
        yield Arrival(source, problem=f"{error}: check the file")
        return
    if not urls:
        yield Arrival(source, problem="lists no feeds: outlines need an xmlUrl")
    for feed in _in_threads(lambda url: _feed_at(url, fetcher), urls):
        if isinstance(feed, Arrival):
            yield feed
        else:
            yield from from_feed(feed, feed.url, fetcher)


def from_feed(fetched: Fetched, source: str, fetcher: Fetcher) -> Iterator[Arrival]:
    """The articles of a feed: its own text where it carries the article, else the page behind the entry."""
    try:
        feed = read_feed(fetched.body, fetched.url)
    except NotAFeedError as error:
        yield Arrival(source, problem=f"{error}: check the address")
        return
    if not feed.entries:
        yield Arrival(source, problem="the feed has no entries with an address")
    yield from _in_threads(lambda entry: _entry(entry, fetcher), feed.entries)


def _in_threads(ask: Callable[[Asked], Found], asked: Sequence[Asked]) -> Iterator[Found]:
    pool = ThreadPoolExecutor(WORKERS)
    try:
        yield from pool.map(ask, asked)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _feed_at(url: str, fetcher: Fetcher) -> Fetched | Arrival:
    try:
        return fetcher.fetch(url)
    except FetchError as error:
        return Arrival(url, problem=str(error))


def _entry(entry: Entry, fetcher: Fetcher) -> Arrival:
    if len(entry.html) >= FULL_TEXT:
        body = f"<article>{entry.html}</article>".encode("utf-8", "replace")
        page = Fetched(entry.url, 200, body, "text/html", "utf-8")
    else:
        found = _feed_at(entry.url, fetcher)
        if isinstance(found, Arrival):
            return found
        page = found
    arrival = _page(page, entry.url)
    if arrival.article is None:
        return arrival
    article = arrival.article
    day = article.published or published_date(entry.published)
    return replace(arrival, article=replace(article, title=article.title or entry.title, published=day))


def _page(fetched: Fetched, source: str) -> Arrival:
    suffix = {"text/plain": ".txt", "text/markdown": ".md"}.get(fetched.content_type, ".html")
    try:
        article = article_of(_in_utf8(fetched), source, suffix)
    except UnreadableArticleError as error:
        return Arrival(source, problem=f"{error.trouble}: {error.remedy}")
    outlet = article.outlet or registered_name(fetched.url)
    return arrival_of(replace(article, url=article.url or fetched.url, outlet=outlet), source)


def _in_utf8(fetched: Fetched) -> bytes:
    """The body as UTF-8 where the charset of the header is right; else as it came, for the reader to tell."""
    try:
        return fetched.body.decode(fetched.charset or "utf-8").encode()
    except (LookupError, UnicodeError):
        return fetched.body
