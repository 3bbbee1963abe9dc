"""Every article of a file: one, or as many as a JSON or JSON Lines file holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsdiff.model import Article
from newsdiff.readers.article import display_name, read_article
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files import read_bytes
from newsdiff.readers.formats import READERS
from newsdiff.readers.labels import Label
from newsdiff.readers.records import read_records

RECORDS = {".json": False, ".jsonl": True, ".ndjson": True}
"""Suffixes of files with many articles -> whether each line is one."""

SUFFIXES = (*READERS, *RECORDS)
"""Of all files that are read."""


def articles_in(path: Path, label: Label | None = None) -> Iterator[Article | UnreadableArticleError]:
    """The articles of one file, each or why it is none. What `label` says holds for all of them."""
    source = display_name(path)
    try:
        if path.suffix.lower() not in RECORDS:
            yield read_article(path, label)
            return
        data = read_bytes(path, source)
    except UnreadableArticleError as error:
        yield error
        return
    yield from read_records(data, source, lines=RECORDS[path.suffix.lower()], label=label)
