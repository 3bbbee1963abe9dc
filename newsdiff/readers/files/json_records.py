"""JSON and JSON Lines with articles as objects: those of news-please, and plain ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from newsdiff.model import Article
from newsdiff.outlets.countries import country_of
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import article_of
from newsdiff.readers.files.decoding import decode
from newsdiff.readers.files.event_file import LONGEST, ArticleEntry
from newsdiff.readers.metadata.language import agreed
from newsdiff.readers.metadata.publication_time import published
from newsdiff.readers.metadata.seat import outlet_at

_FIELDS = {
    "text": ("text", "maintext", "body", "content"),
    "title": ("title", "headline"),
    "url": ("url", "canonical_url", "link"),
    "date": ("date", "date_publish", "published", "date_published"),
    "outlet": ("outlet", "source_domain", "source", "site_name"),
    "byline": ("byline", "authors", "author"),
    "language": ("language", "lang"),
    "country": ("country",),
}
"""Our names, then those that news-please and others use for the same."""


def read_records(
    data: bytes, source: str, *, lines: bool, entry: ArticleEntry | None = None
) -> Iterator[Article | UnreadableArticleError]:
    """Each article, or why it is none, with the line on which it begins; `lines` for one object a line.

    `entry` wins over what an object says.
    """
    try:
        text = decode(data, source).text.lstrip("\ufeff")
    except UnreadableArticleError as error:
        yield error
        return
    found, before, number = False, 0, 0
    for line, record in _in_lines(text) if lines else _in_array(text):
        found, before, number = True, line, number + 1 if line == before else 1
        place = f"{source}, line {line}" + (f", object {number}" if number > 1 else "")
        try:
            yield _article(record, place, entry)
        except UnreadableArticleError as error:
            yield error
    if not found:
        yield UnreadableArticleError(
            source, "has no articles", "write an array of objects, or one object a line"
        )


def _in_lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, _NotJson(str(error))


def _in_array(text: str) -> Iterator[tuple[int, object]]:
    """The objects of a JSON array, or the one object, read one after the other to know their lines."""
    decoder, blank = json.JSONDecoder(), re.compile(r"[\s,]*")
    position = blank.match(text).end()  # type: ignore[union-attr]  # an empty match is a match
    is_array = text[position : position + 1] == "["
    position += is_array
    line, counted = 1, 0
    while (position := blank.match(text, position).end()) < len(text) and text[position] != "]":  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, position), position
        try:
            record, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield line, _NotJson(str(error))
            return
        yield line, record


class _NotJson(str):
    """Why something is not JSON."""


def _article(record: object, place: str, over: ArticleEntry | None) -> Article:
    if isinstance(record, _NotJson):
        raise UnreadableArticleError(place, f"is not JSON ({record})", "correct it")
    if not isinstance(record, dict):
        raise UnreadableArticleError(
            place, "is not an object", "write {“title”: …, “text”: …} for each article"
        )
    said = {ours: _text_of(record, theirs, place) for ours, theirs in _FIELDS.items()}
    for field, theirs in (("text", "maintext"), ("title", "title")):
        if not said[field].strip():
            raise UnreadableArticleError(
                place, f"has no “{field}”", f"give it one, or news-please's “{theirs}”"
            )
    published_time = published(said["date"])
    entry = ArticleEntry(
        **{key: " ".join(said[key].split())[:most] or None for key, most in LONGEST.items()},
        date=published_time.at or published_time.day,
    )
    if entry.url and (known := outlet_at([entry.url])):
        seat = country_of(known.country)
        entry = replace(
            entry, outlet=known.name or entry.outlet, country=seat.name if seat else entry.country
        )
    if over is not None:
        entry = entry.under(over)
    article = article_of(said["text"].encode("utf-8", "replace"), said["url"] or place, "", entry)
    if entry.language is not None:
        return article
    return replace(article, language=agreed(said["language"], article.language))


def _text_of(record: Mapping[str, Any], names: tuple[str, ...], place: str) -> str:
    """The first of these fields that is there, as text. Raises UnreadableArticleError for other types."""
    for name in names:
        value = record.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return ", ".join(value)
        if not isinstance(value, str):
            raise UnreadableArticleError(place, f"“{name}” is not text", "put it in quotation marks")
        return value
    return ""
