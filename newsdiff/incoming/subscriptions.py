"""Adding feeds to a library: single addresses, OPML lists, and those of the outlets of some countries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from newsdiff.counting import number_of
from newsdiff.fetching.urls import target_of
from newsdiff.incoming.feeds import Listed, NotAFeedError, read_opml
from newsdiff.library import Library
from newsdiff.outlets.countries import country_of
from newsdiff.outlets.table import outlet_table
from newsdiff.passwords import holds_password, without_password
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.decoding import read_bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """How many feeds were added, known or refused."""

    added: int
    known: int
    refused: int = 0
    """Feeds with a name and password in the address: these are never stored."""

    def as_text(self) -> str:
        """``3 added, 1 there already``."""
        counts = {"there already": self.known, "left out (a name or password in the address)": self.refused}
        return ", ".join(
            [f"{self.added:,} added", *(f"{number:,} {what}" for what, number in counts.items() if number)]
        )


def feed_at(url: str) -> Listed:
    """The feed at an address. Raises UnusableUrlError; nothing is fetched."""
    return Listed(target_of(url).url)


def feeds_listed_in(file: Path) -> tuple[Listed, ...]:
    """The feeds of an OPML file. Raises UnreadableArticleError, whose text is one line."""
    data = read_bytes(file, str(file))
    try:
        return read_opml(data)
    except NotAFeedError as error:
        raise UnreadableArticleError(str(file), str(error), "name an OPML file of feeds") from error


def keep_feeds(library: Library, feeds: Sequence[Listed], *, allow_private: bool = False) -> Kept:
    """Add feeds; the next update asks them. Feeds with a password in their address are left out."""
    taken = [feed for feed in feeds if not holds_password(feed.url)]
    new = sum(
        library.feeds.add(feed.url, title=without_password(feed.title), allow_private=allow_private)
        for feed in taken
    )
    return Kept(new, len(taken) - new, len(feeds) - len(taken))


@dataclass(frozen=True, slots=True)
class StarterFeeds:
    """The known feeds of one country's outlets."""

    country: str
    """Its code."""
    feeds: tuple[Listed, ...]
    without: int
    """Outlets of the country in the table of which no feed is known."""

    def as_text(self) -> str:
        """``Ireland: 14 feeds; none known for 5 outlets``."""
        country = country_of(self.country)
        name = country.name if country else self.country
        without = f"; none known for {number_of(self.without, 'outlet')}" if self.without else ""
        return f"{name}: {number_of(len(self.feeds), 'feed')}{without}"


def starter_feeds(country: str, languages: Collection[str] = ()) -> StarterFeeds:
    """The feeds of the outlets that sit in a country (its code), each once, by name of the outlet; only of
    editions in these languages (ISO 639-1) where some are given."""
    rows = [
        one
        for one in outlet_table().in_country(country)
        if not languages or one.language.split("-")[0].lower() in languages
    ]
    feeds: dict[str, Listed] = {}
    for one in rows:
        if one.feed:
            feeds.setdefault(one.feed, Listed(one.feed, one.name or one.key))
    with_feed = {one.name for one in rows if one.feed}
    return StarterFeeds(country, tuple(feeds.values()), len({one.name for one in rows} - with_feed))
