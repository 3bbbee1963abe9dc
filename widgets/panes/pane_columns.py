"""How many panes fit beside each other, how wide they are, and which part of them is in view.

When not all panes fit, they stand on a band that slides under the screen: some panes in full, and a peek
of the next one that says there is more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

SEPARATOR = " │ "
NARROWEST = 34
"""Fewer cells make a column of prose hard to read."""
COMFORTABLE = 40
"""What a pane should have before one more is put on the screen, when panes have to slide anyway."""
PEEK = 0.5
"""The part of a pane that shows beside those in full: two and a half of them on a common screen."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The visible part of one pane."""

    pane: int
    """Number of the pane from the left, 0 the first."""
    x: int
    """Cell of the screen at which it begins, right of the gutter."""
    skip: int
    """Cells of the pane that are cut off at its left side."""
    width: int
    """Cells that are visible."""


@dataclass(frozen=True, slots=True)
class PaneColumns:
    """The geometry of all panes for one width of the screen."""

    panes: int
    available: int
    pane_width: int
    full: int
    """How many panes stand on the screen in full."""

    @property
    def sliding(self) -> bool:
        """Whether some panes are out of view."""
        return self.panes > self.full

    def offset_for(self, focus: int, offset: int, pin: bool = False) -> int:
        """How far the band must be slid to bring the focused pane into view; as little as possible."""
        if not self.sliding:
            return 0
        step = self.pane_width + len(SEPARATOR)
        pinned = self._pinned(pin)
        available = self.available - pinned * step
        if focus < pinned:
            return offset
        left = (focus - pinned) * step
        end = (self.panes - pinned) * step - len(SEPARATOR) - available
        if left < offset:
            offset = left
        elif left + self.pane_width > offset + available:
            # The pane at the left edge stays whole: half words are easier to bear at the right edge.
            whole = max(1, (available + len(SEPARATOR)) // step)
            offset = (focus - pinned - whole + 1) * step
        return max(0, min(offset, end))

    @lru_cache(64)  # noqa: B019 - the views ask for every line of the screen; few geometries are kept
    def slots(self, offset: int, pin: bool = False) -> tuple[Slot, ...]:
        """The visible parts of panes, from left to right."""
        step = self.pane_width + len(SEPARATOR)
        pinned = self._pinned(pin)
        found = [Slot(0, 0, 0, self.pane_width)] if pinned else []
        edge = pinned * step
        for pane in range(pinned, self.panes):
            x = edge + (pane - pinned) * step - offset
            skip = max(0, edge - x)
            width = min(self.pane_width - skip, self.available - x - skip)
            if width > 0 and skip < self.pane_width:
                found.append(Slot(pane, x + skip, skip, width))
        return tuple(found)

    def _pinned(self, pin: bool) -> int:
        return int(pin and self.sliding and self.full > 1)


def columns_for(panes: int, available: int) -> PaneColumns:
    """The geometry for so many panes in so many cells (gutter not counted)."""
    gap = len(SEPARATOR)
    even = (available - gap * (panes - 1)) // max(1, panes)
    if even >= NARROWEST or panes < 2:
        return PaneColumns(panes, available, max(1, even), panes)
    full = max(1, int((available + gap) / (COMFORTABLE + gap) - PEEK + 0.1))
    width = int((available - gap * full) / (full + PEEK))
    width = min(max(width, NARROWEST), available)
    return PaneColumns(panes, available, max(1, width), full)
