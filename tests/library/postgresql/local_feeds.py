"""Feeds on this machine whose entries carry whole articles, and a list of how often each was asked."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = "harbour bridge minister storm ferry court budget strike river school hospital train".split()


class _Answering(BaseHTTPRequestHandler):
    server: LocalFeeds

    def do_GET(self) -> None:
        """One feed."""
        if not self.path.startswith("/feed/"):
            self.send_error(404)
            return
        self.server.asked[self.path] += 1
        body = self.server.feed(int(self.path.removeprefix("/feed/"))).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


class LocalFeeds(ThreadingHTTPServer):
    """A server of feeds, each with so many entries of its own."""

    def __init__(self, entries: int) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.asked: Counter[str] = Counter()
        """The path of a feed -> how often it was asked."""
        self._entries = entries

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"

    def feed(self, number: int) -> str:
        """A feed as XML."""
        items = "".join(map(_item, range(number * self._entries, (number + 1) * self._entries)))
        return f'<rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'


@contextmanager
def local_feeds(entries: int) -> Iterator[LocalFeeds]:
    """A server that answers until the end of the block."""
    server = LocalFeeds(entries)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _item(number: int) -> str:
    draw = random.Random(number)
    text = " ".join(f"{draw.choice(WORDS)}{draw.randrange(40)}" for _ in range(160))
    paragraphs = "".join(f"<p>{text[at : at + 300]} {number}.</p>" for at in range(0, len(text), 300))
    html = paragraphs.replace("<", "&lt;")
    return (
        f"<item><title>Report {number} on {draw.choice(WORDS)}</title><guid>{number}</guid>"
        f"<link>http://127.0.0.1/article/{number}</link>"
        f'<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">{html}'
        "</content:encoded></item>"
    )
