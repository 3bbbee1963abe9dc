"""What threads find comes as it is found, and they are never far ahead of whoever uses it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from newsdiff.fetching.fetcher import Fetcher
from newsdiff.fetching.limits import Limits
from newsdiff.incoming.streams import as_they_come

WORKERS, MOST = 3, 5
SECONDS = 60


def steps(one: int) -> Iterator[tuple[int, int]]:
    yield from ((one, step) for step in range(20))


def test_everything_is_found_once_and_each_in_its_order() -> None:
    batches = list(as_they_come(steps, range(30), Fetcher(Limits()), WORKERS, MOST))
    pairs = [pair for batch in batches for pair in batch]
    assert sorted(pairs) == [(one, step) for one in range(30) for step in range(20)]
    assert all(
        [step for other, step in pairs if other == one] == list(range(20)) for one in range(30)
    )  # fmt: skip
    assert max(map(len, batches)) <= MOST


def test_threads_wait_when_they_are_far_ahead_of_what_is_used() -> None:
    begun: list[int] = []
    used = 0

    def ask(one: int) -> Iterator[int]:
        begun.append(one)
        yield one

    for some in as_they_come(ask, range(100), Fetcher(Limits()), WORKERS, MOST):
        time.sleep(0.005)  # slower than they are found
        used += len(some)
        # In the queue, in the hands of each thread, and one that each has begun since.
        assert len(begun) <= used + MOST + 2 * WORKERS
    assert used == 100


def test_threads_that_wait_for_room_end_when_nobody_listens_any_more() -> None:
    before = set(threading.enumerate())
    found = as_they_come(steps, range(100), Fetcher(Limits()), WORKERS, MOST)
    next(found)
    mine = [one for one in threading.enumerate() if one not in before]
    found.close()
    for thread in mine:
        thread.join(SECONDS)
    assert mine
    assert not any(thread.is_alive() for thread in mine)
