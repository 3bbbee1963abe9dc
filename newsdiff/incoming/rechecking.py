"""Ask the pages of recent events again: what an outlet has changed is kept as a newer version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdiff.counting import number_of
from newsdiff.fetching.urls import is_web_url, own_hosts
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.ingest import BATCH, Summary, catching, ingest, look_up_places
from newsdiff.incoming.streams import as_they_come
from newsdiff.incoming.web import WORKERS, Access, page_again
from newsdiff.library import Library, LibraryError
from newsdiff.library.records import AskedPage
from newsdiff.quick_dataclass import dataclass

SOONEST = timedelta(minutes=30)
"""After which a page that is new is asked for again."""
LATEST = timedelta(days=2)
"""After which a page is asked for again, however old it is."""
OF_ITS_AGE = 6
"""A page is asked for again after a sixth of its age: eight times in the first day, twice in the second."""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """The result of asking pages again."""

    summary: Summary
    """The outcomes of those that were asked."""
    asked: int
    waiting: int
    """Pages of recent events that are not due yet."""

    def counts(self) -> dict[str, int]:
        """How many were asked, had changed, failed, were not due."""
        return {
            "asked": self.asked,
            "changed": self.summary.count("newer version"),
            "failed": self.summary.count("skipped"),
            "waiting": self.waiting,
        }

    def as_text(self) -> str:
        """``12 pages asked again, 2 changed, 1 failed, 30 not due``."""
        counts = self.counts()
        named = {"changed": "changed", "failed": "failed", "waiting": "not due"}
        more = [f"{counts[key]:,} {what}" for key, what in named.items() if counts[key]]
        return ", ".join([f"{number_of(self.asked, 'page')} asked again", *more])


@dataclass(frozen=True, slots=True)
class _Came:
    """The answer of one page."""

    page: AskedPage
    arrival: Arrival


def due_again(page: AskedPage, now: datetime) -> datetime:
    """When a page may be asked for again: after a sixth of its age, half an hour at least and two days at
    most, and after failures in a row twice as late each time."""
    last = page.asked or page.first_seen
    wait = min(max((last - page.first_seen) / OF_ITS_AGE, SOONEST), LATEST)
    if last > now:  # a clock that was wrong must not stop a page for years
        return now
    return last + min(wait * (1 << min(page.failures, 8)), 4 * LATEST)


def recheck_pages(
    library: Library,
    access: Access,
    days: int,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    progress: Callable[[Summary], bool] = lambda _summary: True,
) -> Rechecked:
    """Ask again for the pages of the events with an article of the last `days` days that are due.

    Pages are asked for as everywhere: robots.txt is kept to, a host is asked for two pages at a time, and
    what has not changed is not sent again. A page that holds no article now replaces nothing. What an article
    had from its feed (day, outlet, headline) stays where the page does not say it.
    """
    access = access.remembering(library)
    pages = library.pages.of_recent_events((clock() - timedelta(days=days)).date())
    pages = tuple(page for page in pages if is_web_url(page.url))
    due = tuple(page for page in pages if due_again(page, clock()) <= clock())
    private = frozenset[str]().union(
        *(own_hosts(feed.url) for feed in library.feeds.all() if feed.allow_private)
    )
    total, answered = Summary(), 0

    def ask(page: AskedPage) -> Iterator[_Came]:
        allowed = access.allow_private or own_hosts(page.url) <= private
        yield _Came(page, page_again(page.url, replace(access, allow_private=allowed)))

    found = as_they_come(ask, due, access.fetcher, WORKERS, BATCH)
    try:
        for some in found:
            answered += _place(library, some, total, clock())
            if total.trouble or total.cancelled or not progress(total):
                total.cancelled = not total.trouble
                break
    except KeyboardInterrupt:
        total.cancelled = True
    except LibraryError as error:
        total.trouble = str(error)
    finally:
        found.close()
    with catching(total):
        look_up_places(total, library)
    return Rechecked(total, answered, len(pages) - len(due))


def _place(library: Library, came: list[_Came], total: Summary, now: datetime) -> int:
    """Keep what came, and when each page was asked; says how many were."""
    placed = ingest([_as_it_was(one, library) for one in came], library)
    total.outcomes += placed.outcomes
    total.cancelled, total.trouble = placed.cancelled, placed.trouble
    done = came[: len(placed.outcomes)]
    for one, outcome in zip(done, placed.outcomes, strict=True):
        failures = one.page.failures + 1 if outcome.state == "skipped" else 0
        library.pages.asked(replace(one.page, asked=now, failures=failures))
        if one.arrival.unchanged is not None:
            library.pages.seen(one.page)
    return len(done)


def _as_it_was(came: _Came, library: Library) -> Arrival:
    """The arrival, with what the library knows of the article and the page does not say."""
    arrival, page = came.arrival, came.page
    if arrival.article is None:
        return arrival
    ((_, old), *_) = library.events.versions(page.event, page.article)
    new = arrival.article
    same_day = new.published in (None, old.published)
    filled = replace(
        new,
        id=old.id,
        url=old.url,
        title=new.title or old.title,
        outlet=old.outlet or new.outlet,
        country=new.country or old.country,
        published=new.published or old.published,
        published_at=new.published_at or (old.published_at if same_day else None),
    )
    return replace(arrival, article=filled.with_id(old.id))
