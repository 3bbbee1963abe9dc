"""Which of the rows are worth the blank lines that it takes to make them level.

Where one article needs far more words than another between two rows, the shorter one waits: its column is
blank. Rows are given up, those first that save most lines, until the whole event is hardly longer than its
longest article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from widgets.panes.level_rows import LevelRows

Lines: TypeAlias = Mapping[int, Mapping[str, int]]
"""Row -> pane -> the line at which its paragraph would stand if the article ran on from its beginning."""
MOST = 1.2
"""How much longer than the longest article alone the level panes may be. Set by hand: a reader must not turn
more than 1.3 times the pages of the plain texts, and most of the screen must hold text."""
FEW_ROWS = 60
"""Of so many the best row to give up is found by trying all; of more those with the most blank lines go."""
_SHARE = 12
"""Of many rows one in so many goes at a time."""


def affordable(
    level: LevelRows, lines: Lines, heights: Mapping[str, int], always: int | None = None
) -> LevelRows:
    """The rows that stay level; `heights` are the lines of each article alone. `always` is never given up."""
    most = MOST * max(heights.values(), default=0)
    kept = dict(level)
    while kept:
        blank, height = _blank_lines(kept, lines, heights)
        if height <= most:
            break
        given_up = [row for row in _worst(kept, lines, heights, always, blank) if row != always]
        if not given_up:
            break
        for row in given_up:
            del kept[row]
    return kept


def total(level: LevelRows, lines: Lines, heights: Mapping[str, int]) -> int:
    """The lines of all panes when these rows are level."""
    late = dict.fromkeys(heights, 0)
    for row in level:
        at = lines[row]
        line = max(at[pane] + late[pane] for pane in level[row])
        for pane in level[row]:
            late[pane] = line - at[pane]
    return max(heights[pane] + late[pane] for pane in heights)


def _worst(
    level: LevelRows, lines: Lines, heights: Mapping[str, int], always: int | None, blank: Mapping[int, int]
) -> list[int]:
    """The rows to give up next: of few that whose loss saves most lines, of equals that of fewest panes."""
    if len(level) <= FEW_ROWS:
        others = [row for row in level if row != always]
        saved = {row: _without(row, level, lines, heights) for row in others}
        return sorted(others, key=lambda row: (saved[row], len(level[row]), row))[:1]
    return sorted(level, key=lambda row: (-blank[row], row))[: len(level) // _SHARE]


def _without(row: int, level: LevelRows, lines: Lines, heights: Mapping[str, int]) -> int:
    return total({one: panes for one, panes in level.items() if one != row}, lines, heights)


def _blank_lines(level: LevelRows, lines: Lines, heights: Mapping[str, int]) -> tuple[dict[int, int], int]:
    """Row -> the blank lines above it in all of its panes together; and the lines of all panes."""
    late = dict.fromkeys(heights, 0)
    blank = {}
    for row in level:
        at = lines[row]
        line = max(at[pane] + late[pane] for pane in level[row])
        blank[row] = sum(line - at[pane] - late[pane] for pane in level[row])
        for pane in level[row]:
            late[pane] = line - at[pane]
    return blank, max(heights[pane] + late[pane] for pane in heights)
