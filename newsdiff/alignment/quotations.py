"""Quotations that two paragraphs have in common, word for word or in another translation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.language.tokens import stem_of
from newsdiff.model import Annotated, Mention, Utterance

LEAST_STEMS = 3
"""Words with a meaning that a quotation needs to be recognised; a quoted word or two prove nothing."""

LEAST_SHARED = 0.6
"""Share of the shorter quotation's words that must be in the longer one."""

MOST_WORDS_SHOWN = 8


class Quotation(NamedTuple):
    """A direct quotation and the stems of its words."""

    text: str
    stems: frozenset[str]


def quotations_in(item: Annotated) -> dict[str, tuple[Quotation, ...]]:
    """Paragraph id -> its direct quotations that are long enough to be recognised elsewhere."""
    return {
        paragraph: tuple(
            quotation
            for sentence in sentences
            for mention in item.mentions_of[sentence.id]
            if (quotation := read_quotation(mention)) is not None
        )
        for paragraph, sentences in item.sentences_of.items()
    }


def read_quotation(mention: Mention) -> Quotation | None:
    """The quotation of a mention; None for other mentions, reported speech and a quoted word or two."""
    if not isinstance(mention.value, Utterance) or not mention.value.direct:
        return None
    stems = frozenset(stem_of(word) for word in mention.value.words) - {""}
    return Quotation(mention.text, stems) if len(stems) >= LEAST_STEMS else None


def shared_quotation(here: Sequence[Quotation], there: Sequence[Quotation]) -> Quotation | None:
    """The quotation of one paragraph that the other has too, the one with most words in common."""
    best: tuple[int, Quotation] | None = None
    for one in here:
        for other in there:
            shared = len(one.stems & other.stems)
            enough = shared >= LEAST_SHARED * min(len(one.stems), len(other.stems))
            if enough and shared >= LEAST_STEMS and (best is None or shared > best[0]):
                best = shared, one
    return best[1] if best else None


def opening_words(quoted: str) -> str:
    """The beginning of a quotation in curly marks, for a list of reasons."""
    words = quoted.strip("\"'“”‘’«»‹›„ ").split()
    dots = "…" if len(words) > MOST_WORDS_SHOWN else ""
    return f"“{' '.join(words[:MOST_WORDS_SHOWN])}{dots}”"
