"""Which articles repeat another one: what five outlets took over from one agency was told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsdiff.events.portrait import READ_FOR_COPIES
from newsdiff.language.copied import is_copy, shingles_of
from newsdiff.model import Article

_shingles = lru_cache(maxsize=4_096)(shingles_of)


def independent(texts: Iterable[str]) -> int:
    """How many of some texts repeat none that stands before them, word for word or nearly so."""
    words_seen: set[str] = set()
    seen: list[frozenset[int]] = []
    own = 0
    for text in texts:
        words = " ".join(text.split()).casefold()
        if words in words_seen:
            continue
        words_seen.add(words)
        shingles = _shingles(words)
        if not any(is_copy(shingles, other) for other in seen if not shingles.isdisjoint(other)):
            own += 1
            seen.append(shingles)
    return own


def independent_articles(articles: Sequence[Article]) -> int:
    """How many articles of an event are texts of their own: "5 outlets, 3 independent texts"."""
    return independent(
        "\n".join(article.slice(block) for block in article.paragraphs)[:READ_FOR_COPIES]
        for article in articles
    )
