"""Vectors of articles: their fingerprints, weighed by how rare each term is in this library. Reads only."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.events.similarity import Vector, rarity, vector_of
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts import fingerprints
from newsdiff.library.tables.texts.fingerprints import Vocabulary


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
