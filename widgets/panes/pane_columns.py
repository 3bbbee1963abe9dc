"""How many panes fit beside each other, how wide they are, and which of them are in view.

When not all panes fit, they stand on a band that slides under the screen by whole panes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

SEPARATOR = " │ "
NARROWEST = 34
"""Fewer cells make a column of prose hard to read."""
COMFORTABLE = 42
"""What a fourth pane must leave to all of them, when panes have to slide anyway."""
FEW = 3
"""So many panes stand beside each other as soon as each has the least."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One pane in view."""

    pane: int
    """Number of the pane from the left, 0 the first."""
    x: int
    """Cell of the screen at which it begins, right of the gutter."""
    width: int
    """Cells it has."""


@dataclass(frozen=True, slots=True)
class PaneColumns:
    """The geometry of all panes for one width of the screen."""

    panes: int
    pane_width: int
    full: int
    """How many panes are in view at once."""

    @property
    def sliding(self) -> bool:
        """Whether some panes are out of view."""
        return self.panes > self.full

    def first_for(self, focus: int, first: int, pin: bool = False) -> int:
        """The first pane in view (beside a pinned one) that brings the focused one into view; it slides as
        little as possible."""
        pinned = self._pinned(pin)
        room = self.full - pinned
        if focus >= pinned:
            first = min(max(first, focus - room + 1), focus)
        return max(pinned, min(first, self.panes - room))

    @lru_cache(64)  # noqa: B019 - the views ask for every line of the screen; few geometries are kept
    def slots(self, first: int, pin: bool = False) -> tuple[Slot, ...]:
        """The panes in view, from left to right."""
        pinned = self._pinned(pin)
        numbers = [*range(pinned), *range(first, min(self.panes, first + self.full - pinned))]
        step = self.pane_width + len(SEPARATOR)
        return tuple(Slot(pane, at * step, self.pane_width) for at, pane in enumerate(numbers))

    def _pinned(self, pin: bool) -> int:
        return int(pin and self.sliding and self.full > 1)


def columns_for(panes: int, available: int) -> PaneColumns:
    """The geometry for so many panes in so many cells (gutter not counted)."""
    panes = max(1, panes)
    full = panes
    while full > 1 and _width(full, available) < (NARROWEST if full == panes or full <= FEW else COMFORTABLE):
        full -= 1
    return PaneColumns(panes, max(1, _width(full, available)), full)


def _width(full: int, available: int) -> int:
    """Cells of each of so many panes."""
    return (available - len(SEPARATOR) * (full - 1)) // full
