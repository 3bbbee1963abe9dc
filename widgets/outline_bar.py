"""A narrow bar beside the grid: where differences, notes, hits and the window are."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widget import Widget

from newsdiff.model import Comparison
from widgets.reading_state import ReadingState


class OutlineBar(Widget):
    """Set `comparison`, `state` and `window` (first and last visible row). A click posts `RowRequested`."""

    comparison: reactive[Comparison | None] = reactive(None)
    state: reactive[ReadingState] = reactive(ReadingState())
    window: reactive[tuple[int, int]] = reactive((0, 0))
