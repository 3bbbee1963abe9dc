"""Why articles stand in one event: the rare terms and names in common, and what speaks against it; and which
other events are reported in much the same words, and what keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.joining import JOINED
from newsdiff.events.objections import objections
from newsdiff.events.similarity import evidence, similarity
from newsdiff.language.copied import is_copy
from newsdiff.library.records import LookAlike, Why
from newsdiff.library.tables import codec
from newsdiff.library.tables.grouping.candidates import candidates
from newsdiff.library.tables.grouping.cluster import Weighing, words_to_ask
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import article_of
from newsdiff.library.tables.texts.index_completion import index_what_is_missing

MOST_ARTICLES = 40
"""Articles that are compared with one another."""
SHOWN = 8
"""Names, and other terms, that are shown of an article."""


def explain_event(store: Store, event: str) -> tuple[Why, ...]:
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
    written = {row[0]: fingerprint_of(article_of(store, row[0])).words for row in rows}
    reasons = []
    for number, name, label in rows:
        ours = vectors[number]
        others = [row for row in rows if row[0] != number]
        shared: dict[str, float] = defaultdict(float)
        for other, _, _ in others:
            theirs = vectors[other].weights
            for term in ours.weights.keys() & theirs.keys():
                shared[term] += ours.weights[term] * theirs[term]
        ordered = [term for term, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]
        words = written[number]
        copied = next(
            (codec.decode_text(row[2]) for row in others if row[0] < number
             and is_copy(ours.shingles, vectors[row[0]].shingles)), None,
        )  # fmt: skip
        sure = {row[0]: similarity(ours, vectors[row[0]]) for row in others}
        least = min(sure, key=lambda other: (sure[other], other), default=number)
        against = objections(ours, vectors[least], {**written[least], **words})
        in_spite = sure.get(least, 1.0) < JOINED and against
        least_like = next(codec.decode_text(row[2]) for row in rows if row[0] == least)
        reasons.append(
            Why(
                article=codec.decode_text(name),
                label=codec.decode_text(label),
                likeness=sum(sure.values()) / len(sure) if sure else 0.0,
                names=_worded(words, [term for term in ordered if term in ours.names]),
                terms=_worded(words, [term for term in ordered if term not in ours.names]),
                copy_of=copied,
                against=f"{least_like}: {'; '.join(against)}" if in_spite else None,
            )
        )
    return tuple(sorted(reasons, key=lambda item: item.article))


def _worded(words: Mapping[str, str], terms: Sequence[str]) -> tuple[str, ...]:
    return tuple(words.get(term, term) for term in terms[:SHOWN])


MOST_ASKED = 4
"""Articles of the event that look-alikes are looked for with."""
ALIKE = 0.12
"""Likeness of all terms from which another event looks like this one: of unrelated articles few reach it."""
MOST_LOOK_ALIKES = 3
"""Look-alikes that are shown, the most alike first."""


def look_alikes_of(store: Store, event: str) -> tuple[LookAlike, ...]:
    """Other events that look like this one, inside `writing` (an article may have to be indexed first)."""
    index_what_is_missing(store)
    rows = store.rows(
        """SELECT number FROM articles WHERE event = ? AND current = 1 AND removed IS NULL
        ORDER BY number LIMIT ?""",
        (event, MOST_ASKED),
    )
    weighing = Weighing(store)
    most: dict[str, tuple[float, int, int]] = {}
    joined: set[str] = set()
    for (number,) in rows:
        weighing.load([number])
        fingerprint = fingerprint_of(article_of(store, number))
        asked = words_to_ask(fingerprint, weighing.vectors[number].weights, weighing)
        found = [item for item in candidates(store, asked, fingerprint.day) if item[1] != event]
        weighing.load(other for other, _ in found)
        for other, its_event in found:
            seen = evidence(weighing.vectors[number], weighing.vectors[other])
            if seen.sureness >= JOINED:
                joined.add(its_event)
            elif seen.cosine >= ALIKE:
                most[its_event] = max(most.get(its_event, (0.0, 0, 0)), (seen.cosine, number, other))
    best = sorted(most.items(), key=lambda item: (-item[1][0], item[0]))
    return tuple(
        LookAlike(
            other_event,
            _title(store, other_event),
            objections(weighing.vectors[a], weighing.vectors[b], _words(store, a, b)),
        )
        for other_event, (_, a, b) in best[:MOST_LOOK_ALIKES]
        if other_event not in joined
    )


def _words(store: Store, one: int, other: int) -> Mapping[str, str]:
    return {**fingerprint_of(article_of(store, other)).words, **fingerprint_of(article_of(store, one)).words}


def _title(store: Store, event: str) -> str | None:
    row = store.row("SELECT coalesce(title, heading) FROM events WHERE id = ?", (event,))
    return codec.decode_text_or_none(row[0]) if row else None
