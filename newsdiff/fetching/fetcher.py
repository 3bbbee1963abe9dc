"""Fetching an address: robots.txt, pace, redirects, Retry-After."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from newsdiff.fetching.errors import (
    AnsweredWithErrorError,
    FetchError,
    ForbiddenByRobotsError,
    StoppedError,
    TooLargeError,
    TooManyRedirectsError,
    TooSlowError,
    UnusableUrlError,
)
from newsdiff.fetching.http_request import STOPPED, Raw, exchange
from newsdiff.fetching.limits import Limits
from newsdiff.fetching.pacing import Pace
from newsdiff.fetching.request import Answer, Request
from newsdiff.fetching.robots import CLOSED, NO_RULES, KnownRules, Rules, rules_in
from newsdiff.fetching.stopping import Stop
from newsdiff.fetching.urls import Target, resolved, target_of
from newsdiff.fetching.waiting import retry_after

_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = 500_000
"""Bytes that RFC 9309 wants to be read at least; a longer robots.txt is not used."""
_ASKED_TO_WAIT = (429, 503)


class Fetcher:
    """Fetches addresses; one for a whole run, used by any number of threads at once."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], object] | None = None,
        elsewhere: Callable[[str, float], float] | None = None,
    ) -> None:
        """`elsewhere`: see `Pace`, for a library that several machines fetch for."""
        self._limits = limits or Limits()
        self._stop = Stop()
        self._pace = Pace(self._limits.connections, sleep=sleep or self._stop.wait, elsewhere=elsewhere)
        self._everywhere = threading.BoundedSemaphore(self._limits.connections_in_all)
        self._rules = KnownRules(lambda target: self._ask_rules(target, private=False))
        self._private_rules = KnownRules(lambda target: self._ask_rules(target, private=True))

    def close(self) -> None:
        """Stop: every request that waits, runs or begins later raises StoppedError."""
        self._stop.set()

    def fetch(self, request: Request) -> Answer:
        """Fetch it, through at most as many redirects as the limits say. Raises FetchError."""
        target = target_of(request.url)
        seen = {target.url}
        while True:
            raw = self._answer(target, request)
            if raw.status not in _REDIRECTS or "location" not in raw.headers:
                break
            target = self._redirected(target, raw.headers["location"])
            if target.url in seen:
                raise TooManyRedirectsError(request.url, "redirects in a circle")
            if len(seen) > self._limits.redirects:
                raise TooManyRedirectsError(
                    request.url, f"redirects more than {self._limits.redirects} times"
                )
            seen.add(target.url)
        unchanged = raw.status == 304 and bool(request.etag or request.last_modified)
        if raw.status != 200 and not unchanged:
            raise AnsweredWithErrorError(target.url, raw.status, raw.reason, self._asked_wait(raw))
        return Answer(
            url=target.url,
            body=raw.body,
            content_type=raw.headers.get("content-type"),
            unchanged=unchanged,
            headers=raw.headers,
        )

    def _redirected(self, target: Target, location: str) -> Target:
        url = resolved(location, target.url)
        if url is None:
            raise UnusableUrlError(target.url, "redirects to something that is not a web address")
        return target_of(url)

    def _answer(self, target: Target, request: Request) -> Raw:
        """One hop: check robots.txt, wait for a turn, and retry once after a short Retry-After."""
        self._go_on(target)
        private = target.host in request.private
        known = self._private_rules if private else self._rules
        rules = NO_RULES if request.ignore_robots else known.of(target)
        if not rules.allow(target):
            why = (
                "could not be asked for its robots.txt"
                if rules is CLOSED
                else "is forbidden by its robots.txt"
            )
            raise ForbiddenByRobotsError(target.url, why)
        raw = self._in_turn(target, request, private, rules)
        wait = self._asked_wait(raw)
        if wait is None:
            return raw
        if wait > self._limits.patience:
            self._pace.refused(target.site, wait)
            return raw
        self._pace.wait(wait)
        return self._in_turn(target, request, private, rules)

    def _in_turn(self, target: Target, request: Request, private: bool, rules: Rules) -> Raw:
        if blocked := self._pace.blocked_for(target.site):
            raise AnsweredWithErrorError(target.url, 429, "to earlier requests", blocked)
        self._go_on(target)
        headers = {"Accept": ", ".join(sorted(request.types)) + ", */*;q=0.1"}
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        # A host that the person allowed as private is their own: nobody's patience is tried there.
        delay = 0.0 if private else max(self._limits.delay, rules.delay or 0.0)
        with self._pace.turn(target.site, delay), self._everywhere:
            self._go_on(target)
            with self._noticing_slowness(target):
                return exchange(
                    target, self._limits, types=request.types, headers=headers, private=private,
                    stop=self._stop,
                )  # fmt: skip

    @contextmanager
    def _noticing_slowness(self, target: Target) -> Iterator[None]:
        try:
            yield
        except TooSlowError:
            self._pace.timed_out(target.site)
            raise
        self._pace.answered(target.site)

    def _go_on(self, target: Target) -> None:
        if self._stop.is_set():
            raise StoppedError(target.url, STOPPED)
        if self._pace.is_too_slow(target.site):
            raise TooSlowError(target.url, f"was left for later, as {target.site} was too slow several times")

    def _asked_wait(self, raw: Raw) -> float | None:
        return retry_after(raw.headers, datetime.now(UTC)) if raw.status in _ASKED_TO_WAIT else None

    def _ask_rules(self, target: Target, *, private: bool) -> Rules:
        """Fetch the robots.txt of a site; raises FetchError when the site cannot be reached at all."""
        limits = replace(self._limits, bytes=_ROBOTS_BYTES)
        at = replace(target, path="/robots.txt")
        for _ in range(self._limits.redirects + 1):
            allowed = private and at.host == target.host
            try:
                with self._everywhere:
                    self._go_on(at)
                    raw = exchange(
                        at, limits, types=None, headers={"Accept": "text/plain"}, private=allowed,
                        stop=self._stop,
                    )  # fmt: skip
            except TooLargeError:
                return NO_RULES
            except FetchError:
                if at.host == target.host:
                    raise
                return NO_RULES
            if raw.status not in _REDIRECTS or "location" not in raw.headers:
                return rules_in(raw.status, raw.body)
            moved = resolved(raw.headers["location"], at.url)
            if moved is None:
                return NO_RULES
            at = target_of(moved)
        return NO_RULES
