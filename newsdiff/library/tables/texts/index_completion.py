"""What an older newsdiff left to be done: search and fingerprint rows, and letters that it stored broken."""

from __future__ import annotations

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import article_of
from newsdiff.library.tables.texts.index_rows import make_comparable, make_searchable

_INDEXED = "full text"
"""The fact that says: every current article is in the index."""
_WHOLE = "letters"
"""The fact that says: no article is left whose letters an older newsdiff stored broken."""
_DONE = "INSERT INTO facts VALUES (?, 'yes') ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def index_what_is_missing(store: Store) -> None:
    """Mend and index what an older newsdiff kept, once per library, inside `writing`."""
    if not store.is_writable:
        return
    if not _has(store, _WHOLE):
        from newsdiff.library.tables.texts.letters import mend_broken_letters

        mend_broken_letters(store)
        store.run(_DONE, (_WHOLE,))
    if _has(store, _INDEXED):
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
                make_comparable(store, number, fingerprint_of(article))
    store.run(_DONE, (_INDEXED,))


def is_complete(store: Store) -> bool:
    """Whether nothing is left to mend or index."""
    return _has(store, _WHOLE) and _has(store, _INDEXED)


def _has(store: Store, fact: str) -> bool:
    return store.row("SELECT 1 FROM facts WHERE key = ?", (fact,)) is not None
