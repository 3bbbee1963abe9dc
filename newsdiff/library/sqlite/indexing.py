"""What search and grouping know of the articles: written when a text is kept, read when one is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.events.folded import searchable
from newsdiff.events.portrait import Portrait, portrait_of
from newsdiff.library.sqlite import portraits
from newsdiff.library.sqlite.store import Store

if TYPE_CHECKING:
    from newsdiff.model import Article

_INDEXED = "full text"
"""The fact that says: every current article is in the index."""


def index(store: Store, number: int, article: Article, portrait: Portrait | None = None) -> None:
    """Make an article findable, inside `writing`; its portrait, if it is known, need not be made again."""
    _make_searchable(store, number, article)
    _make_comparable(store, number, portrait or portrait_of(article))


def _make_searchable(store: Store, number: int, article: Article) -> None:
    store.insert(
        "searched",
        number=number,
        title=searchable(article.title or ""),
        body=searchable("\n".join(article.slice(block) for block in article.paragraphs) or article.text),
    )


def _make_comparable(store: Store, number: int, portrait: Portrait) -> None:
    portraits.keep(store, number, portrait)
    store.run(
        """INSERT INTO facts VALUES ('articles indexed', '1')
        ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)"""
    )


def index_what_is_missing(store: Store) -> None:
    """Index what an older newsdiff kept, once per library, inside `writing`."""
    if not store.is_writable or store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)):
        return
    from newsdiff.library.sqlite.articles import article_of

    for missing in ("searched", "portraits"):
        numbers = store.rows(
            f"SELECT number FROM articles WHERE current = 1 AND number NOT IN (SELECT number FROM {missing})"
        )
        for (number,) in numbers:
            article = article_of(store, number)
            if missing == "searched":
                _make_searchable(store, number, article)
            else:
                _make_comparable(store, number, portrait_of(article))
    store.run("INSERT OR REPLACE INTO facts VALUES (?, 'yes')", (_INDEXED,))


def is_complete(store: Store) -> bool:
    """Whether nothing is left to index."""
    return store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)) is not None
