"""A server and a library of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.incoming.web import Access
from newsdiff.library import Library, open_library
from tests.fetching.conftest import UNHURRIED
from tests.fetching.local_server import LocalServer, serving


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(UNHURRIED)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def access(fetcher: Fetcher) -> Access:
    """What a person may do who allowed nothing."""
    return Access(fetcher)
