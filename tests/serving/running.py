"""A running ``newsdiff serve``, and a visitor whose browser shows what the app draws."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.patience import PATIENCE
from tests.text_screen import TextScreen, TextStream

MODES: Mapping[str, tuple[str, ...]] = {
    "for this computer": (),
    "behind a proxy": ("--public-url", "https://news.example.org"),
    "behind a proxy of this computer": ("--public-url", "http://localhost:9999"),
    "to everybody": ("--host", "0.0.0.0", "--to-everybody"),
    "to everybody behind a proxy": (
        "--host", "0.0.0.0", "--to-everybody", "--public-url", "https://news.example.org",
    ),
}  # fmt: skip
"""What the mode is -> the options it is started with."""


@dataclass
class Served:
    """What a test sees of the server."""

    port: int
    said: str
    """What it printed at its start."""
    process: subprocess.Popen[str]

    @property
    def token(self) -> str | None:
        """The token of the printed address."""
        found = re.search(r"token=([\w-]+)", self.said)
        return found[1] if found else None

    @property
    def query(self) -> str:
        """What a page or a websocket is asked for with, after its path."""
        return f"?token={self.token}" if self.token else ""

    def ask(
        self, path: str = "/", *, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer. ``Sec_Fetch_Site=…`` is a header of the request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Host": f"127.0.0.1:{self.port}", **sent})
            answer = connection.getresponse()
            fields = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, fields, answer.read()
        finally:
            connection.close()

    def children(self) -> list[int]:
        """Ids of the processes that it started."""
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(line) for line in found.stdout.split()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, options: Sequence[str] = (), before: Sequence[str] = ()) -> Iterator[Served]:
    """A server on the library in ``folder/data``; `before` are options of newsdiff itself."""
    port = free_port()
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ, "HOME": str(home), "XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder),
        "TEXTUAL_ANIMATIONS": "none", "PYTHONUTF8": "1",
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "newsdiff", "--data-dir", str(folder / "data"), *before, "serve",
         "--port", str(port), *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=home,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        assert f":{port}" in said or "public" in said or "token" in said, said
        _wait_for(port)
        yield Served(port, said, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait_for(port: int) -> None:
    """The address is printed just before the server listens: wait until it does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
            return
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


class Visitor:
    """A browser with the page open."""

    def __init__(self, connection: aiohttp.ClientWebSocketResponse, columns: int, lines: int) -> None:
        self.connection = connection
        self.screen = TextScreen(columns, lines)
        self._stream = TextStream(self.screen)
        self.messages: list[list[object]] = []
        """What the server told the page beside what is drawn."""

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return self.screen.text

    async def type(self, keys: str) -> None:
        """Type, key after key."""
        for key in keys:
            await self.connection.send_json(["stdin", key])

    async def paste(self, text: str) -> None:
        """Paste a text, with what a terminal sends around it."""
        await self.connection.send_json(["stdin", f"\x1b[200~{text}\x1b[201~"])

    async def wait_for(self, *words: str) -> str:
        """Wait until all the words stand on the screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not all(word in self.text for word in words):
                    await self._read()
        except TimeoutError:
            raise AssertionError(f"waited for {words}, but the screen shows\n{self.text}") from None
        return self.text

    async def wait_until_gone(self, words: str) -> None:
        """Wait until the words do not stand on the screen any more."""
        try:
            async with asyncio.timeout(PATIENCE):
                while words in self.text:
                    await self._read()
        except TimeoutError:
            raise AssertionError(f"still there: {words}\n{self.text}") from None

    async def wait_for_message(self, kind: str) -> object:
        """Wait for a message to the page; returns what it says."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for one in self.messages:
                    if one[0] == kind:
                        return one[1]
                await self._read()

    async def _read(self) -> None:
        message = await self.connection.receive()
        if message.type is aiohttp.WSMsgType.BINARY:
            self._stream.feed(message.data)
        elif message.type is aiohttp.WSMsgType.TEXT:
            self.messages.append(message.json())
        else:
            raise AssertionError(f"the connection ended: {message}\n{self.text}")


async def connect(
    session: aiohttp.ClientSession,
    served: Served,
    *,
    path: str | None = None,
    columns: int = 120,
    lines: int = 40,
    origin: str | None = None,
    host: str | None = None,
) -> Visitor:
    """Connect as a page does. Raises aiohttp.WSServerHandshakeError where the server refuses."""
    path = path if path is not None else f"/ws{served.query}"
    size = f"{'&' if '?' in path else '?'}width={columns}&height={lines}"
    ours = f"127.0.0.1:{served.port}"
    connection = await session.ws_connect(
        f"ws://{ours}{path}{size}",
        headers={"Host": host or ours, "Origin": origin or f"http://{host or ours}"},
        max_msg_size=0,
    )
    return Visitor(connection, columns, lines)
