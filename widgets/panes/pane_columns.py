"""How many panes fit beside each other, how wide they are, and which of them are in view.

Where all fit, a longer article has a wider pane, so that fewer cells stay blank below the short ones. When
not all fit, they are equally wide and stand on a band that slides under the screen by whole panes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import sqrt

SEPARATOR = " │ "
NARROWEST = 34
"""Fewer cells make a column of prose hard to read."""
COMFORTABLE = 42
"""What a fourth pane must leave to all of them, when panes have to slide anyway."""
FEW = 3
"""So many panes stand beside each other as soon as each has the least."""
LEAST = 28
"""Cells of the pane of a short article beside longer ones: a narrow column of a newspaper."""
MOST = 80
"""No pane is wider than this beside narrower ones: in longer lines the eye loses the next one."""


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

    widths: tuple[int, ...]
    """The cells of every pane, from left to right."""
    full: int
    """How many panes are in view at once."""

    @property
    def panes(self) -> int:
        """How many there are."""
        return len(self.widths)

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
        begins = accumulate((self.widths[pane] + len(SEPARATOR) for pane in numbers), initial=0)
        return tuple(Slot(pane, x, self.widths[pane]) for pane, x in zip(numbers, begins, strict=False))

    def _pinned(self, pin: bool) -> int:
        return int(pin and self.sliding and self.full > 1)


def columns_for(panes: int, available: int) -> PaneColumns:
    """The geometry for so many equally wide panes in so many cells (gutter not counted)."""
    panes = max(1, panes)
    full = panes
    while full > 1 and _width(full, available) < (NARROWEST if full == panes or full <= FEW else COMFORTABLE):
        full -= 1
    return PaneColumns((max(1, _width(full, available)),) * panes, full)


def columns_by_length(lengths: Sequence[int], available: int) -> PaneColumns:
    """The geometry for panes that are all in view, of articles of these lengths: by their square roots.

    By the lengths themselves the panes would end on one line, and none could wait for another at a level row.
    """
    roots = [sqrt(length) for length in lengths]
    cells = available - len(SEPARATOR) * (len(lengths) - 1)
    least, most = min(LEAST, cells // len(lengths)), max(MOST, -(-cells // len(lengths)))
    widths = [max(1, least)] * len(lengths)
    for _ in range(cells - sum(widths)):
        narrow = (pane for pane, width in enumerate(widths) if width < most)
        widths[max(narrow, key=lambda pane: roots[pane] / widths[pane])] += 1
    return PaneColumns(tuple(widths), len(lengths))


def _width(full: int, available: int) -> int:
    """Cells of each of so many panes."""
    return (available - len(SEPARATOR) * (full - 1)) // full
