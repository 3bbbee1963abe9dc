"""What is lit in all panes: the detail under the cursor, and the words that a second opinion quotes on the
place the reader looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsdiff.model import Comparison, Opinion
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import paragraph_here
from widgets.reading.reading_state import ReadingState


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a paragraph that an opinion quotes, by offsets of the article."""

    article: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit."""

    detail: str | None
    quoted: tuple[Quoted, ...] = ()

    def paragraphs(self, comparison: Comparison) -> set[tuple[str, str]]:
        """Article and paragraph of all words that are lit."""
        marks = index_of(comparison).marks_of_detail.get(self.detail or "", ())
        return {(one.article, one.paragraph) for one in marks} | {
            (one.article, one.paragraph) for one in self.quoted
        }

    def quoted_in(self, paragraph: str) -> tuple[Quoted, ...]:
        """The quoted words of one paragraph."""
        return tuple(one for one in self.quoted if one.paragraph == paragraph)


def lit_at(state: ReadingState, comparison: Comparison) -> Lit:
    """What is lit at a state: the detail, and of opinions the one on it, else those on the statements with a
    sentence in the paragraph under the cursor."""
    if not index_of(comparison).has_quotations:
        return Lit(state.detail)
    for of, at, lit in _latest:
        if of is comparison and at is state:
            return lit
    quoting = quoting_here(state, comparison)
    found = Lit(state.detail, tuple(quoted for one in quoting for quoted in _quoted(comparison, one)))
    _latest.insert(0, (comparison, state, found))
    del _latest[2:]
    return found


_latest: list[tuple[Comparison, ReadingState, Lit]] = []
"""What was asked last, found by identity: every paragraph that is drawn asks for the same."""


def quoting_here(state: ReadingState, comparison: Comparison) -> tuple[Opinion, ...]:
    """The second opinions whose quotations are lit at a state."""
    index = index_of(comparison)
    if not index.has_quotations:
        return ()
    detail = index.details.get(state.detail or "")
    opinions: Iterable[Opinion] = (detail.opinion,) if detail is not None and detail.opinion else ()
    if not opinions and (here := paragraph_here(state, comparison)) is not None:
        opinions = index.opinions_of_paragraph.get(here.id, ())
    return tuple(one for one in opinions if one.quotations)


def _quoted(comparison: Comparison, opinion: Opinion) -> Iterator[Quoted]:
    """The quoted words, those that run over the end of a paragraph in parts."""
    for words in opinion.quotations:
        for block in comparison.article(words.article).paragraphs:
            start, end = max(words.start, block.start), min(words.end, block.end)
            if start < end:
                yield Quoted(words.article, block.id, start, end)
