"""Arrivals: an article, or a source that could not be used and why."""

from __future__ import annotations

from newsdiff.library.records import FetchedPage, StoredPage
from newsdiff.model import Article
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article on its way into the library, or the reason why there is none."""

    source: str
    """The file (with its line) or the address."""
    article: Article | None = None
    problem: str | None = None
    entry: tuple[str, ...] = ()
    """The keys of the entry of a feed that led here."""
    name: tuple[str, str] | None = None
    """The address of the feed, and the name that its entry has in it, whatever its address."""
    stands_in: bool = False
    """The article is the feed's own text, because the page behind it holds none now."""
    is_passing: bool = False
    """The problem may be temporary: the server was down, slow or busy."""
    stopped: bool = False
    """There is no article because the run was cancelled."""
    page: FetchedPage | None = None
    """Validators of the page the article was read from, for the next request; None without any."""
    unchanged: StoredPage | None = None
    """The stored article of a page that has not changed since; there is no new article."""
