"""The articles of a comparison, each at the width of its pane: every paragraph wrapped once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from newsdiff.model import Article, Block, Comparison
from widgets.panes.cells import Piece
from widgets.text.harmless import harmless, short
from widgets.text.wrapping import fitted, wrap_offsets

INDENT = 2
"""Cells by which a paragraph begins further right that follows another without a blank line."""
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class PaneText:
    """One article from its beginning to its end, in its own order."""

    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...]
    """For every piece the number of its paragraph; of what was put aside that of the paragraph before it."""
    piece_of: dict[int, int]
    """Number of a paragraph -> the piece it stands in."""
    tops: tuple[int, ...]
    """First line of each piece when they stand one below the other, and the height of all."""


class TextBook:
    """All pieces of a comparison; `widths` are the cells that each article has.

    `show_noise`: with what was put aside.
    """

    def __init__(self, comparison: Comparison, widths: Mapping[str, int], show_noise: bool = False) -> None:
        self.comparison = comparison
        self.widths = widths
        self.show_noise = show_noise
        self._wrapped: dict[tuple[str, int], Piece] = {}
        self._texts: dict[object, PaneText] = {}

    def with_noise(self, show_noise: bool) -> TextBook:
        """The same at the same widths, with or without what was put aside."""
        book = TextBook(self.comparison, self.widths, show_noise)
        book._wrapped = self._wrapped
        return book

    def text_of(self, pane: str, folded: tuple[range, ...]) -> PaneText:
        """The article of a pane, these runs of its paragraphs folded into one line each."""
        key = (pane, folded)
        if key not in self._texts:
            self._texts = {**dict(list(self._texts.items())[-31:]), key: self._text(pane, folded)}
        return self._texts[key]

    def _text(self, pane: str, folded: tuple[range, ...]) -> PaneText:
        pieces: list[Piece] = []
        numbers: list[int] = []
        piece_of: dict[int, int] = {}
        for piece, number in self._pieces(self.comparison.article(pane), folded):
            if piece.role != "aside":
                piece_of[number] = len(pieces)
            pieces.append(piece)
            numbers.append(number)
        tops = accumulate((piece.height for piece in pieces), initial=0)
        return PaneText(tuple(pieces), tuple(numbers), piece_of, tuple(tops))

    def _pieces(self, article: Article, folded: tuple[range, ...]) -> Iterator[tuple[Piece, int]]:
        run_at = {run.start: run for run in folded}
        hidden: range = range(0)
        number = -1
        for block in article.blocks:
            if block.role == "paragraph":
                number += 1
                if number in run_at:
                    hidden = run_at[number]
                    yield self._fold(article, block, len(hidden)), number
                elif number not in hidden:
                    yield self.paragraph(block, INDENT), number
            elif block.role != "title" and self.show_noise and number not in hidden:
                yield self._aside(article, block), max(0, number)

    def paragraph(self, block: Block, indent: int = 0) -> Piece:
        """A paragraph, wrapped, its first line so many cells further right."""
        key = (block.id, indent)
        piece = self._wrapped.get(key)
        if piece is None:
            article, _ = self.comparison.blocks[block.id]
            text = " " * indent + harmless(article.text[block.start : block.end])
            breaks = wrap_offsets(text, self.widths[article.id])
            piece = self._wrapped[key] = Piece("paragraph", text, breaks, block.start, indent, block.id)
        return piece

    def flush(self, piece: Piece) -> Piece:
        """A paragraph without its indent."""
        _, block = self.comparison.blocks[piece.block]
        return self.paragraph(block)

    def _aside(self, article: Article, block: Block) -> Piece:
        key = (block.id, 0)
        if key not in self._wrapped:
            prefix = f"╎ {block.reason or block.role}: "
            text = prefix + harmless(article.text[block.start : block.end])
            breaks = wrap_offsets(text, self.widths[article.id])
            self._wrapped[key] = Piece("aside", text, breaks, block.start, len(prefix), block.id)
        return self._wrapped[key]

    def _fold(self, article: Article, block: Block, count: int) -> Piece:
        """``▸ 14 ¶ unmatched in NPR``: nothing like it was found, though it may be there."""
        whole = f"▸ {count} ¶ unmatched in {short(article.label, LONGEST_LABEL)}"
        text, _ = fitted(whole, self.widths[article.id])
        return Piece("fold", text, (), block.start, 0, block.id)


def gutter_width(comparison: Comparison) -> int:
    """Cells left of the panes: a bar, the sign, the number of the row, a blank, the mark of the pane."""
    return max(5, len(str(len(comparison.rows))) + 4)
