"""Which rows stand level in the panes in view.

Every pane keeps the order of its own article, so a row can be level only in the panes whose order agrees with
the order of the rows. Of each pane as many of its rows are kept as follow each other (a longest increasing
subsequence); what it reports elsewhere is left where it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from newsdiff.model import Comparison
from widgets.reading.comparison_index import index_of

LevelRows: TypeAlias = dict[int, dict[str, int]]
"""Row -> the panes in which it is level, each with the number of the paragraph that stands there."""
_ROUNDS = 3
"""Times the orders are compared anew: a row that is left with one pane keeps others from nothing more."""


def level_rows(
    comparison: Comparison, in_view: Sequence[str], together: frozenset[str] = frozenset()
) -> LevelRows:
    """The rows that are level in two or more of the panes in view, from top to bottom.

    The paragraphs of `together` are level in any case: what would cross them is not.
    """
    index = index_of(comparison)
    rows: LevelRows = {}
    for row, cells in enumerate(index.cells):
        here = {pane: index.number_of[cells[pane][0].id] for pane in in_view if pane in cells}
        if len(here) > 1:
            rows[row] = here
    if group := wanted(comparison, in_view, together):
        rows = around(rows, *group)
    kept = rows
    for _ in range(_ROUNDS):
        kept = _in_order(rows, in_view)
        if len(kept) == len(rows):
            break
        rows = {row: rows[row] for row in kept}
    return kept


def wanted(
    comparison: Comparison, in_view: Sequence[str], together: frozenset[str]
) -> tuple[int, dict[str, int]] | None:
    """The paragraphs that are wanted level, as one row; None for fewer than two in view."""
    index = index_of(comparison)
    here: dict[str, int] = {}
    rows = []
    for paragraph in sorted(together & index.row_index.keys()):
        pane = comparison.blocks[paragraph][0].id
        if pane in in_view and pane not in here:
            here[pane] = index.number_of[paragraph]
            rows.append(index.row_index[paragraph])
    return (min(rows), here) if len(here) > 1 else None


def around(rows: LevelRows, row: int, here: dict[str, int]) -> LevelRows:
    """The rows above and below a row that is wanted level, that row between them."""
    above: LevelRows = {}
    below: LevelRows = {}
    for other, numbers in rows.items():
        if other == row:
            continue
        shared = [pane for pane in numbers if pane in here]
        if all(numbers[pane] < here[pane] for pane in shared) and (shared or other < row):
            above[other] = numbers
        elif all(numbers[pane] > here[pane] for pane in shared):
            below[other] = numbers
    return {**above, row: here, **below}


def _in_order(rows: LevelRows, in_view: Sequence[str]) -> LevelRows:
    """The rows that two or more panes keep when each keeps what follows each other in it."""
    kept: LevelRows = {row: {} for row in rows}
    for pane in in_view:
        having = [row for row in rows if pane in rows[row]]
        for at in longest_increasing([rows[row][pane] for row in having]):
            kept[having[at]][pane] = rows[having[at]][pane]
    return {row: here for row, here in kept.items() if len(here) > 1}


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """The positions of a longest strictly increasing subsequence."""
    ends: list[int] = []
    positions: list[int] = []
    before = [-1] * len(numbers)
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        if length == len(ends):
            ends.append(number)
            positions.append(at)
        else:
            ends[length], positions[length] = number, at
        before[at] = positions[length - 1] if length else -1
    found = []
    at = positions[-1] if positions else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
