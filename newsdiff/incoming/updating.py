"""Fetch new articles from the feeds of a library, each when it may be asked again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Event, Thread

from newsdiff.counting import number_of
from newsdiff.fetching.errors import AnsweredWithErrorError, FetchError, StoppedError
from newsdiff.fetching.request import FEED_TYPES, Answer, Request
from newsdiff.fetching.waiting import LONGEST_WAIT, fresh_for
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import BATCH, Outcome, Summary, catching, ingest, look_up_places
from newsdiff.incoming.streams import as_they_come
from newsdiff.incoming.web import WORKERS, Access, from_feed
from newsdiff.library import Library, LibraryError, StoredFeed
from newsdiff.quick_dataclass import dataclass

SECONDS_HELD = 600.0
"""How long a feed is left to a program that claimed it; then others ask it: that program was killed."""


FIRST_BACKOFF = timedelta(minutes=5)
"""After a first failure; each further one in a row doubles it."""
LONGEST_BACKOFF = timedelta(days=1)
LONGEST_FRESH = timedelta(hours=6)
"""The longest that a server's caching headers are followed: some say a year."""


def is_due(due: datetime | None, now: datetime, *, asked: datetime | None) -> bool:
    """Whether a feed that was `asked` then may be asked now.

    A clock that was wrong must not stop a feed for years: one that seems to have been asked in the future,
    or that is due later than any server can ask for, is due.
    """
    if due is None or due <= now or (asked is not None and asked > now):
        return True
    return due - now > timedelta(seconds=LONGEST_WAIT)


def is_past(asked: datetime | None, every: timedelta, now: datetime) -> bool:
    """Whether a feed was asked so long ago, or never, or by a clock that was wrong."""
    return asked is None or asked > now or asked + every <= now


def due_after(answer: Answer, now: datetime) -> datetime | None:
    """After an answer: when the server says that there may be something new; None for any time."""
    fresh = fresh_for(answer.headers, now)
    return now + min(timedelta(seconds=fresh), LONGEST_FRESH) if fresh else None


def due_after_failure(error: FetchError | None, failures: int, now: datetime) -> datetime:
    """After the `failures`-th failure in a row: what the server asks for, else later each time."""
    if isinstance(error, AnsweredWithErrorError) and error.retry_after is not None:
        return now + timedelta(seconds=error.retry_after)
    return now + min(FIRST_BACKOFF * (1 << min(failures - 1, 20)), LONGEST_BACKOFF)


@dataclass(frozen=True, slots=True)
class Update:
    """The result of an update."""

    summary: Summary
    """The outcomes of the articles, and of feeds that could not be read."""
    asked: int
    unchanged: int
    """Feeds that had nothing new since they were last asked."""
    failed: int
    waiting: int
    """Feeds that are not due yet."""

    def as_text(self) -> str:
        """``4 feeds asked, 2 unchanged, 1 failed, 1 not due``: the counts of the feeds, as text."""
        counts = {"unchanged": self.unchanged, "failed": self.failed, "not due": self.waiting}
        more = [f"{number:,} {what}" for what, number in counts.items() if number]
        return ", ".join([f"{number_of(self.asked, 'feed')} asked", *more])


@dataclass(frozen=True, slots=True)
class _Answered:
    """One feed is finished; its articles came before."""

    feed: StoredFeed
    """With its new state."""
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Came:
    """One article of a feed, or why there is none."""

    feed: str
    """Its address."""
    arrival: Arrival


def update_feeds(
    library: Library,
    access: Access,
    *,
    since: date | None = None,
    early: bool = False,
    public_only: bool = False,
    every: timedelta = timedelta(0),
    held: float = SECONDS_HELD,
    answered_by: Callable[[StoredFeed, Sequence[Outcome]], None] = lambda _feed, _outcomes: None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    progress: Callable[[Summary], bool] = lambda _summary: True,
) -> Update:
    """Ask every feed that is due (all of them where `early`) and place its new articles in events.

    Entries of days before `since` are left out; where `public_only` so are feeds that may be in the own
    network. Feeds are asked in threads; one that fails keeps its error
    and is asked later. Articles are placed as they come, so that a slow feed holds up no other; the state of
    a feed is kept once all of its own are placed, so that a cancel loses none.

    Other programs on the same library leave a feed alone that this one has claimed, for `held` seconds at a
    time; a feed that was asked less than `every` ago, or since this update began, is left alone, too.
    `answered_by` is called with each feed that is finished and what became of its articles.
    """
    access = access.remembering(library)
    began = clock()
    feeds = tuple(feed for feed in library.feeds.all() if not (public_only and feed.allow_private))
    due = tuple(
        feed for feed in feeds
        if early or (is_due(feed.due, clock(), asked=feed.asked) and is_past(feed.asked, every, clock()))
    )  # fmt: skip
    run = _Run(library, held, answered_by)

    def ask(feed: StoredFeed) -> Iterator[_Came | _Answered]:
        mine = run.claimed(feed, min(began, clock() - every))
        if mine is not None:
            yield from _ask(mine, access, since, library.feeds.taken(feed.url), clock())

    found = as_they_come(ask, due, access.fetcher, WORKERS, BATCH)
    run.start_holding()
    try:
        for some in found:
            run.take_in(some)
            if run.total.trouble:
                break
            if run.total.cancelled or not progress(run.total):
                run.total.cancelled = True
                break
    except KeyboardInterrupt:
        run.total.cancelled = True
    except LibraryError as error:
        run.total.trouble = str(error)
    finally:
        found.close()
        run.let_go()
    with catching(run.total):
        look_up_places(run.total, library)
    return run.update(waiting=len(feeds) - len(due))


class _Run:
    """One update: the feeds that it has claimed, and what came of them."""

    def __init__(
        self, library: Library, held: float, answered_by: Callable[[StoredFeed, Sequence[Outcome]], None]
    ) -> None:
        self.total = Summary()
        self._library = library
        self._who = os.urandom(8).hex()
        self._held = held
        self._ended = Event()
        self._answered_by = answered_by
        self._answered: list[_Answered] = []
        self._outcomes: dict[str, list[Outcome]] = {}
        """Address of a feed -> what became of its articles so far."""

    def start_holding(self) -> None:
        """Hold the claimed feeds for longer, again and again: placing articles can take longer than that."""
        Thread(target=self._hold, name="newsdiff holds feeds", daemon=True).start()

    def _hold(self) -> None:
        while not self._ended.wait(self._held / 4):
            with suppress(LibraryError):  # the same error ends the placing, which reports it
                self._library.feeds.hold(self._who, self._held)

    def claimed(self, feed: StoredFeed, unless_asked_since: datetime) -> StoredFeed | None:
        """The feed as it is now; None where another program has it or asked it since, or the update ended."""
        if self._ended.is_set():
            return None
        mine = self._library.feeds.claim(
            feed.url, self._who, self._held, unless_asked_since=unless_asked_since
        )
        if mine is not None and self._ended.is_set():  # it ended meanwhile, and has released its feeds
            self._library.feeds.let_go(self._who)
            return None
        return mine

    def take_in(self, some: Sequence[_Came | _Answered]) -> None:
        """Place articles, keep the state of the feeds that are finished."""
        self._place([one for one in some if isinstance(one, _Came)])
        if not self.total.cancelled and not self.total.trouble:
            self._finish([one for one in some if isinstance(one, _Answered)])

    def _place(self, came: Sequence[_Came]) -> None:
        """Put articles into events, and remember their entries."""
        placed = ingest([one.arrival for one in came], self._library)
        self.total.outcomes += placed.outcomes
        self.total.cancelled, self.total.trouble = placed.cancelled, placed.trouble
        taken: dict[str, list[str]] = {}
        for one, outcome in zip(came, placed.outcomes, strict=False):
            self._outcomes.setdefault(one.feed, []).append(outcome)
            if one.arrival.entry and not one.arrival.is_passing:
                taken.setdefault(one.feed, []).extend(one.arrival.entry)
        for feed, entries in taken.items():
            self._library.feeds.take(feed, *entries)

    def _finish(self, answered: Sequence[_Answered]) -> None:
        """Record the outcome of feeds whose articles are all placed."""
        self._library.feeds.keep(*(one.feed for one in answered))
        for one in answered:
            self._answered.append(one)
            self._answered_by(one.feed, self._outcomes.pop(one.feed.url, ()))

    def let_go(self) -> None:
        """Release the feeds that are claimed and not finished."""
        self._ended.set()
        with catching(self.total):
            self._library.feeds.let_go(self._who)

    def update(self, *, waiting: int) -> Update:
        """The outcome of the update."""
        return Update(
            summary=self.total,
            asked=len(self._answered),
            unchanged=sum(one.unchanged for one in self._answered),
            failed=sum(bool(one.feed.error) for one in self._answered),
            waiting=waiting,
        )


def turns_of(library: Library) -> Callable[[str, float], float] | None:
    """How turns at hosts are shared with other machines; None where none work on the library."""
    return library.feeds.turn if library.is_shared else None


def _ask(
    feed: StoredFeed, access: Access, since: date | None, known: frozenset[str], now: datetime
) -> Iterator[_Came | _Answered]:
    """Fetch a feed and the pages behind its new entries. Never raises."""
    try:
        allow_private = access.allow_private or feed.allow_private
        hosts = replace(access, allow_private=allow_private).hosts(feed.url)
        request = Request(feed.url, FEED_TYPES, hosts, etag=feed.etag, last_modified=feed.last_modified)
        answer = access.fetcher.fetch(request)
    except StoppedError:
        yield _Came(feed.url, Arrival(feed.shown, stopped=True))
        return
    except FetchError as error:
        yield from _failed(feed, f"{error.trouble}; {error.remedy}", error, now)
        return
    well = replace(feed, asked=now, error="", failures=0, due=due_after(answer, now))
    if answer.unchanged:
        yield _Answered(well, unchanged=True)
        return
    is_whole = since is None
    for arrival in from_feed(answer, feed.url, access, hosts, since=since, known=known, in_order=False):
        if arrival.problem and arrival.source == feed.url and not arrival.entry:
            if arrival.is_passing:
                break  # an empty feed: its outlet has published nothing yet, and will
            yield from _failed(feed, arrival.problem, None, now)
            return
        is_whole = is_whole and not arrival.is_passing
        yield _Came(feed.url, arrival)
    if is_whole:
        yield _Answered(replace(well, etag=answer.etag, last_modified=answer.last_modified))
    else:
        # Entries are left to be fetched: the feed must be sent again, though it may not change.
        yield _Answered(replace(well, etag=None, last_modified=None))


def _failed(
    feed: StoredFeed, trouble: str, error: FetchError | None, now: datetime
) -> Iterator[_Came | _Answered]:
    failures = feed.failures + 1
    due = due_after_failure(error, failures, now)
    yield _Came(feed.url, Arrival(feed.shown, problem=trouble))
    yield _Answered(replace(feed, asked=now, error=trouble, failures=failures, due=due))
