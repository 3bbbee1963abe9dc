"""Every article of a file: one, or as many as a JSON or JSON Lines file holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsdiff.model import Article
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import as_given, display_name, read_article
from newsdiff.readers.files.decoding import read_bytes
from newsdiff.readers.files.event_file import ArticleEntry
from newsdiff.readers.files.formats import READERS
from newsdiff.readers.files.json_records import read_records

RECORDS = {".json": False, ".jsonl": True, ".ndjson": True}
"""Suffixes of files with many articles -> whether each line is one."""

SUFFIXES = (*READERS, *RECORDS)
"""Of all files that are read."""


def articles_in(path: Path, entry: ArticleEntry | None = None) -> Iterator[Article | UnreadableArticleError]:
    """Each article of one file, or why it is none. `entry` applies to all of them."""
    source = display_name(path)
    try:
        if path.suffix.lower() not in RECORDS:
            yield read_article(path, entry)
            return
        data = read_bytes(path, source)
    except UnreadableArticleError as error:
        yield UnreadableArticleError(as_given(path), error.trouble, error.remedy)
        return
    for one in read_records(data, source, lines=RECORDS[path.suffix.lower()], entry=entry):
        if isinstance(one, UnreadableArticleError):
            yield UnreadableArticleError(place_in(path, one.source), one.trouble, one.remedy)
        else:
            yield one


def place_in(path: Path, source: str) -> str:
    """The source of an article in this file, for messages: ``news/a.jsonl, line 3``, or its address."""
    name = display_name(path)
    return f"{as_given(path)}{source.removeprefix(name)}" if source.startswith(name) else source
