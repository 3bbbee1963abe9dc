"""Fetching over HTTP within robots.txt, a pace and limits, and never from the local network.

Nothing here is called unless the person named a URL or a feed. urllib3 and protego are imported only then.
"""

from __future__ import annotations

from newsdiff.fetching.errors import (
    AnsweredWithErrorError,
    FetchError,
    StoppedError,
    UnusableUrlError,
)
from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.request import FEED_TYPES, PAGE_TYPES, Answer, Request
from newsdiff.fetching.urls import is_web_url, own_hosts

__all__ = [
    "FEED_TYPES",
    "PAGE_TYPES",
    "Answer",
    "AnsweredWithErrorError",
    "FetchError",
    "Fetcher",
    "Request",
    "StoppedError",
    "UnusableUrlError",
    "is_web_url",
    "own_hosts",
]
