"""Statements: whether their sentences belong together, and how soon they show the marked conflicts."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from newsdiff.evaluation.gold import GoldDivergence
from newsdiff.evaluation.measures.details import conflicts, is_typed
from newsdiff.evaluation.measures.judged import Judged
from newsdiff.evaluation.measures.tallies import ArticleSpan, Tallies, Tally, found_of, overlap
from newsdiff.model import Statement

FIRST: Final = (5, 10, 20, 40)
"""How many statements, most worth a look first, a reader may step through."""


def statements(judged: Judged) -> Tallies:
    """The precision of sentence pairs, then the conflicts that stand side by side in the first statements."""
    ranked = sorted(judged.comparison.statements, key=lambda statement: statement.rank)
    measured = {"statements: sentence pairs, precision": _sentence_pairs(judged, ranked)}
    held = [[judged.sentences[one.sentence][0] for one in statement.sentences] for statement in ranked]
    marked = conflicts(judged.gold)
    shown_at = [first_that_shows(one, held) for one in marked]
    for name, typed in (("typed", True), ("claim", False)):
        chosen = [(one, at) for one, at in zip(marked, shown_at, strict=True) if is_typed(one) == typed]
        for most in FIRST:
            shown = sum(at is not None and at <= most for _, at in chosen)
            measured[f"statements: {name} conflicts within the first {most}"] = Tally(shown, len(chosen))
        measured[f"statements: {name} conflicts at any rank"] = found_of(
            ((one.id, at is not None) for one, at in chosen), f"{name} conflict in no statement"
        )
    return measured


def _sentence_pairs(judged: Judged, found: list[Statement]) -> Tally:
    """Of the pairs of sentences of two articles in one statement, those whose paragraphs the gold links."""
    right = total = 0
    for statement in found:
        for one, other in combinations(statement.sentences, 2):
            (a, in_paragraph), (b, beside) = judged.sentences[one.sentence], judged.sentences[other.sentence]
            if a.article != b.article:
                total += 1
                right += judged.gold_pair(in_paragraph, beside) in judged.firm | judged.optional
    return Tally(right, total)


def first_that_shows(conflict: GoldDivergence, held: list[list[ArticleSpan]]) -> int | None:
    """Which statement, counted from 1, is the first with words of two values of it in two articles."""
    for number, sentences in enumerate(held, start=1):
        there = {
            (mention.article, mention.value)
            for mention in conflict.mentions
            if any(
                overlap(ArticleSpan(mention.article, mention.start, mention.end), one) for one in sentences
            )
        }
        if any(a != b and value != other for (a, value), (b, other) in combinations(there, 2)):
            return number
    return None
