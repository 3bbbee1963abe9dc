"""A newsroom's library at full size: is anything lost, doubled or asked too often?

    python -m benchmarks.durability.newsroom [--feeds 60] [--kills 50] [--notes 500] [--stops 50]

On a server of its own, with the settings it comes with. First the server is stopped, in turn at once and in
order, and started again while somebody writes: every note that was confirmed must be there. Then four workers
fetch all articles of local feeds and are killed with SIGKILL at random moments, while two people write notes
in two real applications: every article must be there once, every feed asked once, and once more only where a
worker was killed, every note there, the library sound. The exit code is 1 when anything was not so.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from benchmarks.durability.two_apps import write_together
from newsdiff.environment import LIBRARY
from newsdiff.incoming.web import WORKERS as ASKED_AT_ONCE
from newsdiff.library import LibraryAwayError, open_library
from newsdiff.library.maintenance import check_library
from tests.library.library_accounts import two
from tests.library.postgresql.local_feeds import local_feeds
from tests.postgresql_server import Server

WORKERS = 4
LEASE = 20
"""Seconds after which other workers take over the feeds of one that was killed."""


class Workers:
    """Programs that fetch, each started again when it is killed."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._running = [self._started() for _ in range(WORKERS)]

    def kill(self, draw: random.Random) -> None:
        """Kill one of them."""
        number = draw.randrange(WORKERS)
        self._running[number].kill()
        self._running[number].wait()
        self._running[number] = self._started()

    def stop(self) -> list[int]:
        """Let them finish; returns their exit codes."""
        for one in self._running:
            one.terminate()
        return [one.wait(120) for one in self._running]

    def _started(self) -> subprocess.Popen[bytes]:
        arguments = ["worker", "--allow-private", "--every", "600", "--pause", "0.5", "--lease", str(LEASE)]
        with self._log.open("ab") as file:
            return subprocess.Popen([sys.executable, "-m", "newsdiff", *arguments], stdout=file, stderr=file)


def killed_workers(folder: Path, feeds: int, entries: int, kills: int, notes: int) -> list[str]:
    """What went wrong while workers were killed and two people wrote."""
    draw, wanted, troubles = random.Random(7), feeds * entries, list[str]()
    with local_feeds(entries) as server, open_library(folder) as library:
        for number in range(feeds):
            library.feeds.add(f"{server.address}/feed/{number}", allow_private=True)
        workers = Workers(folder / "log")
        # Killed when so many articles are there: while they work, however fast that is.
        moments = sorted(draw.sample(range(wanted), kills))

        killed = [0]

        def kill() -> None:
            with psycopg.connect(os.environ[LIBRARY], autocommit=True) as connection:
                for moment in moments:
                    while count(_FETCHED, connection) < moment:
                        time.sleep(0.2)
                    time.sleep(draw.uniform(0, 1))
                    workers.kill(draw)
                    killed[0] += 1

        killing = threading.Thread(target=kill, daemon=True)
        killing.start()
        try:
            outcome = write_together(folder, notes)
            print(f"notes: {outcome.there} there, {len(outcome.lost)} of {2 * notes} lost", flush=True)
            troubles += [f"lost: {one}" for one in outcome.lost] + list(outcome.troubles)
            killing.join()
            while any(feed.asked is None for feed in library.feeds.all()):
                time.sleep(0.5)
        finally:
            codes = workers.stop()
        asked = sum(server.asked.values())
    troubles += [f"a worker ended with {code}" for code in codes if code]
    with psycopg.connect(os.environ[LIBRARY]) as connection:
        there, twice = count(_FETCHED, connection), count(_TWICE, connection)
    if killed[0] != kills:
        troubles.append(f"workers were killed {killed[0]} times instead of {kills}")
    print(f"articles: {there} of {wanted} there, {twice} twice; {asked} times one of {feeds} feeds was asked")
    if there != wanted or twice:
        troubles.append("not every article is there once")
    # Of a killed worker: what each thread was asking, and what it had asked before, not placed yet.
    if asked > feeds + kills * 2 * ASKED_AT_ONCE:
        troubles.append("feeds were asked too often")
    return troubles + list(check_library(folder).problems)


def stopped_server(server: Server, folder: Path, stops: int) -> list[str]:
    """What went wrong while the server was stopped and started."""
    draw, confirmed, troubled, ended = random.Random(3), list[str](), [0], threading.Event()
    with open_library(folder) as library:
        event = library.events.add(two()).id

        def write() -> None:
            while not ended.is_set():
                try:
                    confirmed.append(library.notes.add(event, f"note {len(confirmed)}").id)
                except LibraryAwayError:
                    troubled[0] += 1
                    time.sleep(0.05)

        writing = threading.Thread(target=write)
        writing.start()
        for number in range(stops):
            _until_more(confirmed)
            time.sleep(draw.uniform(0, 0.1))
            server.stop(at_once=number % 2 == 0)
            time.sleep(draw.uniform(0, 0.3))
            server.start()
        _until_more(confirmed)
        ended.set()
        writing.join()
        there = {note.id for note in library.notes.of(event)}
    lost = [note for note in confirmed if note not in there]
    print(f"server: stopped {stops} times, {len(confirmed)} notes confirmed, {len(lost)} lost; said "
          f"{troubled[0]} times that it is away")  # fmt: skip
    return [f"lost: {note}" for note in lost] + list(check_library(folder).problems)


def _until_more(confirmed: Sequence[str]) -> None:
    before = len(confirmed)
    while len(confirmed) < before + 3:
        time.sleep(0.02)


_ARTICLES = "FROM newsdiff.articles WHERE current = 1 AND url LIKE '%/article/%'"
_FETCHED = f"SELECT count(DISTINCT url) {_ARTICLES}"
_TWICE = f"SELECT count(*) FROM (SELECT url {_ARTICLES} GROUP BY url HAVING count(*) > 1) AS several"


def count(sql: str, connection: psycopg.Connection[tuple[int]]) -> int:
    """The number that a query gives."""
    ((found,),) = connection.execute(sql).fetchall()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what became of everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=60)
    parser.add_argument("--entries", type=int, default=84, help="articles of each feed")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--notes", type=int, default=500, help="how many each of two people writes")
    parser.add_argument("--stops", type=int, default=50)
    chosen = parser.parse_args(arguments)
    troubles = list[str]()
    with tempfile.TemporaryDirectory(prefix="newsdiff-newsroom-") as folder:
        server = Server(settings=())
        os.environ[LIBRARY] = server.address()
        try:
            if chosen.stops:
                troubles += stopped_server(server, Path(folder), chosen.stops)
            if chosen.notes:
                troubles += killed_workers(
                    Path(folder), chosen.feeds, chosen.entries, chosen.kills, chosen.notes
                )
        finally:
            server.remove()
    for trouble in troubles:
        print(trouble)
    print("nothing lost" if not troubles else f"{len(troubles)} troubles")
    return 1 if troubles else 0


if __name__ == "__main__":
    raise SystemExit(main())
