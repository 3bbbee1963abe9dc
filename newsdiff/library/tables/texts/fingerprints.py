"""Fingerprints of articles: stored as numbers of terms, read a dozen at a time."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from newsdiff.events.fingerprint import ArticleFingerprint
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store

_HIGHEST_COUNT = 65_535
"""What two bytes hold: a term that occurs more often counts as so often."""
_TERM_SIZE = 7
"""Bytes of a term: its number, how often it occurs, what it is."""
_NAME, _CORE, _HEADLINE = 1, 2, 4
"""The bits that say what a term is."""

_BY_TERM = "SELECT term, number FROM terms WHERE term {}"
_BY_NUMBER = "SELECT number, term, articles FROM terms WHERE number {}"
_HIGHEST = "SELECT coalesce(max(number), 0) FROM terms"
_SEEN_AGAIN = "UPDATE terms SET articles = articles + ? WHERE number {}"


class Vocabulary:
    """Terms by their numbers and how many articles have them, each looked up once. Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.terms: dict[int, str] = {}
        """Number -> term."""
        self.holding: dict[str, int] = {}
        """Term -> articles that have it."""

    def learn(self, numbers: Iterable[int]) -> None:
        """Look up those of the terms that are not known yet."""
        missing = sorted(set(numbers).difference(self.terms))
        if missing:
            rows = self._store.rows(_BY_NUMBER.format(self._store.dialect.numbers), (codec.to_json(missing),))
            self.terms.update((number, term) for number, term, _ in rows)
            self.holding.update((term, articles) for _, term, articles in rows)


def keep(store: Store, some: Mapping[int, ArticleFingerprint]) -> None:
    """Write the fingerprints of articles by their numbers and count their terms, inside `writing`."""
    numbers = count(store, Counter(chain.from_iterable(one.terms for one in some.values())))
    store.run_many(
        "INSERT INTO portraits (number, day, terms, shingles) VALUES (?, ?, ?, ?)",
        [
            (
                number,
                one.day.toordinal() if one.day else None,
                memoryview(_packed(one, numbers)),
                memoryview(struct.pack(f"<{len(one.shingles)}Q", *sorted(one.shingles))),
            )
            for number, one in some.items()
        ],
    )


def read(store: Store, numbers: Iterable[int], vocabulary: Vocabulary) -> dict[int, ArticleFingerprint]:
    """The fingerprints of articles by their numbers; `vocabulary` knows all their terms afterwards."""
    rows = store.rows(
        f"SELECT number, day, terms, shingles FROM portraits WHERE number {store.dialect.numbers}",
        (codec.to_json(list(numbers)),),
    )
    unpacked = [(number, day, *_unpacked(terms), shingles) for number, day, terms, shingles in rows]
    vocabulary.learn(term for _, _, terms, *_ in unpacked for term in terms)
    found = {}
    for number, day, terms, counts, signs, shingles in unpacked:
        words = [vocabulary.terms[term] for term in terms]
        signed = [(word, sign) for word, sign in zip(words, signs, strict=True) if sign]
        found[number] = ArticleFingerprint(
            dict(zip(words, counts, strict=True)),
            _those_with(_NAME, signed),
            _those_with(_CORE, signed),
            _those_with(_HEADLINE, signed),
            date.fromordinal(day) if day else None,
            _hashes(shingles),
        )
    return found


def shingles_of(store: Store, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """The hashes that show copies, of articles by their numbers."""
    rows = store.rows(
        f"SELECT number, shingles FROM portraits WHERE number {store.dialect.numbers}",
        (codec.to_json(list(numbers)),),
    )
    return {number: _hashes(shingles) for number, shingles in rows}


def _packed(fingerprint: ArticleFingerprint, numbers: Mapping[str, int]) -> bytes:
    size = len(fingerprint.terms)
    counts = (min(times, _HIGHEST_COUNT) for times in fingerprint.terms.values())
    signs = (
        _NAME * (term in fingerprint.names)
        | _CORE * (term in fingerprint.core)
        | _HEADLINE * (term in fingerprint.headline)
        for term in fingerprint.terms
    )
    return struct.pack(
        f"<{size}I{size}H{size}B", *(numbers[term] for term in fingerprint.terms), *counts, *signs
    )


def _unpacked(terms: bytes) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    """Numbers of terms, how often each occurs, and what each is."""
    size = len(terms) // _TERM_SIZE
    all_three = struct.unpack(f"<{size}I{size}H{size}B", terms)
    return all_three[:size], all_three[size : 2 * size], all_three[2 * size :]


def _those_with(wanted: int, signed: Iterable[tuple[str, int]]) -> frozenset[str]:
    return frozenset([term for term, sign in signed if sign & wanted])


def _hashes(shingles: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f"<{len(shingles) // 8}Q", shingles))


def count(store: Store, terms: Mapping[str, int]) -> Mapping[str, int]:
    """Count terms of more articles (term -> of how many), inside `writing`; says the number of each."""
    numbers: dict[str, int] = dict(
        store.rows(_BY_TERM.format(store.dialect.words), (codec.to_json(list(terms)),))
    )
    alike: dict[int, list[int]] = {}
    for term, number in numbers.items():
        alike.setdefault(terms[term], []).append(number)
    for times, some in sorted(alike.items()):
        store.run(_SEEN_AGAIN.format(store.dialect.numbers), (times, codec.to_json(sorted(some))))
    if new := [term for term in terms if term not in numbers]:
        ((highest,),) = store.rows(_HIGHEST)
        numbers.update((term, highest + place) for place, term in enumerate(new, 1))
        store.run_many("INSERT INTO terms VALUES (?, ?, ?)", [(numbers[one], one, terms[one]) for one in new])
    return numbers
