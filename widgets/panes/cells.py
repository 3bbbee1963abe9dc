"""The cells of the grid: what one article says in one row, wrapped to the width of a pane."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

from newsdiff.model import Article, Block, Comparison
from widgets.reading.comparison_index import index_of
from widgets.text.harmless import harmless
from widgets.text.wrapping import wrap_offsets

PieceRole: TypeAlias = Literal["paragraph", "aside", "gap", "crossing", "elsewhere", "margin"]
_NOT_THE_ARTICLES: frozenset[PieceRole] = frozenset(("gap", "crossing", "elsewhere", "margin"))
MOST_CROSSINGS = 3
PEEK_LINES = 2
"""How high a row is that only a pane cut off by the edge of the screen has."""


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
    """Id of its block; of a margin note its relation, of "also in" the article."""

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
        if self.role in _NOT_THE_ARTICLES:
            return None
        return self.start + max(0, position - self.prefix)

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the article stands."""
        return bisect_right(self.breaks, max(0, offset - self.start) + self.prefix)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in one row."""

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
        self._heights: dict[str, list[int]] = {}
        self._row_heights: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
        self._narrow: dict[int, CellBook] = {}
        self._asides = {article.id: asides(article) for article in comparison.articles} if show_noise else {}

    def with_noise(self, show_noise: bool) -> CellBook:
        """The same at the same width, with or without what was put aside."""
        book = CellBook(self.comparison, self.width, show_noise)
        book._wrapped = self._wrapped
        return book

    def narrow(self, width: int) -> CellBook:
        """The same for a pane of which only so many cells are in view."""
        if width not in self._narrow:
            self._narrow[width] = CellBook(self.comparison, width, self.show_noise)
        return self._narrow[width]

    def heights(self, whole: tuple[str, ...], cut: tuple[str, ...] = ()) -> list[int]:
        """The height of every row in lines, without its separator, as these panes have it.

        A row is as high as what the panes that stand there `whole` say. One that they do not have is low:
        it says who does, and lets a pane that is `cut` off by the edge begin.
        """
        if (known := self._row_heights.get((whole, cut))) is not None:
            return known
        heights = list(map(max, *map(self._heights_of, whole))) if len(whole) > 1 else [
            *self._heights_of(whole[0])
        ]  # fmt: skip
        cells = self._index.cells
        for row, height in enumerate(heights):
            if not height:
                lines = 1 + bool(self._index.crossings(row, whole[0]))
                heights[row] = max(lines, PEEK_LINES) if any(pane in cells[row] for pane in cut) else lines
        self._row_heights = {**dict(list(self._row_heights.items())[-7:]), (whole, cut): heights}
        return heights

    def _heights_of(self, pane: str) -> list[int]:
        """For every row the lines that an article's text takes, 0 where it has none."""
        if pane not in self._heights:
            self._heights[pane] = [self._height(row, pane) for row in range(len(self.comparison.rows))]
        return self._heights[pane]

    def _height(self, row: int, pane: str) -> int:
        """As `cell(row, pane).height`, without building the cell in the common case."""
        blocks = self._index.cells[row].get(pane, ())
        if len(blocks) == 1 and not self.show_noise:
            return self.paragraph(blocks[0]).height
        if not blocks and (row or not self.show_noise):
            return 0
        cell = self.cell(row, pane)
        return cell.height if any(piece.role != "crossing" for piece in cell.pieces) else 0

    def cell(self, row: int, pane: str) -> Cell:
        """What an article says in a row."""
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
