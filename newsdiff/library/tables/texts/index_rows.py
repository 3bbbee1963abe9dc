"""The rows by which search and grouping find an article, written when its text is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.events.fingerprint import ArticleFingerprint, fingerprint_of
from newsdiff.events.search_words import searchable
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts import fingerprints

if TYPE_CHECKING:
    from newsdiff.model import Article


def index(store: Store, number: int, article: Article, fingerprint: ArticleFingerprint | None = None) -> None:
    """Make an article findable, inside `writing`; its fingerprint, if it is known, is not made again."""
    make_searchable(store, number, article)
    make_comparable(store, number, fingerprint or fingerprint_of(article))


def make_searchable(store: Store, number: int, article: Article) -> None:
    """Write the row of the full-text index, inside `writing`."""
    body = "\n".join(article.slice(block) for block in article.paragraphs) or article.text
    store.make_searchable(number, searchable(article.title or ""), searchable(body))


def make_comparable(store: Store, number: int, fingerprint: ArticleFingerprint) -> None:
    """Write the fingerprint, inside `writing`."""
    fingerprints.keep(store, number, fingerprint)
    store.run(
        """INSERT INTO facts VALUES ('articles indexed', '1')
        ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(facts.value AS INTEGER) + 1 AS TEXT)"""
    )
