"""Plain methods of linking paragraphs, to be measured beside ours: one similarity, one threshold."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Final

from newsdiff.evaluation.marked_events import MarkedEvent
from newsdiff.evaluation.measures.tallies import Agreement, Tallies, Tally, event_figure
from newsdiff.quick_dataclass import dataclass

Pair = frozenset[str]
Scorer = Callable[[Mapping[str, str]], Callable[[str, str], float]]
"""Given all paragraphs (id -> text), a similarity of two paragraph ids between 0 and 1."""

THRESHOLDS: Final = tuple(step / 200 for step in range(201))
"""What is tried when a threshold is fitted."""


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

    @cached_property
    def f1_at(self) -> list[float]:
        """F1 at each of the thresholds in `THRESHOLDS`."""
        return [self.at(threshold).f1 for threshold in THRESHOLDS]

    def near_linked(self, threshold: float) -> int:
        """How many near misses are linked at `threshold`."""
        return sum(self.similarity.get(pair, 0.0) >= threshold for pair in self.near)


def measure_plain(events: Sequence[MarkedEvent], scorers: Iterable[str]) -> list[Tallies]:
    """For each event what each plain method links, by the threshold that is best on the other events, and its
    F1 with the threshold chosen on this very event: a flattering figure, for orientation.
    """
    measured: list[Tallies] = [{} for _ in events]
    for scorer in scorers:
        scored = [score_event(scorer, event) for event in events]
        for tallies, event, threshold in zip(measured, scored, leave_one_out(scored), strict=True):
            tallies |= {
                f"{scorer}: link F1, mean (threshold from the other events)": event_figure(
                    event.at(threshold).f1
                ),
                f"{scorer}: link F1, mean (threshold best on each event)": event_figure(max(event.f1_at)),
                f"{scorer}: near misses linked": Tally(event.near_linked(threshold), len(event.near)),
            }
    return measured


def score_event(scorer: str, event: MarkedEvent) -> ScoredEvent:
    """Every pair of gold paragraphs of two articles, scored."""
    texts = {Path(article.source).stem: article.text for article in event.articles}
    articles = [article for article in event.gold.articles if article.id in texts]
    paragraphs = {
        paragraph.id: texts[article.id][paragraph.start : paragraph.end]
        for article in articles
        for paragraph in article.paragraphs
    }
    similarity = SCORERS[scorer](paragraphs)
    scored = {
        frozenset((p.id, q.id)): similarity(p.id, q.id)
        for one, other in combinations(articles, 2)
        for p in one.paragraphs
        for q in other.paragraphs
    }
    gold = event.gold
    return ScoredEvent(scored, gold.pairs(optional=False), gold.pairs(optional=True), gold.near_misses())


def leave_one_out(events: Sequence[ScoredEvent]) -> list[float]:
    """For each event, the threshold with the highest mean F1 over all the others (on itself when it is
    alone); the lowest such among equals."""
    total = [math.fsum(at) for at in zip(*(event.f1_at for event in events), strict=True)]
    chosen = []
    for event in events:
        others = [all_ - own for all_, own in zip(total, event.f1_at, strict=True)]
        chosen.append(_best(others if len(events) > 1 else event.f1_at))
    return chosen


def _best(f1_at: Sequence[float]) -> float:
    """The lowest threshold of the highest figure; figures are rounded, as sums differ in their last bits."""
    rounded = [round(figure, 9) for figure in f1_at]
    return THRESHOLDS[rounded.index(max(rounded))]


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
