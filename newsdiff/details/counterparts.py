"""Which sentence of another outlet tells what a sentence tells: each the other's best among linked ones."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import fsum, sqrt
from typing import TYPE_CHECKING

from newsdiff.details.constants import COUNTERPART_LEAST, COUNTERPART_WORDS
from newsdiff.details.telling import Telling
from newsdiff.model import Sentence

if TYPE_CHECKING:
    from newsdiff.details.scene import Scene


class Counterparts:
    """Knows each sentence's counterparts in the other articles of an event; looks only where it is asked."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._best: dict[tuple[str, int], str] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def are_counterparts(self, a: Telling, b: Telling) -> bool:
        """Whether one sentence is the best match of the other in its article: one may tell what two tell."""
        if not self._scene.link(a, b):
            return False
        mine, theirs = a.sentence, b.sentence
        return (
            self._best_match(a.article, mine, b.article) == theirs.id
            or self._best_match(b.article, theirs, a.article) == mine.id
        )

    def likeness(self, a: Telling, b: Telling) -> float:
        """How much of their weight the sentences of two mentions have in common, 0 to 1."""
        return self._likeness(a.article, a.sentence, b.article, b.sentence)

    def _best_match(self, article: int, sentence: Sentence, other: int) -> str:
        """The id of the sentence of another article that is most like one; empty where none is."""
        key = (sentence.id, other)
        if key not in self._best:
            candidates = [
                candidate
                for paragraph in self._linked[sentence.paragraph]
                for candidate in self._sentences[other].get(paragraph, ())
            ]
            scored = [(self._likeness(article, sentence, other, each), each.id) for each in candidates]
            score, best = max(scored, key=lambda match: match[0], default=(0.0, ""))
            self._best[key] = best if score >= COUNTERPART_LEAST else ""
        return self._best[key]

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        """Paragraph -> the paragraphs linked with it."""
        found: dict[str, list[str]] = defaultdict(list)
        for one, other in self._scene.link_scores:
            found[one].append(other)
        return found

    @cached_property
    def _sentences(self) -> list[dict[str, list[Sentence]]]:
        """Per article, the sentences of each paragraph."""
        found: list[dict[str, list[Sentence]]] = []
        for item in self._scene.annotated:
            by_paragraph: dict[str, list[Sentence]] = defaultdict(list)
            for sentence in item.sentences:
                by_paragraph[sentence.paragraph].append(sentence)
            found.append(by_paragraph)
        return found

    def _likeness(self, article: int, sentence: Sentence, other: int, candidate: Sentence) -> float:
        """The weight of the words that both have, as a part of the geometric mean of their weights."""
        mine, theirs = self._stems_of(article, sentence), self._stems_of(other, candidate)
        common = mine & theirs
        if len(common) < min(COUNTERPART_WORDS, len(mine), len(theirs)):
            return 0.0
        rarity = self._scene.word_rarity
        whole = fsum(map(rarity, mine)) * fsum(map(rarity, theirs))
        return fsum(map(rarity, common)) / sqrt(whole) if whole else 0.0

    def _stems_of(self, article: int, sentence: Sentence) -> frozenset[str]:
        """The telling words of a sentence, synonyms under one stem; no figures."""
        if sentence.id not in self._stems:
            words = self._scene.words_of(article, sentence)
            self._stems[sentence.id] = frozenset(w.stem for w in words if w.stem and not w.stem[0].isdigit())
        return self._stems[sentence.id]
