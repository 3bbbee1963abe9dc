"""Events that are reported in much the same words as another and are not it, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Mapping

from newsdiff.events.fingerprint import fingerprint_of
from newsdiff.events.joining import JOINED
from newsdiff.events.objections import objections
from newsdiff.events.similarity import evidence
from newsdiff.library.records import LookAlike
from newsdiff.library.tables import codec
from newsdiff.library.tables.grouping.candidates import candidates
from newsdiff.library.tables.grouping.cluster import words_to_ask
from newsdiff.library.tables.grouping.vectors import Weighing
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import article_of
from newsdiff.library.tables.texts.index_completion import index_what_is_missing

MOST_ASKED = 4
"""Articles of the event that look-alikes are looked for with."""
ALIKE = 0.12
"""Likeness of all terms from which another event looks like this one: of unrelated articles few reach it."""
SHOWN = 3
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
        for other_event, (_, a, b) in best[:SHOWN]
        if other_event not in joined
    )


def _words(store: Store, one: int, other: int) -> Mapping[str, str]:
    return {**fingerprint_of(article_of(store, other)).words, **fingerprint_of(article_of(store, one)).words}


def _title(store: Store, event: str) -> str | None:
    row = store.row("SELECT coalesce(title, heading) FROM events WHERE id = ?", (event,))
    return codec.decode_text_or_none(row[0]) if row else None
