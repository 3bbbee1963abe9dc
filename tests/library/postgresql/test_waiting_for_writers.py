"""Who writes a note waits for the articles that are being placed, not for those that wait their turn."""

from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager
from pathlib import Path

import psycopg

from newsdiff.library.postgresql.store import PostgresqlStore


def waiting(address: str) -> int:
    """How many transactions wait for a lock of this library: other tests may share the server."""
    with psycopg.connect(address) as connection:
        ((found,),) = connection.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
            " WHERE NOT granted AND datname = current_database()"
        ).fetchall()
    return int(found)


def test_a_note_is_written_before_the_articles_that_wait_for_other_articles(
    postgresql: str, tmp_path: Path
) -> None:
    stores = [PostgresqlStore(postgresql, tmp_path) for _ in range(4)]
    done: list[str] = []

    def write(name: str, transaction: AbstractContextManager[None]) -> None:
        with transaction:
            done.append(name)

    later = [("articles", stores[1].placing()), ("more articles", stores[2].placing()),
             ("note", stores[3].writing())]  # fmt: skip
    threads = [threading.Thread(target=write, args=one) for one in later]
    with stores[0].placing():
        for number, thread in enumerate(threads, 1):
            thread.start()
            while waiting(postgresql) < number:
                time.sleep(0.01)
        assert done == []
    for thread in threads:
        thread.join()
    assert done[0] == "note"
    assert sorted(done[1:]) == ["articles", "more articles"]
    for store in stores:
        store.close()
