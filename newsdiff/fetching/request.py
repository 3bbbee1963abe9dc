"""A request and its answer."""

from __future__ import annotations

from dataclasses import field

from newsdiff.quick_dataclass import dataclass

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
"""Content types of articles."""

FEED_TYPES = frozenset(
    "application/rss+xml application/atom+xml application/rdf+xml application/xml text/xml application/json"
    " application/feed+json text/x-opml text/html text/plain application/octet-stream".split()
)
"""Content types that feeds are served with; the last three by mistake, and often."""


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch."""

    url: str
    types: frozenset[str]
    """Content types that are taken; an answer without one is taken too."""
    private: frozenset[str] = frozenset()
    """Hosts that may have addresses that are not public. Only these: a redirect elsewhere is refused."""
    ignore_robots: bool = False
    etag: str | None = None
    last_modified: str | None = None
    """Validators of the last answer: an unchanged answer then comes without its body."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request."""

    url: str
    """The final address, after redirects."""
    body: bytes
    """Decompressed; empty when `unchanged`."""
    content_type: str | None = None
    """The whole header ("text/html; charset=utf-8")."""
    unchanged: bool = False
    """304: nothing new since the ETag or the date that were sent."""
    headers: dict[str, str] = field(default_factory=dict)
    """By name in lower case."""

    @property
    def etag(self) -> str | None:
        """For the next request."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """For the next request."""
        return self.headers.get("last-modified")
