"""One row of the grid as lines of the screen, drawn when they are asked for and then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.selection import Selection
from textual.strip import Strip

from newsdiff.model import Relation
from widgets.panes.cells import Cell, Piece
from widgets.panes.grid_styles import GridStyles
from widgets.panes.pane_columns import SEPARATOR, Slot
from widgets.panes.text_marks import Classes, Runs
from widgets.reading.reading_state import SIGNS
from widgets.text.wrapping import clipped, width_of

MOST_KEPT_LINES = 400
"""Lines kept of one row; only a paragraph as long as a book has more."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """What stands left of a row."""

    relation: Relation
    number: int
    note: str | None
    """The style of the sign that a note stands here; None without one."""
    width: int


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell with its slot on the screen."""

    slot: Slot
    cell: Cell
    base: Classes


@dataclass
class RowPicture:
    """A row at one state of the cursor: its cells, styles and the lines drawn so far."""

    styles: GridStyles
    gutter: Gutter
    cells: Sequence[DrawnCell]
    height: int
    """Lines of text; the separator comes after them."""
    width: int
    current: bool
    focus_slot: int | None
    runs_of: Callable[[Piece, str], Runs]
    panes: Sequence[str]
    top: int = 0
    """The line on which the row begins; with `total` it makes the coordinates of the selection, in which
    the panes stand one below the other."""
    total: int = 0
    """Lines of all rows."""
    selection: Selection | None = None
    selected_pane: int | None = None
    _lines: dict[tuple[int, int], Strip] = field(default_factory=dict)
    _runs: dict[tuple[int, int], Runs] = field(default_factory=dict)

    def strip(self, line: int, stuck: int) -> Strip:
        """Line `line` of the row when its first `stuck` lines are above the screen.

        A cell that is lower than the row then slides down with the screen, so that its text stays in view
        as long as the higher one is being read.
        """
        key = (line, stuck if line < self.height else 0)
        if (strip := self._lines.get(key)) is None:
            if len(self._lines) > MOST_KEPT_LINES:
                self._lines.clear()
            strip = self._lines[key] = Strip(self.segments(line, stuck, offsets=False), self.width)
        return strip

    def segments(self, line: int, stuck: int, *, offsets: bool) -> list[Segment]:
        """The segments of a line, with the selection's coordinates if so wished."""
        if line >= self.height:
            return self._separator()
        segments = self._gutter(line, stuck)
        x = 0
        for number, drawn in enumerate(self.cells):
            if number:
                segments.append(self._between(number))
                x += len(SEPARATOR)
            segments += self._cell_line(drawn, line, stuck, offsets)
            x += drawn.slot.width
        if rest := self.width - self.gutter.width - x:
            segments.append(Segment(" " * rest, self._style(("row",) if self.current else ())))
        return segments

    def _style(self, classes: Classes) -> RichStyle:
        return self.styles.of(*classes)

    def _gutter(self, line: int, stuck: int) -> list[Segment]:
        under: Classes = ("row",) if self.current else ()
        bar = Segment("▌" if self.current else " ", self._style((*under, "cursor-bar")))
        room = self.gutter.width - 1
        if line == stuck:
            sign = Segment(SIGNS[self.gutter.relation], self._style((*under, f"sign-{self.gutter.relation}")))
            note = Segment(
                "✎" if self.gutter.note else " ", self._style((*under, self.gutter.note or "note"))
            )
            return [bar, sign, note, Segment(" " * (room - 2), self._style(under))]
        number = f"{self.gutter.number}".rjust(room - 1) if line == stuck + 1 else " " * (room - 1)
        return [bar, Segment(number + " ", self._style((*under, "number")))]

    def _separator(self) -> list[Segment]:
        room = self.gutter.width
        number = f"{self.gutter.number}".rjust(room - 1) if self.height == 1 else " " * (room - 1)
        return [
            Segment(number + " ", self._style(("number",))),
            Segment("┈" * (self.width - room), self._style(("separator",))),
        ]

    def _between(self, number: int) -> Segment:
        under: Classes = ("row",) if self.current else ()
        if self.focus_slot == number:
            return Segment(" ▐ ", self._style((*under, "cursor-bar")))
        return Segment(SEPARATOR, self._style((*under, "separator")))

    def _cell_line(self, drawn: DrawnCell, line: int, stuck: int, offsets: bool) -> list[Segment]:
        slot, base = drawn.slot, self._style(drawn.base)
        # The cell's own line: a low cell slides down as far as the row lets it.
        line -= min(stuck, max(0, self.height - drawn.cell.height))
        virtual = slot.pane * self.total + self.top + line
        found = drawn.cell.at(line) if line >= 0 else None
        goes_on = line == self.height - 1 < drawn.cell.height - 1
        segments: list[Segment] = []
        used = x = 0
        if found is not None:
            piece, number = found
            start, end = piece.line(number)
            room = slot.width - goes_on
            if goes_on and width_of(piece.text[start:end]) > room:
                blank = piece.text.rfind(" ", start, end)
                end = blank if blank > start else end
            for text, classes in self._line_runs(drawn, piece, start, end, virtual):
                _, last, _, cells = clipped(text, 0, max(0, room - used))
                if last:
                    style = self._style((*drawn.base, *classes))
                    if offsets:
                        style = with_offset(style, x, virtual)
                    segments.append(Segment(text[:last], style))
                used += cells
                x += len(text)
            if goes_on:
                segments.append(Segment("…", self._style((*drawn.base, "hint"))))
                used += 1
        if pad := slot.width - used:
            segments.append(Segment(" " * pad, with_offset(base, x, virtual) if offsets else base))
        return segments

    def _line_runs(
        self, drawn: DrawnCell, piece: Piece, start: int, end: int, virtual: int
    ) -> list[tuple[str, Classes]]:
        """The stretches of one line of a piece, the selection laid over them."""
        key = (drawn.slot.pane, id(piece))
        runs = self._runs.get(key)
        if runs is None:
            runs = self._runs[key] = self.runs_of(piece, self.panes[drawn.slot.pane])
        selected = self._selected(drawn, virtual, start, end)
        found = []
        number = max(0, bisect_right(runs.edges, start) - 1)
        position = start
        while position < end and number < len(runs.classes):
            edge = min(end, runs.edges[number + 1])
            classes = runs.classes[number]
            if selected is None:
                found.append((piece.text[position:edge], classes))
            else:
                for low, high in cut(position, edge, *selected):
                    inside = selected[0] <= low < selected[1]
                    found.append((piece.text[low:high], (*classes, "selection") if inside else classes))
            position = edge
            number += 1
        return found

    def _selected(self, drawn: DrawnCell, virtual: int, start: int, end: int) -> tuple[int, int] | None:
        """The slice of the piece's text on this line that is selected."""
        if self.selection is None or self.selected_pane not in (None, drawn.slot.pane):
            return None
        span = self.selection.get_span(virtual)
        if span is None:
            return None
        return start + span[0], end if span[1] == -1 else start + span[1]


def cut(start: int, end: int, low: int, high: int) -> list[tuple[int, int]]:
    """``start…end`` cut at `low` and `high` where these lie inside."""
    edges = sorted({start, end, min(max(low, start), end), min(max(high, start), end)})
    return list(pairwise(edges))


def with_offset(style: RichStyle, x: int, y: int) -> RichStyle:
    """The style with the place that Textual's selection reads from it."""
    return style + RichStyle.from_meta({"offset": (x, y)})
