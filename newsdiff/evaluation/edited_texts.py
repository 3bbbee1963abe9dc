"""Marked articles with some words replaced, and their gold moved along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsdiff.evaluation.gold import Gold, GoldDivergence, Span
from newsdiff.model import Article

AnySpan = TypeVar("AnySpan", bound=Span)


class Edit(NamedTuple):
    """Words in place of a stretch of an article, by the stem of its file."""

    stem: str
    start: int
    end: int
    words: str


class Edits:
    """Replacements in the articles of an event; none overlaps another."""

    def __init__(self) -> None:
        self._of: dict[str, list[Edit]] = defaultdict(list)

    def have_room_for(self, edits: Sequence[Edit]) -> bool:
        """Whether these overlap each other or what is replaced already."""
        for number, one in enumerate(edits):
            for other in (*self._of[one.stem], *edits[:number]):
                if one.stem == other.stem and one.start < other.end and other.start < one.end:
                    return False
        return True

    def add(self, edits: Iterable[Edit]) -> None:
        """Replace these as well."""
        for one in edits:
            self._of[one.stem].append(one)
            self._of[one.stem].sort()

    def article(self, article: Article) -> Article:
        """The article with its words replaced; its blocks are as long as their text."""
        stem = Path(article.source).stem
        text = article.text
        for one in reversed(self._of[stem]):
            text = text[: one.start] + one.words + text[one.end :]
        blocks = tuple(
            replace(block, start=self._moved(stem, block.start), end=self._moved(stem, block.end))
            for block in article.blocks
        )
        return replace(article, text=text, blocks=blocks)

    def gold(self, gold: Gold, divergences: Sequence[GoldDivergence]) -> Gold:
        """The paragraphs and links of the gold with these divergences, marked in the texts as they were."""
        moved = [
            one.model_copy(
                update={"mentions": tuple(self._span(mention.article, mention) for mention in one.mentions)}
            )
            for one in divergences
        ]
        articles = [
            one.model_copy(
                update={
                    "paragraphs": tuple(self._span(one.id, span) for span in one.paragraphs),
                    "noise": tuple(self._span(one.id, span) for span in one.noise),
                }
            )
            for one in gold.articles
        ]
        nothing: dict[str, object] = dict.fromkeys(
            ("shared", "hard_negatives", "quotes", "quote_clusters"), ()
        )
        return gold.model_copy(update={**nothing, "articles": tuple(articles), "divergences": tuple(moved)})

    def _span(self, stem: str, span: AnySpan) -> AnySpan:
        moved = {"start": self._moved(stem, span.start), "end": self._moved(stem, span.end)}
        return span.model_copy(update=moved)

    def _moved(self, stem: str, place: int) -> int:
        """Where a place of the old text stands in the new one; ends of replaced words stay their ends."""
        return place + sum(
            len(one.words) - (one.end - one.start)
            for one in self._of[stem]
            if one.end <= place and one.start < place
        )
