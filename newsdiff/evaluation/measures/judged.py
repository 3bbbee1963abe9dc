"""A comparison beside the gold of its event: which of our paragraphs, sentences and values are the gold's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from newsdiff.evaluation.gold import Gold, GoldDetail
from newsdiff.evaluation.measures.tallies import ArticleSpan, overlap, same_span
from newsdiff.model import Comparison, Detail, Mention

Pair = frozenset[str]
"""Two paragraphs."""


class Judged:
    """The comparison in the gold's terms. Articles are called by the stem of their file, as in the gold."""

    def __init__(self, comparison: Comparison, gold: Gold) -> None:
        self.comparison = comparison
        self.gold = gold
        self.stem = {article.id: Path(article.source).stem for article in comparison.articles}
        self.firm = gold.pairs(optional=False)
        self.optional = gold.pairs(optional=True)
        self._values_at: dict[ArticleSpan, dict[int, set[int]]] = {}

    # -- paragraphs and sentences -----------------------------------------------

    @cached_property
    def gold_paragraph(self) -> dict[str, str]:
        """Our block id -> the id of the gold paragraph that is the same stretch of text."""
        marked = {article.id: article.paragraphs for article in self.gold.articles}
        matched = {}
        for article in self.comparison.articles:
            stem = self.stem[article.id]
            places = {one.id: ArticleSpan(stem, one.start, one.end) for one in marked.get(stem, ())}
            for block in article.blocks:
                ours = ArticleSpan(stem, block.start, block.end)
                best = max(places, key=lambda key: overlap(places[key], ours), default=None)
                if best is not None and same_span(places[best], ours):
                    matched[block.id] = best
        return matched

    def gold_pair(self, a: str, b: str) -> Pair:
        """Two of our paragraphs by the gold's ids; a paragraph that is none of the gold's keeps its own."""
        return frozenset((self.gold_paragraph.get(a, a), self.gold_paragraph.get(b, b)))

    @cached_property
    def sentences(self) -> dict[str, tuple[ArticleSpan, str]]:
        """Sentence id -> where it stands, and its paragraph."""
        return {
            sentence.id: (
                ArticleSpan(self.stem[item.article.id], sentence.start, sentence.end),
                sentence.paragraph,
            )
            for item in self.comparison.annotated
            for sentence in item.sentences
        }

    # -- details ----------------------------------------------------------------

    @property
    def details(self) -> tuple[Detail, ...]:
        """The details, by number."""
        return self.comparison.details

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[ArticleSpan, int, int]]]:
        """Article -> the places of its mentions, each with the numbers of its detail and its value."""
        found: dict[str, list[tuple[ArticleSpan, int, int]]] = {}
        for detail_number, detail in enumerate(self.details):
            for value_number, value in enumerate(detail.values):
                for mention in value.mentions:
                    place = self.place(mention)
                    found.setdefault(place.article, []).append((place, detail_number, value_number))
        return found

    def place(self, mention: Mention) -> ArticleSpan:
        """Where a mention stands."""
        return ArticleSpan(self.stem[mention.article], mention.start, mention.end)

    def values_at(self, marked: ArticleSpan) -> dict[int, set[int]]:
        """Number of each detail that mentions this marked place -> the numbers of its values that do."""
        if marked not in self._values_at:
            found: dict[int, set[int]] = {}
            for place, detail, value in self._mentions.get(marked.article, ()):
                if same_span(marked, place):
                    found.setdefault(detail, set()).add(value)
            self._values_at[marked] = found
        return self._values_at[marked]

    def articles_by_detail(self, marked: GoldDetail) -> dict[int, set[str]]:
        """Number of each detail that has mentions of a marked thing -> the articles in which it has them."""
        found: dict[int, set[str]] = {}
        for place in places(marked):
            for detail in self.values_at(place):
                found.setdefault(detail, set()).add(place.article)
        return found

    def across_outlets(self, marked: GoldDetail) -> set[int]:
        """Numbers of the details that hold mentions of a marked thing in two articles or more."""
        return {detail for detail, articles in self.articles_by_detail(marked).items() if len(articles) > 1}

    def with_relation(self, *relations: str) -> set[int]:
        """Numbers of the details that have one of these relations."""
        return {number for number, detail in enumerate(self.details) if detail.relation in relations}

    def stems(self, article_ids: Iterable[str]) -> set[str]:
        """The articles by the gold's ids."""
        return {self.stem[article_id] for article_id in article_ids}


def places(marked: GoldDetail) -> list[ArticleSpan]:
    """The mentions of a marked thing as places."""
    return [ArticleSpan(one.article, one.start, one.end) for one in marked.mentions]
