"""A feed's own words on an entry as an article, where the page behind it holds none."""

from __future__ import annotations

from newsdiff.fetching.urls import is_bare_address
from newsdiff.incoming.feeds import Entry
from newsdiff.model import Article, Block, Role, numbered
from newsdiff.readers.metadata.language import language_of
from newsdiff.readers.metadata.outlets import short_name
from newsdiff.readers.metadata.publication_time import published
from newsdiff.readers.metadata.seat import with_seat
from newsdiff.readers.metadata.sites import registered_name
from newsdiff.readers.parsed_page import ArticleMetadata

LEAST_WORDS = 4
"""Words from which a feed's text is one: shorter ones are labels."""


def stand_in(entry: Entry, feed: str, why: str) -> Article | None:
    """Headline and text as the feed of that title gives them; None where it has no text.

    `why` says what the page is instead of the article.
    """
    paragraphs = [one for one in entry.summary.split("\n") if len(one.split()) >= LEAST_WORDS]
    if not paragraphs:
        return None
    parts = [entry.title, *paragraphs] if entry.title else paragraphs
    blocks, at = [], 0
    for number, part in enumerate(parts):
        is_title = bool(entry.title) and number == 0
        role: Role = "title" if is_title else "paragraph"
        blocks.append(Block("", role, at, at + len(part), "headline" if is_title else ""))
        at += len(part) + 2
    site = registered_name(entry.url) or ""
    seat = with_seat(
        ArticleMetadata(language=language_of(" ".join(paragraphs), None), url=entry.url), entry.url
    )
    outlet = seat.outlet or (feed if feed and is_bare_address(site) else site or feed)
    name = short_name(outlet) or "feed"
    moment = published(entry.published)
    return Article(
        id=name,
        source=entry.url,
        text="\n\n".join(parts),
        blocks=numbered(name, blocks),
        title=entry.title or None,
        outlet=outlet or None,
        country=seat.country,
        language=seat.language,
        published=moment.day,
        published_at=moment.at,
        url=entry.url,
        remarks=(f"the page {why}: this is the feed's own text",),
    )
