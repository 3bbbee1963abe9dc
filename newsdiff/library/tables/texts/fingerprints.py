"""Fingerprints of articles: stored as numbers of terms, read a dozen at a time."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

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
_SEEN_ONCE_MORE = "UPDATE terms SET articles = articles + 1 WHERE number {}"


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


def keep(store: Store, number: int, fingerprint: ArticleFingerprint) -> None:
    """Write a fingerprint and count its terms, inside `writing`."""
    numbers = count(store, fingerprint.terms)
    store.insert(
        "portraits",
        number=number,
        day=fingerprint.day.toordinal() if fingerprint.day else None,
        terms=memoryview(_packed(fingerprint, numbers)),
        shingles=memoryview(struct.pack(f"<{len(fingerprint.shingles)}Q", *sorted(fingerprint.shingles))),
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
        found[number] = ArticleFingerprint(
            dict(zip(words, counts, strict=True)),
            _signed(words, signs, _NAME),
            _signed(words, signs, _CORE),
            _signed(words, signs, _HEADLINE),
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


def _signed(terms: Sequence[str], signs: Sequence[int], wanted: int) -> frozenset[str]:
    return frozenset(term for term, sign in zip(terms, signs, strict=True) if sign & wanted)


def _hashes(shingles: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f"<{len(shingles) // 8}Q", shingles))


def count(store: Store, terms: Collection[str]) -> Mapping[str, int]:
    """Count the terms of one more article, inside `writing`; says the number of each."""
    numbers: dict[str, int] = dict(
        store.rows(_BY_TERM.format(store.dialect.words), (codec.to_json(list(terms)),))
    )
    known = codec.to_json(sorted(numbers.values()))
    store.run(_SEEN_ONCE_MORE.format(store.dialect.numbers), (known,))
    ((highest,),) = store.rows(_HIGHEST)
    new = [term for term in terms if term not in numbers]
    numbers.update((term, highest + place) for place, term in enumerate(new, 1))
    store.run_many("INSERT INTO terms VALUES (?, ?, 1)", [(numbers[term], term) for term in new])
    return numbers
