"""Which texts repeat another one: what five outlets took over from one agency was told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsdiff.events.likeness import is_copy
from newsdiff.events.portrait import READ_FOR_COPIES, shingles_of
from newsdiff.model import Article, Comparison, Mention

_shingles = lru_cache(maxsize=4_096)(shingles_of)


def independent(texts: Iterable[str]) -> int:
    """How many of some texts repeat none that stands before them, word for word or nearly so."""
    return _independent([[text] for text in texts])


def independent_articles(articles: Sequence[Article]) -> int:
    """How many articles of an event are texts of their own: "5 outlets, 3 independent texts"."""
    return independent(
        "\n".join(article.slice(block) for block in article.paragraphs)[:READ_FOR_COPIES]
        for article in articles
    )


def independent_tellings(comparison: Comparison, mentions: Iterable[Mention]) -> int:
    """How many outlets tell something in a paragraph that they did not take over from another outlet."""
    told: dict[str, dict[str, None]] = {}
    for mention in mentions:
        article = comparison.article(mention.article)
        for block in article.paragraphs:
            if block.start <= mention.start < block.end:
                told.setdefault(article.id, {})[article.slice(block)] = None
                break
        else:  # in a headline or another block
            told.setdefault(article.id, {})[article.text[mention.start : mention.end]] = None
    return _independent([list(paragraphs) for paragraphs in told.values()])


def _independent(groups: Iterable[Sequence[str]]) -> int:
    """How many groups hold a text that no group before them has."""
    words_seen: set[str] = set()
    seen: list[frozenset[int]] = []
    own = 0
    for group in groups:
        new = []
        for text in group:
            words = " ".join(text.split()).casefold()
            if words not in words_seen:
                words_seen.add(words)
                shingles = _shingles(words)
                if not any(is_copy(shingles, other) for other in seen if not shingles.isdisjoint(other)):
                    new.append(shingles)
        seen += new
        own += bool(new)
    return own
