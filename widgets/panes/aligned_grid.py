"""The aligned panes: articles side by side, level where they report the same."""

from __future__ import annotations

from newsdiff.model import Relation
from widgets.panes.grid_mouse import GridMouse
from widgets.panes.packed_layout import PackedLayout
from widgets.panes.scroll_policy import page_from
from widgets.reading import reading_moves
from widgets.reading.messages import DetailOpened
from widgets.reading.reading_state import ReadingState, pane_beside, panes


class AlignedGrid(GridMouse, inherit_bindings=False):
    """The reading widget, complete: a picture of a comparison at a state, the mouse, and every movement.

    It has an action for every movement and no key of its own: the screen binds the keys and calls the
    actions. A movement that leads nowhere rings the bell.
    """

    # -- movements -------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` paragraphs down (up); within one higher than the screen it scrolls first."""
        layout, comparison = self._layout_now, self.comparison
        number = layout.cursor(self.state) if layout is not None else None
        if layout is None or comparison is None or number is None:
            return
        if abs(step) > 1:
            moved = reading_moves.next_paragraph(self.state, comparison, step)
            if moved is not self.state:
                moved = reading_moves.jump(self.state, comparison, moved.place)
            return self._move(moved)
        top, height = layout.span_of(self.state.pane, number)
        first, view = self.first_visible, self.view_height
        if (top + height <= first or top >= first + view) and (here := self._in_view(layout, step)):
            # Scrolled away with the wheel: the cursor comes to where the reader looks.
            return self._move(here, keep_scroll=True)
        hidden = top + height - first - view if step > 0 else first - top
        if hidden > 0:
            return self._scroll_to_line(first + step * min(hidden + (step > 0), max(1, view - 3)))
        self._move(reading_moves.next_paragraph(self.state, comparison, step))

    def _in_view(self, layout: PackedLayout, step: int) -> ReadingState | None:
        """The state on the first (last) paragraph in view of the focused pane; None where there is none."""
        assert self.comparison is not None
        first = self.first_visible
        pane, last = self.state.pane, first + self.view_height - 1
        number = layout.paragraph_from(pane, first) if step > 0 else layout.paragraph_at(pane, last)
        if number is None:
            return None
        top, height = layout.span_of(pane, layout.texts[pane].piece_of[number])
        if top > last or top + height <= first:
            return None
        return reading_moves.to_paragraph(self.state, self.comparison, pane, number)

    def action_page(self, step: int) -> None:
        """A page down (up); where the focused article has no text there, its neighbour gets the focus."""
        layout, comparison = self._layout_now, self.comparison
        number = layout.cursor(self.state) if layout is not None else None
        if layout is None or comparison is None or number is None:
            return
        line = page_from(layout, self.first_visible, self.view_height, step)
        if line == self.first_visible:
            moved = reading_moves.next_paragraph(self.state, comparison, step * len(comparison.rows))
            return self._move(moved, keep_scroll=True)
        self._scroll_to_line(line)
        top, height = layout.span_of(self.state.pane, number)
        if line <= top and top + height <= line + self.view_height:
            return
        moved = self._on_page(layout, line) or self.state
        if moved.place != self.state.place:
            self._move(moved, keep_scroll=True)

    def _on_page(self, layout: PackedLayout, line: int) -> ReadingState | None:
        """The state on the first paragraph that begins on a page, of the focused pane or else of another."""
        assert self.comparison is not None
        for pane in (self.state.pane, *layout.in_view):
            number = layout.paragraph_from(pane, line)
            if number is not None:
                top, _ = layout.span_of(pane, layout.texts[pane].piece_of[number])
                if top < line + self.view_height:
                    return reading_moves.to_paragraph(self.state, self.comparison, pane, number)
        return None

    def action_scroll(self, lines: int) -> None:
        """Scroll without moving the cursor."""
        self._scroll_to_line(self.first_visible + lines)

    def action_pane(self, step: int) -> None:
        """The focus `step` panes to the right (left)."""
        if self.comparison is not None:
            self.action_to_pane(pane_beside(self.state, self.comparison, step))

    def action_to_pane(self, number: int) -> None:
        """The focus to pane `number`, counted from 1: on what stands beside the cursor."""
        layout, comparison = self._layout_now, self.comparison
        if layout is None or comparison is None:
            return
        shown = panes(self.state, comparison)
        if not 1 <= number <= len(shown) or shown[number - 1] == self.state.pane:
            return self.app.bell()
        pane = shown[number - 1]
        same = reading_moves.to_pane(self.state, comparison, pane)
        cursor = layout.cursor(self.state)
        level = {} if cursor is None else layout.beside(self.state.pane, cursor)
        if cursor is None or pane not in layout.texts or pane in level or same.at is not None:
            return self._move(same)
        line = max(layout.tops[self.state.pane][cursor], self.first_visible)
        there = layout.paragraph_at(pane, line)
        self._move(same if there is None else reading_moves.to_paragraph(self.state, comparison, pane, there))

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
        """Ask for the card of the detail under the cursor; without one go to the paragraph's gravest mark."""
        if self.comparison is None:
            return
        if self.state.detail is None:
            self._move(reading_moves.first_mark(self.state, self.comparison))
        if self.state.detail is not None:
            self.post_message(DetailOpened(self.state.detail))

    def action_fold(self) -> None:
        """Fold or open, see `toggle_fold`."""
        if self.comparison is not None:
            self._move(reading_moves.toggle_fold(self.state, self.comparison))
