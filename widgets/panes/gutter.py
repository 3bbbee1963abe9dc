"""What stands left of a text: the cursor, sign and number of a row, the mark of a paragraph."""

from __future__ import annotations

from typing import TypeAlias

from rich.segment import Segment

from newsdiff.model import Standing
from newsdiff.signs import SIGNS
from widgets.panes.text_marks import Classes
from widgets.text.grid_styles import GridStyles

Mark: TypeAlias = tuple[str, str]
"""A sign of one cell and the class it is drawn in."""
NO_MARK: Mark = (" ", "gutter")
LEVEL: Mark = ("╴", "separator")
"""The paragraph begins a level row."""
ELSEWHERE = "↕"
"""Another pane in view reports the same, but not beside it."""
NOTE = "✎"


def gutter(
    styles: GridStyles, width: int, *, under: Classes, bar: bool, standing: Standing | None, row: int | None,
    mark: Mark,
) -> list[Segment]:  # fmt: skip
    """The cells left of a line: cursor, sign and number of the row that begins here, the mark."""
    number = "" if row is None else str(row + 1)
    sign = Segment(" ", styles.of(*under, "number"))
    if standing is not None and standing != "only":  # no match was found, which is not sure to be none
        sign = Segment(SIGNS[standing], styles.of(*under, f"sign-{standing}"))
    return [
        Segment("▌" if bar else " ", styles.of(*under, "cursor-bar")),
        sign,
        Segment(number.rjust(width - 4) + " ", styles.of(*under, "number")),
        Segment(mark[0], styles.of(*under, mark[1])),
    ]


def between(styles: GridStyles, *, under: Classes, bar: bool, mark: Mark) -> list[Segment]:
    """The cells between two panes, with the mark of the right one."""
    line = "▐" if bar else "├" if mark == LEVEL else "│"
    return [
        Segment(" ", styles.of()),
        Segment(line, styles.of("cursor-bar" if bar else "separator")),
        Segment(mark[0], styles.of(*under, mark[1])),
    ]
