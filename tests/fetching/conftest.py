"""A server of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from tests.fetching.local_server import LocalServer, serving
from tests.patience import PATIENCE

UNHURRIED = Limits(bytes=200_000, silence=PATIENCE, seconds=PATIENCE, delay=0.0, patience=0.2)
"""A busy machine answers late."""
HURRIED = replace(UNHURRIED, silence=1.5, seconds=2.5)
"""Limits of time that a test can wait for."""


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(UNHURRIED)


@pytest.fixture
def hurried() -> Fetcher:
    return Fetcher(HURRIED)
