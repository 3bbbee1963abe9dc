"""Listening for changes by other programs: a thread that waits for notifications instead of polling."""

from __future__ import annotations

import threading
import time
from typing import Final

import psycopg

from newsdiff.library.errors import LibraryError
from newsdiff.library.postgresql.connections import Connections

CHANNEL: Final = "newsdiff"
_SECONDS_AT_A_TIME: Final = 1.0
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 15.0


class Listener:
    """Counts the notifications. Where the connection is lost it is made anew, after pauses that grow."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self.count = 0
        """Grows with every notification, and when one may have been missed."""
        self.is_listening = False

    def start(self) -> None:
        """Listen from now on. Starting twice is fine."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="newsdiff listens", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stopped.set()

    def _run(self) -> None:
        pause = _FIRST_PAUSE
        while not self._stopped.is_set():
            began = time.monotonic()
            try:
                self._listen()
            except (LibraryError, psycopg.Error):
                self.is_listening = False
                self.count += 1
            if time.monotonic() - began > _LONGEST_PAUSE:
                pause = _FIRST_PAUSE
            self._stopped.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _listen(self) -> None:
        with self._connections.connect() as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self.count += 1
            self.is_listening = True
            while not self._stopped.is_set():
                for _ in connection.notifies(timeout=_SECONDS_AT_A_TIME):
                    self.count += 1
                    if self._stopped.is_set():
                        break
