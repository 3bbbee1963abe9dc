"""Which words of one wording are not in another: for versions of a quotation, stacked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from newsdiff.language.apart import spans_of_each

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
MOST_WORDS = 600
"""Longer wordings are not compared word by word: no quotation is, and the cost grows with the product."""


def words_of(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The words of a text, folded for comparing, each with where it stands."""
    return [(match.group().casefold().replace("’", "'"), match.span()) for match in _WORD.finditer(text)]


def changed_spans(base: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The places of the words that only `base` has, and of those that only `other` has.

    Words are compared in order, without case and marks; neighbouring words make one span.
    """
    left, right = words_of(base), words_of(other)
    if len(left) > MOST_WORDS or len(right) > MOST_WORDS:
        return [], []
    return spans_of_each(left, right)


def most_like_the_others(texts: Sequence[str]) -> int:
    """The number of the wording that has most words in common with the others; the first of equals."""
    words = [[word for word, _ in words_of(text)[:MOST_WORDS]] for text in texts]
    likeness = [sum(Indel.normalized_similarity(one, other) for other in words) for one in words]
    return likeness.index(max(likeness))


def in_all(several: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The spans that lie within some span of every list, in order; none for no list."""
    if not several:
        return []
    common = list(several[0])
    for spans in several[1:]:
        common = [
            (max(low, start), min(high, end))
            for low, high in common
            for start, end in spans
            if max(low, start) < min(high, end)
        ]
    return common
