"""The words in which two wordings of one thing differ, by the runs of words that they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from rapidfuzz.distance import Indel

from newsdiff.language.tokens import fold, tokens

Span: TypeAlias = tuple[int, int]

LEAST_COMMON: Final = 1 / 3
"""Share of the shorter wording's words that must stand in the other, in the same order: below it the two are
no wordings of one thing, and no word stands in the place of another."""


def runs_apart(one: str, other: str) -> list[tuple[Span, Span]]:
    """What stands between the same words, as offsets into each; empty spans where one has nothing there.

    None where the two have too little in common.
    """
    left, right = _words(one), _words(other)
    common = SequenceMatcher(None, [word for word, _ in left], [word for word, _ in right], autojunk=False)
    blocks = common.get_matching_blocks()
    shared = sum(block.size for block in blocks)
    if not shared or shared < LEAST_COMMON * min(len(left), len(right)):
        return []
    found, at, there = [], 0, 0
    for block in blocks:
        found.append((_span(left[at : block.a]), _span(right[there : block.b])))
        at, there = block.a + block.size, block.b + block.size
    return [pair for pair in found if pair != (NOTHING, NOTHING)]


def words_apart(one: str, other: str) -> tuple[Span, ...]:
    """Where the first has words that the other has not there; none where they have too little in common."""
    return tuple(mine for mine, _ in runs_apart(one, other) if mine != NOTHING)


def spans_of_each(
    left: Sequence[tuple[str, Span]], right: Sequence[tuple[str, Span]]
) -> tuple[list[Span], list[Span]]:
    """The places of the words that only the left text has, and of those that only the right one has, compared
    in order; neighbours make one span. Words come with their places."""
    gone: list[Span] = []
    new: list[Span] = []
    for code in Indel.opcodes([word for word, _ in left], [word for word, _ in right]):
        if code.tag != "equal" and code.src_end > code.src_start:
            gone.append(_span(left[code.src_start : code.src_end]))
        if code.tag != "equal" and code.dest_end > code.dest_start:
            new.append(_span(right[code.dest_start : code.dest_end]))
    return gone, new


NOTHING: Final[Span] = (0, 0)


def _words(text: str) -> list[tuple[str, Span]]:
    return [(fold(text[one.start : one.end]), (one.start, one.end)) for one in tokens(text)]


def _span(words: Sequence[tuple[str, Span]]) -> Span:
    return (words[0][1][0], words[-1][1][1]) if words else NOTHING
