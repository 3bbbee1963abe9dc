"""Which words of one wording are not in another: for versions of a quotation, stacked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
MOST_WORDS = 600
"""Longer wordings are not compared word by word: no quotation is, and the cost grows with the product."""


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded for comparing, each with where it stands."""
    return [
        (match.group().casefold().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def changed_spans(base: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words stand that only `base` has, and those that only `other` has.

    Words are compared in order, without case and marks; neighbouring words make one span.
    """
    left, right = words_of(base), words_of(other)
    if len(left) > MOST_WORDS or len(right) > MOST_WORDS:
        return [], []
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    for code in Indel.opcodes([word for word, _, _ in left], [word for word, _, _ in right]):
        if code.tag == "equal":
            continue
        if code.src_end > code.src_start:
            gone.append((left[code.src_start][1], left[code.src_end - 1][2]))
        if code.dest_end > code.dest_start:
            new.append((right[code.dest_start][1], right[code.dest_end - 1][2]))
    return gone, new


def most_like_the_others(texts: Sequence[str]) -> int:
    """The number of the wording that has most words in common with the others; the first of equals."""
    words = [[word for word, _, _ in words_of(text)[:MOST_WORDS]] for text in texts]
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
