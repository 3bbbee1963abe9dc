"""The same app in a browser: really started, its page fetched, its websocket driven."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from newsdiff.serving.access import is_loopback
from tests.cli.conftest import Run

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a running server."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsdiff", "--data-dir", tmp_path / "data", "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
    )
    assert process.stdout is not None
    try:
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        wait_for(port)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(port: int) -> None:
    """The address is told just before the server listens: wait until it does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE).close()
            return
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def status(request: urllib.request.Request) -> int:
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_the_page_comes_and_strangers_are_refused(served: str) -> None:
    with urllib.request.urlopen(f"http://{served}/", timeout=PATIENCE) as answer:
        page = answer.read().decode()
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "newsdiff" in page
    assert f"ws://{served}/ws" in page
    with urllib.request.urlopen(f"http://localhost:{served.partition(':')[2]}/", timeout=PATIENCE) as answer:
        assert answer.url.rstrip("/") == f"http://{served}"
    for strange in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        assert status(urllib.request.Request(f"http://{served}/ws", headers=strange)) == 403


async def test_the_websocket_shows_the_library_and_hears_keys(served: str) -> None:
    async with aiohttp.ClientSession() as session:
        origin = f"http://{served}"
        async with session.ws_connect(f"ws://{served}/ws?width=120&height=40", origin=origin) as socket_:
            await until(socket_, "library")
            await socket_.send_json(["stdin", "?"])
            await until(socket_, "Keys")


async def until(socket_: aiohttp.ClientWebSocketResponse, words: str) -> None:
    """Wait until the app has drawn these words."""
    drawn = b""
    async with asyncio.timeout(PATIENCE):
        while words.encode() not in drawn:
            message = await socket_.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            drawn += message.data if isinstance(message.data, bytes) else message.data.encode()


def test_an_address_that_others_reach_is_refused_unless_it_is_meant(newsdiff: Run) -> None:
    result = newsdiff("serve", "--host", "0.0.0.0")
    assert result.returncode == 2
    assert b"no password" in result.stderr
    assert result.stderr.count(b"\n") == 1


def test_a_port_in_use_is_told_in_one_line(newsdiff: Run) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        result = newsdiff("serve", "--port", busy.getsockname()[1])
    assert result.returncode == 1
    assert b"choose another --port" in result.stderr


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("localhost.evil.example", False)],
)  # fmt: skip
def test_only_loopback_is_this_computer_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
