"""One piece of a pane as segments, drawn line by line when they are asked for and then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.selection import Selection

from widgets.panes.cells import Piece
from widgets.panes.text_marks import Classes, Runs
from widgets.text.grid_styles import GridStyles
from widgets.text.wrapping import clipped, cluster_edge, is_narrow

MOST_KEPT_LINES = 400
"""Lines kept of one piece; only a paragraph as long as a book has more."""


@dataclass
class PiecePicture:
    """A piece at one state of the cursor."""

    styles: GridStyles
    piece: Piece
    base: Classes
    """The classes that lie under all of it."""
    width: int
    runs_of: Callable[[Piece], Runs]
    selection: Selection | None = None
    """What is selected, if it can touch this pane."""
    column: int = 0
    """The line on which its pane begins in the coordinates of the selection, in which the panes stand one
    below the other; with `top`, the line of the piece in its pane, it makes the coordinates of a line."""
    top: int = 0
    _lines: dict[int, list[Segment]] = field(default_factory=dict)
    _runs: Runs | None = None

    @cached_property
    def _is_narrow(self) -> bool:
        return is_narrow(self.piece.text)

    def line(self, line: int) -> list[Segment]:
        """The segments of a line, filled up to the width of the pane."""
        if line not in self._lines:
            if len(self._lines) > MOST_KEPT_LINES:
                self._lines.clear()
            self._lines[line] = self.segments(line, offsets=False)
        return self._lines[line]

    def segments(self, line: int, *, offsets: bool) -> list[Segment]:
        """The segments of a line, with the selection's coordinates if so wished."""
        virtual = self.column + self.top + line
        start, end = self.piece.line(line)
        segments: list[Segment] = []
        used = x = 0
        for text, classes in self._line_runs(start, end, virtual):
            last = cells = len(text)
            if not self._is_narrow or used + cells > self.width:
                _, last, _, cells = clipped(text, 0, max(0, self.width - used))
            if last:
                style = self.styles.of(*self.base, *classes)
                segments.append(Segment(text[:last], with_offset(style, x, virtual) if offsets else style))
            used += cells
            x += len(text)
        if pad := self.width - used:
            base = self.styles.of(*self.base)
            segments.append(Segment(" " * pad, with_offset(base, x, virtual) if offsets else base))
        return segments

    def _line_runs(self, start: int, end: int, virtual: int) -> list[tuple[str, Classes]]:
        """The stretches of one line, the selection laid over them."""
        runs = self._runs = self._runs or self.runs_of(self.piece)
        text = self.piece.text
        span = self.selection.get_span(virtual) if self.selection is not None else None
        low, high = (
            (end, end) if span is None else (start + span[0], end if span[1] == -1 else start + span[1])
        )
        low, high = (min(end, cluster_edge(text, edge)) for edge in (low, high))
        found: list[tuple[str, Classes]] = []
        position = start
        for number in range(max(0, bisect_right(runs.edges, start) - 1), len(runs.classes)):
            if position >= end:
                break
            edge, classes = runs.edges[number + 1], runs.classes[number]
            edge = min(end, edge if self._is_narrow else cluster_edge(text, edge))
            if edge > position and low >= high:
                found.append((text[position:edge], classes))
            elif edge > position:
                for begin, until in cut(position, edge, low, high):
                    inside = low <= begin < high
                    found.append((text[begin:until], (*classes, "selection") if inside else classes))
            position = max(position, edge)
        return found


def cut(start: int, end: int, low: int, high: int) -> list[tuple[int, int]]:
    """``start…end`` cut at `low` and `high` where these lie inside."""
    edges = sorted({start, end, min(max(low, start), end), min(max(high, start), end)})
    return list(pairwise(edges))


def with_offset(style: RichStyle, x: int, y: int) -> RichStyle:
    """The style with the place that Textual's selection reads from it."""
    return style + RichStyle.from_meta({"offset": (x, y)})
