"""Where every row stands: the bands of the grid one below the other, in lines."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from newsdiff.model import Comparison
from widgets.cells import CellBook
from widgets.comparison_index import Band
from widgets.reading_moves import band_number, bands
from widgets.reading_state import ReadingState, panes

SEPARATOR_LINES = 1


class GridLayout:
    """The bands of a comparison at a state, with the line at which each begins."""

    def __init__(self, comparison: Comparison, state: ReadingState, book: CellBook) -> None:
        self.comparison = comparison
        self.book = book
        self.shown = panes(state, comparison)
        self.gutter = gutter_width(comparison)
        self.bands = bands(state, comparison)
        heights = book.heights(self.shown)
        self.heights = [1 if band.folded else heights[band.first] for band in self.bands]
        self.tops = list(accumulate((height + SEPARATOR_LINES for height in self.heights), initial=0))

    @property
    def total(self) -> int:
        """Lines of all bands."""
        return self.tops[-1]

    def number_at(self, line: int) -> int:
        """The band on a line; the last one for a line below it."""
        return max(0, min(bisect_right(self.tops, line), len(self.bands)) - 1)

    def number_of(self, row: int) -> int:
        """The band that holds a row."""
        return band_number(self.bands, row)

    def span_of(self, row: int) -> tuple[int, int]:
        """The first line of the band of a row, and how many lines of text it has."""
        if not self.bands:
            return 0, 0
        number = self.number_of(row)
        return self.tops[number], self.heights[number]

    def band(self, number: int) -> Band:
        """The band of that number."""
        return self.bands[number]

    def shift(self, number: int, cell_height: int, first_visible: int) -> int:
        """How many lines a cell slides down in its band because the band's top is above the screen."""
        stuck = self.stuck(number, first_visible)
        return min(stuck, self.heights[number] - cell_height)

    def stuck(self, number: int, first_visible: int) -> int:
        """How many lines of text of a band are above the screen."""
        return min(max(0, first_visible - self.tops[number]), self.heights[number])

    def line_on_screen(self, row: int, pane: str, offset: int, first_visible: int) -> int | None:
        """The line on which an offset of an article stands at a scroll position."""
        if not self.bands:
            return None
        number = self.number_of(row)
        if self.bands[number].folded:
            return None
        cell = self.book.cell(row, pane)
        line = cell.line_of(offset)
        if line is None:
            return None
        return self.tops[number] + line + self.shift(number, cell.height, first_visible)


def gutter_width(comparison: Comparison) -> int:
    """Cells left of the panes: a bar, sign and note or the row's number, a blank."""
    return max(4, len(str(len(comparison.rows))) + 2)
