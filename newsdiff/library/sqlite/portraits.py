"""Portraits of articles: kept as numbers of terms, read a dozen at a time."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import date

from newsdiff.events.portrait import Portrait
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Store
from newsdiff.library.sqlite.vocabulary import Vocabulary, count

_MOST_TOLD = 65_535
"""What two bytes hold: a term told more often counts as told so often."""
_TERM_SIZE = 6
"""Bytes of a term in a portrait: its number and how often it is told."""

_WANTED = "WHERE number IN (SELECT value FROM json_each(?))"


def keep(store: Store, number: int, portrait: Portrait) -> None:
    """Write a portrait and count its terms, inside `writing`."""
    numbers = count(store, portrait.terms)
    told = [min(times, _MOST_TOLD) for times in portrait.terms.values()]
    terms = [numbers[term] for term in portrait.terms]
    names = sorted(numbers[name] for name in portrait.names)
    store.insert(
        "portraits",
        number=number,
        day=portrait.day.toordinal() if portrait.day else None,
        terms=struct.pack(f"<{len(terms)}I{len(told)}H", *terms, *told),
        names=struct.pack(f"<{len(names)}I", *names),
        shingles=struct.pack(f"<{len(portrait.shingles)}Q", *sorted(portrait.shingles)),
    )


def read(store: Store, numbers: Iterable[int], vocabulary: Vocabulary) -> dict[int, Portrait]:
    """The portraits of articles by their numbers; `vocabulary` knows all their terms afterwards."""
    rows = store.rows(
        f"SELECT number, day, terms, names, shingles FROM portraits {_WANTED}",
        (codec.to_json(list(numbers)),),
    )
    unpacked = [(number, day, *_terms(terms), _numbers("I", names), _numbers("Q", shingles))
                for number, day, terms, names, shingles in rows]  # fmt: skip
    vocabulary.learn(term for _, _, terms, *_ in unpacked for term in terms)
    term_of = vocabulary.terms.__getitem__
    return {
        number: Portrait(
            dict(zip(map(term_of, terms), told, strict=True)),
            frozenset(map(term_of, names)),
            date.fromordinal(day) if day else None,
            frozenset(shingles),
        )
        for number, day, terms, told, names, shingles in unpacked
    }


def shingles_of(store: Store, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """What tells copies, of articles by their numbers."""
    rows = store.rows(f"SELECT number, shingles FROM portraits {_WANTED}", (codec.to_json(list(numbers)),))
    return {number: frozenset(_numbers("Q", shingles)) for number, shingles in rows}


def _terms(packed: bytes) -> tuple[Sequence[int], Sequence[int]]:
    """Numbers of terms, and how often each is told."""
    size = len(packed) // _TERM_SIZE
    both = struct.unpack(f"<{size}I{size}H", packed)
    return both[:size], both[size:]


def _numbers(kind: str, packed: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(packed) // struct.calcsize(f'<{kind}')}{kind}", packed)
