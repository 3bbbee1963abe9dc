"""What all tests share: the sample event, and small events written for one test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from newsdiff import compare, read_event
from newsdiff.model import Article, Comparison
from tests.offline import strayed, watch_the_network

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"


sys.addaudithook(watch_the_network)

# No test says how long something may take: other work on the computer would make it fail.
settings.register_profile("newsdiff", deadline=None)
settings.load_profile("newsdiff")


@pytest.fixture(autouse=True)
def _nothing_leaves_this_computer() -> Iterator[None]:
    """Every test fails that looks up a name or opens a connection beyond loopback, in whatever thread."""
    strayed.clear()
    yield
    assert not strayed, f"the test reached for {', '.join(strayed)}"


@cache
def _seed_comparison() -> Comparison:
    reading = read_event([SEEDS])
    return compare(reading.articles, title=reading.title)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the sample event."""
    return SEEDS


@pytest.fixture(scope="session")
def seed_comparison() -> Comparison:
    """The sample event, compared with its default base."""
    return _seed_comparison()


@pytest.fixture
def event(tmp_path: Path) -> Callable[..., tuple[Article, ...]]:
    """Write an event down and read it back: ``event(sun="First paragraph.\\n\\nSecond.", times="…")``."""

    def write(**texts: str) -> tuple[Article, ...]:
        for outlet, text in texts.items():
            (tmp_path / f"{outlet}.txt").write_text(text, encoding="utf-8")
        return read_event([tmp_path]).articles

    return write
