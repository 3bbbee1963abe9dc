"""What a library can do with feeds and fetched pages, independent of its storage. See `protocol`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from newsdiff.library.records import AskedPage, FetchedPage, StoredFeed, StoredPage


class Feeds(Protocol):
    """The feeds that are asked for articles."""

    def all(self) -> tuple[StoredFeed, ...]:
        """Every feed, in the order in which they were added."""

    def add(self, url: str, *, title: str = "", allow_private: bool = False) -> bool:
        """Add a feed; False when it was there already (missing values are then filled in)."""

    def remove(self, url: str) -> None:
        """Remove a feed with its state; its articles stay. Raises NotInLibraryError."""

    def claim(self, url: str, who: str, seconds: float, *, unless_asked_since: datetime) -> StoredFeed | None:
        """Take a feed for so many seconds, so that no other program asks it: the feed as it is now. None when
        another one has it, when it was asked after that time, or when it was removed."""

    def hold(self, who: str, seconds: float) -> None:
        """Keep all the feeds that `who` has claimed for so many seconds more."""

    def let_go(self, who: str) -> None:
        """Give back all the feeds that `who` has claimed."""

    def turn(self, host: str, delay: float) -> float:
        """Seconds to wait until a host may be asked, whichever machine asked it last; the next turn is
        `delay` seconds later."""

    def keep(self, *feeds: StoredFeed) -> None:
        """Store the states of feeds and give them back; does nothing for one that was removed meanwhile."""

    def taken(self, url: str) -> frozenset[str]:
        """Keys of the entries whose articles were taken."""

    def take(self, url: str, *entries: str) -> None:
        """Note that the articles of these entries were taken."""

    def address_of(self, feed: str, name: str) -> str | None:
        """Where the article of an entry was kept, by the entry's own name in the feed at this address."""

    def name(self, feed: str, name: str, url: str) -> None:
        """Note under which address the article of an entry is kept."""


class Pages(Protocol):
    """Pages that were fetched: what one says of itself is sent along when it is asked for again."""

    def find(self, url: str) -> StoredPage | None:
        """The page, None unless its article stands in the library as it was read."""

    def keep(self, pages: Iterable[FetchedPage]) -> None:
        """Keep what the servers said of them."""

    def of_recent_events(self, since: date) -> tuple[AskedPage, ...]:
        """The pages of the current articles of every event that has an article of `since` or later (published
        then; where that is not known, brought in), those first that were first seen last."""

    def asked(self, page: AskedPage) -> None:
        """Keep when a page was asked for again, and how often in a row it failed."""

    def seen(self, page: AskedPage) -> None:
        """Note that the article of a page was found as it was read last."""
