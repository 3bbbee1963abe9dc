"""Plays the sites of a simulated world, each on an address of its own of the loopback network.

``python -m benchmarks.simulated_world.server SEED START`` prints its port. The hour of the week is set by a
request to ``http://127.0.0.1:PORT/hour/37.5``. Dead sites refuse connections, slow ones answer too late.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import html
import json
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import format_datetime

from benchmarks.simulated_world.sites import Site, sites
from benchmarks.simulated_world.stories import ARTICLES_A_DAY, DAYS, SimulatedArticle, Version, World, world

TOO_LATE = 8.0
"""Seconds that a slow site takes."""
IN_A_FEED = 40
"""Newest articles in a feed."""
_NAVIGATION = "<nav><a href='/'>Home</a> <a href='/world'>World</a> <a href='/sport'>Sport</a></nav>"
_FOOTER = "<footer><p>Sign up for our newsletter</p><p>© {name}. All rights reserved.</p></footer>"


def carries_whole_texts(site: Site) -> bool:
    """Whether the feed of a site holds the articles, not only their beginnings: it shows every change."""
    return site.number % 3 == 0


def is_announced(article: SimulatedArticle, version: Version) -> bool:
    """Whether the feed shows that a text has changed; else only the page does."""
    first = article.versions[0]
    return (
        carries_whole_texts(article.site)
        or version.title != first.title
        or version.paragraphs[0] != first.paragraphs[0]
    )


class Player:
    """The pages and feeds of the world at an hour."""

    def __init__(self, made: World, port: int) -> None:
        self.hour = 0.0
        self._world = made
        self._port = port
        self._of: dict[str, list[SimulatedArticle]] = {site.host: [] for site in made.sites}
        for article in made.articles:
            self._of[article.site.host].append(article)
        self._site = {site.host: site for site in made.sites}

    def state(self, host: str) -> str:
        """How the site at a host behaves."""
        return self._site[host].state if host in self._site else "alive"

    def answer(self, host: str, path: str) -> tuple[str, bytes] | None:
        """Type and body of a page; None where there is none."""
        if path.startswith("/hour/"):
            self.hour = float(path.removeprefix("/hour/"))
            return "text/plain", b"set"
        there = [one for one in self._of.get(host, ()) if one.hour <= self.hour]
        if path == "/feed":
            return "application/rss+xml; charset=utf-8", self._feed(self._site[host], there).encode()
        found = next((one for one in there if one.path == path), None)
        return ("text/html; charset=utf-8", self._page(found).encode()) if found else None

    def _feed(self, site: Site, there: list[SimulatedArticle]) -> str:
        items = "".join(self._item(site, one) for one in reversed(there[-IN_A_FEED:]))
        return (
            "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
            "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
            f"<title>{html.escape(site.name)}</title><link>{self._address(site, '/')}</link>{items}"
            "</channel></rss>"
        )

    def _item(self, site: Site, article: SimulatedArticle) -> str:
        text = article.text_at(self.hour)
        whole = ""
        if carries_whole_texts(site):
            paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in text.paragraphs)
            whole = f"<content:encoded><![CDATA[{paragraphs}]]></content:encoded>"
        return (
            f"<item><title>{html.escape(text.title)}</title><link>{self._address(site, article.path)}</link>"
            f"<pubDate>{format_datetime(self._world.at(article.hour))}</pubDate>"
            f"<description>{html.escape(text.paragraphs[0])}</description>{whole}</item>"
        )

    def _page(self, article: SimulatedArticle) -> str:
        text, site = article.text_at(self.hour), article.site
        published = self._world.at(article.hour).isoformat(timespec="minutes")
        changed = self._world.at(text.hour).isoformat(timespec="minutes")
        about = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": text.title,
            "datePublished": published,
            "dateModified": changed,
            "publisher": {"@type": "Organization", "name": site.name},
        }
        body = "".join(f"<p>{html.escape(one)}</p>" for one in text.paragraphs)
        title = html.escape(text.title)
        return (
            f"<!DOCTYPE html><html lang='en'><head><title>{title} | {html.escape(site.name)}</title>"
            f"<link rel='canonical' href='{self._address(site, article.path)}'>"
            f"<meta property='og:site_name' content='{html.escape(site.name)}'>"
            f"<script type='application/ld+json'>{json.dumps(about)}</script></head><body>{_NAVIGATION}"
            f"<article><h1>{html.escape(text.title)}</h1>{body}</article>"
            f"{_FOOTER.format(name=html.escape(site.name))}</body></html>"
        )

    def _address(self, site: Site, path: str) -> str:
        return f"http://{site.host}:{self._port}{path}"


async def serve(player_at: Callable[[int], Player], hosts: list[str], said: Callable[[int], None]) -> None:
    """Answer on all hosts, on one free port; `said` gets it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    player = player_at(port)

    async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        try:
            async for path, etag in _requests(reader):
                if player.state(host) == "slow":
                    await asyncio.sleep(TOO_LATE)
                writer.write(_answer(player.answer(host, path), etag))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(visit, hosts, port)
    said(port)
    async with server:
        await server.serve_forever()


async def _requests(reader: asyncio.StreamReader):  # type: ignore[no-untyped-def]
    """Path and ``If-None-Match`` of every request of a connection."""
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        etag = next((one[14:].strip() for one in head if one.lower().startswith("if-none-match:")), "")
        yield head[0].split(" ")[1], etag


def _answer(found: tuple[str, bytes] | None, etag: str) -> bytes:
    if found is None:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    kind, body = found
    own = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    if etag == own:
        return f"HTTP/1.1 304 Not Modified\r\nETag: {own}\r\n\r\n".encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nETag: {own}\r\n\r\n"
    return head.encode() + body


def hosts_of(some: tuple[Site, ...]) -> Iterator[str]:
    """Where to listen: everywhere but at the dead sites."""
    yield "127.0.0.1"
    yield from (site.host for site in some if site.state != "dead")


def main() -> None:
    """Play a week."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("start", type=datetime.fromisoformat)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--a-day", type=int, default=ARTICLES_A_DAY)
    wanted = parser.parse_args()
    some = sites(wanted.seed)
    made = world(wanted.seed, some, wanted.start, days=wanted.days, a_day=wanted.a_day)

    def said(port: int) -> None:
        print(port, flush=True)

    try:
        asyncio.run(serve(lambda port: Player(made, port), list(hosts_of(some)), said))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
