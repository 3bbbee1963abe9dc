"""The limits of fetching, in one place. Unless noted they are set by judgement, not measured."""

from __future__ import annotations

from newsdiff.quick_dataclass import dataclass

LONGEST_CRAWL_DELAY = 10.0
"""Seconds: a robots.txt that asks for longer pauses would stop a reader's update for hours."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them, so that a caller can change some."""

    bytes: int = 5_000_000
    """Of a decoded body. The extractor took 4.1 s of CPU time for a page of 4.4 MB."""
    redirects: int = 5
    """Enough for http to https, to www, a shortener and a consent page, one after the other."""
    silence: float = 10.0
    """Seconds for a connection, and for any one silence of the server."""
    seconds: float = 30.0
    """Seconds for one answer from connecting to its last byte, however busily it drips."""
    delay: float = 0.5
    """Seconds between the starts of two requests to one host. A robots.txt may ask for more."""
    connections: int = 2
    """Requests to one host at a time."""
    connections_in_all: int = 16
    """Requests to all hosts together at a time."""
    patience: float = 5.0
    """Seconds of a Retry-After that are waited for at once, one time; a longer one is left to the next
    update."""
