"""Add arrivals to the library in batches and count the outcomes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from typing import Literal, TypeAlias, get_args

from newsdiff.counting import number_of
from newsdiff.fetching.urls import is_web_url
from newsdiff.incoming.arrivals import Arrival
from newsdiff.library import Library, LibraryError
from newsdiff.library.records import Placed
from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass

State: TypeAlias = Literal["added", "unchanged", "newer version", "skipped"]
STATES: tuple[State, ...] = get_args(State)

BATCH = 25
"""Most articles in one transaction."""
BATCH_SECONDS = 2.0
"""A smaller batch is stored after this time, so that slow pages show up early."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one arrival."""

    source: str
    state: State
    reason: str = ""
    """Why it was skipped; for a stored article, what it lacks."""
    event: str | None = None
    article: str | None = None
    sha256: str | None = None
    """The text, of an article that is in the library."""


@dataclass
class Summary:
    """The outcomes so far."""

    outcomes: list[Outcome] = field(default_factory=list)
    cancelled: bool = False
    trouble: str = ""
    """Why the library stopped; what was added before stays."""

    def count(self, state: State) -> int:
        """How many have that state."""
        return sum(outcome.state == state for outcome in self.outcomes)

    def as_text(self) -> str:
        """``3 added, 1 unchanged, 0 newer version, 2 skipped``."""
        return ", ".join(f"{self.count(state):,} {state}" for state in STATES)

    @property
    def events(self) -> frozenset[str]:
        """Ids of the events that hold the articles."""
        return frozenset(outcome.event for outcome in self.outcomes if outcome.event)

    def as_text_with_events(self) -> str:
        """``cancelled: 3 added, 1 unchanged, 0 newer version, 2 skipped in 2 events``."""
        where = f" in {number_of(len(self.events), 'event')}" if self.events else ""
        how = "cancelled: " if self.cancelled else "stopped: " if self.trouble else ""
        return f"{how}{self.as_text()}{where}"


def joined(first: Summary, second: Summary) -> Summary:
    """The outcomes of two runs, one after the other."""
    return Summary(
        [*first.outcomes, *second.outcomes],
        first.cancelled or second.cancelled,
        first.trouble or second.trouble,
    )


def ingest(
    arrivals: Iterable[Arrival],
    library: Library | None,
    *,
    event: str | None = None,
    outlet: str | None = None,
    progress: Callable[[Summary], bool] = lambda _summary: True,
) -> Summary:
    """Place the arrivals in events (all of them in `event`, an id or a title, where it is given).

    Without a library nothing is kept: a dry run. `progress` is called after each batch and stops the rest
    when it returns False. Ctrl-C and an arrival that says the run was ended stop, too; what had come until
    then is placed, and the summary says so. So it does when the library takes no more (a full disk).
    """
    summary = Summary()
    seen: set[tuple[str, str | None]] = set()
    batch: list[Arrival] = []
    begun = time.monotonic()

    def place(some: list[Arrival]) -> None:
        summary.outcomes.extend(_placed(some, library, event, outlet, seen))

    try:
        for arrival in arrivals:
            if arrival.stopped:
                summary.cancelled = True
                break
            batch.append(arrival)
            if len(batch) == BATCH or time.monotonic() - begun > BATCH_SECONDS:
                ready, batch, begun = batch, [], time.monotonic()
                place(ready)
                if not progress(summary):
                    summary.cancelled = True
                    break
        place(batch)
    except KeyboardInterrupt:
        summary.cancelled = True
        with catching(summary):
            place(batch)
    except LibraryError as error:
        summary.trouble = str(error)
    if library is not None:
        with catching(summary):
            look_up_places(summary, library)
    progress(summary)
    return summary


@contextmanager
def catching(summary: Summary) -> Iterator[None]:
    """Errors of the library are named in the summary."""
    try:
        yield
    except LibraryError as error:
        summary.trouble = summary.trouble or str(error)


def look_up_places(summary: Summary, library: Library) -> None:
    """Update the events of the outcomes: later articles may have moved earlier ones."""
    texts = [outcome.sha256 for outcome in summary.outcomes if outcome.sha256]
    places = library.events.standing(texts)
    for number, outcome in enumerate(summary.outcomes):
        now = places.get(outcome.sha256 or "", ())
        if now and (outcome.event, outcome.article) not in now:
            event, article = now[0]
            summary.outcomes[number] = replace(outcome, event=event, article=article)


def _placed(
    batch: list[Arrival],
    library: Library | None,
    event: str | None,
    outlet: str | None,
    seen: set[tuple[str, str | None]],
) -> Iterator[Outcome]:
    articles = [_labelled(one.article, outlet) for one in batch if one.article is not None]
    places = iter(_in_library(batch, articles, library, event) if library is not None and articles else ())
    for one in batch:
        if one.unchanged is not None:
            yield Outcome(one.source, "unchanged", "", one.unchanged.event, one.unchanged.article)
        elif one.article is None:
            yield Outcome(one.source, "skipped", one.problem or "")
        elif library is not None:
            placed = next(places)
            remarks = "" if placed.state == "unchanged" else "; ".join(one.article.remarks)
            sha256 = one.article.sha256
            yield Outcome(one.source, placed.state, remarks, placed.event, placed.article, sha256)
        else:
            key = (one.article.reading_text, one.article.url)
            remarks = "; ".join(("dry run: nothing was stored", *one.article.remarks))
            yield Outcome(one.source, "unchanged" if key in seen else "added", remarks)
            seen.add(key)
    pages = [one.page for one in batch if one.page is not None and one.article is not None]
    if library is not None and pages:
        library.pages.keep(pages)


def _in_library(
    batch: list[Arrival], articles: list[Article], library: Library, event: str | None
) -> tuple[Placed, ...]:
    """Put them into events; those of a feed's entries are found again by the names that it gives these."""
    came = [one for one in batch if one.article is not None]
    known = {number: address for number, one in enumerate(came) if (address := _known_as(one, library))}
    stand_ins = frozenset(number for number, one in enumerate(came) if one.stands_in)
    placed = library.events.place(articles, event=event, known_as=known, stand_ins=stand_ins)
    for one, article in zip(came, articles, strict=True):
        if one.name is not None and article.url:
            library.feeds.name(*one.name, article.url)
    return placed


def _known_as(arrival: Arrival, library: Library) -> str | None:
    if arrival.name is None:
        return None
    own = arrival.name[1] if is_web_url(arrival.name[1]) else None
    return library.feeds.address_of(*arrival.name) or own


def _labelled(article: Article, outlet: str | None) -> Article:
    if outlet is None:
        return article
    from newsdiff.readers.metadata.outlets import short_name

    return replace(article, outlet=outlet).with_id(short_name(outlet) or article.id)
