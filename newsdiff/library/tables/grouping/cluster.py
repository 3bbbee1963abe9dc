"""Articles that come in find their events: candidates out of the full-text index, then average linkage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from newsdiff.events.fingerprint import ArticleFingerprint
from newsdiff.events.joining import JOINED, MOST_COMPARED, Group, join
from newsdiff.events.search_words import searchable
from newsdiff.events.similarity import Vector, rarity, similarity, vector_of
from newsdiff.library.tables.codec import to_json
from newsdiff.library.tables.grouping.candidates import ASKED_TERMS, TOO_COMMON, candidates
from newsdiff.library.tables.grouping.mutable_events import events_of_clusters, mutable_articles
from newsdiff.library.tables.store import Row, Store
from newsdiff.library.tables.texts import fingerprints
from newsdiff.library.tables.texts.fingerprints import Vocabulary
from newsdiff.quick_dataclass import dataclass

WORTH_A_LOOK = JOINED / 5
"""Likeness of two articles from which their events are compared as wholes."""
NEAREST = 6
"""Events that an article is compared with as wholes; 3 to 16 group alike."""


class Weighing:
    """Vectors by the number of their article, each worked out once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._vocabulary = Vocabulary(store)
        row = store.row("SELECT value FROM facts WHERE key = 'articles indexed'")
        self._articles = int(row[0]) if row else 1
        self._rarity: dict[str, float] = {}
        self.vectors: dict[int, Vector] = {}

    def load(self, numbers: Iterable[int]) -> None:
        """Work out the vectors of these articles that are not there yet."""
        missing = sorted(set(numbers).difference(self.vectors))
        if missing:
            read = fingerprints.read(self._store, missing, self._vocabulary)
            holding = self._vocabulary.holding
            for term in holding.keys() - self._rarity.keys():
                self._rarity[term] = rarity(term, self._articles, holding[term])
            for number, fingerprint in read.items():
                self.vectors[number] = vector_of(fingerprint, self._rarity.__getitem__, self._articles)

    def holding(self, term: str) -> int:
        """How many articles have a term of a vector."""
        return self._vocabulary.holding[term]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An article that was just kept in an event of its own."""

    number: int
    event: str
    fingerprint: ArticleFingerprint


@dataclass(frozen=True, slots=True)
class Settled:
    """What grouping found."""

    events: dict[str, str]
    """Event -> the event it belongs to, for the events of the newcomers and those that are left whole."""
    articles: dict[int, str]
    """Number of an article that goes to another event -> that event, which may not be there yet."""


class Grouping:
    """Where the newcomers of one batch belong. Reads only."""

    def __init__(self, store: Store, newcomers: Sequence[Newcomer]) -> None:
        self._store = store
        self._newcomers = newcomers
        self._weighing = Weighing(store)
        self._weighing.load(newcomer.number for newcomer in newcomers)
        self._vectors = self._weighing.vectors

    def settle(self) -> Settled:
        """Decide where the newcomers, and the articles of small events around them, belong."""
        fresh = {newcomer.event for newcomer in self._newcomers}
        around = {newcomer.number: self._alike(newcomer) for newcomer in self._newcomers}
        old = self._oldest_first(sorted({event for events in around.values() for event in events} - fresh))
        small = mutable_articles(self._store, list(old))
        mutable = {event: small[event] for event in old if event in small}
        self._weighing.load(number for numbers in mutable.values() for number in numbers)
        home_of = {number: event for event, numbers in mutable.items() for number in numbers}
        groups = [self._kept_group(event) for event in old if event not in mutable]
        groups += [Group(_key(number), (self._vectors[number],)) for number in home_of]
        groups += [Group(newcomer.event, (self._vectors[newcomer.number],)) for newcomer in self._newcomers]
        near: set[tuple[str, str]] = set()
        for newcomer in self._newcomers:
            near |= _pairs_around(newcomer, around[newcomer.number], mutable)
        apart = {(one, other) for one, other in self._about("SELECT one, other FROM apart WHERE one {}", old)}
        untouchable = {event for event, is_own in old.items() if is_own}

        def are_apart(one: str, other: str) -> bool:
            return (min(one, other), max(one, other)) in apart or {one, other} <= untouchable

        final = join(groups, near, apart=are_apart)
        clusters: dict[str, list[int]] = {}
        for number in home_of:
            clusters.setdefault(final[_key(number)], []).append(number)
        whole = {event: final[event] for event in old if event not in mutable}
        home = events_of_clusters(clusters, mutable, {cluster: cluster for cluster in whole.values()})
        events = {event: home.get(final[event], final[event]) for event in (*whole, *sorted(fresh))}
        moved = {number: home[final[_key(number)]] for number in home_of}
        return Settled(events, {number: to for number, to in moved.items() if to != home_of[number]})

    def _alike(self, newcomer: Newcomer) -> list[str]:
        """Events worth comparing with an article, the most alike first."""
        ours = self._vectors[newcomer.number]
        words = words_to_ask(newcomer.fingerprint, ours.weights, self._weighing)
        asked = candidates(self._store, words, newcomer.fingerprint.day)
        found = [item for item in asked if item[0] != newcomer.number]
        self._weighing.load(number for number, _ in found)
        best: dict[str, float] = {}
        for number, event in found:
            if event != newcomer.event:
                best[event] = max(best.get(event, 0.0), similarity(ours, self._vectors[number]))
        alike = [event for event, score in best.items() if score >= WORTH_A_LOOK]
        return sorted(alike, key=lambda event: (-best[event], event))[:NEAREST]

    def _kept_group(self, event: str) -> Group:
        rows = self._store.rows(
            "SELECT number FROM articles WHERE event = ? AND current = 1 AND removed IS NULL ORDER BY number",
            (event,),
        )
        numbers = [row[0] for row in rows]
        step = max(1, len(numbers) // MOST_COMPARED)
        chosen = numbers[::step][:MOST_COMPARED]
        self._weighing.load(chosen)
        return Group(event, tuple(self._vectors[n] for n in chosen if n in self._vectors), settled=True)

    def _oldest_first(self, events: Sequence[str]) -> dict[str, bool]:
        """Events, the oldest first; whether the reader made each: two of those are never joined."""
        rows = self._about("SELECT id, grouped FROM events WHERE id {} ORDER BY created, id", events)
        return {event: not grouped for event, grouped in rows}

    def _about(self, sql: str, events: Iterable[str]) -> list[Row]:
        wanted = list(events)
        return self._store.rows(sql.format(self._store.dialect.words), (to_json(wanted),)) if wanted else []


def words_to_ask(
    fingerprint: ArticleFingerprint, weights: Mapping[str, float], weighing: Weighing
) -> dict[str, float]:
    """Words for the terms that weigh most and that another article has too, with their weights."""
    holding = {term: weighing.holding(term) for term in weights}
    shared = [term for term in weights if holding[term] >= 2]
    rare = [term for term in shared if holding[term] <= TOO_COMMON]
    usual = rare or sorted(shared, key=holding.__getitem__)[:3]
    best = sorted(usual, key=lambda term: (-weights[term], term))[:ASKED_TERMS]
    words = {searchable(fingerprint.words.get(term, term)): weights[term] for term in best}
    return {plain: weight for word, weight in words.items() if (plain := word.replace('"', " ").strip())}


def _pairs_around(
    newcomer: Newcomer, alike: Sequence[str], mutable: Mapping[str, Sequence[int]]
) -> set[tuple[str, str]]:
    """Pairs of groups worth comparing because of this article: what is most alike, article by article."""
    keys = [newcomer.event]
    for event in alike:
        keys += [_key(number) for number in mutable[event]] if event in mutable else [event]
    return set(combinations(keys, 2))


def _key(number: int) -> str:
    """The name of a group that is one article of a small event."""
    return f"article {number}"
