"""What marked events say of the things that the models judge: pairs of sentences, paragraphs, mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from newsdiff.details.occurrence import Occurrence
from newsdiff.evaluation.gold import Gold, GoldDetail, Span
from newsdiff.model import Annotated, Block, Mention, Sentence
from newsdiff.quick_dataclass import dataclass
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats
from newsdiff.statements.pair_features import CandidatePairs
from newsdiff.statements.sentence_texts import SentenceText

UNSURE: Final = 0.5
"""The label of a pair that is defensible either way; it is not fitted on."""


def overlap(a: Span | Block | Sentence | Mention | SentenceText, b: Span | Block | Sentence | Mention) -> int:
    """Code points that two spans have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def cover(a: Span | Block | Sentence | Mention | SentenceText, b: Span | Block | Sentence | Mention) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = overlap(a, b)
    return shared > 0 and 2 * shared >= min(a.end - a.start, b.end - b.start)


@dataclass(frozen=True, eq=False)
class EventLabels:
    """The gold of one event beside its articles as newsdiff read them (`annotated`, by id)."""

    gold: Gold
    annotated: Sequence[Annotated]

    @cached_property
    def stems(self) -> list[str]:
        """The gold's id of each article."""
        return [Path(item.article.source).stem for item in self.annotated]

    @cached_property
    def paragraphs(self) -> list[str]:
        """For each body paragraph of the event, the gold's id of it; its own where the gold has none."""
        known = {article.id: article.paragraphs for article in self.gold.articles}
        found = []
        for item, stem in zip(self.annotated, self.stems, strict=True):
            for block in item.article.paragraphs:
                best = max(known.get(stem, ()), key=lambda p: overlap(p, block), default=None)
                found.append(best.id if best and cover(best, block) else block.id)
        return found

    @cached_property
    def _firm(self) -> set[frozenset[str]]:
        return self.gold.pairs(optional=False)

    @cached_property
    def _optional(self) -> set[frozenset[str]]:
        return self.gold.pairs(optional=True)

    def link(self, one: int, other: int) -> float:
        """1 for two paragraphs, by number, that the gold links, `UNSURE` for an optional pair, else 0."""
        pair = frozenset((self.paragraphs[one], self.paragraphs[other]))
        return 1.0 if pair in self._firm else UNSURE if pair in self._optional else 0.0

    def are_linked(self) -> np.ndarray:
        """For each body paragraph whether the gold links it to one of another article."""
        linked = frozenset().union(*self._firm)
        return np.array([paragraph in linked for paragraph in self.paragraphs], dtype=bool)

    def linked_sentences(self, sentences: Sequence[SentenceText], pairs: CandidatePairs) -> Floats:
        """For each pair of sentences whether their paragraphs are linked."""
        return np.array(
            [
                self.link(sentences[a].paragraph, sentences[b].paragraph)
                for a, b in zip(pairs.one, pairs.other, strict=True)
            ]
        )

    def best_sentences(self, sentences: Sequence[SentenceText], pairs: CandidatePairs) -> Floats:
        """The same, but of the pairs of two linked paragraphs only those are 1 that are the likest for both
        sentences; the others are not known to report the same and become `UNSURE`."""
        labels = self.linked_sentences(sentences, pairs)
        best: dict[tuple[int, int], float] = {}
        for a, b, value in zip(pairs.one, pairs.other, pairs.likeness, strict=True):
            for key in ((int(a), sentences[b].paragraph), (int(b), sentences[a].paragraph)):
                best[key] = max(best.get(key, -1.0), float(value))
        for place, (a, b, value) in enumerate(zip(pairs.one, pairs.other, pairs.likeness, strict=True)):
            weaker = (
                value < best[int(a), sentences[b].paragraph] or value < best[int(b), sentences[a].paragraph]
            )
            if labels[place] == 1.0 and weaker:
                labels[place] = UNSURE
        return labels

    def differing_sentences(self, judged: JudgedPairs, places: Iterable[int]) -> tuple[Floats, Floats]:
        """For some candidate pairs: whether both sentences hold mentions of one marked divergence, and
        whether they hold two values of one that is marked as a conflict."""
        held = [self._values_in(sentence.article, sentence) for sentence in judged.sentences]
        any_, conflict = [], []
        for place in places:
            a, b = held[judged.pairs.one[place]], held[judged.pairs.other[place]]
            common = a.keys() & b.keys()
            any_.append(float(bool(common)))
            conflict.append(float(any(self._is_conflict(n) and len(a[n] | b[n]) > 1 for n in common)))
        return np.array(any_), np.array(conflict)

    def _is_conflict(self, number: int) -> bool:
        return self.gold.divergences[number].severity == "conflict"

    def _values_in(self, article: int, stretch: SentenceText | Mention) -> Mapping[int, set[str]]:
        """Number of a divergence -> the values of it that the gold gives a sentence or a mention."""
        found: dict[int, set[str]] = {}
        for number, divergence in enumerate(self.gold.divergences):
            for mention in divergence.mentions:
                if mention.article == self.stems[article] and cover(stretch, mention):
                    found.setdefault(number, set()).add(str(mention.value))
        return found

    def differing_values(self, one: Occurrence, other: Occurrence, *, variant: float) -> float:
        """1 for two values of one marked conflict, `variant` for those of another marked divergence, `UNSURE`
        for two mentions to which the gold gives one value, else 0."""
        found = [self._values_in(at.article, at.mention) for at in (one, other)]
        common = found[0].keys() & found[1].keys()
        apart = {number for number in common if len(found[0][number] | found[1][number]) > 1}
        if any(map(self._is_conflict, apart)):
            return 1.0
        return variant if apart else UNSURE if common else 0.0

    def shared_by(self, article: int, mention: Mention) -> frozenset[int]:
        """Numbers of the figures and dates of several outlets in the gold to which a mention belongs."""
        return self._marked(self.gold.shared, article, mention)

    def diverging(self, article: int, mention: Mention) -> frozenset[int]:
        """Numbers of the divergences of which a mention is."""
        return self._marked(self.gold.divergences, article, mention)

    def _marked(self, details: Sequence[GoldDetail], article: int, mention: Mention) -> frozenset[int]:
        stem = self.stems[article]
        return frozenset(
            number
            for number, detail in enumerate(details)
            if any(one.article == stem and cover(mention, one) for one in detail.mentions)
        )
