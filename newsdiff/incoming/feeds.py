"""RSS, Atom and JSON feeds and OPML lists: what addresses and texts they carry."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree import ElementTree

MOST_ENTRIES = 500
MOST_FEEDS = 1_000


class NotAFeedError(Exception):
    """Bytes that are no feed or list of feeds, in a few words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    url: str
    title: str
    published: str
    html: str
    """The article where the feed carries it, a teaser or nothing otherwise."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's name and entries."""

    title: str
    entries: tuple[Entry, ...]


def kind_of(data: bytes) -> str:
    """``feed``, ``opml`` or ``page``, told by how the bytes begin."""
    head = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{") and b"jsonfeed.org" in head:
        return "feed"
    if not head.startswith(b"<"):
        return "page"
    root = re.search(rb"<(?:\w+:)?(rss|feed|rdf|opml|html)[\s>]", head)
    return {b"opml": "opml", b"html": "page", None: "page"}.get(root[1] if root else None, "feed")


def read_feed(data: bytes, url: str) -> Feed:
    """The entries that lead to http(s) addresses, relative ones resolved. Raises NotAFeedError."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(data, url)
    import feedparser

    try:
        read = feedparser.parse(data, response_headers={"content-location": url})
    except Exception as error:  # feedparser meets whatever strangers write
        raise NotAFeedError("is no feed that can be read") from error
    if not read.get("version") and not read.entries:
        raise NotAFeedError("is no feed that can be read")
    entries = []
    for entry in read.entries[:MOST_ENTRIES]:
        texts = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
        entries.append(
            Entry(
                urljoin(url, entry.get("link", "")),
                entry.get("title", ""),
                entry.get("published", "") or entry.get("updated", ""),
                max(texts, key=len),
            )
        )
    return Feed(read.feed.get("title", ""), _usable(entries))


def _json_feed(data: bytes, url: str) -> Feed:
    try:
        told = json.loads(data)
        items = [item for item in told["items"][:MOST_ENTRIES] if isinstance(item, dict)]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise NotAFeedError("is no JSON feed") from error
    entries = [
        Entry(
            urljoin(url, str(item.get("url") or "")),
            str(item.get("title") or ""),
            str(item.get("date_published") or ""),
            str(item.get("content_html") or item.get("content_text") or ""),
        )
        for item in items
    ]
    return Feed(str(told.get("title") or ""), _usable(entries))


def _usable(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.url.startswith(("http://", "https://")))


def read_opml(data: bytes) -> tuple[str, ...]:
    """The addresses of the feeds in an OPML list, categories opened. Raises NotAFeedError."""
    if b"<!entity" in data.lower():
        raise NotAFeedError("declares entities, which no list of feeds needs")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotAFeedError(f"is no OPML list ({error})") from error
    found = (outline.get("xmlUrl", "") for outline in root.iter("outline"))
    return tuple(dict.fromkeys(url for url in found if url.startswith(("http://", "https://"))))[:MOST_FEEDS]


def write_opml(urls: tuple[str, ...]) -> bytes:
    """An OPML list of feeds."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "newsdiff feeds"
    body = ElementTree.SubElement(root, "body")
    for url in urls:
        ElementTree.SubElement(body, "outline", type="rss", text=url, xmlUrl=url)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
