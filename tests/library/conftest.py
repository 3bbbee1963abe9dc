"""A library of its own for every test, in each of the stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.library import Library, StoredEvent, open_library
from tests.compared_once import compare_once
from tests.library.library_accounts import seeds

__all__ = ["compare_once"]


@pytest.fixture
def folder(tmp_path: Path, store: str) -> Path:
    """Where libraries are opened: in a file there, or on the server."""
    return tmp_path / "data"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as opened:
        yield opened


@pytest.fixture
def event(library: Library) -> StoredEvent:
    return library.events.add(seeds())
