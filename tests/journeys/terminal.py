"""A real terminal for tests: the program runs in a pty, pyte draws what it writes."""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import TracebackType

from tests.journeys.starter import Starter
from tests.patience import PATIENCE
from tests.text_screen import TextScreen, TextStream

BREATH = 0.05
ESCAPE = "\x1b"
AFTER_ESCAPE = 0.15
"""Seconds: escape with a key right behind it is another key."""


@cache
def _starter() -> Starter:
    return Starter()


class Terminal:
    """Type into a program and look at its screen."""

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        columns: int = 120,
        lines: int = 40,
        *,
        before: str = "",
        afresh: bool = False,
        **environment: str,
    ) -> None:
        """`before` is Python that runs in the process before the program; `afresh` starts Python, too."""
        self.screen = TextScreen(columns, lines)
        self._stream = TextStream(self.screen)
        self.written = b""
        """Everything that the program has written."""
        variables = {
            **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
            "XDG_STATE_HOME": str(folder / "state"), "XDG_CONFIG_HOME": str(folder / "settings"),
            "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8",
            **environment,
        }  # fmt: skip
        for name in ("NO_COLOR", "COLUMNS", "LINES"):  # a test runner may set them for itself
            if name not in environment:
                variables.pop(name, None)
        self._process, self._descriptor = _starter().start(
            arguments, folder, (lines, columns), variables, before=before, afresh=afresh
        )
        self._exit_code: int | None = None
        self._is_closed = False
        self._is_escaped = False

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._exit_code is None:
            self.send_signal(signal.SIGKILL)
            self.wait()
        self._close()

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return self.screen.text

    def _read(self) -> bool:
        """Draw what the program has written; returns whether it still runs."""
        readable, _, _ = select.select([self._descriptor], [], [], BREATH)
        if not readable:
            return True
        try:
            written = os.read(self._descriptor, 65536)
        except OSError:  # the program has closed the terminal
            return False
        self.written += written
        self._stream.feed(written)
        return bool(written)

    def wait_for(self, *words: str) -> str:
        """Wait until all the words stand on the screen."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            if not self._read() or time.monotonic() > end:
                raise AssertionError(f"waited for {words}, but the screen shows\n{self.text}")
        return self.text

    def wait_until_gone(self, words: str) -> None:
        """Wait until the words do not stand on the screen any more."""
        end = time.monotonic() + PATIENCE
        while words in self.text:
            if not self._read() or time.monotonic() > end:
                raise AssertionError(f"still there: {words}\n{self.text}")

    def read_until(self, deadline: float, *words: str, gone: str = "") -> bool:
        """Draw until all the words stand on the screen and `gone` does not; False when `time.monotonic()`
        passes the deadline first."""
        while not all(word in self.text for word in words) or (gone and gone in self.text):
            if time.monotonic() > deadline or not self._read():
                return False
        return True

    def kill(self) -> None:
        """End the program with SIGKILL, and draw what it had written before."""
        self.send_signal(signal.SIGKILL)
        while self._read():
            pass
        self.wait()

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self._process, number)

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        self._close()

    def type(self, keys: str) -> None:
        """Type faster than anybody does: the keys wait until the program reads them."""
        for part in re.findall(f"{ESCAPE}|[^{ESCAPE}]+", keys):
            if self._is_escaped:
                time.sleep(AFTER_ESCAPE)
            os.write(self._descriptor, part.encode())
            self._is_escaped = part == ESCAPE
        self._read()

    def paste(self, text: str) -> None:
        """Paste a text, with what a terminal sends around it."""
        os.write(self._descriptor, f"\x1b[200~{text}\x1b[201~".encode())
        self._read()

    def wait_for_end(self) -> int:
        """Wait until the program has ended; returns its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            if time.monotonic() > end:
                raise AssertionError(f"it does not end\n{self.text}")
        return self.wait()

    def wait(self) -> int:
        """As `wait_for_end`, but draws nothing."""
        if self._exit_code is None:
            self._exit_code = _starter().wait(self._process)
        return self._exit_code

    def _close(self) -> None:
        if not self._is_closed:
            os.close(self._descriptor)
            self._is_closed = True
