"""The rows by which search and grouping find an article, written when its text is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.events.fingerprint import ArticleFingerprint, fingerprint_of
from newsdiff.events.search_words import searchable
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts import fingerprints

if TYPE_CHECKING:
    from newsdiff.model import Article

_INDEXED_MORE = """INSERT INTO facts VALUES ('articles indexed', ?) ON CONFLICT (key) DO UPDATE
    SET value = CAST(CAST(facts.value AS INTEGER) + CAST(excluded.value AS INTEGER) AS TEXT)"""


class Indexing:
    """Articles that are to be made findable, gathered so that a term of many of them is counted once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words: list[tuple[int, str, str]] = []
        self._fingerprints: dict[int, ArticleFingerprint] = {}

    def add(self, number: int, article: Article, fingerprint: ArticleFingerprint | None = None) -> None:
        """One more; its fingerprint, if it is known, is not made again."""
        self.add_words(number, article)
        self.add_fingerprint(number, fingerprint or fingerprint_of(article))

    def add_words(self, number: int, article: Article) -> None:
        """What search finds it by."""
        body = "\n".join(article.slice(block) for block in article.paragraphs) or article.text
        self._words.append((number, searchable(article.title or ""), searchable(body)))

    def add_fingerprint(self, number: int, fingerprint: ArticleFingerprint) -> None:
        """What grouping finds it by."""
        self._fingerprints[number] = fingerprint

    def write(self) -> None:
        """Write what was added since the last time, inside `writing`."""
        self._store.make_searchable(self._words)
        self._words = []
        if self._fingerprints:
            fingerprints.keep(self._store, self._fingerprints)
            self._store.run(_INDEXED_MORE, (str(len(self._fingerprints)),))
            self._fingerprints = {}
