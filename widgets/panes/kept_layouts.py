"""The layouts of the panes that were on the screen last, so that sliding them wraps nothing anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.cache import LRUCache

from newsdiff.model import Comparison
from widgets.panes.packed_layout import PackedLayout
from widgets.panes.text_book import TextBook
from widgets.reading.reading_state import ReadingState, panes

LAYOUTS_KEPT: Final = 8


class KeptLayouts:
    """Makes the layouts of one comparison at one size and keeps the last ones."""

    def __init__(self) -> None:
        self._book: TextBook | None = None
        self._layouts: LRUCache[object, PackedLayout] = LRUCache(LAYOUTS_KEPT)

    def forget(self) -> None:
        """Wrap all texts anew at the next layout."""
        self._book = None

    def layout(
        self, comparison: Comparison, state: ReadingState, widths: Mapping[str, int], in_view: tuple[str, ...]
    ) -> PackedLayout:
        """The layout at a state; `widths` are the cells of every pane, `in_view` the articles in view."""
        noise = state.show_noise
        if self._book is None or self._book.widths != widths or self._book.comparison is not comparison:
            self._book = TextBook(comparison, widths, noise)
            self._layouts.clear()
        elif self._book.show_noise != noise:
            self._book = self._book.with_noise(noise)
        folds = state.fold_all and state.view == "aligned"
        key = in_view, panes(state, comparison), noise, folds, state.opened, state.together
        found = self._layouts.get(key)
        if found is None:
            found = self._layouts[key] = PackedLayout(comparison, state, self._book, in_view)
        return found
