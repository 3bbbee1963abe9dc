"""The aligned panes: articles side by side, one level row per group of matching paragraphs."""

from __future__ import annotations

from textual.reactive import reactive, var
from textual.scroll_view import ScrollView

from newsdiff.model import Comparison
from widgets.reading_state import ReadingState


class AlignedGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a comparison at a state; nothing else decides what is on the screen.

    Set `comparison` and `state` (or both at once with `show`); watch `StateChanged`. It has an action for
    every movement, and no key of its own: the screen binds the keys and calls the actions.
    """

    comparison: var[Comparison | None] = var(None)
    state: reactive[ReadingState] = reactive(ReadingState(), repaint=False)

    def __init__(
        self,
        comparison: Comparison | None = None,
        state: ReadingState | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(AlignedGrid.comparison, comparison)
        self.set_reactive(AlignedGrid.state, state or ReadingState())

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show another comparison at a state, in one step."""

    def action_row(self, step: int) -> None:
        """The cursor `step` rows down (up); within a row higher than the screen it scrolls first."""

    def action_page(self, step: int) -> None:
        """A page down (up)."""

    def action_scroll(self, lines: int) -> None:
        """Scroll without moving the cursor."""

    def action_pane(self, step: int) -> None:
        """The focus `step` panes to the right (left)."""

    def action_to_pane(self, number: int) -> None:
        """The focus to pane `number`, counted from 1."""

    def action_next_detail(self, relation: str, step: int) -> None:
        """To the next (previous) detail of a relation."""

    def action_next_mark(self, step: int) -> None:
        """To the next (previous) mark of the row."""

    def action_next_note(self, step: int) -> None:
        """To the next (previous) note."""

    def action_next_hit(self, step: int) -> None:
        """To the next (previous) place found."""

    def action_next_unread(self) -> None:
        """To the next row that has not been read."""

    def action_back(self, step: int) -> None:
        """Back to before the last jump (``-1``), forward again (``1``)."""

    def action_crossing(self) -> None:
        """Follow ``↗ row 12`` in the focused pane."""

    def action_detail(self) -> None:
        """Ask for the card of the detail under the cursor: `DetailOpened`."""

    def action_fold(self) -> None:
        """Fold or open, see `toggle_fold`."""

    def selected_spans(self) -> list[tuple[str, int, int]]:
        """What the mouse has selected: (article, start, end) per paragraph, in article code points."""
        return []

    def selected_span(self) -> tuple[str, int, int] | None:
        """The selection as one span of one article, None without a selection."""
        return None

    def cursor_span(self) -> tuple[str, int, int] | None:
        """What a note would be on: the selection, else the current mark, else the focused paragraph."""
        return None

    def window(self) -> tuple[int, int]:
        """The first and last row that are visible."""
        return 0, 0
