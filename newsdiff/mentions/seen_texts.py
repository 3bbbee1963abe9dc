"""Articles without invisible letters, and mentions mapped back to the original offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.model import Annotated, Article, Sentence
from newsdiff.unseen import Seen


def as_seen(article: Article, seen: Seen | None) -> Article:
    """The article with the text that is seen; itself where nothing is unseen."""
    if seen is None:
        return article
    blocks = tuple(
        replace(block, start=seen.seen(block.start), end=seen.seen(block.end)) for block in article.blocks
    )
    return replace(article, text=seen.text, blocks=blocks)


def sentences_as_seen(sentences: Sequence[Sentence], seen: Seen | None) -> tuple[Sentence, ...]:
    """The sentences by the offsets of the text that is seen."""
    if seen is None:
        return tuple(sentences)
    return tuple(replace(one, start=seen.seen(one.start), end=seen.seen(one.end)) for one in sentences)


def as_written(
    found: Annotated, article: Article, sentences: tuple[Sentence, ...], seen: Seen | None
) -> Annotated:
    """What was found in the text that is seen, by the offsets of the article as it is written."""
    if seen is None:
        return found
    mentions = []
    for one in found.mentions:
        start, end = seen.source_start(one.start), seen.source_end(one.end)
        mentions.append(replace(one, start=start, end=end, text=article.text[start:end]))
    quotes = tuple(
        replace(one, start=seen.source_start(one.start), end=seen.source_end(one.end)) for one in found.quotes
    )
    return Annotated(article, sentences, tuple(mentions), quotes)
