"""Adding feeds to a library: single addresses and OPML lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdiff.fetching.urls import target_of
from newsdiff.incoming.feeds import Listed, NotAFeedError, read_opml
from newsdiff.library import Library
from newsdiff.passwords import holds_password, without_password
from newsdiff.quick_dataclass import dataclass
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.bytes import read_bytes


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
