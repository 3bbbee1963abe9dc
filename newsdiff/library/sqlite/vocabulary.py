"""The terms that articles tell: each has a number and is counted once for every article that tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Store

_BY_TERM = "SELECT term, number FROM terms WHERE term IN (SELECT value FROM json_each(?))"
_BY_NUMBER = "SELECT number, term, articles FROM terms WHERE number IN (SELECT value FROM json_each(?))"
_HIGHEST = "SELECT coalesce(max(number), 0) FROM terms"


def count(store: Store, terms: Collection[str]) -> Mapping[str, int]:
    """Count the terms of one more article, inside `writing`; says the number of each."""
    numbers: dict[str, int] = dict(store.rows(_BY_TERM, (codec.to_json(list(terms)),)))
    store.run_many(
        "UPDATE terms SET articles = articles + 1 WHERE number = ?",
        [(number,) for number in sorted(numbers.values())],
    )
    ((highest,),) = store.rows(_HIGHEST)
    new = [term for term in terms if term not in numbers]
    numbers.update((term, highest + place) for place, term in enumerate(new, 1))
    store.run_many("INSERT INTO terms VALUES (?, ?, 1)", [(numbers[term], term) for term in new])
    return numbers


class Vocabulary:
    """Terms by their numbers and how many articles tell them, each looked up once. Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.terms: dict[int, str] = {}
        """Number -> term."""
        self.holding: dict[str, int] = {}
        """Term -> articles that tell it."""

    def learn(self, numbers: Iterable[int]) -> None:
        """Look up those of the terms that are not known yet."""
        missing = sorted(set(numbers).difference(self.terms))
        if missing:
            rows = self._store.rows(_BY_NUMBER, (codec.to_json(missing),))
            self.terms.update((number, term) for number, term, _ in rows)
            self.holding.update((term, articles) for _, term, articles in rows)
