"""The aligned panes under the mouse: clicking, selecting text, and what a note would be on."""

from __future__ import annotations

from textual import events
from textual.selection import Selection

from widgets.panes import grid_selection
from widgets.panes.grid_painter import first_note
from widgets.panes.grid_view import GridView
from widgets.reading import reading_moves
from widgets.reading.messages import CrossingFollowed, DetailOpened, NoteRequested
from widgets.reading.reading_state import ReadingState


class GridMouse(GridView, inherit_bindings=False):
    """Adds clicking and selecting to the picture."""

    # -- mouse and selection -----------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the pane in which a selection begins; it stays in it."""
        slot = grid_selection.slot_at(self.slots, event.x - self._gutter)
        self._selected_pane = slot.pane if slot else None

    @property
    def _gutter(self) -> int:
        return self._layout_now.gutter if self._layout_now else 5

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to what was clicked; a second click on a mark opens its card."""
        layout, comparison = self._layout_now, self.comparison
        if layout is None or comparison is None or self.selected_spans():
            return
        x = event.x - self._gutter
        slot = grid_selection.slot_at(self.slots, x) or grid_selection.slot_at(self.slots, x + 1)
        if slot is None:
            return
        pane = layout.shown[slot.pane]
        if event.y < self.header_height:
            self._move_quietly(reading_moves.to_pane(self.state, comparison, pane))
            return
        line = event.y - self.header_height + self.first_visible
        number = layout.paragraph_at(pane, line)
        if line < layout.total and number is not None:
            self._click_on_text(pane, number, line, x - slot.x)

    def _click_on_text(self, pane: str, number: int, line: int, x: int) -> None:
        """A click `x` cells right of where the text of a pane begins."""
        layout, comparison = self._layout_now, self.comparison
        assert layout is not None
        assert comparison is not None
        place = reading_moves.to_paragraph(self.state, comparison, pane, number)
        block = comparison.article(pane).paragraphs[number]
        hit = grid_selection.piece_at(layout, pane, line, x)
        if hit is not None and hit[0].role == "fold":
            return self._move(reading_moves.toggle_fold(place, comparison))
        top = layout.tops[pane][layout.texts[pane].piece_of[number]]
        if x < 0 and line == top and (note := first_note(self.state.notes, comparison, block.id)):
            self.post_message(NoteRequested(note))
        if hit is not None and (offset := hit[0].offset(hit[1])) is not None:
            place = reading_moves.to_clicked(place, comparison, offset)
        if place.detail is not None and (place.detail, place.at) == (self.state.detail, self.state.at):
            self.post_message(DetailOpened(place.detail))
        self._move_quietly(place, keep_scroll=True)

    def action_crossing(self) -> None:
        """Go to where another outlet reports what stands under the cursor, but not beside it."""
        layout, comparison = self._layout_now, self.comparison
        if layout is None or comparison is None:
            return
        origin, number = self.state.place, layout.cursor(self.state)
        level = frozenset[str]() if number is None else layout.level_blocks(self.state.pane, number)
        self._move(reading_moves.follow_crossing(self.state, comparison, layout.in_view, level))
        if self.state.place != origin:
            self.post_message(CrossingFollowed(origin))

    def _move_quietly(self, moved: ReadingState, *, keep_scroll: bool = False) -> None:
        if moved != self.state:
            self._move(moved, keep_scroll=keep_scroll)

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw with the new selection."""
        self._forget_lines()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, unwrapped, with a blank line between paragraphs."""
        if self.comparison is None:
            return None
        return grid_selection.words_of(self.comparison, self._spans(selection)), "\n"

    def _spans(self, selection: Selection) -> list[tuple[str, int, int]]:
        if self._layout_now is None:
            return []
        return grid_selection.spans(self._layout_now, selection, self._selected_pane)

    def selected_spans(self) -> list[tuple[str, int, int]]:
        """What the mouse has selected: (article, start, end) per paragraph, in article code points."""
        selection = self.text_selection
        return [] if selection is None else self._spans(selection)
