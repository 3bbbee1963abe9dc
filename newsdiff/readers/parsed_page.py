"""What a format's reader hands back: blocks and what the page itself says about the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from newsdiff.model import Block


@dataclass(frozen=True)
class About:
    """What a page tells of its article; None where it does not say."""

    title: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str = "en"
    byline: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    """That day's clock time where it is told: aware with a zone, naive without."""
    url: str | None = None


@dataclass(frozen=True)
class Reading:
    """The blocks of a text, in order, covering all non-blank text; and what it says of itself."""

    blocks: tuple[Block, ...]
    about: About
    text: str | None = None
    """What the blocks are spans of, where that is not the file's own text: a page without its mark-up."""
    remarks: tuple[str, ...] = ()
    """What had to be decided, in words."""
