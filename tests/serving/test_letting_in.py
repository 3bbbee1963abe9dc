"""Pages elsewhere try to get at a running ``newsdiff serve``, in every mode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.serving.running import MODES, Served, connect, serving

EVIL = "evil.example"
BEYOND_THIS_COMPUTER = [mode for mode, options in MODES.items() if options]


@pytest.fixture(params=MODES, scope="module")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served"), MODES[request.param]) as running:
        yield running


def test_a_name_of_the_web_that_leads_here_gets_nothing(served: Served) -> None:
    for name in (EVIL, f"{EVIL}:{served.port}", "127.0.0.1.evil.example", "localhost.evil.example",
                 "evil.example@127.0.0.1", "127.0.0.1:80:80", "", "2130706433", "[::1", "a b"):  # fmt: skip
        for path in ("/", "/ws", "/static/js/textual.js", "/download/x", "/page/page.js"):
            status, _, body = served.ask(path + served.query, Host=name)
            assert status in (400, 403), (name, path)
            assert b"<html" not in body


def test_a_page_elsewhere_gets_nothing(served: Served) -> None:
    here = f"http://127.0.0.1:{served.port}"
    for origin in (f"https://{EVIL}", "null", "http://127.0.0.1:3000", "http://localhost",
                   f"{here}.evil.example", "file://", "https://news.example.org.evil.example"):  # fmt: skip
        for path in ("/", "/ws", "/download/x"):
            assert served.ask(path + served.query, Origin=origin)[0] == 403, (origin, path)
    for site in ("cross-site", "same-site", "anything"):
        assert served.ask("/" + served.query, Sec_Fetch_Site=site)[0] == 403
        assert served.ask("/ws" + served.query, Sec_Fetch_Site=site)[0] == 403
        framed = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}
        assert served.ask("/" + served.query, **framed)[0] == 403


async def test_a_rebound_websocket_is_refused(served: Served) -> None:
    forged = [
        {"host": EVIL}, {"host": f"{EVIL}:{served.port}"}, {"origin": f"http://{EVIL}"},
        {"host": EVIL, "origin": f"http://127.0.0.1:{served.port}"}, {"origin": "null"},
    ]  # fmt: skip
    async with aiohttp.ClientSession() as session:
        for headers in forged:
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await connect(session, served, **headers)
            assert refused.value.status == 403
    assert served.children() == []


def test_no_page_may_frame_it_and_it_may_ask_nobody_else(served: Served) -> None:
    for path in ("/" + served.query, "/nothing", "/?token=wrong"):
        _, headers, _ = served.ask(path)
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self';" in policy
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
    _, _, page = served.ask("/" + served.query)
    assert not re.search(rb"(?:src|href)=\"(?:https?:)?//", page)


def test_a_link_in_a_message_opens_the_page(served: Served) -> None:
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert served.ask("/" + served.query, **followed)[0] == 200


async def test_the_page_that_was_given_out_may_connect(served: Served) -> None:
    status, _, page = served.ask("/" + served.query)
    assert status == 200
    found = re.search(rb'session-websocket-url="(wss?)://([^/"]+)(/ws/[\w-]+)"', page)
    assert found
    if "news.example.org" in served.said:
        assert (found[1], found[2]) == (b"wss", b"news.example.org")
    async with aiohttp.ClientSession() as session:
        visitor = await connect(session, served, path=found[3].decode())
        await visitor.wait_for("library")
        await visitor.connection.close()


@pytest.mark.parametrize("mode", BEYOND_THIS_COMPUTER)
async def test_without_the_token_nothing_is_shown_where_others_can_connect(mode: str, tmp_path: Path) -> None:
    with serving(tmp_path, MODES[mode]) as served:
        assert served.token is not None
        assert len(served.token) >= 32
        for query in ("", "?token=", "?token=wrong", f"?token={served.token[:-1]}", "?token=%ff%fe"):
            for path in ("/", "/ws", "/ws/guessed", "/download/x"):
                assert served.ask(path + query)[0] == 403, path + query
        assert served.ask("/upload/guessed", method="POST")[0] == 403
        status, headers, _ = served.ask(f"/?token={served.token}")
        assert status == 200
        cookie = headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert served.ask("/", Cookie=cookie.partition(";")[0])[0] == 200
        async with aiohttp.ClientSession() as session:
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await connect(session, served, path="/ws")


async def test_the_page_names_the_host_by_which_it_was_found(tmp_path: Path) -> None:
    with serving(tmp_path, MODES["to everybody"]) as served:
        for host in (f"192.168.7.7:{served.port}", f"[::1]:{served.port}", f"localhost:{served.port}"):
            _, _, page = served.ask("/" + served.query, Host=host)
            assert f'"ws://{host}/ws/'.encode() in page
        assert "0.0.0.0" not in served.said
    assert served.process.stderr is not None
    (warning,) = served.process.stderr.read().splitlines()
    assert "change and delete" in warning
    assert "upload" in warning
