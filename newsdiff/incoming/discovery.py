"""The feeds that a page names (``<link rel="alternate">``), for users who enter a site's home page."""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urlsplit

from newsdiff.fetching.request import Answer
from newsdiff.fetching.urls import resolved
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.http_charset import in_utf8

LOOKED_AT = 300_000
"""Bytes of a page in which its feeds are looked for: they stand in its head."""
MOST_NAMED = 3
_FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
)


def or_its_feed(arrival: Arrival, answer: Answer) -> Arrival:
    """The arrival; a page that names feeds and is a home page or no article becomes a problem that names
    them."""
    if arrival.article is not None and not _is_front_page(answer):
        return arrival
    feeds = feeds_on(answer)
    if not feeds:
        return arrival
    return Arrival(
        arrival.source,
        problem=f"is a site with a feed, not an article: add {' or '.join(feeds[:MOST_NAMED])}",
    )


def _is_front_page(answer: Answer) -> bool:
    """Whether it is a home page: at the root of its host, and not an article."""
    parts = urlsplit(answer.url)
    return parts.path in ("", "/") and not parts.query and answer.body.lower().count(b"<article") != 1


def feeds_on(answer: Answer) -> tuple[str, ...]:
    """Addresses of the feeds that the page names, in its order."""
    found = _Links(answer.url)
    with suppress(AssertionError):  # a "<![" that the parser knows no end of: what stands above it counts
        found.feed(in_utf8(answer)[:LOOKED_AT].decode("utf-8", "replace"))
    return tuple(dict.fromkeys(found.feeds))


class _Links(HTMLParser):
    """Collects feeds while the page is read."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.feeds: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "base":
            self._base = resolved(values.get("href", ""), self._base) or self._base
        if tag != "link" or "alternate" not in values.get("rel", "").lower().split():
            return
        kind = values.get("type", "").partition(";")[0].strip().lower()
        address = resolved(values.get("href", ""), self._base) if values.get("href", "").strip() else None
        if kind in _FEED_TYPES and address is not None:
            self.feeds.append(address)
