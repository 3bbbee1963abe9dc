"""Plain methods of linking paragraphs, to be measured beside ours: one similarity, one threshold."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsdiff.evaluation.gold import Gold
from newsdiff.evaluation.spans import Agreement

Pair = frozenset[str]
Scorer = Callable[[Mapping[str, str]], Callable[[str, str], float]]
"""Given all paragraphs (id -> text), a similarity of two paragraph ids between 0 and 1."""

STEPS = 200
"""Thresholds tried when one is fitted: 0, 1/STEPS … 1."""


@dataclass(frozen=True)
class ScoredEvent:
    """All paragraph pairs of an event with their similarity, and the gold to judge them by."""

    similarity: dict[Pair, float]
    firm: set[Pair]
    optional: set[Pair]
    near: set[Pair]

    def at(self, threshold: float) -> Agreement:
        """The agreement when every pair at or above `threshold` is linked."""
        said = {pair for pair, value in self.similarity.items() if value >= threshold}
        return Agreement(len(said & self.firm), len(said - self.firm - self.optional), len(self.firm - said))

    def near_linked(self, threshold: float) -> int:
        """How many near misses are linked at `threshold`."""
        return sum(self.similarity.get(pair, 0.0) >= threshold for pair in self.near)


def score_event(scorer: str, gold: Gold, texts: Mapping[str, str]) -> ScoredEvent:
    """Every pair of gold paragraphs of two articles, scored. `texts` is article id -> text."""
    paragraphs = {
        paragraph.id: texts[article.id][paragraph.start : paragraph.end]
        for article in gold.articles
        for paragraph in article.paragraphs
    }
    similarity = SCORERS[scorer](paragraphs)
    scored = {
        frozenset((p.id, q.id)): similarity(p.id, q.id)
        for one, other in combinations(gold.articles, 2)
        for p in one.paragraphs
        for q in other.paragraphs
    }
    return ScoredEvent(scored, gold.pairs(optional=False), gold.pairs(optional=True), gold.near_misses())


def best_threshold(events: Iterable[ScoredEvent]) -> float:
    """The one threshold with the highest mean F1 over `events`; the lowest such among equals."""
    known = list(events)
    steps = [step / STEPS for step in range(STEPS + 1)]
    return max(steps, key=lambda threshold: (sum(event.at(threshold).f1 for event in known), -threshold))


def leave_one_out(events: Sequence[ScoredEvent]) -> list[float]:
    """For each event, the threshold fitted on all the others (on itself when it is alone)."""
    return [best_threshold([*events[:index], *events[index + 1 :]] or events) for index in range(len(events))]


def tf_idf(paragraphs: Mapping[str, str]) -> Callable[[str, str], float]:
    """Cosine of TF-IDF vectors over stemmed words (Salton and Buckley 1988: log tf, idf over paragraphs)."""
    bags = {key: Counter(_stems(text)) for key, text in paragraphs.items()}
    frequency = Counter(stem for bag in bags.values() for stem in bag)
    vectors = {}
    for key, bag in bags.items():
        raw = {
            stem: (1 + math.log(count)) * math.log(len(bags) / frequency[stem]) for stem, count in bag.items()
        }
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors[key] = {stem: weight / norm for stem, weight in raw.items()}

    def cosine(a: str, b: str) -> float:
        one, other = vectors[a], vectors[b]
        return sum(weight * other[stem] for stem, weight in one.items() if stem in other)

    return cosine


def _stems(text: str) -> list[str]:
    return [re.sub(r"(?:'s|’s|ing|ed|es|s)$", "", word) for word in re.findall(r"[\w’']+", text.lower())]


def _rapidfuzz(name: str) -> Scorer:
    def prepare(paragraphs: Mapping[str, str]) -> Callable[[str, str], float]:
        from rapidfuzz import fuzz, utils

        ratio = getattr(fuzz, name)
        plain = {key: utils.default_process(text) for key, text in paragraphs.items()}
        return lambda a, b: ratio(plain[a], plain[b]) / 100

    return prepare


SCORERS: dict[str, Scorer] = {
    "token_set_ratio": _rapidfuzz("token_set_ratio"),
    "ratio": _rapidfuzz("ratio"),
    "partial_ratio": _rapidfuzz("partial_ratio"),
    "tf-idf": tf_idf,
}
