"""Articles each in its own order: which paragraph of one stands level with which of another.

The panes are scrolled so that what is linked is level. Where a paragraph has no counterpart the last one
above it that has holds: the panes then run on side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from newsdiff.model import Block, Comparison
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import paragraph_number
from widgets.reading.reading_state import ReadingState


class OwnOrder:
    """The orders of all articles of one comparison, and how they hang together."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._index = index_of(comparison)
        self.number_of = self._index.number_of
        self._anchors: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}

    def blocks(self, article: str) -> tuple[Block, ...]:
        """The paragraphs of an article, in its own order."""
        return self.comparison.article(article).paragraphs

    def counterpart(self, block: Block, other: str) -> Block | None:
        """The paragraph of another article that reports the same: of the same row, else the best linked."""
        row = self._index.row_index.get(block.id)
        if row is not None and (level := self._index.cells[row].get(other)):
            return level[0]
        for linked in self._index.linked(block.id):
            article, found = self.comparison.blocks[linked]
            if article.id == other:
                return found
        return None

    def anchor(self, pane: str, number: int, other: str) -> tuple[int, int]:
        """The pair of paragraphs (of `pane`, of `other`) that holds at paragraph `number` of `pane`."""
        if not self.blocks(pane) or not self.blocks(other):
            return 0, 0
        return self._pairs(pane, other)[number]

    def _pairs(self, pane: str, other: str) -> tuple[tuple[int, int], ...]:
        key = (pane, other)
        if key not in self._anchors:
            latest, pairs = (0, 0), []
            for number, block in enumerate(self.blocks(pane)):
                there = self.counterpart(block, other)
                if there is not None:
                    latest = (number, self.number_of[there.id])
                pairs.append(latest)
            self._anchors[key] = tuple(pairs)
        return self._anchors[key]

    def cursor(self, state: ReadingState) -> int:
        """The number of the paragraph under the cursor in the focused article's own order; 0 without any."""
        return paragraph_number(state, self.comparison) or 0

    def row_of(self, block: Block) -> int:
        """The row in which a paragraph is read when the panes are aligned."""
        return self._index.row_index.get(block.id, 0)


def level_with(
    order: OwnOrder, tops: Mapping[str, Sequence[int]], lines: Mapping[str, int], state: ReadingState,
    number: int, other: str,
) -> int:  # fmt: skip
    """The first line of `other` that is in view when it is level with the focused pane.

    `tops` are the first lines of the paragraphs of every pane, `lines` the first line in view of each,
    `number` is the focused paragraph. May be negative: then there are blank lines above the text.
    """
    here, there = order.anchor(state.pane, number, other)
    nudges = dict(state.nudges)
    shift = nudges.get(other, 0) - nudges.get(state.pane, 0)
    return lines[state.pane] + tops[other][there] - tops[state.pane][here] + shift


def nudged(state: ReadingState, pane: str, by: int) -> tuple[tuple[str, int], ...]:
    """The calibration when a pane is shifted by so many lines more."""
    nudges = dict(state.nudges)
    nudges[pane] = nudges.get(pane, 0) + by
    return tuple(sorted((key, value) for key, value in nudges.items() if value))


def calibrated(
    order: OwnOrder, tops: Mapping[str, Sequence[int]], lines: Mapping[str, int], state: ReadingState
) -> tuple[tuple[str, int], ...]:
    """The calibration under which the panes stand level just as they stand now."""
    number = order.cursor(state)
    nudges = dict(state.nudges)
    for other in lines:
        if other != state.pane:
            off = lines[other] - level_with(order, tops, lines, state, number, other)
            nudges[other] = nudges.get(other, 0) + off
    return tuple(sorted((key, value) for key, value in nudges.items() if value))


def paragraph_on(tops: Sequence[int], line: int) -> int:
    """The paragraph that stands on a line; the nearest where there is none."""
    return max(0, min(bisect_right(tops, line) - 1, len(tops) - 2))
