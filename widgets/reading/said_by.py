"""Which other outlets say the same words, from the word alignment of the statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.model import Comparison, Statement, StatementSentence


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Words of an article that others say as well."""

    start: int
    end: int
    others: frozenset[str]
    """The articles that say the same."""


class SharedWords:
    """What others say as well, paragraph by paragraph: worked out for those that are drawn."""

    def __init__(self, comparison: Comparison) -> None:
        paragraph_of = {one.id: one.paragraph for item in comparison.annotated for one in item.sentences}
        self._versions: dict[str, list[tuple[Statement, StatementSentence]]] = {}
        for statement in comparison.statements:
            for version in statement.sentences:
                self._versions.setdefault(paragraph_of[version.sentence], []).append((statement, version))
        self._found: dict[str, tuple[SaidBy, ...]] = {}

    def of(self, paragraph: str) -> tuple[SaidBy, ...]:
        """The words of a paragraph that others say as well; none where it is in no statement."""
        if paragraph not in self._found:
            versions = self._versions.get(paragraph, ())
            self._found[paragraph] = tuple(
                words for statement, version in versions for words in _shared_words(statement, version)
            )
        return self._found[paragraph]


def _shared_words(statement: Statement, version: StatementSentence) -> Iterator[SaidBy]:
    article_of = {one.sentence: one.article for one in statement.sentences}
    for run in version.words:
        if run.status == "shared":
            others = {article_of[span.sentence] for span in run.by if span.sentence in article_of}
            if found := frozenset(others - {version.article}):
                yield SaidBy(run.start, run.end, found)
