"""The server stops and comes back while somebody writes."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.environment import LIBRARY
from newsdiff.library import LibraryAwayError, open_library
from tests.library.library_accounts import two
from tests.postgresql_server import Server

STOPS = 3


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of this test alone, with the settings it comes with: what it confirms is on the disk."""
    own = Server(settings=())
    monkeypatch.setenv(LIBRARY, own.address())
    yield own
    own.remove()


def test_nothing_confirmed_is_lost_and_the_library_comes_back_by_itself(
    server: Server, tmp_path: Path
) -> None:
    draw, confirmed, troubles, ended = random.Random(3), list[str](), list[str](), threading.Event()
    with open_library(tmp_path) as library:
        event = library.events.add(two()).id
        since = library.revision()

        def write() -> None:
            while not ended.is_set():
                try:
                    confirmed.append(library.notes.add(event, f"note {len(confirmed)}").id)
                except LibraryAwayError as error:
                    troubles.append(str(error))
                    time.sleep(0.05)

        writer = threading.Thread(target=write)
        writer.start()
        for number in range(STOPS):
            before = len(confirmed)
            while len(confirmed) < before + 3:
                time.sleep(0.02)
            time.sleep(draw.uniform(0, 0.1))
            server.stop(at_once=number % 2 == 0)
            if number == 0:
                done = subprocess.run(
                    [sys.executable, "-m", "newsdiff", "list"], capture_output=True, text=True, check=False
                )
                assert (done.returncode, done.stderr.count("\n")) == (1, 1)
                assert "the server cannot be reached" in done.stderr
                with pytest.raises(LibraryAwayError):
                    library.changes_since(since)
            server.start()
        before = len(confirmed)
        while len(confirmed) < before + 3:
            time.sleep(0.02)
        ended.set()
        writer.join()
        there = {note.id for note in library.notes.of(event)}
        assert set(confirmed) <= there
        assert troubles
        assert all("\n" not in trouble for trouble in troubles)
        changed = {change.subject for change in library.changes_since(since).items if change.kind == "note"}
        assert set(confirmed) <= changed
