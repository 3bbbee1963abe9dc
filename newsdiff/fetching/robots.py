"""What a site's robots.txt allows (RFC 9309), asked once for each site and run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdiff.fetching.errors import FetchError
from newsdiff.fetching.limits import LONGEST_CRAWL_DELAY
from newsdiff.fetching.urls import Target
from newsdiff.quick_dataclass import dataclass

if TYPE_CHECKING:
    from protego import Protego

ROBOT = "newsdiff"
"""Our name in a robots.txt."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site."""

    parsed: Protego | None
    """None where there are none."""
    closed: bool = False
    """Nothing may be fetched: the server could not send its rules."""

    def allow(self, target: Target) -> bool:
        """Whether we may fetch it."""
        return not self.closed and (self.parsed is None or self.parsed.can_fetch(target.url, ROBOT))

    @property
    def delay(self) -> float | None:
        """Seconds between two requests that the site asks for."""
        delay = self.parsed.crawl_delay(ROBOT) if self.parsed else None
        return None if delay is None else min(float(delay), LONGEST_CRAWL_DELAY)


NO_RULES = Rules(None)
CLOSED = Rules(None, closed=True)


def rules_in(status: int, body: bytes) -> Rules:
    """What an answer to ``/robots.txt`` means: no file, no rules; a server in trouble, no entry."""
    from protego import Protego

    if status >= 500:
        return CLOSED
    if status >= 400:
        return NO_RULES
    return Rules(Protego.parse(body.decode("utf-8-sig", "replace")))


class KnownRules:
    """The rules of the sites that were asked. Threads that come at once to a new site ask it once."""

    def __init__(self, ask: Callable[[Target], Rules]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._asking: dict[str, threading.Lock] = {}
        self._known: dict[str, Rules | FetchError] = {}

    def of(self, target: Target) -> Rules:
        """The rules of the site of `target`. Raises FetchError when it cannot be reached; it is not tried
        again for each of its pages."""
        with self._lock:
            asking = self._asking.setdefault(target.site, threading.Lock())
        with asking:
            if target.site not in self._known:
                try:
                    self._known[target.site] = self._ask(target)
                except FetchError as error:
                    self._known[target.site] = error
            known = self._known[target.site]
        if isinstance(known, FetchError):
            raise type(known)(target.url, known.trouble)
        return known
