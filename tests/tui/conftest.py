"""A library of its own for every test, and the application on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from newsdiff.library import Library, open_library
from tests.compared_once import compare_once
from tests.patience import PATIENCE
from tests.styled_once import style_once
from tests.tui.driving import ReaderApp, Reading, reader, settled
from tests.tui.small_event import FixedEvent
from tests.tui.small_event import reading as small_reading
from tests.until_quiet import wait_until_quiet
from tui.app import NewsdiffApp
from tui.open_event import OpenedEvent

__all__ = ["compare_once", "style_once", "wait_until_quiet"]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("NEWSDIFF_CONFIG", raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message stands until the next one: on a busy machine its seconds pass before a test looks at it."""
    monkeypatch.setattr("tui.app.SECONDS_OF_A_MESSAGE", PATIENCE)
    monkeypatch.setattr("tui.app.SECONDS_OF_AN_ERROR", PATIENCE)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library that has had its sample (and lost it)."""
    with open_library(tmp_path / "data") as opened:
        opened.keep_fact("sample", "gone")
        yield opened


@pytest.fixture
def event(library: Library) -> str:
    """The small event in the library."""
    return library.events.add(small_reading()).id


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is opened is compared by hand."""
    monkeypatch.setattr(OpenedEvent, "compare", FixedEvent.compare)
    monkeypatch.setattr(OpenedEvent, "asked", [], raising=False)


@pytest.fixture
async def reading(library: Library, event: str) -> AsyncIterator[Reading]:
    """The small event in the reader."""
    app = ReaderApp(library, event)
    async with app.run_test(size=(140, 36), notifications=True) as pilot:
        await settled(pilot)
        yield pilot, reader(app)


@pytest.fixture
def app(library: Library) -> NewsdiffApp:
    """The application on the library."""
    return NewsdiffApp(library)
