"""Every article in its own order, panes side by side; or one article alone with notes in its margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import events
from textual.selection import Selection

from newsdiff.model import Block
from widgets.own_order.own_order import calibrated, nudged, paragraph_on
from widgets.own_order.own_order_picture import BLANK_LINES, OwnOrderPicture
from widgets.panes import grid_selection
from widgets.panes.grid_header import header_height
from widgets.panes.grid_painter import first_note
from widgets.reading import reading_moves
from widgets.reading.messages import DetailOpened, NoteRequested
from widgets.reading.reading_state import panes


class OwnOrderView(OwnOrderPicture, inherit_bindings=False):
    """The picture of own orders with its movements and the mouse."""

    # -- movements ---------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` paragraphs down (up); through one higher than the screen it scrolls first."""
        state = self.shown_state
        if state.pane not in self.tops or not self._order.blocks(state.pane):
            return
        number, view = self._cursor, self.view_height
        tops, line = self.tops[state.pane], self.lines[state.pane]
        hidden = tops[number + 1] - BLANK_LINES - line - view if step > 0 else line - tops[number]
        if abs(step) == 1 and hidden > 0 and tops[number + 1] - tops[number] > view:
            self.lines[state.pane] = line + step * min(hidden, max(1, view - 3))
            self._follow(number)
            self.refresh()
            return
        self._to_paragraph(number + step)

    def action_page(self, step: int) -> None:
        """A page down (up)."""
        state = self.shown_state
        if len(self.tops.get(state.pane, ())) < 2:
            return
        tops, number = self.tops[state.pane], self._cursor
        to = paragraph_on(tops, tops[number] + step * max(1, self.view_height - 2))
        if to == number:
            return self.action_row(1 if step > 0 else -1)
        self._to_paragraph(to)

    def _to_paragraph(self, number: int) -> None:
        order, state = self._order, self.shown_state
        blocks = order.blocks(state.pane)
        to = min(max(0, number), len(blocks) - 1)
        if to == self._cursor:
            return self.app.bell()
        self.want(replace(state, row=order.row_of(blocks[to]), detail=None, at=blocks[to].start))

    def action_to_pane(self, number: int) -> None:
        """The focus to pane `number`, counted from 1; nothing scrolls."""
        comparison, state = self.shown_comparison, self.shown_state
        if comparison is None:
            return
        order, shown = self._order, panes(state, comparison)
        if not 1 <= number <= len(shown) or shown[number - 1] == state.pane:
            return self.app.bell()
        pane = shown[number - 1]
        blocks, row = order.blocks(pane), state.row
        at = None
        if blocks and order.blocks(state.pane):
            cursor = self._cursor
            same = order.counterpart(order.blocks(state.pane)[cursor], pane)
            if same is None and pane in self.tops and not self.single:
                level = self.tops[state.pane][cursor] - self.lines[state.pane] + self.lines[pane]
                same = blocks[paragraph_on(self.tops[pane], level)]
            block = same or blocks[order.anchor(state.pane, cursor, pane)[1]]
            row, at = order.row_of(block), block.start
        self.want(replace(state, pane=pane, row=row, detail=None, at=at))

    def action_lock(self) -> None:
        """Let the panes go, or lock them as they stand now."""
        if self.shown_comparison is None:
            return
        state = self.shown_state
        if state.locked:
            self.want(replace(state, locked=False))
        else:
            lines = {pane: self.lines[pane] for pane in self._shown}
            nudges = calibrated(self._order, self.tops, lines, state)
            self.want(replace(state, locked=True, nudges=nudges))

    def action_nudge(self, step: int) -> None:
        """Shift the focused pane by lines against the others; it stays so."""
        state = self.shown_state
        if state.pane not in self.lines or self.single:
            return self.app.bell()
        self.lines[state.pane] += step
        self.want(replace(state, nudges=nudged(state, state.pane, step)))

    # -- mouse and selection -------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the pane in which a selection begins; it stays in it."""
        slot = grid_selection.slot_at(self._slots, event.x)
        if slot is not None:
            self._selected_pane = self._everyone.index(self._shown[slot.pane])

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to what was clicked; a second click on a mark opens its card."""
        comparison, slot = self.shown_comparison, grid_selection.slot_at(self._slots, event.x)
        if comparison is None or slot is None or self.selected_spans():
            return
        order, pane, state = self._order, self._shown[slot.pane], self.shown_state
        y = event.y - header_height(self.size.height, self.shown_comparison)
        if y < 0:
            if pane != state.pane:
                self.action_to_pane(slot.pane + 1)
            return
        line, tops = y + self.lines[pane], self.tops[pane]
        if not order.blocks(pane) or not 0 <= line < tops[-1]:
            return
        number = paragraph_on(tops, line)
        block = order.blocks(pane)[number]
        place = replace(state, pane=pane, row=order.row_of(block), detail=None, at=block.start)
        x = event.x - slot.x - self._gutter
        offset = self._offset_at(block, line - tops[number], x)
        if offset is not None:
            place = reading_moves.to_clicked(place, comparison, offset)
        on_sign = line == tops[number] and x == -1
        if on_sign and (note := first_note(state.notes, comparison, block.id)):
            self.post_message(NoteRequested(note))
        elif place.detail is not None and place == state:
            self.post_message(DetailOpened(place.detail))
        if place != state:
            self.want(place)

    def _offset_at(self, block: Block, line: int, x: int) -> int | None:
        """The article's offset at a line of a paragraph, `x` cells from where its text begins."""
        piece = self._piece(block)
        if not 0 <= line < piece.height:
            return None
        position = grid_selection.position_in(piece, line, x)
        return None if position is None else piece.offset(position)

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw with the new selection."""
        self.forget()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, unwrapped, with a blank line between paragraphs."""
        if self.shown_comparison is None:
            return None
        return grid_selection.words_of(self.shown_comparison, list(self._spans(selection))), "\n"

    def selected_spans(self) -> list[tuple[str, int, int]]:
        """What the mouse has selected: (article, start, end) per paragraph, in article code points."""
        selection = self.text_selection
        return [] if selection is None else list(self._spans(selection))

    def _spans(self, selection: Selection) -> Iterator[tuple[str, int, int]]:
        for pane in self._shown:
            column = self._everyone.index(pane)
            if self._selected_pane not in (None, column):
                continue
            for block, top in zip(self._order.blocks(pane), self.tops[pane], strict=False):
                span = grid_selection.span_of(selection, self._piece(block), column * self._total + top)
                if span is not None:
                    yield pane, *span

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel walks through the paragraphs."""
        event.stop()
        self.action_row(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel walks through the paragraphs."""
        event.stop()
        self.action_row(-1)
