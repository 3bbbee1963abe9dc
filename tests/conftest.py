"""What all tests share: the sample event, and small events written for one test."""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from newsdiff import compare, read_event
from newsdiff.model import Article, Comparison

PROJECT = Path(__file__).parent.parent
SEEDS = PROJECT / "seeds"


@cache
def _seed_comparison() -> Comparison:
    reading = read_event([SEEDS])
    return compare(reading.articles, title=reading.title)


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches a network: a connection that leaves this computer fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int] | str) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] in ("127.0.0.1", "::1", "localhost"), f"a test reached for {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


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
