"""The app in a browser: the driver for a visitor who may be anybody; it ends when the server has ended."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path

from textual.drivers.web_driver import WebDriver
from textual.message import Message


class Uploaded(Message):
    """The visitor uploaded files."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        super().__init__()
        self.files = files


class Abandoned(Message):
    """The page of the app was closed, or the server has ended."""


class ServedDriver(WebDriver):
    """Textual's driver for browsers, with uploads, which does not outlive the server."""

    def start_application_mode(self) -> None:
        """Start, and remember the loop to which other threads hand what they hear."""
        self._loop = asyncio.get_running_loop()
        super().start_application_mode()

    def run_input_thread(self) -> None:
        """Read until the app ends, or the pipe to the server is closed."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._hand_over(Abandoned())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """What the server says beside the keys. The page itself can say none of these two."""
        files = payload.get("files")
        if packet_type == "quit":
            self._hand_over(Abandoned())
        elif packet_type == "uploaded" and isinstance(files, list):
            self._hand_over(Uploaded(tuple(Path(str(file)) for file in files)))
        else:
            super().on_meta(packet_type, payload)

    def _hand_over(self, message: Message) -> None:
        try:
            asyncio.run_coroutine_threadsafe(self._app._post_message(message), loop=self._loop)
        except RuntimeError:  # the loop has ended: so has the app
            return


def errors_go_to(log: Path) -> None:
    """Have what the process writes to its standard error stand in the log: it may quote articles, and the
    server would write it to the terminal of its owner."""
    with suppress(OSError):
        file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(file, 2)
        os.close(file)
