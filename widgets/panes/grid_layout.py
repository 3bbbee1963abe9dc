"""Where every row stands: the bands of the grid one below the other, in lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from newsdiff.model import Comparison
from widgets.panes.cells import Cell, CellBook, Piece, cell_of
from widgets.panes.pane_columns import Slot
from widgets.reading.comparison_index import Band, index_of
from widgets.reading.reading_moves import band_number, bands
from widgets.reading.reading_state import ReadingState, panes
from widgets.text.harmless import short

SEPARATOR_LINES = 1
FOLDED_LINES = 1 + SEPARATOR_LINES
LONGEST_LABEL = 20


class GridLayout:
    """The bands of a comparison at a state, with the line at which each begins.

    A row is as high as in the panes in view; what others say makes no blank lines.
    """

    def __init__(
        self, comparison: Comparison, state: ReadingState, book: CellBook, slots: Sequence[Slot] = ()
    ) -> None:
        self.comparison = comparison
        self.book = book
        self.shown = panes(state, comparison)
        self._cells = index_of(comparison).cells
        self._cut = {self.shown[slot.pane]: slot.width for slot in slots if slot.width < book.width}
        self.whole = tuple(self.shown[slot.pane] for slot in slots if slot.width >= book.width) or self.shown
        """The panes that stand on the screen in full."""
        self.gutter = gutter_width(comparison)
        self.bands = bands(state, comparison)
        heights = book.heights(self.whole, tuple(self._cut))
        lines = [
            FOLDED_LINES if band.folded else heights[band.first] + SEPARATOR_LINES for band in self.bands
        ]
        self.tops = list(accumulate(lines, initial=0))

    @property
    def total(self) -> int:
        """Lines of all bands."""
        return self.tops[-1]

    def height(self, number: int) -> int:
        """Lines of text of a band, without its separator."""
        return self.tops[number + 1] - self.tops[number] - SEPARATOR_LINES

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
        return self.tops[number], self.height(number)

    def band(self, number: int) -> Band:
        """The band of that number."""
        return self.bands[number]

    def cell(self, row: int, pane: str) -> Cell:
        """What an article says in a row, wrapped to what is in view of its pane.

        Where no pane that is in view in full reports the row, the first of them says which do.
        """
        book = self.book.narrow(self._cut[pane]) if pane in self._cut else self.book
        cell = book.cell(row, pane)
        if pane == self.whole[0] and (elsewhere := self._also_elsewhere(row)):
            return cell_of((elsewhere, *cell.pieces))
        return cell

    def _also_elsewhere(self, row: int) -> Piece | None:
        """``also in pane 4, vot →``: where a row stands that no pane in view in full has."""
        here = self._cells[row]
        if any(pane in here for pane in self.whole):
            return None
        reporting = [pane for pane in self.shown if pane in here]
        if not reporting:
            return None
        places = "; ".join(self._pointed_at(pane) for pane in reporting)
        return Piece("elsewhere", f"also in {places}", block=reporting[0])

    def _pointed_at(self, pane: str) -> str:
        """``pane 4, vot →``: the key that goes there, the outlet, and where it stands."""
        number = self.shown.index(pane)
        name = f"pane {number + 1}, {short(self.comparison.article(pane).label, LONGEST_LABEL)}"
        return f"{name} →" if number > max(map(self.shown.index, self.whole)) else f"← {name}"

    def shift(self, number: int, cell_height: int, first_visible: int) -> int:
        """How many lines a cell slides down in its band because the band's top is above the screen."""
        stuck = self.stuck(number, first_visible)
        return min(stuck, max(0, self.height(number) - cell_height))

    def stuck(self, number: int, first_visible: int) -> int:
        """How many lines of text of a band are above the screen."""
        return min(max(0, first_visible - self.tops[number]), self.height(number))

    def line_on_screen(self, row: int, pane: str, offset: int, first_visible: int) -> int | None:
        """The line on which an offset of an article stands at a scroll position."""
        if not self.bands:
            return None
        number = self.number_of(row)
        if self.bands[number].folded:
            return None
        cell = self.cell(row, pane)
        line = cell.line_of(offset)
        if line is None:
            return None
        return self.tops[number] + line + self.shift(number, cell.height, first_visible)


def gutter_width(comparison: Comparison) -> int:
    """Cells left of the panes: a bar, sign and note or the row's number, a blank."""
    return max(4, len(str(len(comparison.rows))) + 2)
