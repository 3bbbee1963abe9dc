"""The process of one visitor: one app each, without a shell, ended in bounded time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

SMALLEST, WIDEST, TALLEST = 1, 500, 200
"""Bounds of the terminal that a visitor may ask for, in cells: each cell costs memory and time."""
SECONDS_TO_END: Final = 5.0
"""Seconds that an app gets to save unsaved text after its visitor has left."""
SECONDS_TO_END_AT_THE_STOP: Final = 0.5
"""The same when the server stops."""


def size_within_bounds(width: object, height: object) -> tuple[int, int] | None:
    """The terminal size asked for, brought within the bounds; None where it is not one."""
    if not isinstance(width, int) or not isinstance(height, int):
        return None
    return min(max(width, SMALLEST), WIDEST), min(max(height, SMALLEST), TALLEST)


class ServedApp(AppService):  # type: ignore[misc, unused-ignore]
    """The app of one visitor."""

    def __init__(
        self, command: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager, page: str
    ) -> None:
        """`page`: id of the page that it is shown on; empty where it came from no page of ours."""
        super().__init__(
            "",
            write_bytes=self._write_bytes,
            write_str=self._write_str,
            close=self._close,
            download_manager=downloads,
        )
        self.page = page
        self._arguments = tuple(command)
        self._socket = socket

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        """Start it. Without a shell, so that there is one process and it has our pipes."""
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
        )
        self._stdin = process.stdin
        return process

    async def set_terminal_size(self, width: object, height: object) -> None:
        """Give the app the size that the page asks for, within the bounds."""
        if (size := size_within_bounds(width, height)) is not None:
            await super().set_terminal_size(*size)

    async def uploaded(self, files: Sequence[Path]) -> bool:
        """Give the app files that its visitor uploaded; False when it has ended."""
        packet: dict[str, Any] = {"type": "uploaded", "files": [str(file) for file in files]}
        return bool(await self.send_meta(packet))

    async def end(self, seconds: float = SECONDS_TO_END) -> None:
        """Ask the app to end; one that does not within `seconds` is killed."""
        process, task = self._process, self._task
        if process is None or task is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.send_meta({"type": "quit"})
                await process.wait()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def _write_bytes(self, drawn: bytes) -> None:
        # What an app still draws after its visitor has gone must be read, or it could not end.
        with suppress(ConnectionError, RuntimeError):
            await self._socket.send_bytes(drawn)

    async def _write_str(self, message: str) -> None:
        with suppress(ConnectionError, RuntimeError):
            await self._socket.send_str(message)

    async def _close(self) -> None:
        await self._socket.close()
