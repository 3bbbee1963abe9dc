"""Pace: limits how often, and by how many threads, each host is asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

REFUSALS = 3
"""Times that a host says "not now" before nothing else of it is asked for: the first may be about one address
that is asked for too often, and other feeds of the host must not suffer from it."""


TIMEOUTS = 3
"""Times that a host keeps us waiting until a time limit before its other addresses are left for later."""
ANSWERS_FOR_A_TIMEOUT = 10
"""Answers in time that cancel out one timeout: of a thousand pages some always time out."""


class Pace:
    """Turns at hosts. Used by all threads of a fetcher together; `clock` and `sleep` are for tests.

    `elsewhere` says how many seconds to wait for what other programs ask of a host, and takes a turn there.
    """

    def __init__(
        self,
        connections: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
        elsewhere: Callable[[str, float], float] | None = None,
    ) -> None:
        self._connections = connections
        self._clock = clock
        self._sleep = sleep
        self._elsewhere = elsewhere
        self._lock = threading.Lock()
        self._turns: dict[str, threading.BoundedSemaphore] = {}
        self._next: dict[str, float] = {}
        self._refusals: dict[str, int] = {}
        self._blocked: dict[str, float] = {}
        self._timeouts: dict[str, int] = {}
        self._answers: dict[str, int] = {}

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Wait for a turn at `host` and hold it. The next starts `delay` seconds later at the earliest."""
        with self._lock:
            turns = self._turns.setdefault(host, threading.BoundedSemaphore(self._connections))
        with turns:
            with self._lock:
                now = self._clock()
                start = max(now, self._next.get(host, now))
                self._next[host] = start + delay
            if start > now:
                self._sleep(start - now)
            if self._elsewhere is not None and delay > 0 and (wait := self._elsewhere(host, delay)) > 0:
                self._sleep(wait)
            yield

    def refused(self, host: str, seconds: float) -> None:
        """The host asked for a pause. It may mean one address; see REFUSALS."""
        with self._lock:
            self._refusals[host] = self._refusals.get(host, 0) + 1
            if self._refusals[host] >= REFUSALS:
                self._blocked[host] = max(self._clock() + seconds, self._blocked.get(host, 0.0))

    def blocked_for(self, host: str) -> float:
        """Seconds until the host may be asked again."""
        with self._lock:
            return max(0.0, self._blocked.get(host, 0.0) - self._clock())

    def answered(self, host: str) -> None:
        """The host answered in time."""
        with self._lock:
            self._answers[host] = self._answers.get(host, 0) + 1

    def timed_out(self, host: str) -> None:
        """The host did not answer in time."""
        with self._lock:
            self._timeouts[host] = self._timeouts.get(host, 0) + 1

    def is_too_slow(self, host: str) -> bool:
        """Whether nothing more is to be asked of the host in this run: each request could take as long."""
        with self._lock:
            late, answers = self._timeouts.get(host, 0), self._answers.get(host, 0)
            return late >= TIMEOUTS and late * ANSWERS_FOR_A_TIMEOUT > answers

    def wait(self, seconds: float) -> None:
        """Wait for a host that asked for it."""
        self._sleep(seconds)
