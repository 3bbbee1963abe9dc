"""The feeds a library keeps, and what each said when it was last asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace

from newsdiff.fetching.fetcher import Fetcher, FetchError
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.web import from_feed
from newsdiff.library import Library

_FACT = "feeds"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    error: str = ""


def subscriptions(library: Library) -> tuple[Subscription, ...]:
    """The feeds, in the order in which they were added."""
    return tuple(Subscription(**one) for one in json.loads(library.fact(_FACT) or "[]"))


def subscribe(library: Library, urls: Iterable[str]) -> int:
    """Keep feeds; how many of them are new."""
    there = subscriptions(library)
    known = {one.url for one in there}
    new = [Subscription(url) for url in dict.fromkeys(urls) if url not in known]
    _keep(library, (*there, *new))
    return len(new)


def unsubscribe(library: Library, url: str) -> bool:
    """Forget a feed; whether there was one."""
    there = subscriptions(library)
    _keep(library, (one for one in there if one.url != url))
    return any(one.url == url for one in there)


def updates(library: Library, fetcher: Fetcher) -> Iterator[Arrival]:
    """What the feeds have that is new to them; a broken one is told and the others go on. What a feed said
    is kept only when its articles were taken, so that a cancel loses none."""
    for one in subscriptions(library):
        try:
            fetched = fetcher.fetch(one.url, etag=one.etag, last_modified=one.last_modified)
        except FetchError as error:
            _keep_state(library, replace(one, error=str(error)))
            yield Arrival(one.url, problem=str(error))
            continue
        if fetched.status != 304:
            yield from from_feed(fetched, one.url, fetcher)
            one = Subscription(one.url, fetched.etag, fetched.last_modified)
        _keep_state(library, replace(one, error=""))


def _keep_state(library: Library, state: Subscription) -> None:
    _keep(library, (state if one.url == state.url else one for one in subscriptions(library)))


def _keep(library: Library, feeds: Iterable[Subscription]) -> None:
    library.keep_fact(_FACT, json.dumps([asdict(one) for one in feeds]))
