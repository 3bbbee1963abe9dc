"""Loose search over short wordings: titles, outlets, headlines, names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from newsdiff.letters import to_ascii
from newsdiff.quick_dataclass import dataclass

T = TypeVar("T")

FORGIVING_UP_TO = 1_000
"""Events up to which a search that finds nothing forgives typing errors: that looks at all of them."""
_FLOOR = 80.0
"""Least similarity of a word to a part of a wording; lets one slip through in five letters."""
_NEEDLE = 64
"""`partial_ratio` can freeze on longer needles (rapidfuzz issue 430)."""


@dataclass(frozen=True, slots=True)
class SearchHit(Generic[T]):
    """Something that can be searched for."""

    item: T
    wordings: tuple[str, ...]


def plain_letters(text: str) -> str:
    """Letters as a person types them: without case, accents and foreign scripts."""
    return to_ascii(text).casefold()


def best_first(things: Sequence[SearchHit[T]], words: str) -> tuple[T, ...]:
    """Those that have every word, best match first, equals in their given order."""
    wanted = [word[:_NEEDLE] for word in plain_letters(words).split()]
    scored = [(_score(wanted, thing.wordings), thing.item) for thing in things]
    kept = [(score, item) for score, item in scored if score >= _FLOOR]
    return tuple(item for _, item in sorted(kept, key=lambda pair: -pair[0]))


def _score(wanted: Sequence[str], wordings: Iterable[str]) -> float:
    """The match of the word that matches worst; 100 when all are there letter by letter."""
    from rapidfuzz.fuzz import partial_ratio

    text = plain_letters("\n".join(wordings))
    return min(
        (100.0 if word in text else _loose(partial_ratio(word, text), word) for word in wanted), default=100.0
    )


def _loose(ratio: float, word: str) -> float:
    """A loose match counts for words long enough to be recognised with a slip."""
    return min(ratio, 99.0) if len(word) >= 4 else 0.0
