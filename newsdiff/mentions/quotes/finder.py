"""Quotations with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.folding import fold
from newsdiff.mentions.names.nicknames import nicknames
from newsdiff.mentions.quotes.marks import Pairing, QuotedSpan, begins_quotation
from newsdiff.mentions.quotes.speakers import Attribution
from newsdiff.model import Article, Mention, Quote, Sentence, Utterance
from newsdiff.patterns import lazy_pattern

__all__ = ["find_quotes"]

_QUOTING_ROLES = frozenset(("paragraph", "title"))
_APOSTROPHE = lazy_pattern("['’]")
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_WORK = lazy_pattern(
    r"\b(?:album|book|comedy|documentary|drama|episode|film|game|magazine|movie|musical|novel|opera|play|podcast|"
    r"programme?|series|show|sitcom|song|single|titled|entitled|called)\s$",
    re.I,
)
"""What a title in quotation marks stands behind."""
_REACH = 16
"""Code points before a quotation within which such a word begins."""
_REACH_BEHIND, _WORDS_BEHIND = 60, 4
"""Code points and words behind a quotation within which somebody is said to have spoken it."""
_WORD = lazy_pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")


def find_quotes(
    article: Article, sentences: tuple[Sentence, ...], names: tuple[Mention, ...]
) -> tuple[tuple[Quote, ...], tuple[Mention, ...]]:
    """The quotations of the headline and the body, marks included, each inside one block.

    A quotation that runs over several paragraphs gives one `Quote` per paragraph. Quotations do not overlap:
    one inside another belongs to the outer. Mentions are given for those that stand in a sentence.
    """
    spans, things = quoted_spans(article)
    ends = [thing.end for thing in things]
    speaking = [one for one in names if not _stands_in_one(things, ends, one.start)]
    speakers = Attribution(article, sentences, speaking, spans).speakers()
    starts = [sentence.start for sentence in sentences]
    quotes, mentions = [], []
    for number, (span, speaker) in enumerate(zip(spans, speakers, strict=True), 1):
        quotes.append(Quote(f"{article.id}.q{number}", span.start, span.end, speaker))
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < sentences[index].end:
            mentions.append(mention_of(article, sentences[index], span, speaker))
    return tuple(quotes), tuple(mentions)


def _stands_in_one(things: Sequence[QuotedSpan], ends: Sequence[int], position: int) -> bool:
    """Whether a position is inside one of the spans, which have these ends in order."""
    number = bisect_right(ends, position)
    return number < len(things) and things[number].start <= position


def quoted_spans(article: Article) -> tuple[list[QuotedSpan], list[QuotedSpan]]:
    """The quotations of headline and body in order, and what marks set off that is a name of a thing.

    A quotation may go on from one paragraph to the next.
    """
    speech: list[QuotedSpan] = []
    things: list[QuotedSpan] = []
    following = {one.id: other for one, other in pairwise(article.paragraphs)}
    carried = False
    for block in article.blocks:
        if block.role not in _QUOTING_ROLES:
            continue
        after = following.get(block.id)
        continued = after is not None and begins_quotation(article.text, after.start)
        spans = Pairing(article.text, block.start, block.end, carried, continued).spans()
        if block.role == "paragraph":
            carried = bool(spans) and not spans[-1].closed and spans[-1].end >= block.end - 1
        nicks = set(nicknames(article.text, block.start, block.end))
        for span in spans:
            if (span.start, span.end) in nicks:
                continue
            quoted = article.text[span.start : span.end]
            mentioned = is_mentioned(article.text, block.start, span)
            is_thing = block.role != "title" and names_a_thing(quoted, mentioned)
            (things if is_thing else speech).append(span)
    return speech, things


def is_mentioned(text: str, floor: int, span: QuotedSpan) -> bool:
    """Whether the sentence runs on into the marks, with nobody speaking beside them: in the series “Masters
    of Sex,” on which; starred in “The Parisian Woman.” Nothing before `floor` is looked at."""
    before = text[max(floor, span.start - _REACH) : span.start]
    if _WORK.search(before):
        return True
    beside = [
        *_WORD.findall(before),
        *_WORD.findall(text[span.end : span.end + _REACH_BEHIND])[:_WORDS_BEHIND],
    ]
    spoken = lexicon().speech | lexicon().manner
    return before[-2:-1].isalnum() and not any(word.lower() in spoken for word in beside)


def names_a_thing(quoted: str, mentioned: bool = False) -> bool:
    """Whether marks set off a name and not speech: “Resolute Support”, ‘Guardians of the Galaxy’.

    Such are two to six words, all with a capital but for the small words inside, and no closing punctuation.
    Where it is `mentioned`, American printers put the comma or full stop of the sentence inside the marks.
    """
    words = _WORD.findall(quoted)
    if not 2 <= len(words) <= 6 or quoted[-2:-1] in ("!?…" if mentioned else ".,!?…"):
        return False
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)


def mention_of(article: Article, sentence: Sentence, span: QuotedSpan, speaker: str | None) -> Mention:
    """The quotation as a mention with its folded words."""
    text = article.text[span.start : span.end]
    words = tuple(folded for word in _WORD.findall(text) if (folded := fold(_APOSTROPHE.sub("", word))))
    return Mention(article.id, "quote", span.start, span.end, text, sentence.id, Utterance(words, speaker))
