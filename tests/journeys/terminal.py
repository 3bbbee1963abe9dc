"""A real terminal for tests: the program runs in a pty, pyte draws what it writes."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

PATIENCE = 30.0
"""Seconds to wait for something to appear before giving up: generous, for a machine that is busy."""
BREATH = 0.05


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
        **environment: str,
    ) -> None:
        """`before` is Python that runs in the program's process before it starts."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
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
        program = f"{before}\nfrom newsdiff.cli import main; main()"
        self._child = pexpect.spawn(
            sys.executable, ["-c", program, *arguments], cwd=str(folder),
            env=variables, dimensions=(lines, columns), timeout=PATIENCE,
        )  # fmt: skip

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def _read(self) -> bool:
        """Draw what the program has written; returns whether it still runs."""
        try:
            written = self._child.read_nonblocking(65536, timeout=BREATH)
            self.written += written
            self._stream.feed(written)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

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
        self._child.kill(signal.SIGKILL)
        while self._read():
            pass
        self._child.wait()

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._child.kill(number)

    def hang_up(self) -> int:
        """Take the terminal away, as closing its window does; returns the id of the program's process."""
        os.close(self._child.fileno())
        return int(self._child.pid)

    def type(self, keys: str) -> None:
        """Type, one key after the other, as fast as the program reads them."""
        for key in keys:
            self._child.send(key)
            self._read()

    def paste(self, text: str) -> None:
        """Paste a text, with what a terminal sends around it."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")
        self._read()

    def wait_for_end(self) -> int:
        """Wait until the program has ended; returns its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            if time.monotonic() > end:
                raise AssertionError(f"it does not end\n{self.text}")
        self._child.wait()
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)
