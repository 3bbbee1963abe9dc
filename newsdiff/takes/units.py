"""Articles that print one text: copies of a wire text are never two takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from newsdiff.language.copied import SHINGLE_WORDS, read_for_copies
from newsdiff.language.tokens import WORD
from newsdiff.model import Article
from newsdiff.unseen import without_unseen

TAKEN_OVER: Final = 0.35
"""Share of the runs of words of the shorter text that stand in the longer one, from which both are one text.
An outlet that cuts a wire text, or adds paragraphs to it, still prints that text."""


def units_of(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The articles by text: each group holds the ids of those that print one, in the order given."""
    runs = {article.id: _runs(read_for_copies(article)) for article in articles}
    first = {article.id: article.id for article in articles}

    def root(one: str) -> str:
        while first[one] != one:
            one = first[one]
        return one

    for one, other in combinations(articles, 2):
        mine, theirs = runs[one.id], runs[other.id]
        shorter = min(len(mine), len(theirs))
        if shorter and len(mine & theirs) >= TAKEN_OVER * shorter:
            first[root(other.id)] = root(one.id)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(root(article.id), []).append(article.id)
    return tuple(tuple(group) for group in groups.values())


def _runs(text: str) -> frozenset[str]:
    words = [match.group().lower() for match in WORD.finditer(without_unseen(text))]
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))
