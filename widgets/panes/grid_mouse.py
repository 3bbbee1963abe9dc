"""The aligned panes under the mouse: clicking, selecting text, and what a note would be on."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.selection import Selection

from widgets.panes import grid_selection
from widgets.panes.grid_view import GridView
from widgets.panes.pane_columns import Slot
from widgets.reading import reading_moves
from widgets.reading.comparison_index import index_of
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
        return self._layout_now.gutter if self._layout_now else 4

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to what was clicked; a second click on a mark opens its card."""
        layout, comparison = self._layout_now, self.comparison
        if layout is None or comparison is None or not layout.bands or self.selected_spans():
            return
        slot = grid_selection.slot_at(self.slots, event.x - self._gutter)
        pane = layout.shown[slot.pane] if slot else self.state.pane
        line = event.y - self.header_height + self.first_visible
        if event.y < self.header_height:
            if slot:
                self._move_quietly(reading_moves.to_pane(self.state, comparison, pane))
            return
        if line >= layout.total:
            return
        number = layout.number_at(line)
        band = layout.bands[number]
        if band.folded:
            return self._move(
                reading_moves.toggle_fold(
                    replace(self.state, row=band.first, detail=None, at=None), comparison
                )
            )
        if slot is None and event.x == 2 and (note := self._note_in(band.first)):
            self.post_message(NoteRequested(note))
        self._click_on_text(number, pane, slot, line, event.x)

    def _click_on_text(self, number: int, pane: str, slot: Slot | None, line: int, x: int) -> None:
        layout, comparison = self._layout_now, self.comparison
        assert layout is not None
        assert comparison is not None
        row = layout.bands[number].first
        place = replace(self.state, row=row, pane=pane, detail=None, at=None)
        if slot is not None:
            hit = grid_selection.piece_at(layout, number, slot, line, x - self._gutter, self.first_visible)
            if hit is not None and hit[0].role == "elsewhere":
                self._move_quietly(reading_moves.to_pane(place, comparison, hit[0].block))
                return
            if hit is not None and hit[0].role == "crossing":
                self._move_quietly(place, keep_scroll=True)
                self.action_crossing()
                return
            offset = hit[0].offset(hit[1]) if hit else None
            mark = offset is not None and reading_moves.mark_at(place, comparison, offset)
            if mark:
                if (mark.detail, mark.start) == (self.state.detail, self.state.at):
                    self.post_message(DetailOpened(mark.detail))
                place = replace(place, detail=mark.detail, at=mark.start)
        self._move_quietly(place, keep_scroll=True)

    def action_crossing(self) -> None:
        """Follow ``↗ row 12`` in the focused pane."""
        if self.comparison is not None:
            origin = self.state.row
            self._move(reading_moves.follow_crossing(self.state, self.comparison))
            if self.state.row != origin:
                self.post_message(CrossingFollowed(origin, self.state.row))

    def _move_quietly(self, moved: ReadingState, *, keep_scroll: bool = False) -> None:
        if moved != self.state:
            self._move(moved, keep_scroll=keep_scroll)

    def _note_in(self, row: int) -> str | None:
        assert self.comparison is not None
        index = index_of(self.comparison)
        return next(
            (
                note.id
                for note in self.state.notes
                if note.id and index.row_at(note.article, note.start) == row
            ),
            None,
        )

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw with the new selection."""
        self._pictures.clear()
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
