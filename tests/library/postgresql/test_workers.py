"""Workers share the feeds of one library, whatever happens to one of them."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.library import Library, open_library
from newsdiff.library.anchors import target_on
from tests.library.library_accounts import two
from tests.library.postgresql.local_feeds import LocalFeeds, local_feeds

FEEDS, ENTRIES, KILLS = 6, 4, 3
WORKERS = 3


@pytest.fixture
def feeds() -> Iterator[LocalFeeds]:
    """A server of feeds."""
    with local_feeds(ENTRIES) as server:
        yield server


def worker(log: Path, *, lease: float) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        return subprocess.Popen(
            [sys.executable, "-m", "newsdiff", "worker", "--allow-private", "--every", "60", "--pause", "0.3",
             "--lease", str(lease)],
            stdout=file, stderr=file,
        )  # fmt: skip


def count(library: Library) -> int:
    return sum(len(library.events.sources(event.id)) for event in library.events.all())


def test_workers_killed_at_random_leave_every_article_once_and_every_note(
    postgresql: str, feeds: LocalFeeds, tmp_path: Path
) -> None:
    draw = random.Random(7)
    with open_library(tmp_path) as library:
        event = library.events.add(two(), title="Notes").id
        target = target_on(library.events.articles(event)[0], 2, 12)
        for number in range(FEEDS):
            library.feeds.add(f"{feeds.address}/feed/{number}", allow_private=True)
        log = tmp_path / "log"
        workers = [worker(log, lease=2) for _ in range(WORKERS)]
        notes = []
        try:
            for _ in range(KILLS):
                for _ in range(5):
                    notes.append(library.notes.add(event, f"note {len(notes)}", [target]).id)
                time.sleep(draw.uniform(0.5, 2.5))
                victim = draw.randrange(WORKERS)
                workers[victim].kill()
                workers[victim].wait()
                workers[victim] = worker(log, lease=2)
            wanted = FEEDS * ENTRIES + 2
            while count(library) < wanted or any(feed.asked is None for feed in library.feeds.all()):
                notes.append(library.notes.add(event, f"note {len(notes)}", [target]).id)
                time.sleep(0.3)
                assert all(one.poll() is None for one in workers), log.read_text()
        finally:
            for one in workers:
                one.send_signal(signal.SIGTERM)
            for one in workers:
                one.wait(60)
        assert count(library) == wanted
        assert {note.id for note in library.notes.of(event)} == set(notes)
        assert library.feeds.all()[0].error == ""
    # What a killed worker had asked is asked once more, by who takes it over; nothing else is.
    assert sum(feeds.asked.values()) <= FEEDS + KILLS * 8
    lines = re.findall(r"/feed/(\d+): (\d+) added", log.read_text())
    assert len({feed for feed, _ in lines}) == FEEDS
    checked = CliRunner().invoke(cli, ["library", "check"])
    assert checked.exit_code == 0, checked.output


def test_a_feed_is_asked_once_by_workers_that_run_beside_each_other(
    postgresql: str, feeds: LocalFeeds, tmp_path: Path
) -> None:
    with open_library(tmp_path) as library:
        for number in range(FEEDS):
            library.feeds.add(f"{feeds.address}/feed/{number}", allow_private=True)
        workers = [worker(tmp_path / "log", lease=60) for _ in range(2)]
        while any(feed.asked is None for feed in library.feeds.all()):
            time.sleep(0.1)
        for one in workers:
            one.send_signal(signal.SIGTERM)
        assert [one.wait(60) for one in workers] == [0, 0]
    assert set(feeds.asked.values()) == {1}
    assert "stopped" in (tmp_path / "log").read_text()
