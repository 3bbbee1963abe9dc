"""What a format's reader returns: blocks and what the page itself says about the article."""

from __future__ import annotations

from datetime import date, datetime

from newsdiff.model import Block
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True)
class ArticleMetadata:
    """What a page says of its article; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    mail_domain: str | None = None
    """The domain of a mail address on the page: names the outlet only where nothing else does."""
    country: str | None = None
    language: str = "en"
    byline: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    """That day's clock time where it is given: aware with a zone, naive without."""
    url: str | None = None


@dataclass(frozen=True)
class ParsedPage:
    """The blocks of a text, in order, covering all non-blank text; and what it says of itself."""

    blocks: tuple[Block, ...]
    metadata: ArticleMetadata
    text: str | None = None
    """What the blocks are spans of, where that is not the file's own text: a page without its mark-up."""
    remarks: tuple[str, ...] = ()
    """What had to be decided, in words."""
