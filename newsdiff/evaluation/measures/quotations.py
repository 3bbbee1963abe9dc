"""Quotations: whether they are found, and whether the versions of one utterance are put together."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.measures.tallies import (
    Agreement,
    ArticleSpan,
    Tallies,
    event_figure,
    harmonic_mean,
    same_span,
)

SHARE: Final = 0.7
"""A quotation counts as found when it and the marked one share this much of the shorter of the two."""


def quotations(judged: Judged) -> Tallies:
    """Both measures as means over events."""
    return {
        "quotations found, F1, mean": event_figure(
            _extraction(judged) if judged.gold.quotes_complete else None
        ),
        "quotation pairs, F1, mean": event_figure(_pairs(judged)),
    }


def _extraction(judged: Judged) -> float:
    marked = [ArticleSpan(one.article, one.start, one.end) for one in judged.gold.quotes]
    ours = [
        ArticleSpan(judged.stem[item.article.id], quote.start, quote.end)
        for item in judged.comparison.annotated
        for quote in item.quotes
    ]
    if not marked or not ours:
        return float(not marked and not ours)
    right = sum(any(same_span(one, other, SHARE) for other in marked) for one in ours)
    found = sum(any(same_span(one, other, SHARE) for other in ours) for one in marked)
    return harmonic_mean(right / len(ours), found / len(marked))


def _pairs(judged: Judged) -> float | None:
    """F1 of the pairs of marked quotations, in two articles, that one detail holds; None without any pair."""
    where = {one.id: ArticleSpan(one.article, one.start, one.end) for one in judged.gold.quotes}
    wanted = {
        pair for cluster in judged.gold.quote_clusters for pair in _across_articles(cluster.quotes, where)
    }
    if not wanted:
        return None
    in_detail: dict[int, list[str]] = {}
    for name, place in where.items():
        for number in judged.values_at(place):
            if judged.details[number].kind == "quote":
                in_detail.setdefault(number, []).append(name)
    said = {pair for names in in_detail.values() for pair in _across_articles(names, where)}
    return Agreement(len(wanted & said), len(said - wanted), len(wanted - said)).f1


def _across_articles(
    names: list[str] | tuple[str, ...], where: dict[str, ArticleSpan]
) -> set[frozenset[str]]:
    known = [name for name in names if name in where]
    return {
        frozenset(pair) for pair in combinations(known, 2) if where[pair[0]].article != where[pair[1]].article
    }
