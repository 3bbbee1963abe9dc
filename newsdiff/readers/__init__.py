"""From a file to an Article: decoding, blocks with roles, title, outlet, date. (Placeholder slice.)"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdiff.model import Article, Block, numbered

__all__ = ["EventReading", "UnreadableArticle", "read_article", "read_event"]


class UnreadableArticle(Exception):
    """A file that cannot be read as an article; the message names the file and the remedy in one line."""


@dataclass(frozen=True)
class EventReading:
    """What came out of a folder or a list of files: the articles, and what could not be read."""

    title: str | None
    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()


def read_article(path: Path | str) -> Article:
    """Read one file."""
    path = Path(path)
    text = path.read_bytes().decode("utf-8")
    blocks = [Block("", "paragraph", m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text)]
    return Article(path.stem, path.name, text, numbered(path.stem, blocks))


def read_event(paths: Sequence[Path | str]) -> EventReading:
    """Read files and folders as one event."""
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.txt")) if p.is_dir() else [p])]
    return EventReading(None, tuple(read_article(f) for f in files))
