"""Stop a run from another thread: nothing new starts, waits end, connections are cut."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stop:
    """Set once, for good. Used by all threads of a fetcher together."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._lock = threading.Lock()
        self._cuts: set[Callable[[], None]] = set()

    @property
    def is_set(self) -> bool:
        """Whether the run was ended."""
        return self._set.is_set()

    def set(self) -> None:
        """End the run."""
        with self._lock:
            self._set.set()
            under_way = tuple(self._cuts)
        for cut in under_way:
            cut()

    def wait(self, seconds: float) -> None:
        """Sleep, but no longer than the run lasts."""
        self._set.wait(seconds)

    @contextmanager
    def cutting(self, cut: Callable[[], None]) -> Iterator[None]:
        """While this lasts, the end of the run calls `cut`; at once when it has ended already."""
        with self._lock:
            self._cuts.add(cut)
            ended = self.is_set
        if ended:
            cut()
        try:
            yield
        finally:
            with self._lock:
                self._cuts.discard(cut)
