"""Typed spans with values: numbers, money, dates, names, places, quotations. (Placeholder slice.)"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsdiff.model import Annotated, Article, Mention, Name, Quantity, Sentence

__all__ = ["find_mentions"]


def find_mentions(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Annotated, ...]:
    """Every article with its mentions; names carry one key per person or place across all articles."""
    result = []
    for article in articles:
        found = []
        for sentence in sentences[article.id]:
            text = article.slice(sentence)
            for match in re.finditer(r"\b\d+\b|\b[A-Z][a-z]{3,}\b", text):
                word = match.group()
                value = (
                    Quantity(float(word), float(word)) if word.isdigit() else Name(word.lower(), word, "other")
                )
                found.append(
                    Mention(
                        article.id,
                        "number" if word.isdigit() else "name",
                        sentence.start + match.start(),
                        sentence.start + match.end(),
                        word,
                        sentence.id,
                        value,
                    )
                )
        result.append(Annotated(article, sentences[article.id], tuple(found)))
    return tuple(result)
