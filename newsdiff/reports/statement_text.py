"""Statements as reports for people show them: the first by rank, each version cut into pieces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from newsdiff.model import Article, Comparison, Statement, StatementSentence, WordStatus
from newsdiff.quick_dataclass import dataclass

MOST_SHOWN: Final = 20
"""Statements in a report for people; the JSON report has all."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a sentence that stands alike to the other versions; None for what stands between words."""

    start: int
    end: int
    status: WordStatus | None

    @property
    def differ(self) -> bool:
        """Whether no other version has the same words."""
        return self.status in ("replaced", "own")


def worth_a_look(comparison: Comparison) -> tuple[Statement, ...]:
    """The statements to show, most worth a look first."""
    return tuple(sorted(comparison.statements, key=lambda one: (one.rank, one.id)))[:MOST_SHOWN]


def versions(comparison: Comparison, statement: Statement) -> Iterator[tuple[Article, list[Words]]]:
    """Every version of a statement: its article, and its sentence cut where words begin or end to differ."""
    for version in statement.sentences:
        yield comparison.article(version.article), list(_pieces(comparison, version))


def _pieces(comparison: Comparison, version: StatementSentence) -> Iterator[Words]:
    """The whole sentence, with what stands between runs of one status taken into them."""
    for _, run in groupby(_covering(comparison, version), key=lambda words: words.status):
        same = list(run)
        yield Words(same[0].start, same[-1].end, same[0].status)


def _covering(comparison: Comparison, version: StatementSentence) -> Iterator[Words]:
    """The runs and the gaps between them; a gap between two runs of one status has that status."""
    sentences = comparison.annotation(version.article).sentences
    sentence = next(one for one in sentences if one.id == version.sentence)
    at, before = sentence.start, None
    for run in sorted(version.words, key=lambda one: one.start):
        if run.start > at:
            yield Words(at, run.start, run.status if run.status == before else None)
        if run.end > max(run.start, at):
            yield Words(max(run.start, at), run.end, run.status)
        at, before = max(at, run.end), run.status
    if sentence.end > at:
        yield Words(at, sentence.end, None)
