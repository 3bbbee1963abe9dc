"""Where everything stands in the aligned panes.

Every article runs on in its own order, and the rows that two or more panes in view report begin on one line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsdiff.model import Comparison
from widgets.panes.cells import Piece
from widgets.panes.level_budget import affordable
from widgets.panes.level_rows import LevelRows, level_rows, wanted
from widgets.panes.text_book import PaneText, TextBook, gutter_width
from widgets.reading.comparison_index import index_of
from widgets.reading.lit import Lit
from widgets.reading.reading_moves import folds, paragraph_here, paragraph_number
from widgets.reading.reading_state import ReadingState, panes


class PackedLayout:
    """The lines of the panes in view at a state. Lines count from 0 at the top of the text."""

    def __init__(
        self, comparison: Comparison, state: ReadingState, book: TextBook, in_view: Sequence[str]
    ) -> None:
        self.comparison = comparison
        self.book = book
        self.shown = panes(state, comparison)
        self.in_view = tuple(in_view)
        self.gutter = gutter_width(comparison)
        self.texts: dict[str, PaneText] = {
            pane: book.text_of(pane, folds(state, comparison, pane)) for pane in in_view
        }
        self.tops: dict[str, list[int]] = {pane: [] for pane in in_view}
        """Pane -> the first line of each of its pieces."""
        self.ends: dict[str, int] = {}
        """Pane -> the line below its last piece."""
        self.level: LevelRows = self._affordable(state.together)
        self.row_lines: dict[int, int] = {}
        """Row that is level -> its line."""
        self.rows_at: dict[int, int] = {}
        """Line -> the row that begins there."""
        self._level_row: dict[str, dict[int, int]] = {pane: {} for pane in in_view}
        """Pane -> its pieces that are level, each with its row."""
        self._place()
        self.total = max(self.ends.values(), default=0)
        self._level_lines = sorted(self.rows_at)

    def _affordable(self, together: frozenset[str]) -> LevelRows:
        """The rows that stay level although some panes have to wait for others."""
        level = level_rows(self.comparison, self.in_view, together)
        asked_for = wanted(self.comparison, self.in_view, together)
        texts = self.texts
        lines = {
            row: {pane: texts[pane].tops[texts[pane].piece_of[at]] for pane, at in numbers.items()}
            for row, numbers in level.items()
        }
        heights = {pane: text.tops[-1] for pane, text in texts.items()}
        return affordable(level, lines, heights, asked_for[0] if asked_for else None)

    def _place(self) -> None:
        reached = dict.fromkeys(self.in_view, 0)
        for row, numbers in self.level.items():
            at = {pane: self.texts[pane].piece_of[number] for pane, number in numbers.items()}
            for pane, piece in at.items():
                reached[pane] = self._run_on(pane, piece, reached[pane])
            line = max(reached[pane] for pane in at)
            self.row_lines[row] = line
            self.rows_at.setdefault(line, row)
            for pane, piece in at.items():
                self._level_row[pane][piece] = row
                self.tops[pane].append(line)
                reached[pane] = line + self.piece(pane, piece).height
        for pane in self.in_view:
            self.ends[pane] = self._run_on(pane, len(self.texts[pane].pieces), reached[pane])

    def _run_on(self, pane: str, until: int, line: int) -> int:
        """Place the next pieces of a pane from a line on, up to a piece; the line below them."""
        placed, natural = self.tops[pane], self.texts[pane].tops
        first = len(placed)
        shift = line - natural[first]
        placed.extend(top + shift for top in natural[first:until])
        return natural[until] + shift

    def piece(self, pane: str, number: int) -> Piece:
        """A piece of a pane; where it is level it has no indent."""
        piece = self.texts[pane].pieces[number]
        return self.book.flush(piece) if number in self._level_row[pane] else piece

    def is_level(self, pane: str, number: int) -> bool:
        """Whether a piece begins a level row."""
        return number in self._level_row[pane]

    def number_at(self, pane: str, line: int) -> int | None:
        """The piece of a pane on a line, or the last one above it; None above the first."""
        number = bisect_right(self.tops[pane], line) - 1
        return number if number >= 0 else None

    def paragraph_at(self, pane: str, line: int) -> int | None:
        """The number of the paragraph of a pane on a line, or above it; None in a pane without any."""
        piece = self.number_at(pane, max(0, line))
        number = None if piece is None else self.texts[pane].numbers[piece]
        return number if number in self.texts[pane].piece_of else None

    def paragraph_from(self, pane: str, line: int) -> int | None:
        """The number of the first paragraph of a pane that begins on a line or below; None below the last."""
        number = bisect_right(self.tops[pane], line - 1)
        while number < len(self.tops[pane]) and self.piece(pane, number).role == "aside":
            number += 1
        return self.texts[pane].numbers[number] if number < len(self.tops[pane]) else None

    def cursor(self, state: ReadingState) -> int | None:
        """The piece under the cursor; None where the focused article is out of view or has none."""
        if state.pane not in self.texts:
            return None
        number = paragraph_number(state, self.comparison)
        return None if number is None else self.texts[state.pane].piece_of.get(number)

    def beside_cursor(self, state: ReadingState) -> dict[str, int]:
        """The pieces that are drawn as those of the cursor, by pane: its own, and those level with it."""
        number = self.cursor(state)
        return {} if number is None else self.beside(state.pane, number)

    def lit_pieces(self, lit: Lit) -> set[tuple[str, int]]:
        """Panes in view and their pieces with words that are lit."""
        index = index_of(self.comparison)
        found = (
            (article, self.texts[article].piece_of.get(index.number_of[paragraph]))
            for article, paragraph in lit.paragraphs(self.comparison)
            if article in self.texts
        )
        return {(pane, number) for pane, number in found if number is not None}

    def span_of(self, pane: str, number: int) -> tuple[int, int]:
        """The first line of a piece, and how many lines it has."""
        return self.tops[pane][number], self.piece(pane, number).height

    def beside(self, pane: str, number: int) -> dict[str, int]:
        """The pieces that are level with a piece, itself among them, by pane."""
        if not self.is_level(pane, number):
            return {pane: number}
        row = self._level_row[pane][number]
        return {one: self.texts[one].piece_of[at] for one, at in self.level[row].items()}

    def level_blocks(self, pane: str, number: int) -> frozenset[str]:
        """Ids of the paragraphs that are level with a piece."""
        return frozenset(self.piece(one, at).block for one, at in self.beside(pane, number).items())

    def crosses(self, pane: str, number: int) -> bool:
        """Whether another pane in view reports what a piece reports, but not beside it."""
        piece = self.piece(pane, number)
        if piece.role != "paragraph":
            return False
        level = self.beside(pane, number) if self.is_level(pane, number) else {}
        also = index_of(self.comparison).also_in(piece.block)
        return any(one in also and one not in level for one in self.in_view)

    def line_of(self, pane: str, offset: int) -> int | None:
        """The line on which an offset of an article stands; None where it is out of view."""
        block = index_of(self.comparison).paragraph_at(pane, offset)
        if block is None or pane not in self.texts:
            return None
        number = self.texts[pane].piece_of.get(index_of(self.comparison).number_of[block.id])
        if number is None:
            return None
        piece = self.piece(pane, number)
        return self.tops[pane][number] + (piece.line_of(offset) if piece.role == "paragraph" else 0)

    def rows_in(self, first: int, last: int, row: int) -> tuple[int, int]:
        """The first and the last level row between two lines and the one above; `row` where there is none."""
        low = max(0, bisect_right(self._level_lines, first) - 1)
        high = bisect_right(self._level_lines, last)
        found = [self.rows_at[line] for line in self._level_lines[low:high]]
        return (min(found), max(found)) if found else (row, row)


def also_out_of_view(state: ReadingState, layout: PackedLayout) -> tuple[int, ...]:
    """The numbers of the panes out of view that report what stands under the cursor, counted from 1."""
    block = paragraph_here(state, layout.comparison)
    also = index_of(layout.comparison).also_in(block.id) if block else frozenset()
    return tuple(
        number
        for number, pane in enumerate(layout.shown, start=1)
        if pane in also and pane not in layout.in_view
    )
