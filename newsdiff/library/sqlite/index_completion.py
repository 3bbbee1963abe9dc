"""Search and fingerprint rows for articles that an older newsdiff stored without them."""

from __future__ import annotations

from newsdiff.events.portrait import portrait_of
from newsdiff.library.sqlite.articles import article_of
from newsdiff.library.sqlite.index_rows import make_comparable, make_searchable
from newsdiff.library.sqlite.store import Store

_INDEXED = "full text"
"""The fact that says: every current article is in the index."""


def index_what_is_missing(store: Store) -> None:
    """Index what an older newsdiff kept, once per library, inside `writing`."""
    if not store.is_writable or store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)):
        return
    for missing in ("searched", "portraits"):
        numbers = store.rows(
            f"SELECT number FROM articles WHERE current = 1 AND number NOT IN (SELECT number FROM {missing})"
        )
        for (number,) in numbers:
            article = article_of(store, number)
            if missing == "searched":
                make_searchable(store, number, article)
            else:
                make_comparable(store, number, portrait_of(article))
    store.run("INSERT OR REPLACE INTO facts VALUES (?, 'yes')", (_INDEXED,))


def is_complete(store: Store) -> bool:
    """Whether nothing is left to index."""
    return store.row("SELECT 1 FROM facts WHERE key = ?", (_INDEXED,)) is not None
