"""Asking the feeds of a library for what is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from newsdiff.counting import number_of
from newsdiff.fetching import FEED_TYPES, FetchError, Request, StoppedError
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.bringing import Summary, bring_in
from newsdiff.incoming.schedule import due_after, due_after_failure
from newsdiff.incoming.streams import streamed
from newsdiff.incoming.web import WORKERS, Access, from_feed
from newsdiff.library import Library, StoredFeed


@dataclass(frozen=True, slots=True)
class Update:
    """What an update brought."""

    summary: Summary
    """What became of the articles, and of feeds that could not be read."""
    asked: int
    unchanged: int
    """Feeds that had nothing new since they were last asked."""
    failed: int
    waiting: int
    """Feeds that were not asked because it is too early."""

    def told(self) -> str:
        """``4 feeds asked, 2 unchanged, 1 failed, 1 not due``: what there is to tell of the feeds."""
        counts = {"unchanged": self.unchanged, "failed": self.failed, "not due": self.waiting}
        more = [f"{number:,} {what}" for what, number in counts.items() if number]
        return ", ".join([f"{number_of(self.asked, 'feed')} asked", *more])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one feed said."""

    feed: StoredFeed
    """With its new state."""
    arrivals: tuple[Arrival, ...] = ()
    unchanged: bool = False
    stopped: bool = False
    """The run was ended before it answered."""


def update_feeds(
    library: Library,
    access: Access,
    *,
    since: date | None = None,
    early: bool = False,
    public_only: bool = False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    progress: Callable[[Summary], bool] = lambda _summary: True,
) -> Update:
    """Ask every feed that is due (all of them where `early`) and place its new articles in events.

    Entries of days before `since` are left out; where `public_only` so are feeds that may be in the own
    network. Feeds are asked in threads; one that fails keeps its error
    and is asked later. The state of a feed is kept once its articles are placed, so that a cancel loses none.
    """
    access = access.remembering(library)
    feeds = tuple(feed for feed in library.feeds.all() if not (public_only and feed.allow_private))
    due = tuple(feed for feed in feeds if early or feed.due is None or feed.due <= clock())
    known = {feed.url: library.feeds.taken(feed.url) for feed in due}
    total = Summary()
    asked: list[_Asked] = []
    answers = streamed(
        lambda feed: [_ask(feed, access, since, known[feed.url], clock())], due, access.fetcher, WORKERS
    )
    try:
        for answer in answers:
            _place(library, answer, total)
            asked += [] if answer.stopped else [answer]
            if total.cancelled or not progress(total):
                total.cancelled = True
                break
    except KeyboardInterrupt:
        total.cancelled = True
    finally:
        answers.close()
    return Update(
        summary=total,
        asked=len(asked),
        unchanged=sum(one.unchanged for one in asked),
        failed=sum(bool(one.feed.error) for one in asked),
        waiting=len(feeds) - len(due),
    )


def _ask(
    feed: StoredFeed, access: Access, since: date | None, known: frozenset[str], now: datetime
) -> _Asked:
    """Fetch a feed and the pages behind its new entries. Never raises."""
    try:
        allow_private = access.allow_private or feed.allow_private
        hosts = replace(access, allow_private=allow_private).hosts(feed.url)
        request = Request(feed.url, FEED_TYPES, hosts, etag=feed.etag, last_modified=feed.last_modified)
        answer = access.fetcher.fetch(request)
    except StoppedError:
        return _Asked(feed, (Arrival(feed.url, stopped=True),), stopped=True)
    except FetchError as error:
        return _failed(feed, f"{error.trouble}; {error.remedy}", error, now)
    well = replace(feed, asked=now, error="", failures=0, due=due_after(answer, now))
    if answer.unchanged:
        return _Asked(well, unchanged=True)
    arrivals = tuple(from_feed(answer, feed.url, access, hosts, since=since, known=known))
    broken = next((one for one in arrivals if one.problem and one.source == feed.url), None)
    if broken is not None and broken.entry is None:
        return _failed(feed, broken.problem or "", None, now)
    if any(one.is_passing for one in arrivals) or since is not None:
        # Entries are left to be fetched: the feed must be told again, though it may not change.
        return _Asked(replace(well, etag=None, last_modified=None), arrivals)
    return _Asked(replace(well, etag=answer.etag, last_modified=answer.last_modified), arrivals)


def _failed(feed: StoredFeed, trouble: str, error: FetchError | None, now: datetime) -> _Asked:
    failures = feed.failures + 1
    due = due_after_failure(error, failures, now)
    state = replace(feed, asked=now, error=trouble, failures=failures, due=due)
    return _Asked(state, (Arrival(feed.url, problem=trouble),))


def _place(library: Library, answer: _Asked, total: Summary) -> None:
    placed = bring_in(answer.arrivals, library)
    total.outcomes += placed.outcomes
    total.cancelled = placed.cancelled
    for arrival in answer.arrivals[: len(placed.outcomes)]:
        if arrival.entry and not arrival.is_passing:
            library.feeds.take(answer.feed.url, arrival.entry)
    if not placed.cancelled:
        library.feeds.keep(answer.feed)
