"""Quotations with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsdiff.mentions.folding import fold
from newsdiff.mentions.quotation_marks import Pairing, QuotedSpan, begins_quotation
from newsdiff.mentions.speakers import Attribution
from newsdiff.model import Article, Block, Mention, Quote, Sentence, Utterance

__all__ = ["find_quotes"]

_QUOTING_ROLES = frozenset(("paragraph", "title"))
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def find_quotes(
    article: Article, sentences: tuple[Sentence, ...], names: tuple[Mention, ...]
) -> tuple[tuple[Quote, ...], tuple[Mention, ...]]:
    """The quotations of the headline and the body, marks included, each inside one block.

    A quotation that runs over several paragraphs gives one `Quote` per paragraph. Quotations do not overlap:
    one inside another belongs to the outer. Mentions are given for those that stand in a sentence.
    """
    spans = [
        span
        for block in article.blocks
        if block.role in _QUOTING_ROLES
        for span in block_spans(article, block)
    ]
    speakers = Attribution(article, sentences, names, spans).speakers()
    starts = [sentence.start for sentence in sentences]
    quotes, mentions = [], []
    for number, (span, speaker) in enumerate(zip(spans, speakers, strict=True), 1):
        quotes.append(Quote(f"{article.id}.q{number}", span.start, span.end, speaker))
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < sentences[index].end:
            mentions.append(mention_of(article, sentences[index], span, speaker))
    return tuple(quotes), tuple(mentions)


def block_spans(article: Article, block: Block) -> Iterator[QuotedSpan]:
    """The quotations of one block, with regard to its neighbours among the paragraphs."""
    before, after = neighbours(article.paragraphs, block)
    carried = before is not None and leaves_open(article.text, before)
    continued = after is not None and begins_quotation(article.text, after.start)
    for span in Pairing(article.text, block.start, block.end, carried, continued).spans():
        if block.role == "title" or not names_a_thing(article.text[span.start : span.end]):
            yield span


def names_a_thing(quoted: str) -> bool:
    """Whether marks set off a name and not speech: “Resolute Support”, ‘Guardians of the Galaxy’.

    Such are two to six words, all with a capital but for the small words inside, and no closing punctuation.
    """
    words = _WORD.findall(quoted)
    if not 2 <= len(words) <= 6 or quoted[-2:-1] in ".!?…":
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)


def neighbours(paragraphs: Sequence[Block], block: Block) -> tuple[Block | None, Block | None]:
    """The paragraphs right before and after a paragraph; none for a headline."""
    index = bisect_right(paragraphs, block.start, key=lambda other: other.start) - 1
    if index < 0 or paragraphs[index] is not block:
        return None, None
    return (
        paragraphs[index - 1] if index else None,
        paragraphs[index + 1] if index + 1 < len(paragraphs) else None,
    )


def leaves_open(text: str, block: Block) -> bool:
    """Whether a paragraph ends inside a quotation."""
    spans = Pairing(text, block.start, block.end).spans()
    return bool(spans) and not spans[-1].closed


def mention_of(article: Article, sentence: Sentence, span: QuotedSpan, speaker: str | None) -> Mention:
    """The quotation as a mention with its folded words."""
    text = article.text[span.start : span.end]
    words = tuple(word for word in map(fold, _WORD.findall(text)) if word)
    return Mention(article.id, "quote", span.start, span.end, text, sentence.id, Utterance(words, speaker))
