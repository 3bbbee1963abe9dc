"""One file as one article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsdiff.model import Article, numbered
from newsdiff.passwords import LEFT_OUT, holds_password, without_password
from newsdiff.patterns import lazy_pattern
from newsdiff.readers.errors import NoArticleError, UnreadableArticleError
from newsdiff.readers.files.decoding import Decoded, check_lines, decode, read_bytes
from newsdiff.readers.files.event_file import ArticleEntry
from newsdiff.readers.files.formats import reader_for
from newsdiff.readers.metadata.outlets import file_name_id, short_name
from newsdiff.readers.metadata.publication_time import day_in_address
from newsdiff.readers.metadata.seat import with_seat
from newsdiff.readers.metadata.sites import is_search, registered_name
from newsdiff.readers.parsed_page import ParsedPage

_LONE_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_VISIBLE = lazy_pattern(r"[^\s\ufeff\u200b\x00]")

MOST_PARAGRAPHS = 10_000
"""Most paragraphs of an article. The longest reports have some hundred; comparing ten thousand takes about 20
seconds, and what has more is a collection that nobody can read side by side."""


def read_article(path: Path | str, entry: ArticleEntry | None = None) -> Article:
    """Read one file: its text untouched, its blocks, and what is known about it.

    `entry`, of an event.toml, wins over what the text says. Raises UnreadableArticleError,
    whose text is one line that names the file as it was given and the remedy.
    """
    path = Path(path)
    source = display_name(path)
    try:
        reader_for(path.suffix, source)  # refuses the kinds of file that are not read before any byte is
        return article_of(read_bytes(path, source), source, path.suffix, entry)
    except UnreadableArticleError as error:
        raise type(error)(as_given(path), error.trouble, error.remedy) from None


def article_of(
    data: bytes,
    source: str,
    suffix: str,
    entry: ArticleEntry | None = None,
    *,
    address: str | None = None,
) -> Article:
    """The article in these bytes, read as files with that suffix are; `address` is where they were fetched.

    Raises UnreadableArticleError.
    """
    source = without_password(source)
    reader = reader_for(suffix, source)
    decoded = decode(data, source)
    check_lines(decoded.text, source)
    if not _VISIBLE.search(decoded.text):
        raise UnreadableArticleError(source, "is empty", "put the article's text into it")
    try:
        reading = reader(decoded.text)
    except UnreadableArticleError as error:
        raise type(error)(source, error.trouble, error.remedy) from None
    _check_length(reading, source)
    found = replace(reading.metadata, url=entry.url) if entry and entry.url else reading.metadata
    if found.published is None:
        found = replace(found, published=day_in_address(address).day)
    found = with_seat(found, address)
    metadata = entry.over(found) if entry else found
    if metadata.url and is_search(metadata.url):
        # Addresses have no rule that holds everywhere: what a feed lists so is asked for again.
        raise NoArticleError(source, "is a search or index page, not an article", "add the pages it leads to")
    site = registered_name(metadata.url) if metadata.url else None
    outlet = metadata.outlet or site or metadata.mail_domain
    article_id = (short_name(outlet) if outlet else "") or file_name_id(Path(source).stem)
    article = Article(
        id=article_id,
        source=source,
        text=decoded.text if reading.text is None else reading.text,
        blocks=numbered(article_id, reading.blocks),
        title=metadata.title,
        outlet=outlet,
        country=metadata.country,
        language=metadata.language,
        byline=metadata.byline,
        published=metadata.published,
        published_at=metadata.published_at,
        url=metadata.url,
        remarks=reading.remarks,
    )
    return _without_password(_with_remarks(article, decoded))


def _check_length(reading: ParsedPage, source: str) -> None:
    paragraphs = sum(block.role == "paragraph" for block in reading.blocks)
    if paragraphs > MOST_PARAGRAPHS:
        raise UnreadableArticleError(
            source, f"has {paragraphs:,} paragraphs; it is not an article", "cut it down to one article"
        )


def as_given(path: Path) -> str:
    """The file as given, as text that can be printed and encoded, for messages."""
    return _LONE_SURROGATE.sub("\ufffd", str(path))


def display_name(path: Path) -> str:
    """The file's name without its folder, as text that can be printed and encoded whatever bytes it has."""
    return _LONE_SURROGATE.sub("\ufffd", path.name) or str(path)


def _with_remarks(article: Article, decoded: Decoded) -> Article:
    remarks = [*article.remarks, decoded.remark] if decoded.remark else [*article.remarks]
    if not article.paragraphs and not article.remarks:
        remarks.append("no body text found: all of it looks like navigation, captions or promotion")
    return replace(article, remarks=tuple(remarks))


def _without_password(article: Article) -> Article:
    if article.url is None or not holds_password(article.url):
        return article
    return replace(article, url=without_password(article.url), remarks=(*article.remarks, LEFT_OUT))
