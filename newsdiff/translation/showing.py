"""Between a translation and what it was made of: the original in its place on the screen, spans of the one in
the other. Paragraphs have their counterparts, the words in them do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsdiff.model import Annotated, Article, Block, Comparison, Detail, Mention, Opinion

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def showing_originals(comparison: Comparison, articles: Iterable[str]) -> Comparison:
    """The comparison with these articles in their outlets' own words: links, rows and details as they are.

    What is marked of such an article is what its own words show as well: the same name or figure; of what
    differs, or is spelled differently, else the paragraph.
    """
    wanted = {
        item.article.id: item.article.original
        for item in comparison.annotated
        if item.article.id in set(articles) and item.article.original is not None
    }
    if not wanted:
        return comparison
    annotated = tuple(
        _as_published(item, wanted[item.article.id]) if item.article.id in wanted else item
        for item in comparison.annotated
    )
    details = tuple(
        replace(_detail(comparison, detail, wanted), opinion=_opinion(comparison, detail.opinion, wanted))
        for detail in comparison.details
    )
    statements = tuple(
        replace(one, opinion=_opinion(comparison, one.opinion, wanted)) for one in comparison.statements
    )
    return replace(comparison, annotated=annotated, details=details, statements=statements)


def counterpart(article: Article, other: Article, start: int) -> Block | None:
    """The block of `other` that says what the block of `article` at `start` says; None between blocks.

    One of the two is the translation of the other.
    """
    found = next((block for block in article.blocks if block.start <= start < block.end), None)
    return next((block for block in other.blocks if found is not None and block.id == found.id), None)


def _as_published(item: Annotated, original: Article) -> Annotated:
    """The article in its own words, one sentence for a paragraph; it keeps who translated it."""
    shown = replace(original, translated_by=item.article.translated_by)
    blocks = {block.id: block for block in original.paragraphs}
    sentences = tuple(
        replace(sentence, start=blocks[sentence.paragraph].start, end=blocks[sentence.paragraph].end)
        for sentence in item.sentences
    )
    return Annotated(
        shown, sentences, tuple(_mention(item, original, one, grave=True) for one in item.mentions)
    )


def _detail(comparison: Comparison, detail: Detail, wanted: dict[str, Article]) -> Detail:
    if wanted.keys().isdisjoint(mention.article for mention in detail.mentions):
        return detail
    grave = detail.relation in ("differs", "variant")
    values = tuple(
        replace(
            value,
            mentions=tuple(
                _mention(comparison.annotation(one.article), wanted[one.article], one, grave=grave)
                if one.article in wanted
                else one
                for one in value.mentions
            ),
        )
        for value in detail.values
    )
    return replace(detail, values=values)


def _opinion(comparison: Comparison, opinion: Opinion | None, wanted: dict[str, Article]) -> Opinion | None:
    """The opinion with the paragraphs in the place of the words that it quotes from a translation."""
    if opinion is None or wanted.keys().isdisjoint(one.article for one in opinion.quotations):
        return opinion
    quotations = []
    for one in opinion.quotations:
        if one.article not in wanted:
            quotations.append(one)
            continue
        block = counterpart(comparison.article(one.article), wanted[one.article], one.start)
        if block is not None:
            quotations.append(replace(one, start=block.start, end=block.end))
    return replace(opinion, quotations=tuple(quotations))


def _mention(item: Annotated, original: Article, mention: Mention, *, grave: bool) -> Mention:
    """The mention in the original's words; of no length where these are not found and it is not `grave`."""
    block = counterpart(item.article, original, mention.start)
    if block is None:
        return replace(mention, start=0, end=0)
    own = original.slice(block)
    figure = _FIGURE.search(mention.text)
    for words in (mention.text, figure.group() if figure else ""):
        at = own.find(words) if words else -1
        if at >= 0:
            start = block.start + at
            return replace(mention, start=start, end=start + len(words), text=words)
    if grave:
        return replace(mention, start=block.start, end=block.end, text=own)
    return replace(mention, start=block.start, end=block.start)
