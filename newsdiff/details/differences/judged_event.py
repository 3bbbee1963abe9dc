"""What is known of an event before its details."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from newsdiff.details.context import Context
from newsdiff.details.differences.judged import JudgedDifferences
from newsdiff.details.sentence_pairs import SentencePairs
from newsdiff.model import Statement
from newsdiff.quick_dataclass import dataclass


@dataclass(frozen=True, eq=False)
class JudgedEvent:
    """The articles in English of an event: mentions, judged pairs of sentences, statements."""

    context: Context
    pairs: SentencePairs
    differences: JudgedDifferences
    statements: Sequence[Statement]
    least_sure: float
    """Score from which a statement says who reports the matter; others are only worth a look."""

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """Sentence id -> the stems of its words."""
        return {
            sentence.id: frozenset(token.stem for token in sentence.tokens if token.stem)
            for sentence in self.pairs.judged.sentences
        }

    @cached_property
    def statements_of(self) -> Mapping[str, Sequence[Statement]]:
        """Sentence id -> the sure statements that it is a version of, most worth a look first."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            if one.score < self.least_sure:
                continue
            for version in one.sentences:
                found[version.sentence].append(one)
        return found
