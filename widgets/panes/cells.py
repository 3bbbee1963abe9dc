"""Paragraphs wrapped to the width of a pane, and what stands on which of their lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

PieceRole: TypeAlias = Literal["paragraph", "aside", "fold", "margin"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines in a pane: a paragraph, a block put aside, or a line of ours."""

    role: PieceRole
    text: str
    breaks: tuple[int, ...] = ()
    start: int = 0
    """Offset in the article's text of the first character after the prefix."""
    prefix: int = 0
    """How many characters at the beginning are not the article's."""
    block: str = ""
    """Id of its block; of a fold the first block folded away, of a margin note its relation."""

    @property
    def height(self) -> int:
        """In lines."""
        return len(self.breaks) + 1

    def line(self, number: int) -> tuple[int, int]:
        """The slice of `text` that stands on a line; blanks at its end are dropped."""
        start = self.breaks[number - 1] if number else 0
        end = self.breaks[number] if number < len(self.breaks) else len(self.text)
        return start, start + len(self.text[start:end].rstrip(" "))

    def offset(self, position: int) -> int | None:
        """The article's offset for a position in `text`; None on a line that is not the article's."""
        if self.role not in ("paragraph", "aside"):
            return None
        return self.start + max(0, position - self.prefix)

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the article stands."""
        return bisect_right(self.breaks, max(0, offset - self.start) + self.prefix)


@dataclass(frozen=True, slots=True)
class Cell:
    """Pieces one below the other."""

    pieces: tuple[Piece, ...]
    tops: tuple[int, ...]
    """First line of each piece, and the height of all."""

    @property
    def height(self) -> int:
        """In lines."""
        return self.tops[-1]

    def at(self, line: int) -> tuple[Piece, int] | None:
        """The piece on a line and the number of the line in it; None below the last."""
        if not 0 <= line < self.tops[-1]:
            return None
        number = bisect_right(self.tops, line) - 1
        return self.pieces[number], line - self.tops[number]


def cell_of(pieces: Iterable[Piece]) -> Cell:
    """A cell of these pieces."""
    kept = tuple(pieces)
    return Cell(kept, tuple(accumulate((piece.height for piece in kept), initial=0)))
