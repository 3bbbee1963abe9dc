"""Which articles repeat another one: what five outlets took over from one agency counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.language.copied import originals, read_for_copies
from newsdiff.model import Article


def independent(texts: Iterable[str]) -> int:
    """How many of some texts repeat none that stands before them, word for word or nearly so."""
    return len(set(originals(texts)))


def independent_articles(articles: Sequence[Article]) -> int:
    """How many articles of an event are texts of their own: "5 outlets, 3 independent texts".

    Counted in the order of their ids, whatever the base, as the outlets of a detail are.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    return independent(map(read_for_copies, ordered))
