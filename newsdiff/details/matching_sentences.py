"""Which sentence of another article reports what a sentence reports, by the words that both have."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import fsum, sqrt
from typing import Final

from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence
from newsdiff.model import Sentence

LEAST_SHARED: Final = 0.1
"""Sentences of linked paragraphs that share less of their weight do not match. Bounds what is called a match
at all; it decides nothing that is shown."""
LEAST_WORDS: Final = 2
"""Matching sentences share so many words with a meaning, unless one has fewer."""


class MatchingSentences:
    """Looks for a sentence's best match in each other article of an event; looks only where it is asked."""

    def __init__(self, index: EventIndex) -> None:
        self._index = index
        self._best: dict[tuple[str, int], str] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def are_best_match(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether one of the two sentences is the best match of the other in its article."""
        if not self._index.are_linked(a, b):
            return False
        mine, theirs = a.sentence, b.sentence
        return (
            self._best_match(a.article, mine, b.article) == theirs.id
            or self._best_match(b.article, theirs, a.article) == mine.id
        )

    def between(self, article: int, sentence: Sentence, other: int, candidate: Sentence) -> float:
        """The weight of the words that both have, as a part of the geometric mean of their weights."""
        mine, theirs = self.stems_of(article, sentence), self.stems_of(other, candidate)
        common = mine & theirs
        if len(common) < min(LEAST_WORDS, len(mine), len(theirs)):
            return 0.0
        rarity = self._index.word_rarity
        whole = fsum(map(rarity, mine)) * fsum(map(rarity, theirs))
        return fsum(map(rarity, common)) / sqrt(whole) if whole else 0.0

    def stems_of(self, article: int, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence's words with a meaning; no figures."""
        if sentence.id not in self._stems:
            words = self._index.words_of(article, sentence)
            self._stems[sentence.id] = frozenset(w.stem for w in words if w.stem and not w.stem[0].isdigit())
        return self._stems[sentence.id]

    def _best_match(self, article: int, sentence: Sentence, other: int) -> str:
        """The id of the sentence of another article that is most like one; empty where none is."""
        key = (sentence.id, other)
        if key not in self._best:
            candidates = [
                candidate
                for paragraph in self._index.linked_paragraphs[sentence.paragraph]
                for candidate in self._sentences[other].get(paragraph, ())
            ]
            scored = [(self.between(article, sentence, other, each), each.id) for each in candidates]
            score, best = max(scored, key=lambda match: match[0], default=(0.0, ""))
            self._best[key] = best if score >= LEAST_SHARED else ""
        return self._best[key]

    @cached_property
    def _sentences(self) -> list[dict[str, list[Sentence]]]:
        """Per article, the sentences of each paragraph."""
        found: list[dict[str, list[Sentence]]] = []
        for item in self._index.annotated:
            by_paragraph: dict[str, list[Sentence]] = defaultdict(list)
            for sentence in item.sentences:
                by_paragraph[sentence.paragraph].append(sentence)
            found.append(by_paragraph)
        return found
