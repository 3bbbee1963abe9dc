"""Places in articles: the sentence that words stand in, whether it can be read alone, and the words of a pair
of versions that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsdiff.brief.model import Passage, Span
from newsdiff.details.claim_words import DEGREES, POSSIBLE, UNPROVEN, negates
from newsdiff.language.apart import words_apart
from newsdiff.language.tokens import fold, tokens
from newsdiff.model import Annotated, Block, Comparison, Detail, Mention, Sentence

LEAST_WORDS: Final = 4
"""Words of meaning; a shorter sentence says too little to be quoted alone."""
MOST_WORDS: Final = 34
"""All words; a longer sentence reports several things."""
UNCLEAR_ALONE: Final = frozenset(
    """he she it they his her their its this that these those there here but and or so also yet
    however meanwhile instead still then thus another others both who which such while although though
    we i you our my""".split()
)
"""A sentence that begins so leans on the one before it."""
_QUOTES: Final = "\"“”«»„'‘’"
_UNENDED: Final = ":,;–—-"


def sentence_of(item: Annotated, sentence_id: str) -> Sentence | Block | None:
    """The sentence of that id, or the block of what was put aside; None where the article has no
    sentences, such as one that is shown in its own language."""
    parts: tuple[Sentence | Block, ...] = (*item.sentences, *item.article.blocks)
    return next((one for one in parts if one.id == sentence_id), None)


def passage_of(comparison: Comparison, mention: Mention) -> Passage:
    """A mention in its sentence."""
    sentence = sentence_span(comparison.annotation(mention.article), mention)
    return Passage(mention.article, mention.start, mention.end, sentence)


def sentence_span(item: Annotated, mention: Mention) -> Span:
    """Where the sentence of a mention begins and ends; a quotation may reach beyond it."""
    sentence = sentence_of(item, mention.sentence) or mention
    return min(sentence.start, mention.start), max(sentence.end, mention.end)


def first_of_each(comparison: Comparison, mentions: Iterable[Mention]) -> tuple[Passage, ...]:
    """The first mention of every article, in the order of the articles."""
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda one: one.start):
        first.setdefault(mention.article, mention)
    order = [article.id for article in comparison.articles if article.id in first]
    return tuple(passage_of(comparison, first[article]) for article in order)


def place_to_look_at(text: str, passage: Passage, because: str) -> int:
    """Where a version of a claim is best looked at: the words that the reason quotes, else one that denies,
    doubts or says how much, else the beginning."""
    start, end = passage.sentence
    for words in quoted_in(because):
        if (at := _whole_words(text, words, start, end)) >= 0:
            return at
    for token in tokens(text, start, end):
        word = fold(text[token.start : token.end])
        if negates(word) or word in DEGREES or word in POSSIBLE or word in UNPROVEN:
            return token.start
    return start


def clashing_words(comparison: Comparison, detail: Detail, number: int, mention: Mention) -> tuple[Span, ...]:
    """Where a version of a claim, by the number of its value, has the words that stand against those of the
    other. The reason quotes them in pairs, in the order of the versions; in a difference of the reader's own
    they are those that its first version, or of the first the second, does not have."""
    if detail.judgement == "added":
        other = detail.values[0 if number else 1].mentions[0]
        spans = words_apart(mention.text, other.text)
        return tuple((mention.start + start, mention.start + end) for start, end in spans)
    text, words = comparison.article(mention.article).text, quoted_in(detail.because)[number::2]
    found = ((one, _whole_words(text, one, mention.start, mention.end)) for one in words if number < 2)
    return tuple((at, at + len(one)) for one, at in found if at >= 0)


def _whole_words(text: str, words: str, start: int, end: int) -> int:
    """Where words stand in a part of a text and not inside of longer ones; -1 where they do not."""
    at = text.find(words, start, end)
    while at >= 0 and (_is_in_word(text, at) or _is_in_word(text, at + len(words))):
        at = text.find(words, at + 1, end)
    return at


def _is_in_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def quoted_in(because: str) -> list[str]:
    """The words that a reason quotes."""
    return re.findall(r"“([^”]+)”", because)


def is_clear(sentence: str) -> bool:
    """Whether a sentence leans neither on the one before it nor on a quotation that it is a part of."""
    words = tokens(sentence)
    if not words or len(words) > MOST_WORDS or sum(bool(word.stem) for word in words) < LEAST_WORDS:
        return False
    if fold(sentence[words[0].start : words[0].end]) in UNCLEAR_ALONE:
        return False
    shown = sentence.strip()
    return shown[0] not in _QUOTES and shown[-1] not in _UNENDED
