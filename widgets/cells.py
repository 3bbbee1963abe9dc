"""The cells of the grid: what one article tells in one row, wrapped to the width of a pane."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

from newsdiff.model import Article, Block, Comparison
from widgets.comparison_index import index_of
from widgets.harmless import harmless
from widgets.wrapping import wrap_offsets

PieceRole: TypeAlias = Literal["paragraph", "aside", "gap", "crossing", "margin"]
MOST_CROSSINGS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines in a cell: a paragraph, a block put aside, or a line of ours."""

    role: PieceRole
    text: str
    breaks: tuple[int, ...] = ()
    start: int = 0
    """Offset in the article's text of the first character after the prefix."""
    prefix: int = 0
    """How many characters at the beginning are not the article's."""
    block: str = ""
    """Id of its block; of a margin note the relation it tells of."""

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
        if self.role in ("gap", "crossing", "margin"):
            return None
        return self.start + max(0, position - self.prefix)

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the article stands."""
        return bisect_right(self.breaks, max(0, offset - self.start) + self.prefix)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article tells in one row."""

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

    def line_of(self, offset: int) -> int | None:
        """The line on which an offset of the article stands, None when not in this cell."""
        for piece, top in zip(self.pieces, self.tops, strict=False):
            length = len(piece.text) - piece.prefix
            if piece.role in ("paragraph", "aside") and piece.start <= offset < piece.start + max(1, length):
                return top + piece.line_of(offset)
        return None


def cell_of(pieces: Iterable[Piece]) -> Cell:
    """A cell of these pieces."""
    kept = tuple(pieces)
    return Cell(kept, tuple(accumulate((piece.height for piece in kept), initial=0)))


class CellBook:
    """All cells of a comparison at one width of a pane. Paragraphs are wrapped once and kept."""

    def __init__(self, comparison: Comparison, width: int, show_noise: bool) -> None:
        self.comparison = comparison
        self.width = width
        self.show_noise = show_noise
        self._index = index_of(comparison)
        self._wrapped: dict[str, Piece] = {}
        self._cells: dict[tuple[int, str], Cell] = {}
        self._heights: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._asides = {article.id: asides(article) for article in comparison.articles} if show_noise else {}

    def with_noise(self, show_noise: bool) -> CellBook:
        """The same at the same width, with or without what was put aside."""
        book = CellBook(self.comparison, self.width, show_noise)
        book._wrapped = self._wrapped
        return book

    def heights(self, shown: tuple[str, ...]) -> tuple[int, ...]:
        """The height of every row in lines, without its separator."""
        if shown not in self._heights:
            rows = range(len(self.comparison.rows))
            self._heights[shown] = tuple(max(1, *(self._height(row, pane) for pane in shown)) for row in rows)
        return self._heights[shown]

    def _height(self, row: int, pane: str) -> int:
        """As `cell(row, pane).height`, without building the cell in the common case."""
        blocks = self._index.cells[row].get(pane, ())
        if len(blocks) == 1 and not self.show_noise:
            return self.paragraph(blocks[0]).height
        return self.cell(row, pane).height

    def cell(self, row: int, pane: str) -> Cell:
        """What an article tells in a row."""
        key = (row, pane)
        if key not in self._cells:
            self._cells[key] = cell_of(self._pieces(row, pane))
        return self._cells[key]

    def _pieces(self, row: int, pane: str) -> list[Piece]:
        blocks = self._index.cells[row].get(pane, ())
        around = self._asides.get(pane, {})
        order = self.order_of(pane) if len(blocks) > 1 else {}
        pieces: list[Piece] = []
        for number, block in enumerate(blocks):
            if number:
                next_one = order[block.id] == order[blocks[number - 1].id] + 1
                pieces.append(Piece("gap", "" if next_one else "⋯"))
            before, after = around.get(block.id, ((), ()))
            pieces += [self._aside(pane, aside) for aside in before]
            pieces.append(self.paragraph(block))
            pieces += [self._aside(pane, aside) for aside in after]
        if not blocks and row == 0 and pane in self._asides and not self.comparison.article(pane).paragraphs:
            pieces += [self._aside(pane, aside) for aside in around.get("", ((), ()))[0]]
        if not blocks and (crossings := self._index.crossings(row, pane)):
            pieces.append(Piece("crossing", crossing_text(crossings)))
        return pieces

    def order_of(self, pane: str) -> dict[str, int]:
        """Paragraph id -> its number in the article."""
        return {block.id: number for number, block in enumerate(self.comparison.article(pane).paragraphs)}

    def paragraph(self, block: Block) -> Piece:
        """A paragraph, wrapped."""
        piece = self._wrapped.get(block.id)
        if piece is None:
            article, _ = self.comparison.blocks[block.id]
            text = harmless(article.text[block.start : block.end])
            piece = Piece("paragraph", text, wrap_offsets(text, self.width), block.start, 0, block.id)
            self._wrapped[block.id] = piece
        return piece

    def _aside(self, pane: str, block: Block) -> Piece:
        key = f"aside {block.id}"
        if key not in self._wrapped:
            prefix = f"╎ {block.reason or block.role}: "
            text = prefix + harmless(self.comparison.article(pane).text[block.start : block.end])
            breaks = wrap_offsets(text, self.width)
            self._wrapped[key] = Piece("aside", text, breaks, block.start, len(prefix), block.id)
        return self._wrapped[key]


def crossing_text(rows: tuple[int, ...]) -> str:
    """``↗ row 12, 14`` for the rows of these indices."""
    numbers = ", ".join(str(row + 1) for row in rows[:MOST_CROSSINGS])
    more = " …" if len(rows) > MOST_CROSSINGS else ""
    return f"↗ row {numbers}{more}"


def asides(article: Article) -> dict[str, tuple[tuple[Block, ...], tuple[Block, ...]]]:
    """Paragraph id -> the blocks put aside that stand before it (the first only) and after it.

    An article without a paragraph has them under the empty id.
    """
    before: list[Block] = []
    after: dict[str, list[Block]] = {}
    latest = ""
    for block in article.blocks:
        if block.role == "paragraph":
            latest = block.id
            after[latest] = []
        elif block.role != "title":
            (after[latest] if latest else before).append(block)
    first = next(iter(after), "")
    result = {key: ((), tuple(value)) for key, value in after.items()}
    return {**result, first: (tuple(before), result.get(first, ((), ()))[1])}
