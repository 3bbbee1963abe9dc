"""Which other outlets say the same words, from the word alignment of the statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.model import Comparison, Statement


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Words of an article that others say as well."""

    start: int
    end: int
    others: frozenset[str]
    """The articles that say the same."""


def said_by_paragraph(comparison: Comparison) -> dict[str, tuple[SaidBy, ...]]:
    """Paragraph id -> its words that others say as well; a paragraph in no statement is not in it."""
    paragraph_of = {one.id: one.paragraph for item in comparison.annotated for one in item.sentences}
    found: dict[str, list[SaidBy]] = {}
    for statement in comparison.statements:
        for sentence, words in _shared_words(statement):
            found.setdefault(paragraph_of[sentence], []).append(words)
    return {paragraph: tuple(words) for paragraph, words in found.items()}


def _shared_words(statement: Statement) -> Iterator[tuple[str, SaidBy]]:
    """The words of its sentences that another version shares, each with the id of its sentence."""
    article_of = {version.sentence: version.article for version in statement.sentences}
    for version in statement.sentences:
        for run in version.words:
            if run.status == "shared":
                others = {article_of[span.sentence] for span in run.by if span.sentence in article_of}
                if found := frozenset(others - {version.article}):
                    yield version.sentence, SaidBy(run.start, run.end, found)
