"""Fetching from a real server on loopback."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsdiff.fetching.addresses import public
from newsdiff.fetching.fetcher import Fetcher, FetchError, Manners


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = {
            "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private"),
            "/page": (200, {"Content-Type": "text/html", "ETag": '"1"'}, b"<p>Hello</p>"),
            "/moved": (302, {"Location": "/page"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/busy": (429, {"Retry-After": "900"}, b""),
            "/film": (200, {"Content-Type": "video/mp4"}, b"x"),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 20_000_000)),
        }.get(self.path, (404, {}, b""))
        if self.headers.get("If-None-Match") == '"1"':
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_redirect_is_followed_and_an_unchanged_page_is_not_sent_again(site: str) -> None:
    fetcher = Fetcher(Manners(allow_private=True))
    first = fetcher.fetch(f"{site}/moved")
    assert (first.url, first.body) == (f"{site}/page", b"<p>Hello</p>")
    assert fetcher.fetch(f"{site}/page", etag=first.etag).status == 304


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/private/a", "robots.txt does not allow"),
        ("/round", "redirects more than 5 times"),
        ("/file", "no http or https address"),
        ("/busy", "come back in 900 seconds"),
        ("/film", "neither a page nor a feed"),
        ("/bomb", "is larger than 5 MB"),
        ("/none", "status 404"),
    ],
)
def test_what_is_not_fetched_is_told_why(site: str, path: str, trouble: str) -> None:
    with pytest.raises(FetchError, match=trouble):
        Fetcher(Manners(allow_private=True)).fetch(site + path)


def test_this_computer_is_refused_unless_allowed(site: str) -> None:
    with pytest.raises(FetchError, match="--allow-private"):
        Fetcher().fetch(f"{site}/page")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.1.1", "169.254.169.254", "::1", "::ffff:10.0.0.1"])
def test_private_addresses_are_not_public(address: str) -> None:
    assert not public(address)
