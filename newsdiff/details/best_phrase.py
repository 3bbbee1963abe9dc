"""The noun phrase near a mention that says best what a figure or a date is of."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.context import Context
from newsdiff.details.occurrence import Occurrence

MOST_ARTICLES = 8
"""Articles whose first mention is looked at for the phrase; more add nothing."""
DETERMINED = 2.5
"""How much more a phrase behind "the", "a", "of" … counts: it is surely one."""
SHARED = 1.0
"""What every other outlet adds in which a word stands near the figure, too."""


def first_in_each_article(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The first mention in each of the first few articles, in reading order."""
    first: dict[int, Occurrence] = {}
    for occurrence in occurrences:
        known = first.setdefault(occurrence.article, occurrence)
        if occurrence.order < known.order:
            first[occurrence.article] = occurrence
    return sorted(first.values(), key=lambda occurrence: occurrence.order)[:MOST_ARTICLES]


def best_phrase(context: Context, occurrences: Sequence[Occurrence]) -> str:
    """The phrase near a thing's mentions that holds the weightiest words of most outlets; empty without one.

    Independent of the order of the mentions.
    """
    first_mentions = first_in_each_article(occurrences)
    outlets: dict[str, set[int]] = {}
    for occurrence in first_mentions:
        for stem in context.vector(occurrence).weights:
            outlets.setdefault(stem, set()).add(occurrence.article)
    scores: dict[str, float] = {}
    written: dict[str, str] = {}
    for occurrence in first_mentions:
        weights = context.vector(occurrence).weights
        for phrase, times in context.phrases(occurrence).items():
            key = phrase.words.casefold()
            written.setdefault(key, phrase.words)
            if weights.keys().isdisjoint(phrase.stems):
                continue
            worth = times * sum(
                weights.get(s, 0.0) * (1 + SHARED * (len(outlets.get(s, ())) - 1)) for s in phrase.stems
            )
            scores[key] = scores.get(key, 0.0) + worth * (DETERMINED if phrase.determined else 1.0)
    best = max(scores, key=lambda key: (round(scores[key], 6), key), default="")
    return written.get(best, "") if scores.get(best) else ""
