"""The aligned panes: articles side by side, one level row per group of matching paragraphs."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Relation
from widgets.panes.grid_mouse import GridMouse
from widgets.panes.scroll_policy import page_from
from widgets.reading import reading_moves
from widgets.reading.messages import DetailOpened
from widgets.reading.reading_state import panes


class AlignedGrid(GridMouse, inherit_bindings=False):
    """The reading widget, complete: a picture of a comparison at a state, the mouse, and every movement.

    It has an action for every movement and no key of its own: the screen binds the keys and calls the
    actions. A movement that leads nowhere rings the bell.
    """

    # -- movements -------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` rows down (up); within a row higher than the screen it scrolls first."""
        layout, comparison = self._layout_now, self.comparison
        if layout is None or comparison is None or not layout.bands:
            return
        top, height = layout.span_of(self.state.row)
        first, view = self.first_visible, self.view_height
        if abs(step) == 1:
            if top + height <= first or top >= first + view:
                # Scrolled away with the wheel: the cursor comes to where the reader looks.
                number = layout.number_at(first if step > 0 else first + view - 1)
                row = layout.bands[number].first
                return self._move(replace(self.state, row=row, detail=None, at=None), keep_scroll=True)
            hidden = top + height - first - view if step > 0 else first - top
            if hidden > 0:
                return self._scroll_to_line(first + step * min(hidden + (step > 0), max(1, view - 3)))
        moved = reading_moves.next_row(self.state, comparison, step)
        if abs(step) > 1 and moved is not self.state:
            moved = reading_moves.jump(self.state, comparison, moved.place)
        self._move(moved)

    def action_page(self, step: int) -> None:
        """A page down (up)."""
        layout = self._layout_now
        if layout is None or not layout.bands:
            return
        line, row = page_from(layout, self.state.row, self.first_visible, self.view_height, step)
        if line == self.first_visible and row == self.state.row:
            return self.app.bell()
        self._scroll_to_line(line)
        if row != self.state.row:
            self._move(replace(self.state, row=row, detail=None, at=None), keep_scroll=True)

    def action_scroll(self, lines: int) -> None:
        """Scroll without moving the cursor."""
        self._scroll_to_line(self.first_visible + lines)

    def action_pane(self, step: int) -> None:
        """The focus `step` panes to the right (left)."""
        if self.comparison is not None:
            self._move(reading_moves.next_pane(self.state, self.comparison, step))

    def action_to_pane(self, number: int) -> None:
        """The focus to pane `number`, counted from 1."""
        if self.comparison is not None:
            shown = panes(self.state, self.comparison)
            if 1 <= number <= len(shown):
                self._move(reading_moves.to_pane(self.state, self.comparison, shown[number - 1]))

    def action_next_detail(self, relation: Relation, step: int) -> None:
        """To the next (previous) detail of a relation."""
        if self.comparison is not None:
            self._move(reading_moves.next_detail(self.state, self.comparison, relation, step))

    def action_next_mark(self, step: int) -> None:
        """To the next (previous) mark of the row."""
        if self.comparison is not None:
            self._move(reading_moves.next_mark(self.state, self.comparison, step))

    def action_next_note(self, step: int) -> None:
        """To the next (previous) note."""
        if self.comparison is not None:
            self._move(reading_moves.next_note(self.state, self.comparison, step))

    def action_next_hit(self, step: int) -> None:
        """To the next (previous) place found."""
        if self.comparison is not None:
            self._move(reading_moves.next_hit(self.state, self.comparison, step))

    def action_next_unread(self) -> None:
        """To the next row that has not been read."""
        if self.comparison is not None:
            self._move(reading_moves.next_unread(self.state, self.comparison))

    def action_back(self, step: int) -> None:
        """Back to before the last jump (``-1``), forward again (``1``)."""
        if self.comparison is not None:
            self._move(reading_moves.go_back(self.state, self.comparison, -step))

    def action_detail(self) -> None:
        """Ask for the card of the detail under the cursor; without one go to the cell's gravest mark.

        From an empty cell it goes to who reports the row, as ``also in pane 4, vot →`` promises.
        """
        if self.comparison is None:
            return
        if self.state.detail is None:
            moved = reading_moves.first_mark(self.state, self.comparison)
            if moved is self.state and moved.view == "aligned":
                moved = reading_moves.to_reporting(moved, self.comparison)
            self._move(moved)
        if self.state.detail is not None:
            self.post_message(DetailOpened(self.state.detail))

    def action_fold(self) -> None:
        """Fold or open, see `toggle_fold`."""
        if self.comparison is not None:
            self._move(reading_moves.toggle_fold(self.state, self.comparison))
