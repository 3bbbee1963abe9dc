"""Articles from files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from newsdiff.incoming.arrivals import Arrival
from newsdiff.model import Article
from newsdiff.readers.errors import UnreadableArticleError
from newsdiff.readers.files.article import article_of, as_given
from newsdiff.readers.files.article_files import articles_in, place_in
from newsdiff.readers.files.decoding import MOST_BYTES, too_large_error
from newsdiff.readers.files.event_file import FILE_NAME, ArticleEntry, read_event_file
from newsdiff.readers.files.json_records import read_records
from newsdiff.readers.lines.line_roles import OTHER_STORY


def files_of(source: str) -> tuple[Path, ...]:
    """The files that a path, a folder (with its folders) or a glob means; the path where there are none."""
    path = Path(os.path.expanduser(source))  # unlike Path's own it takes a name of no user as it is
    if os.path.isdir(path):
        return tuple(_below(path)) or (path,)
    if not os.path.exists(path) and glob.has_magic(source):
        found = sorted(glob.glob(str(path), recursive=True))
        return tuple(file for one in found for file in files_of(one)) or (path,)
    return (path,)


def _below(folder: Path) -> Iterator[Path]:
    """The visible files below a folder, in order; links to folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(place, name) for name in sorted(names) if not name.startswith(".") and name != FILE_NAME
        )


def read_file(path: Path) -> Iterator[Arrival]:
    """The articles of one file, with what an event.toml beside it says of them. Never raises."""
    if os.path.isdir(path):  # unlike Path, no error for a name that no file can have
        yield Arrival(as_given(path), problem=_why_empty(path))
        return
    for one in articles_in(path, _label(path)):
        yield _arrival(one, place_in(path, one.source))


def _why_empty(folder: Path) -> str:
    if not os.access(folder, os.R_OK | os.X_OK):
        return "this folder cannot be read: change its permissions"
    return "this folder has no readable files (hidden ones do not count): name the folder with the articles"


def read_standard_input(data: bytes) -> Iterator[Arrival]:
    """Articles from standard input: JSON, JSON Lines, a page or text, recognised by the first bytes."""
    source, head = "standard input", data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1000].lower()
    if len(data) > MOST_BYTES:
        too_large = too_large_error(source, len(data))
        yield Arrival(source, problem=f"{too_large.trouble}: {too_large.remedy}")
        return
    if head.startswith((b"{", b"[")):
        lines = head.startswith(b"{") and data.strip().count(b"}\n{") + data.strip().count(b"}\r\n{") > 0
        yield from (_arrival(one, one.source) for one in read_records(data, source, lines=lines))
        return
    suffix = ".html" if head.startswith((b"<!doctype html", b"<html")) or b"<body" in head else ".md"
    try:
        yield arrival_of(article_of(data, source, suffix), source)
    except UnreadableArticleError as error:
        yield Arrival(source, problem=f"{error.trouble}: {error.remedy}")


def arrival_of(article: Article, source: str) -> Arrival:
    """The article, unless there is nothing of it to place or compare: neither text nor a headline that stands
    alone among those of other stories, and a remark asks for that."""
    is_headline_alone = article.title and any(one.reason == OTHER_STORY.reason for one in article.blocks)
    if not article.paragraphs and not is_headline_alone:
        return Arrival(source, problem="no article text was found in it: save the article's own page or text")
    return Arrival(source, article)


def _arrival(read: Article | UnreadableArticleError, source: str) -> Arrival:
    if isinstance(read, UnreadableArticleError):
        return Arrival(read.source, problem=f"{read.trouble}: {read.remedy}")
    return arrival_of(read, source)


def _label(path: Path) -> ArticleEntry | None:
    labels = path.parent / FILE_NAME
    return read_event_file(path.parent).articles.get(path.name) if os.path.exists(labels) else None
