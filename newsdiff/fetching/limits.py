"""The limits of fetching, in one place."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 5_000_000
"""Of a decoded body. The largest of 181 real news pages had 4.4 MB, and took the extractor four seconds."""

MOST_REDIRECTS = 5
"""Real chains (http to https, to www, a shortener, a consent page) have up to four."""

MOST_HEADERS_WAIT = 10.0
"""Seconds for a connection, and for any one silence of the server."""

MOST_SECONDS = 30.0
"""Seconds for one answer from connecting to its last byte, however busily it drips."""

HOST_DELAY = 0.5
"""Seconds between the starts of two requests to one host. A robots.txt may ask for more."""

LONGEST_CRAWL_DELAY = 10.0
"""Seconds: a robots.txt that asks for longer pauses would stop a reader's update for hours."""

HOST_CONNECTIONS = 2
"""Requests to one host at a time."""

PATIENCE = 5.0
"""Seconds of a Retry-After that are waited for on the spot, once; a longer one is left to the next update."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them, for tests and for those who must."""

    bytes: int = MOST_BYTES
    redirects: int = MOST_REDIRECTS
    silence: float = MOST_HEADERS_WAIT
    seconds: float = MOST_SECONDS
    delay: float = HOST_DELAY
    connections: int = HOST_CONNECTIONS
    patience: float = PATIENCE
