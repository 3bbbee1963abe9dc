"""``newsdiff worker``: asks the feeds until it is stopped."""

from __future__ import annotations

import signal
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import click

from newsdiff.cli.library_access import library_of
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from newsdiff.fetching.fetcher import Fetcher
    from newsdiff.incoming.ingest import Outcome
    from newsdiff.library import Library, StoredFeed

_LONGEST_PAUSE: Final = 60.0
"""Seconds between two attempts to reach a library that is away: doubled from the first up to this."""


@click.command(
    "worker",
    epilog="""\b
Examples:
  newsdiff --library postgresql://desk/newsdiff worker
  newsdiff worker --every 60
""",
)
@click.option(
    "--every",
    type=click.FloatRange(0),
    default=15.0,
    show_default=True,
    metavar="MINUTES",
    help="Shortest time between two requests for one feed, by any worker.",
)
@click.option(
    "--pause",
    type=click.FloatRange(0.1),
    default=20.0,
    show_default=True,
    metavar="SECONDS",
    help="Time between two checks for what is due.",
)
@click.option(
    "--lease",
    type=click.FloatRange(1),
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="Time after which other workers take over the feeds of one that was killed.",
)
@click.option("--allow-private", is_flag=True, help="Allow feeds on hosts of this computer and its network.")
@click.pass_context
def command(context: click.Context, every: float, pause: float, lease: float, allow_private: bool) -> int:
    """Ask the feeds that are due for new articles, again and again, with a line for each feed.

    Any number of workers, on any number of machines, share the feeds of one library: each feed is asked by
    one of them, and each host no more often than by one. Ctrl-C or SIGTERM ends it after what is being added.
    """  # fmt: skip
    worker = _Worker(timedelta(minutes=every), lease, allow_private=allow_private)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: worker.stop())
    with library_of(context) as library:
        _say(f"asks the feeds of {library.place} every {every:g} minutes")
        failures = 0
        while not worker.stopped.is_set():
            trouble = worker.round(library)
            failures = failures + 1 if trouble else 0
            if trouble:
                _say(trouble)
            worker.stopped.wait(min(pause * 2**failures, max(pause, _LONGEST_PAUSE)))
        _say("stopped")
    return 0


class _Worker:
    """Rounds over the feeds that are due, until it is stopped."""

    def __init__(self, every: timedelta, lease: float, *, allow_private: bool) -> None:
        self.stopped = threading.Event()
        self._every = every
        self._lease = lease
        self._allow_private = allow_private
        self._fetcher: Fetcher | None = None

    def stop(self) -> None:
        """End after what is being added."""
        self.stopped.set()
        if self._fetcher is not None:
            self._fetcher.close()

    def round(self, library: Library) -> str:
        """Ask what is due; returns why the library took no more, empty when nothing was wrong."""
        from newsdiff.fetching.fetcher import Fetcher
        from newsdiff.incoming.updating import turns_of, update_feeds
        from newsdiff.incoming.web import Access
        from newsdiff.library import LibraryError

        self._fetcher = Fetcher(elsewhere=turns_of(library))
        if self.stopped.is_set():
            return ""
        try:
            done = update_feeds(
                library,
                Access(self._fetcher, self._allow_private),
                every=self._every,
                held=self._lease,
                answered_by=_report,
                progress=lambda _summary: not self.stopped.is_set(),
            )
        except LibraryError as error:
            return str(error)
        return done.summary.trouble


def _report(feed: StoredFeed, outcomes: Sequence[Outcome]) -> None:
    if feed.error:
        _say(f"{feed.shown}: {feed.error}")
        return
    counts = {state: sum(one.state == state for one in outcomes) for state in ("added", "newer version")}
    skipped = sum(one.state == "skipped" for one in outcomes)
    said = [f"{counts['added']} added"]
    said += [f"{counts['newer version']} newer"] if counts["newer version"] else []
    said += [f"{skipped} skipped"] if skipped else []
    _say(f"{feed.shown}: {', '.join(said)}")


def _say(line: str) -> None:
    """A line of the log: the time in UTC, and what happened."""
    click.echo(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {one_line(line)}")
