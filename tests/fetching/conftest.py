"""A server of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsdiff.fetching import Fetcher
from newsdiff.fetching.limits import Limits
from tests.fetching.local_server import LocalServer, serving

QUICK = Limits(bytes=200_000, silence=0.3, seconds=0.6, delay=0.0, patience=0.2)
"""Limits that a test can wait for."""
UNHURRIED = replace(QUICK, silence=6.0, seconds=6.0)
"""For tests of something else: a busy machine answers late."""


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(QUICK)
