"""Articles behind addresses: pages, feeds with the pages behind their entries, OPML lists of feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from newsdiff.fetching.errors import FetchError, StoppedError
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.request import FEED_TYPES, PAGE_TYPES, Answer, Request
from newsdiff.fetching.same_address import cleaned
from newsdiff.fetching.urls import is_bare_address, is_web_url, own_hosts
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.discovery import or_its_feed
from newsdiff.incoming.feed_kinds import kind_of
from newsdiff.incoming.feeds import Entry, NotAFeedError, read_feed, read_opml
from newsdiff.incoming.http_charset import in_utf8, media_type
from newsdiff.incoming.local import arrival_of
from newsdiff.incoming.streams import as_they_come, streamed
from newsdiff.library import Library
from newsdiff.library.records import FetchedPage, StoredPage
from newsdiff.model import Article, Block, Role, numbered
from newsdiff.passwords import without_password
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.errors import NoArticleError, UnreadableArticleError
from newsdiff.readers.files.article import article_of
from newsdiff.readers.metadata.language import language_of
from newsdiff.readers.metadata.outlets import short_name
from newsdiff.readers.metadata.printed_dates import published_date
from newsdiff.readers.metadata.publication_time import Published, published, reconciled
from newsdiff.readers.metadata.seat import with_seat
from newsdiff.readers.metadata.sites import registered_name
from newsdiff.readers.parsed_page import ArticleMetadata

WORKERS = 8
"""Addresses or feeds fetched at once."""

PAGE_WORKERS = 4
"""Pages of one feed that are asked for at once: most stand on one host, which is asked for two at a time."""

LEAST_WORDS_OF_A_TEXT = 4
"""Words from which a paragraph of a feed is text: shorter ones are labels."""


@dataclass(frozen=True, slots=True)
class Access:
    """How the web is accessed in one run, and what the user allowed."""

    fetcher: Fetcher
    allow_private: bool = False
    """Hosts that the person named may be private ones. A redirect or a link to another one is refused."""
    ignore_robots: bool = False
    known: Callable[[str], StoredPage | None] = lambda _url: None
    """The page at an address whose article the library holds: one that has not changed is not sent again."""

    def remembering(self, library: Library) -> Access:
        """The same, where pages whose articles the library holds are asked for only if they have changed."""
        return replace(self, known=library.pages.find)

    def hosts(self, url: str) -> frozenset[str]:
        """The private hosts that are allowed where the person named `url`."""
        return own_hosts(url) if self.allow_private and is_web_url(url) else frozenset()


def from_address(url: str, access: Access) -> Iterator[Arrival]:
    """The article at an address, or those of the feed or list of feeds that is there. Never raises."""
    try:
        hosts = access.hosts(url)
        known = access.known(url)
        request = _request(url, PAGE_TYPES | FEED_TYPES, hosts, known, ignore_robots=access.ignore_robots)
        answer = access.fetcher.fetch(request)
    except FetchError as error:
        yield _refused(url, error)
        return
    if answer.unchanged:
        yield Arrival(url, unchanged=known)
        return
    kind = kind_of(answer.body)
    if kind == "opml":
        yield from from_opml(answer.body, url, access)
    elif kind == "feed":
        yield from from_feed(answer, url, access, hosts)
    else:
        yield or_its_feed(_page(answer, url), answer)


def page_again(url: str, access: Access) -> Arrival:
    """The article that a page holds now; or that it has not changed, or why there is none. Never raises."""
    try:
        known = access.known(url)
        answer = access.fetcher.fetch(_request(url, PAGE_TYPES, access.hosts(url), known))
    except FetchError as error:
        return _refused(url, error)
    return Arrival(url, unchanged=known) if answer.unchanged else _page(answer, url)


def from_opml(data: bytes, source: str, access: Access) -> Iterator[Arrival]:
    """The articles of every feed in the list; a broken feed is reported and does not stop the others."""
    try:
        feeds = read_opml(data)
    except NotAFeedError as error:
        yield Arrival(source, problem=f"{error}: check the file")
        return
    if not feeds:
        yield Arrival(source, problem="lists no feeds: outlines need an xmlUrl")
    yield from streamed(lambda feed: _listed(feed.url, access), feeds, access.fetcher, WORKERS)


def _listed(url: str, access: Access) -> Iterator[Arrival]:
    """The articles of one feed of a list."""
    try:
        hosts = access.hosts(url)
        answer = access.fetcher.fetch(Request(url, FEED_TYPES, hosts))
    except FetchError as error:
        yield _refused(url, error)
        return
    yield from from_feed(answer, url, access, hosts)


def from_feed(
    answer: Answer,
    source: str,
    access: Access,
    hosts: frozenset[str],
    *,
    since: date | None = None,
    known: frozenset[str] = frozenset(),
    in_order: bool = True,
) -> Iterator[Arrival]:
    """The articles of a feed: its own text where it carries the article, else the page behind the entry.

    `hosts`: private ones that are allowed. Entries of days before `since` and those with a key in `known`
    are passed over in silence. Unless `in_order` each comes as soon as it is there.
    """
    try:
        feed = read_feed(in_utf8(answer), answer.url, known)
    except NotAFeedError as error:
        yield Arrival(source, problem=f"{error}: check the address")
        return
    if not feed.entries and not feed.left_out:
        yield Arrival(source, problem="the feed has no entries with an address", is_passing=True)
    wanted = [entry for entry in feed.entries if entry.key not in known and not _is_older(entry, since)]

    def ask(entry: Entry) -> list[Arrival]:
        return [_named(_entry(entry, feed.title, access, hosts), entry, without_password(source))]

    if in_order:
        yield from streamed(ask, wanted, access.fetcher, PAGE_WORKERS)
    else:
        for some in as_they_come(ask, wanted, access.fetcher, PAGE_WORKERS):
            yield from some


def _named(arrival: Arrival, entry: Entry, feed: str) -> Arrival:
    return replace(
        arrival, entry=(entry.key, *entry.as_written), name=(feed, entry.guid) if entry.guid else None
    )


def _is_older(entry: Entry, since: date | None) -> bool:
    day = published_date(entry.published) if since else None
    return bool(since and day and day < since)


def _refused(url: str, error: FetchError) -> Arrival:
    trouble = f"{error.trouble}; {error.remedy}"
    times = trouble if error.url in (url, without_password(url)) else f"{error.url}: {trouble}"
    stopped = isinstance(error, StoppedError)
    return Arrival(
        without_password(url),
        problem=without_password(times),
        is_passing=error.is_passing,
        stopped=stopped,
    )


def _request(
    url: str,
    types: frozenset[str],
    hosts: frozenset[str],
    known: StoredPage | None,
    *,
    ignore_robots: bool = False,
) -> Request:
    etag, last_modified = (known.page.etag, known.page.last_modified) if known else (None, None)
    return Request(url, types, hosts, ignore_robots, etag, last_modified)


def _entry(entry: Entry, feed: str, access: Access, hosts: frozenset[str]) -> Arrival:
    """The article of an entry of the feed of that title."""
    if entry.html:
        page = Answer(entry.url, entry.html.encode("utf-8", "replace"), "text/html; charset=utf-8")
    else:
        try:
            known = access.known(entry.url)
            page = access.fetcher.fetch(_request(entry.url, PAGE_TYPES, hosts, known))
        except FetchError as error:
            return _refused(entry.url, error)
        if page.unchanged:
            return Arrival(entry.url, unchanged=known)
    arrival = _page(page, entry.url)
    if arrival.article is None:
        return _in_the_feeds_words(arrival, entry, feed)
    article = arrival.article
    times = reconciled([Published(article.published, article.published_at), published(entry.published)])
    title = article.title or entry.title
    # A site without a name is called by its host; the feed's own title says more than bare digits.
    outlet = feed if feed and is_bare_address(article.outlet or "") else article.outlet
    whole = replace(article, title=title, published=times.day, published_at=times.at, outlet=outlet)
    return replace(arrival, article=whole)


def _in_the_feeds_words(arrival: Arrival, entry: Entry, feed: str) -> Arrival:
    """The feed's own text, where the page behind the entry holds no article now; it is asked for again."""
    why = (arrival.problem or "").partition(":")[0].removesuffix(", not an article")
    article = stand_in(entry, feed, why)
    if article is None:
        return arrival
    return Arrival(entry.url, article, is_passing=True, stands_in=True)


def _page(answer: Answer, source: str) -> Arrival:
    suffix = {"text/plain": ".txt", "text/markdown": ".md"}.get(media_type(answer), ".html")
    try:
        article = article_of(in_utf8(answer), source, suffix, address=answer.url)
    except UnreadableArticleError as error:
        is_passing = isinstance(error, NoArticleError)
        return Arrival(source, problem=f"{error.trouble}: {error.remedy}", is_passing=is_passing)
    outlet = article.outlet or registered_name(answer.url)
    whole = replace(article, url=cleaned(article.url or answer.url), outlet=outlet)
    says = answer.etag or answer.last_modified
    page = FetchedPage(source, article.sha256, answer.etag, answer.last_modified) if says else None
    return replace(arrival_of(whole, source), page=page)


def stand_in(entry: Entry, feed: str, why: str) -> Article | None:
    """Headline and text as the feed of that title gives them; None where it has no text.

    `why` says what the page is instead of the article.
    """
    paragraphs = [one for one in entry.summary.split("\n") if len(one.split()) >= LEAST_WORDS_OF_A_TEXT]
    if not paragraphs:
        return None
    parts = [entry.title, *paragraphs] if entry.title else paragraphs
    blocks, at = [], 0
    for number, part in enumerate(parts):
        is_title = bool(entry.title) and number == 0
        role: Role = "title" if is_title else "paragraph"
        blocks.append(Block("", role, at, at + len(part), "headline" if is_title else ""))
        at += len(part) + 2
    site = registered_name(entry.url) or ""
    seat = with_seat(
        ArticleMetadata(language=language_of(" ".join(paragraphs), None), url=entry.url), entry.url
    )
    outlet = seat.outlet or (feed if feed and is_bare_address(site) else site or feed)
    name = short_name(outlet) or "feed"
    moment = published(entry.published)
    return Article(
        id=name,
        source=entry.url,
        text="\n\n".join(parts),
        blocks=numbered(name, blocks),
        title=entry.title or None,
        outlet=outlet or None,
        country=seat.country,
        language=seat.language,
        published=moment.day,
        published_at=moment.at,
        url=entry.url,
        remarks=(f"the page {why}: this is the feed's own text",),
    )
