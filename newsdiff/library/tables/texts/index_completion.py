"""What an older newsdiff left to be done: search and fingerprint rows, and letters that it stored broken."""

from __future__ import annotations

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.library.tables.store import KEEP_FACT, Store
from newsdiff.library.tables.texts.articles import article_of
from newsdiff.library.tables.texts.index_rows import Indexing

_INDEXED = "full text"
"""The fact that says: every current article is in the index."""
_WHOLE = "letters"
"""The fact that says: no article is left whose letters an older newsdiff stored broken."""


def index_what_is_missing(store: Store) -> None:
    """Mend and index what an older newsdiff kept, once per library, inside `writing`."""
    if not store.is_writable:
        return
    done = _done(store)
    if _WHOLE not in done:
        from newsdiff.library.tables.texts.letters import mend_broken_letters

        mend_broken_letters(store)
        store.run(KEEP_FACT, (_WHOLE, "yes"))
    if _INDEXED in done:
        return
    for missing in ("searched", "portraits"):
        numbers = store.rows(
            f"SELECT number FROM articles WHERE current = 1 AND number NOT IN (SELECT number FROM {missing})"
        )
        indexing = Indexing(store)
        for (number,) in numbers:
            article = article_of(store, number)
            if missing == "searched":
                indexing.add_words(number, article)
            else:
                indexing.add_fingerprint(number, fingerprint_of(article))
            indexing.write()
    store.run(KEEP_FACT, (_INDEXED, "yes"))


def is_complete(store: Store) -> bool:
    """Whether nothing is left to mend or index."""
    return _done(store) == {_WHOLE, _INDEXED}


def _done(store: Store) -> set[str]:
    rows = store.rows("SELECT key FROM facts WHERE key IN (?, ?)", (_WHOLE, _INDEXED))
    return {key for (key,) in rows}
