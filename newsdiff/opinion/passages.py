"""Passages of a question: the sentences of one version with their neighbours, as they are sent, and where
words of them stand in the articles. Offsets are code points into the article's text, end-exclusive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsdiff.model import Annotated, QuotedWords
from newsdiff.quick_dataclass import dataclass
from newsdiff.sanitize import one_line, sanitize, without_word_breaks

LONGEST: Final = 1_500
"""Code points of a sentence that are sent; no sentence of an article is so long."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences that follow each other in an article, with their neighbours."""

    before: Span | None
    """The sentence before the first; None at the beginning of the article."""
    sentences: tuple[Span, ...]
    after: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """What one article says at a place."""

    article: str
    runs: tuple[Run, ...]
    """In the order of the text; other sentences stand between them."""

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all runs."""
        return tuple(span for run in self.runs for span in run.sentences)

    def stretches(self) -> Iterator[Span]:
        """The sentences and their neighbours; those that follow each other are one stretch."""
        around = ((run.before, *run.sentences, run.after) for run in self.runs)
        spans = [span for some in around for span in some if span is not None]
        low, high = spans[0]
        for start, end in spans[1:]:
            if start - high > _BETWEEN_SENTENCES:
                yield low, high
                low = start
            high = max(high, end)
        yield low, high


_BETWEEN_SENTENCES: Final = 4
"""Code points between two sentences that follow each other: blanks, line breaks."""

_INSIDE_WORDS: Final = "'’-\u2010\u2011"
_INSIDE_FIGURES: Final = ".,:"


def passage_of(item: Annotated, sentence_ids: Iterable[str]) -> Passage | None:
    """The passage of some sentences of an article; None where it has none of them."""
    wanted = set(sentence_ids)
    places = [at for at, one in enumerate(item.sentences) if one.id in wanted]
    if not places:
        return None
    firsts = [n for n, at in enumerate(places) if n == 0 or at - places[n - 1] > 1]
    runs = (places[first:last] for first, last in zip(firsts, [*firsts[1:], None], strict=True))
    return Passage(item.article.id, tuple(_run(item, run[0], run[-1]) for run in runs))


def _run(item: Annotated, first: int, last: int) -> Run:
    spans = [(one.start, one.end) for one in item.sentences]
    return Run(
        before=_one_with_words(item.article.text, reversed(spans[:first])),
        sentences=tuple(spans[first : last + 1]),
        after=_one_with_words(item.article.text, spans[last + 1 :]),
    )


def _one_with_words(text: str, spans: Iterable[Span]) -> Span | None:
    """The first that says something: a full stop left over from a quotation is no neighbour."""
    return next(((low, high) for low, high in spans if any(map(str.isalnum, text[low:high]))), None)


def sent(text: str, span: Span | None) -> str:
    """A sentence as it is sent: harmless, on one line; empty for none."""
    if span is None:
        return ""
    start, end = span
    words = one_line(text[start : min(end, start + LONGEST)])
    return f"{words} …" if end - start > LONGEST else words


def find_words(text: str, passage: Passage, words: str) -> QuotedWords | None:
    """Where words stand verbatim in a passage, in one of its sentences if they do; None where they do not.

    Blanks may be of another kind and number. Words that begin or end within a word or a figure are not
    found: “2 people” does not stand in “212 people”.
    """
    wanted = one_line(words)
    if not any(char.isalnum() for char in wanted):
        return None
    found = [span for stretch in passage.stretches() for span in _occurrences(text, stretch, wanted)]
    inside = [
        one for one in found if any(low <= one[0] and one[1] <= high for low, high in passage.sentences)
    ]
    best = next(iter(inside or found), None)
    return QuotedWords(passage.article, *best) if best else None


def _occurrences(text: str, stretch: Span, wanted: str) -> Iterator[Span]:
    shown, offsets = _on_one_line(text, stretch)
    at = shown.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not _cuts(shown, at) and not _cuts(shown, end):
            yield offsets[at], offsets[end - 1] + 1
        at = shown.find(wanted, at + 1)


def _on_one_line(text: str, stretch: Span) -> tuple[str, list[int]]:
    """A stretch of a text as it is sent, and the offset of each of its code points."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset in range(*stretch):
        char = text[offset]
        if char.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                offsets.append(offset)
        elif without_word_breaks(char):
            chars.append(sanitize(char))
            offsets.append(offset)
    return "".join(chars), offsets


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at `at` goes through a word (“can” in “can't”) or a figure (“1” in “1.5”)."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isalnum() and right.isalnum():
        return True
    if right in _INSIDE_WORDS:
        return left.isalnum() and text[at + 1 : at + 2].isalnum()
    if left in _INSIDE_WORDS:
        return right.isalnum() and text[at - 2 : at - 1].isalnum()
    if right in _INSIDE_FIGURES:
        return left.isdigit() and text[at + 1 : at + 2].isdigit()
    return left in _INSIDE_FIGURES and right.isdigit() and text[at - 2 : at - 1].isdigit()
