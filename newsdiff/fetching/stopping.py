"""Stop a run from another thread: nothing new starts, waits end, connections are cut."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stop(threading.Event):
    """Set once, for good. Used by all threads of a fetcher together."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._cuts: set[Callable[[], None]] = set()

    def set(self) -> None:
        """End the run."""
        with self._lock:
            super().set()
            under_way = tuple(self._cuts)
        for cut in under_way:
            cut()

    @contextmanager
    def cutting(self, cut: Callable[[], None]) -> Iterator[None]:
        """While this lasts, the end of the run calls `cut`; at once when it has ended already."""
        with self._lock:
            self._cuts.add(cut)
            ended = self.is_set()
        if ended:
            cut()
        try:
            yield
        finally:
            with self._lock:
                self._cuts.discard(cut)
