"""Why articles stand in one event: the rare terms and names that they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsdiff.events.likeness import likeness
from newsdiff.events.portrait import portrait_of
from newsdiff.language.copied import is_copy
from newsdiff.library.records import Why
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.articles import article_of
from newsdiff.library.sqlite.indexing import index_what_is_missing
from newsdiff.library.sqlite.store import Store
from newsdiff.library.sqlite.weighing import Weighing

MOST_ARTICLES = 40
"""Articles that are compared with one another."""
SHOWN = 8
"""Names, and other terms, that are told of an article."""


def told_why(store: Store, event: str) -> tuple[Why, ...]:
    """For each article of an event, inside `writing` (it may have to be indexed first)."""
    index_what_is_missing(store)
    rows = store.rows(
        """SELECT number, id, coalesce(renamed, outlet, id) FROM articles
        WHERE event = ? AND current = 1 AND removed IS NULL ORDER BY number LIMIT ?""",
        (event, MOST_ARTICLES),
    )
    weighing = Weighing(store)
    weighing.load(row[0] for row in rows)
    vectors = weighing.vectors
    told = []
    for number, name, label in rows:
        ours = vectors[number]
        others = [row for row in rows if row[0] != number]
        shared: dict[str, float] = defaultdict(float)
        for other, _, _ in others:
            theirs = vectors[other].weights
            for term in ours.weights.keys() & theirs.keys():
                shared[term] += ours.weights[term] * theirs[term]
        ordered = [term for term, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]
        words = portrait_of(article_of(store, number)).words
        copied = next(
            (codec.told(row[2]) for row in others if row[0] < number
             and is_copy(ours.shingles, vectors[row[0]].shingles)), None,
        )  # fmt: skip
        mean = sum(likeness(ours, vectors[row[0]]) for row in others) / len(others) if others else 0.0
        told.append(
            Why(
                article=codec.told(name),
                label=codec.told(label),
                likeness=mean,
                names=_worded(words, [term for term in ordered if term in ours.names]),
                terms=_worded(words, [term for term in ordered if term not in ours.names]),
                copy_of=copied,
            )
        )
    return tuple(sorted(told, key=lambda item: item.article))


def _worded(words: Mapping[str, str], terms: Sequence[str]) -> tuple[str, ...]:
    return tuple(words.get(term, term) for term in terms[:SHOWN])
