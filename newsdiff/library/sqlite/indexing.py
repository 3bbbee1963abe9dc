"""What search and grouping know of the articles: written when a text is kept, read when one is looked for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from newsdiff.events.folded import searchable
from newsdiff.events.portrait import Portrait, portrait_of
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Row, Store

if TYPE_CHECKING:
    from newsdiff.model import Article

_INDEXED = "full text"
"""The fact that says: every current article is in the index."""


def index(store: Store, number: int, article: Article) -> Portrait:
    """Make an article findable, inside `writing`."""
    portrait = portrait_of(article)
    store.insert(
        "searched",
        number=number,
        title=searchable(article.title or ""),
        body=searchable("\n".join(article.slice(block) for block in article.paragraphs) or article.text),
        day=portrait.day.toordinal() if portrait.day else None,
        portrait=_written(portrait),
    )
    store.run_many(
        "INSERT INTO terms VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET articles = articles + 1",
        [(term,) for term in portrait.terms],
    )
    store.run(
        """INSERT INTO facts VALUES ('articles indexed', '1')
        ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)"""
    )
    return portrait


def index_what_is_missing(store: Store) -> None:
    """Index what an older newsdiff kept, once per library, inside `writing`."""
    if store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)):
        return
    from newsdiff.library.sqlite.articles import article_of

    numbers = store.rows(
        "SELECT number FROM articles WHERE current = 1 AND number NOT IN (SELECT number FROM searched)"
    )
    for (number,) in numbers:
        index(store, number, article_of(store, number))
    store.run("INSERT OR REPLACE INTO facts VALUES (?, 'yes')", (_INDEXED,))


def is_complete(store: Store) -> bool:
    """Whether nothing is left to index."""
    return store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)) is not None


def portraits(store: Store, numbers: Iterable[int]) -> dict[int, Portrait]:
    """The portraits of articles by their numbers."""
    wanted = list(numbers)
    rows: list[Row] = []
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ", ".join("?" * len(part))
        rows += store.rows(f"SELECT number, day, portrait FROM searched WHERE number IN ({marks})", part)
    return {number: _read(day, written) for number, day, written in rows}


def _written(portrait: Portrait) -> str:
    return codec.to_json(
        [dict(portrait.terms), sorted(portrait.names), dict(portrait.words), sorted(portrait.shingles)]
    )


def _read(day: int | None, written: str) -> Portrait:
    terms, names, words, shingles = json.loads(written)
    return Portrait(
        terms, frozenset(names), words, date.fromordinal(day) if day else None, frozenset(shingles)
    )
