"""Articles from all kinds of sources: files, folders, globs, addresses, feeds, lists of feeds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from newsdiff.fetching.urls import is_web_url
from newsdiff.incoming.arrivals import Arrival
from newsdiff.incoming.feed_kinds import LOOKED_AT, kind_of
from newsdiff.incoming.local import files_of, read_file, read_standard_input
from newsdiff.incoming.streams import streamed
from newsdiff.incoming.web import WORKERS, Access, from_address, from_opml
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.decoding import MOST_BYTES, read_bytes

STANDARD_INPUT = "-"
Place: TypeAlias = Path | str
"""A file, an address, or STANDARD_INPUT."""


def places_of(sources: Sequence[str]) -> tuple[Place, ...]:
    """Where to look for articles, folders and globs opened up."""
    return tuple(place for source in sources for place in _places(source))


def _places(source: str) -> tuple[Place, ...]:
    return (source,) if source == STANDARD_INPUT or is_web_url(source) else files_of(source)


def leads_to_the_web(place: Place) -> bool:
    """Whether it is an address or a list of feeds: only these use the network."""
    if isinstance(place, str):
        return place != STANDARD_INPUT
    return _is_list_of_feeds(place)


def arrivals_from(
    places: Sequence[Place],
    access: Access,
    *,
    standard_input: Callable[[], bytes] = lambda: sys.stdin.buffer.read(MOST_BYTES + 1),
) -> Iterator[Arrival]:
    """The articles of all places, in their order. Never raises for what they hold."""
    for on_the_web, some in groupby(places, key=leads_to_the_web):
        if on_the_web:
            yield from streamed(
                lambda place: _from_the_web(place, access), tuple(some), access.fetcher, WORKERS
            )
            continue
        for place in some:
            if isinstance(place, Path):
                yield from read_file(place)
            else:
                yield from read_standard_input(standard_input())


def _from_the_web(place: Place, access: Access) -> Iterator[Arrival]:
    if isinstance(place, str):
        yield from from_address(place, access)
        return
    try:
        data = read_bytes(place, place.name)
    except UnreadableArticleError as error:
        yield Arrival(error.source, problem=f"{error.trouble}: {error.remedy}")
        return
    yield from from_opml(data, place.name, access)


def _is_list_of_feeds(file: Path) -> bool:
    """Whether it is an OPML file, by its name or, where that says only XML, by how it begins."""
    if file.suffix.lower() != ".xml":
        return file.suffix.lower() == ".opml"
    try:
        with file.open("rb") as opened:
            return kind_of(opened.read(LOOKED_AT)) == "opml"
    except OSError:
        return False
