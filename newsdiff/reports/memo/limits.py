"""How long the memo is before its appendix: a limit of words for every chapter, 900 for all of them.

Every chapter shows as many of its lines as fit, the first always; the others stand in the appendix. Above 17
sources their lines and numbers alone go beyond the limits: there they come without headlines. What the
reader wrote, confirmed or asked a program for comes on top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Generic, TypeVar

from newsdiff.quick_dataclass import dataclass

T = TypeVar("T")

SOURCES: Final = 170
"""Words of the list of sources: every source is named, its headline is cut to what is left, or left out."""
DIFFERENCES: Final = 310
"""Words of the differences that nobody judged."""
IN_NO_TAKE: Final = 20
"""Words on articles in no take; the takes themselves are few, and have 40 or so."""
REPORTED: Final = 110
ALONE: Final = 60
QUOTATIONS: Final = 60
CORRECTIONS: Final = 70
"""With the opening, 60 words, the chapters have 900."""
OPINIONS: Final = 2
"""Lines of each group of second opinions."""
MOST_COUNTED: Final = 10
"""Sources of which it is said how many passages only each has; of more they are counted together."""
WORDS_OF_A_SOURCE: Final = 6
"""Number, outlet and day."""
WORDS_OF_A_STEP: Final = 2
"""A point of a figure over time."""
LEAST_OF_A_HEADLINE: Final = 4


@dataclass(frozen=True, slots=True)
class Chapter(Generic[T]):
    """Lines of one chapter: those before the appendix, and the others."""

    shown: tuple[T, ...]
    rest: tuple[T, ...]

    @property
    def all(self) -> tuple[T, ...]:
        """Both, in their order."""
        return self.shown + self.rest


def chapter(lines: Iterable[T], words: Callable[[T], int], limit: int) -> Chapter[T]:
    """The lines with those shown that fit into a limit of words; the first is shown in any case."""
    ordered, left, fits = tuple(lines), limit, 0
    for line in ordered:
        left -= words(line)
        if left < 0 and fits:
            break
        fits += 1
    return Chapter(ordered[:fits], ordered[fits:])


def words_in(text: str) -> int:
    """Words as a reader counts them: with a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def more_below(rest: Sequence[object]) -> str:
    """``and 3 more below``: in the appendix, or in a later chapter of a full report."""
    return f"and {len(rest):,} more below"
