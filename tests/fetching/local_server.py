"""A real HTTP server on loopback that behaves as servers do, well or badly."""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Behaviour = Callable[["Visit"], None]
"""Answers one request."""


class Visit(BaseHTTPRequestHandler):
    """One connection; what it does is looked up by path."""

    protocol_version = "HTTP/1.1"
    server: _Listening

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append(self.path)
        site.headers.append({name.lower(): value for name, value in self.headers.items()})
        site.pages.get(self.path.partition("?")[0], missing)(self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send a whole answer; ``content_type=…`` becomes ``Content-Type``."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    site: LocalServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is what many tests are about."""


@dataclass
class LocalServer:
    """What a test sees of its server."""

    port: int
    scheme: str = "http"
    pages: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """Paths in the order in which they were asked for."""
    headers: list[dict[str, str]] = field(default_factory=list)
    """Headers of each request, names in lower case."""
    closing: threading.Event = field(default_factory=threading.Event)
    """Set at the end of the test: behaviours that wait, wait for this."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path on this server."""
        return f"{self.scheme}://{host}:{self.port}{path}"


CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""For localhost and 127.0.0.1, signed by itself, made for these tests with openssl, good until 2126."""


@contextmanager
def serving(*, secure: bool = False) -> Iterator[LocalServer]:
    """A server on a free port, with TLS where it is to be `secure`."""
    listening = _Listening(("127.0.0.1", 0), Visit)
    listening.site = LocalServer(listening.server_address[1], "https" if secure else "http")
    if secure:
        keys = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        keys.load_cert_chain(CERTIFICATE)
        listening.socket = keys.wrap_socket(listening.socket, server_side=True)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield listening.site
    finally:
        listening.site.closing.set()
        listening.shutdown()
        listening.server_close()


def missing(visit: Visit) -> None:
    """404."""
    visit.answer(404, b"no such page", content_type="text/plain")


def page(body: bytes | str, content_type: str = "text/html; charset=utf-8", **headers: str) -> Behaviour:
    """A page as it should be."""
    data = body.encode() if isinstance(body, str) else body
    return lambda visit: visit.answer(200, data, content_type=content_type, **headers)


def redirect(to: str, status: int = 302) -> Behaviour:
    """A redirect."""
    return lambda visit: visit.answer(status, location=to)


def zipped(body: bytes) -> Behaviour:
    """A compressed page."""
    packed = gzip.compress(body)
    return lambda visit: visit.answer(200, packed, content_type="text/html", content_encoding="gzip")


def with_etag(body: bytes, etag: str, content_type: str = "text/html") -> Behaviour:
    """A page that need not be sent twice."""

    def behave(visit: Visit) -> None:
        if visit.headers["If-None-Match"] == etag:
            visit.answer(304, etag=etag)
        else:
            visit.answer(200, body, content_type=content_type, etag=etag)

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One after the other, the last for good."""
    left = list(behaviours)
    return lambda visit: (left.pop(0) if len(left) > 1 else left[0])(visit)


def silent(visit: Visit) -> None:
    """Accepts the request and says nothing."""
    visit.server.site.closing.wait(10)


def silent_until(path: str) -> Behaviour:
    """Accepts the request, says nothing until another path is asked for, and hangs up."""

    def behave(visit: Visit) -> None:
        site = visit.server.site
        while path not in site.asked and not site.closing.wait(0.01):
            pass

    return behave


def dripping(visit: Visit) -> None:
    """A byte now and then: never silent for long, never done."""
    visit.send_response(200)
    visit.send_header("Content-Type", "text/html")
    visit.end_headers()
    while not visit.server.site.closing.wait(0.02):
        visit.wfile.write(b".")


def endless(visit: Visit) -> None:
    """As much as one can take, with no end."""
    visit.send_response(200)
    visit.send_header("Content-Type", "text/html")
    visit.end_headers()
    while not visit.server.site.closing.is_set():
        visit.wfile.write(b"<p>more</p>" * 1000)


def cut_off(visit: Visit) -> None:
    """Promises more than it sends."""
    visit.send_response(200)
    visit.send_header("Content-Type", "text/html")
    visit.send_header("Content-Length", "1000")
    visit.end_headers()
    visit.wfile.write(b"<p>half")
    visit.close_connection = True
