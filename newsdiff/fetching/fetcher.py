"""One address fetched: robots.txt, politeness, redirects, limits of time and size, conditional requests."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from newsdiff import __version__
from newsdiff.fetching.addresses import RefusedAddressError, connect

if TYPE_CHECKING:
    from protego import Protego
    from urllib3 import BaseHTTPResponse

AGENT = f"newsdiff/{__version__} (a reader's own comparison of news articles)"
MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_READ = (
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml",
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/json",
    "application/feed+json", "text/x-opml", "application/octet-stream", "",
)  # fmt: skip
"""Content types of pages and feeds; some servers send feeds as octet-stream."""


class FetchError(Exception):
    """Why an address was not fetched, in a few words."""

    def __init__(self, trouble: str, retry_after: float | None = None) -> None:
        super().__init__(trouble)
        self.retry_after = retry_after
        """Seconds after which the server asks to come back."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave. Times are in seconds."""

    delay: float = 1.0
    """Between two requests to one public host; robots.txt may ask for more."""
    at_once: int = 2
    """Requests to one host at a time."""
    time_limit: float = 20.0
    """For one request, from connecting to the last byte."""
    most_bytes: int = 5_000_000
    """Of the decoded body."""
    longest_wait: float = 10.0
    """Longest Retry-After that is waited for on the spot, once."""
    allow_private: bool = False
    ignore_robots: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back."""

    url: str
    """After redirects."""
    status: int
    """200, or 304 when nothing has changed since `etag` and `last_modified`."""
    body: bytes = b""
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches addresses; may be used by several threads at once."""

    def __init__(self, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._lock = threading.Lock()
        self._robots: dict[str, Protego | None] = {}
        self._turns: dict[str, threading.BoundedSemaphore] = {}
        self._next: dict[str, float] = {}

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """The page or feed at `url`. Raises FetchError."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        try:
            return self._follow(url, headers, robots=not self.manners.ignore_robots)
        except RefusedAddressError as error:
            raise FetchError(f"{error}: use --allow-private to reach it") from error

    def _follow(self, url: str, headers: dict[str, str], *, robots: bool) -> Fetched:
        waited = False
        for _ in range(MOST_REDIRECTS + 1):
            if robots:
                self._ask_robots(url)
            found = self._request(url, headers)
            if isinstance(found, Fetched):
                return found
            target, wait = found
            if wait is not None:
                if waited or wait > self.manners.longest_wait:
                    raise FetchError(f"the server asks to come back in {wait:.0f} seconds", wait)
                waited = True
                time.sleep(wait)
            url = urljoin(url, target)
        raise FetchError(f"redirects more than {MOST_REDIRECTS} times")

    def _request(self, url: str, headers: dict[str, str]) -> Fetched | tuple[str, float | None]:
        """The answer, or where to go next and after how many seconds."""
        import urllib3

        parts = _checked(url)
        with self._turn(parts):
            attempt = _Attempt(self.manners)
            try:
                response = attempt.open(url, headers)
                return self._answer(url, response)
            except urllib3.exceptions.HTTPError as error:
                if refused := attempt.refused:
                    raise refused from error
                late = "took too long" if attempt.is_late else f"cannot be fetched ({_reason(error)})"
                raise FetchError(late) from error
            except RefusedAddressError:
                raise
            except (OSError, ValueError) as error:
                late = "took too long" if attempt.is_late else f"cannot be fetched ({_reason(error)})"
                raise FetchError(late) from error
            finally:
                attempt.close()

    def _answer(self, url: str, response: BaseHTTPResponse) -> Fetched | tuple[str, float | None]:
        status, told = response.status, response.headers
        if status in _REDIRECTS and told.get("Location"):
            return told["Location"], None
        if status in (429, 503):
            after = told.get("Retry-After", "")
            if not after.isdigit():
                raise FetchError(f"the server is busy (status {status})", 3600)
            return url, float(after[:6])
        if status == 304:
            return Fetched(url, 304, etag=told.get("ETag"), last_modified=told.get("Last-Modified"))
        if status != 200:
            raise FetchError(f"the server answered with status {status}")
        kind, _, parameters = told.get("Content-Type", "").partition(";")
        kind = kind.strip().lower()
        if kind not in _READ:
            raise FetchError(f"is {kind}, neither a page nor a feed")
        charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'").lower() or None
        body = self._body(response)
        return Fetched(url, 200, body, kind, charset, told.get("ETag"), told.get("Last-Modified"))

    def _body(self, response: BaseHTTPResponse) -> bytes:
        """The decoded body. Read in small pieces, so that a compressed bomb stops early."""
        pieces, size = [], 0
        while piece := response.read1(16_384, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > self.manners.most_bytes:
                raise FetchError(f"is larger than {self.manners.most_bytes / 1e6:g} MB")
        return b"".join(pieces)

    def _turn(self, parts: Any) -> threading.BoundedSemaphore:
        """A place among the requests to this host, once it is time for the next."""
        host = parts.netloc
        own = parts.hostname == "localhost" or (parts.hostname or "").startswith(("127.", "::1"))
        with self._lock:
            turn = self._turns.setdefault(host, threading.BoundedSemaphore(self.manners.at_once))
            robots = self._robots.get(host)
            asked = robots.crawl_delay(AGENT) if robots is not None else None
            delay = 0.0 if own else max(self.manners.delay, min(asked or 0.0, 30.0))
            now = time.monotonic()
            start = max(now, self._next.get(host, now))
            self._next[host] = start + delay
        time.sleep(start - now)
        return turn

    def _ask_robots(self, url: str) -> None:
        """Raise FetchError where robots.txt forbids the address. Without a robots.txt all is allowed."""
        parts = _checked(url)
        with self._lock:
            known = parts.netloc in self._robots
        if not known:
            rules = self._read_robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
            with self._lock:
                self._robots[parts.netloc] = rules
        rules = self._robots[parts.netloc]
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise FetchError("its robots.txt does not allow it (for one address: --ignore-robots)")

    def _read_robots(self, url: str) -> Protego | None:
        from protego import Protego

        try:
            found = self._follow(url, {}, robots=False)
        except FetchError:
            return None
        return Protego.parse(found.body[:500_000].decode("utf-8", "replace"))


class _Attempt:
    """One request on a connection of its own, cut off when its time is over, whatever it is doing then."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._socket: socket.socket | None = None
        self.refused: RefusedAddressError | None = None
        self.is_late = False
        self._timer = threading.Timer(manners.time_limit, self._cut)
        self._timer.daemon = True

    def open(self, url: str, headers: dict[str, str]) -> BaseHTTPResponse:
        """Send the request. Raises what urllib3 raises."""
        import urllib3
        from urllib3.connection import HTTPConnection, HTTPSConnection

        attempt = self

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return attempt.connect(self._dns_host, int(self.port or 80))

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return attempt.connect(self._dns_host, int(self.port or 443))

        self._timer.start()
        parts = urlsplit(url)
        kind = urllib3.HTTPSConnectionPool if parts.scheme == "https" else urllib3.HTTPConnectionPool
        self._pool = kind(parts.hostname or "", parts.port, timeout=self._manners.time_limit)
        self._pool.ConnectionCls = Secure if parts.scheme == "https" else Plain
        sent = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Connection": "close", **headers}
        path = urllib3.util.parse_url(url).request_uri
        return self._pool.urlopen(
            "GET", path, headers=sent, redirect=False, retries=False, preload_content=False,
            assert_same_host=False,
        )  # fmt: skip

    def connect(self, host: str, port: int) -> socket.socket:
        """The connection, kept in mind for when the time is over."""
        try:
            found = connect(host, port, self._manners.time_limit, allow_private=self._manners.allow_private)
        except RefusedAddressError as error:
            self.refused = error
            raise
        self._socket = found.dup()
        return found

    def _cut(self) -> None:
        self.is_late = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return

    def close(self) -> None:
        """Let go of everything."""
        self._timer.cancel()
        if self._socket is not None:
            self._socket.close()
        if hasattr(self, "_pool"):
            self._pool.close()


def _checked(url: str) -> Any:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise FetchError("is no address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("is no http or https address")
    return parts


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
