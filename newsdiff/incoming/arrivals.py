"""What comes in: one article, or one source that could not be used and why."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.library.records import FetchedPage, StoredPage
from newsdiff.model import Article


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article on its way into the library, or the reason why there is none."""

    source: str
    """The file (with its line) or the address."""
    article: Article | None = None
    problem: str | None = None
    entry: str | None = None
    """The key of the entry of a feed that led here."""
    name: tuple[str, str] | None = None
    """The address of the feed, and the name that its entry has in it, whatever its address."""
    stands_in: bool = False
    """The article is the feed's own text, because the page behind it holds none now."""
    is_passing: bool = False
    """The problem may be gone another time: the server was down, slow or busy."""
    stopped: bool = False
    """There is no article because the person ended the run."""
    page: FetchedPage | None = None
    """What the server said of the page from which the article was read, where that helps another time."""
    unchanged: StoredPage | None = None
    """There is no article because the page is as it was when this one was read from it."""
