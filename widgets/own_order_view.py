"""Every article in its own order, panes side by side; or one article alone with notes in its margin."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Final

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip

from newsdiff.model import Comparison
from widgets.cells import Cell, CellBook, cell_of
from widgets.grid_header import GridHeader, header_height
from widgets.grid_layout import SEPARATOR_LINES, GridLayout, gutter_width
from widgets.grid_painter import GridPainter
from widgets.margin_notes import margin
from widgets.own_order import OwnOrder, calibrated, level_with, nudged, paragraph_on
from widgets.pane_columns import SEPARATOR, PaneColumns, Slot, columns_for
from widgets.reading_moves import content_read
from widgets.reading_state import ReadingState, panes
from widgets.reading_view import ReadingView
from widgets.row_picture import DrawnCell, RowPicture
from widgets.text_marks import Classes

PICTURES_KEPT: Final = 600
MARGIN_SHARE: Final = 0.36
"""The part of a screen that the margin of a single article takes."""
RIGHT_MARGIN: Final = 1
_CHANGES_LAYOUT: Final = ("view", "hidden", "order", "pin_base", "relations", "kinds")
_CHANGES_PICTURES: Final = ("search", "notes", "read", "detail", "at")


class OwnOrderView(ReadingView, inherit_bindings=False):
    """Draws the lines in view from pictures of paragraphs that are kept; a key draws two of them anew."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._header = GridHeader(self.styles_of)
        self._columns = PaneColumns(1, 1, 1, 1)
        self._slid = 0
        self._order: OwnOrder | None = None
        self._layout: GridLayout | None = None
        self._shown: tuple[str, ...] = ()
        self._cursor = 0
        """The number of the focused paragraph in its article."""
        self._pictures: LRUCache[object, RowPicture] = LRUCache(PICTURES_KEPT)
        self._margins: dict[str, Cell] = {}
        self._laid_out: tuple[object, ...] | None = None
        """What the layout was made for."""
        self.tops: dict[str, list[int]] = {}
        """Pane -> the first line of each of its paragraphs, and the line below the last."""
        self.lines: dict[str, int] = {}
        """Pane -> its first line that is in view."""

    # -- what is shown -----------------------------------------------------------

    @property
    def view_height(self) -> int:
        """Lines of text on the screen."""
        return max(1, self.size.height - header_height(self.size.height))

    @property
    def single(self) -> bool:
        """Whether one article is shown with notes in its margin."""
        return self.shown_state.view == "single"

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show the articles at a state: the cursor in view, the others level with it unless unlocked."""
        old = self.shown_state
        anew = comparison is not self.shown_comparison
        self.shown_comparison, self.shown_state = comparison, state
        if anew:
            self._order, self._laid_out, self.lines = OwnOrder(comparison), None, {}
        assert self._order is not None
        self._cursor = self._order.cursor(state)
        changed = [
            name
            for name in (*_CHANGES_LAYOUT, *_CHANGES_PICTURES)
            if getattr(old, name) != getattr(state, name)
        ]
        if state.view == "single" and old.pane != state.pane:
            changed.append("view")
        if anew or any(name in _CHANGES_LAYOUT for name in changed) or not self.tops:
            self._arrange()
        elif changed or old.pane != state.pane:
            self._slide()
        if any(name in ("search", "notes", "read", "relations", "kinds") for name in changed):
            self._pictures.clear()
        self._reveal()
        self.refresh()

    def forget(self) -> None:
        """Forget what was drawn."""
        self._pictures.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again."""
        self._arrange()
        self._reveal()
        self.refresh()

    def _arrange(self) -> None:
        """Work out where every paragraph stands; an article that was laid out already is not again."""
        comparison, width = self.shown_comparison, self.size.width
        if comparison is None or not width:
            return
        state = self.shown_state
        everyone = panes(state, comparison)
        self._shown = (state.pane,) if self.single else everyone
        laid_out = self._to_lay_out()
        if self._laid_out != laid_out:
            self._laid_out = laid_out
            self._columns = columns_for(len(self._shown), max(1, width - RIGHT_MARGIN))
            book = CellBook(comparison, self._text_width(gutter_width(comparison)), False)
            self._layout = GridLayout(comparison, state, book)
            self._margins = {}
            self._pictures.clear()
            self.tops = {}
        for pane in self._shown:
            if pane not in self.tops:
                self.tops[pane] = self._tops_of(pane)
            self.lines.setdefault(pane, 0)
        self._slide()

    def _to_lay_out(self) -> tuple[object, ...]:
        """What the layout depends on."""
        state, comparison = self.shown_state, self.shown_comparison
        assert comparison is not None
        return (self.size.width, self.single, panes(state, comparison), state.relations, state.kinds)

    def _tops_of(self, pane: str) -> list[int]:
        assert self._order is not None
        paragraphs = range(len(self._order.blocks(pane)))
        heights = (self._height(pane, number) + SEPARATOR_LINES for number in paragraphs)
        return list(accumulate(heights, initial=0))

    def _text_width(self, gutter: int) -> int:
        width = self._columns.pane_width - gutter
        return max(1, width - self._margin_width - len(SEPARATOR) if self.single else width)

    @property
    def _margin_width(self) -> int:
        return max(16, int(self.size.width * MARGIN_SHARE))

    def _height(self, pane: str, number: int) -> int:
        assert self._order is not None
        assert self._layout is not None
        block = self._order.blocks(pane)[number]
        height = self._layout.book.paragraph(block).height
        return max(height, self._margin(number).height) if self.single else height

    def _margin(self, number: int) -> Cell:
        """The notes beside a paragraph of the single article."""
        comparison, order = self.shown_comparison, self._order
        assert comparison is not None
        assert order is not None
        block = order.blocks(self._shown[0])[number]
        if block.id not in self._margins:
            everyone = panes(self.shown_state, comparison)
            self._margins[block.id] = margin(
                comparison, self.shown_state, everyone, block, self._margin_width
            )
        return self._margins[block.id]

    def _slide(self) -> None:
        pane = self.shown_state.pane
        focus = self._shown.index(pane) if pane in self._shown else 0
        self._slid = self._columns.offset_for(focus, self._slid, self.shown_state.pin_base)

    # -- scrolling ---------------------------------------------------------------

    def _reveal(self) -> None:
        """Bring the cursor's paragraph into view, as little as possible; the other panes follow by links."""
        state, order = self.shown_state, self._order
        if order is None or state.pane not in self.tops or len(self.tops[state.pane]) < 2:
            return
        tops, number, view = self.tops[state.pane], self._cursor, self.view_height
        top, below = tops[number], tops[number + 1] - SEPARATOR_LINES
        line = self.lines[state.pane]
        if below - top >= view:
            if not top <= line <= below - view:
                line = top
        elif below > line + view:
            line = below - view if top < line + view + view // 2 else top - view // 4
        if top < line and below - top < view:
            line = top if top > line - view else top - view // 4
        at = state.at
        if at is not None:
            assert self._layout is not None
            inside = top + self._layout.book.paragraph(order.blocks(state.pane)[number]).line_of(at)
            if not line <= inside < line + view:
                line = inside - view // 3
        self.lines[state.pane] = line
        self._follow(number)

    def _follow(self, number: int) -> None:
        """The panes that are locked stand level with the focused one."""
        if self.shown_state.locked and self._order is not None:
            for other in self._shown:
                if other != self.shown_state.pane:
                    self.lines[other] = level_with(
                        self._order, self.tops, self.lines, self.shown_state, number, other
                    )

    def window(self) -> tuple[int, int]:
        """The first and the last row of what the focused pane shows."""
        order, pane = self._order, self.shown_state.pane
        if order is None or len(self.tops.get(pane, ())) < 2:
            return self.shown_state.row, self.shown_state.row
        tops, line, blocks = self.tops[pane], self.lines[pane], order.blocks(pane)
        ends = [paragraph_on(tops, at) for at in (line, line + self.view_height - 1)]
        rows = [order.row_of(blocks[number]) for number in ends]
        return min(rows), max(rows)

    # -- movements ---------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` paragraphs down (up); through one higher than the screen it scrolls first."""
        order, state = self._order, self.shown_state
        if order is None or not order.blocks(state.pane) or state.pane not in self.tops:
            return
        number, view = self._cursor, self.view_height
        tops, line = self.tops[state.pane], self.lines[state.pane]
        hidden = tops[number + 1] - SEPARATOR_LINES - line - view if step > 0 else line - tops[number]
        if abs(step) == 1 and hidden > 0 and tops[number + 1] - tops[number] > view:
            self.lines[state.pane] = line + step * min(hidden, max(1, view - 3))
            self._follow(number)
            self.refresh()
            return
        self._to_paragraph(number + step)

    def action_page(self, step: int) -> None:
        """A page down (up)."""
        order, state = self._order, self.shown_state
        if order is None or len(self.tops.get(state.pane, ())) < 2:
            return
        tops, number = self.tops[state.pane], self._cursor
        to = paragraph_on(tops, tops[number] + step * max(1, self.view_height - 2))
        if to == number:
            return self.action_row(1 if step > 0 else -1)
        self._to_paragraph(to)

    def _to_paragraph(self, number: int) -> None:
        order, state = self._order, self.shown_state
        assert order is not None
        blocks = order.blocks(state.pane)
        to = min(max(0, number), len(blocks) - 1)
        if to == self._cursor:
            return self.app.bell()
        self.want(replace(state, row=order.row_of(blocks[to]), detail=None, at=blocks[to].start))

    def action_pane(self, step: int) -> None:
        """The focus `step` panes to the right (left), on the paragraph that is level there."""
        if self.shown_comparison is not None:
            shown = panes(self.shown_state, self.shown_comparison)
            at = shown.index(self.shown_state.pane) if self.shown_state.pane in shown else 0
            self.action_to_pane(min(max(0, at + step), len(shown) - 1) + 1)

    def action_to_pane(self, number: int) -> None:
        """The focus to pane `number`, counted from 1; nothing scrolls."""
        comparison, order, state = self.shown_comparison, self._order, self.shown_state
        if comparison is None or order is None:
            return
        shown = panes(state, comparison)
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
        if self._order is None:
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

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to the paragraph that was clicked."""
        order = self._order
        if order is None or event.y < header_height(self.size.height):
            return
        for slot in self._columns.slots(self._slid, self.shown_state.pin_base):
            pane = self._shown[slot.pane]
            if slot.x <= event.x < slot.x + slot.width and order.blocks(pane):
                line = event.y - header_height(self.size.height) + self.lines[pane]
                block = order.blocks(pane)[paragraph_on(self.tops[pane], line)]
                self.want(replace(self.shown_state, pane=pane, row=order.row_of(block), detail=None,
                                  at=block.start))  # fmt: skip

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel walks through the paragraphs."""
        event.stop()
        self.action_row(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel walks through the paragraphs."""
        event.stop()
        self.action_row(-1)

    # -- drawing -----------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen, laid out for it: a view that was hidden is drawn before it is resized."""
        if self.shown_comparison is not None and self._laid_out != self._to_lay_out():
            self._arrange()
            self._reveal()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the titles, or a line of every pane."""
        width, layout, comparison = self.size.width, self._layout, self.shown_comparison
        if layout is None or comparison is None or not width or not self.lines:
            return self.blank(width)
        slots = self._columns.slots(self._slid, self.shown_state.pin_base)
        header = header_height(self.size.height)
        if y < header:
            strips = self._header.strips(
                comparison,
                self._shown,
                slots,
                self.shown_state.pane,
                0,
                width,
                header,
            )
            return strips[y].adjust_cell_length(width, self.styles_of.of())
        parts = []
        for number, slot in enumerate(slots):
            if number:
                parts.append(Strip([Segment(SEPARATOR, self.styles_of.of("separator"))], len(SEPARATOR)))
            strip = self._pane_line(slot, y - header + self.lines[self._shown[slot.pane]])
            parts.append(strip.crop(slot.skip, slot.skip + slot.width))
        return Strip.join(parts).adjust_cell_length(width, self.styles_of.of())

    def _pane_line(self, slot: Slot, line: int) -> Strip:
        """A line of one pane in its full width."""
        pane = self._shown[slot.pane]
        tops = self.tops[pane]
        if not 0 <= line < tops[-1]:
            return self.blank(self._columns.pane_width)
        number = paragraph_on(tops, line)
        return self._picture(slot.pane, number).strip(line - tops[number], 0)

    def _picture(self, pane_number: int, number: int) -> RowPicture:
        layout, order, state = self._layout, self._order, self.shown_state
        assert layout is not None
        assert order is not None
        pane = self._shown[pane_number]
        block = order.blocks(pane)[number]
        current = pane == state.pane and number == self._cursor
        key = (block.id, current, state.at if current else None, state.detail)
        picture = self._pictures.get(key)
        if picture is None:
            base: Classes = ("row",) if current else ()
            if state.read and content_read(state, layout.comparison, block.id):
                base = (*base, "read")
            width = self._text_width(layout.gutter)
            text = cell_of((layout.book.paragraph(block),))
            cells = [DrawnCell(Slot(layout.shown.index(pane), 0, 0, width), text, base)]
            if self.single:
                cells.append(DrawnCell(Slot(0, 0, 0, self._margin_width), self._margin(number), base))
            painter = GridPainter(self.styles_of, layout, state, (), None, None)
            picture = painter.paragraph(cells, order.row_of(block), self._columns.pane_width, current=current)
            self._pictures[key] = picture
        return picture
