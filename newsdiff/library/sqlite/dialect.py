"""What SQLite says in its own way: lists as JSON, and its full-text index (FTS5)."""

from __future__ import annotations

from typing import Final

from newsdiff.library.tables.store import Dialect

_AMONG: Final = "IN (SELECT value FROM json_each(?))"
DIALECT: Final = Dialect(
    numbers=_AMONG,
    words=_AMONG,
    like="LIKE",
    differences="json_extract(overview, '$.differences')",
    now="((julianday('now') - 2440587.5) * 86400.0)",
    unlocked="",
)
MATCHING: Final = "SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?"
"""The newest articles whose words match."""


def words_of(typed: str) -> str | None:
    """What a person typed as a query of FTS5; None when no word is in it."""
    from newsdiff.events.search_words import typed_words

    words, is_unfinished = typed_words(typed)
    return " ".join(map(phrase, words)) + ("*" if is_unfinished else "") or None


def phrase(words: str) -> str:
    """Words that stand one after the other."""
    return f'"{words}"'
