"""Articles in their own order as a picture of a state: layout, scrolling, drawing with little work."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip

from newsdiff.model import Block, Comparison
from widgets.own_order.margin_notes import margin
from widgets.own_order.own_order import OwnOrder, level_with, paragraph_on
from widgets.panes.cells import Cell, CellBook, Piece, cell_of
from widgets.panes.grid_header import GridHeader, header_height
from widgets.panes.grid_layout import SEPARATOR_LINES, GridLayout, gutter_width
from widgets.panes.grid_painter import GridPainter
from widgets.panes.pane_columns import SEPARATOR, PaneColumns, Slot, columns_for
from widgets.panes.row_picture import DrawnCell, RowPicture
from widgets.panes.text_marks import Classes
from widgets.reading.reading_moves import content_read
from widgets.reading.reading_state import ReadingState, panes
from widgets.reading.reading_view import ReadingView

PICTURES_KEPT: Final = 600
MARGIN_SHARE: Final = 0.36
"""The part of a screen that the margin of a single article takes."""
RIGHT_MARGIN: Final = 1
NARROWEST_PEEK: Final = 8
"""A pane of whose text less is in view is not wrapped anew, but cut off."""
_CHANGES_LAYOUT: Final = ("view", "order", "pin_base", "relations", "kinds")
_CHANGES_PICTURES: Final = ("search", "notes", "read", "detail", "at")


class OwnOrderPicture(ReadingView, inherit_bindings=False):
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
        self._selected_pane: int | None = None
        """The number of the pane in which a selection began; it stays in it."""
        self._painting = False
        self._pictures: LRUCache[object, RowPicture] = LRUCache(PICTURES_KEPT)
        self._margins: dict[str, Cell] = {}
        self._laid_out: tuple[object, ...] | None = None
        """What the layout was made for."""
        self._widths: dict[str, int] = {}
        """Pane -> the cells that it is wrapped to, with its gutter."""
        self.tops: dict[str, list[int]] = {}
        """Pane -> the first line of each of its paragraphs, and the line below the last."""
        self.lines: dict[str, int] = {}
        """Pane -> its first line that is in view."""

    # -- what is shown -----------------------------------------------------------

    @property
    def view_height(self) -> int:
        """Lines of text on the screen."""
        return max(1, self.size.height - header_height(self.size.height, self.shown_comparison))

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
            self._order, self._laid_out = OwnOrder(comparison), None
            self.lines, self.tops, self._widths = {}, {}, {}
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
            self.tops, self._widths = {}, {}
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
        height = self._piece(pane, block).height
        return max(height, self._margin(number).height) if self.single else height

    def _piece(self, pane: str, block: Block) -> Piece:
        """A paragraph, wrapped to what is in view of its pane."""
        layout = self._layout
        assert layout is not None
        width = self._widths[pane]
        if width >= self._columns.pane_width:
            return layout.book.paragraph(block)
        return layout.book.narrow(width - layout.gutter).paragraph(block)

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

    @property
    def _total(self) -> int:
        """Lines of the longest pane: the panes stand so far apart in the coordinates of the selection."""
        return max(tops[-1] for tops in self.tops.values())

    @property
    def _slots(self) -> tuple[Slot, ...]:
        """The parts of panes that are in view."""
        return self._columns.slots(self._slid, self.shown_state.pin_base)

    def _slide(self) -> None:
        """Bring the focused pane into view; what the edge cuts off is wrapped to what is left of it."""
        layout, pane = self._layout, self.shown_state.pane
        if layout is None:
            return
        focus = self._shown.index(pane) if pane in self._shown else 0
        self._slid = self._columns.offset_for(focus, self._slid, self.shown_state.pin_base)
        widths = dict.fromkeys(self._shown, self._columns.pane_width)
        for slot in self._slots:
            if slot.width >= layout.gutter + NARROWEST_PEEK:
                widths[self._shown[slot.pane]] = slot.width
        for one, width in widths.items():
            if self._widths.get(one) != width:
                self._widths[one] = width
                self._lay_out_pane(one)

    def _lay_out_pane(self, pane: str) -> None:
        """Where every paragraph of a pane stands; what stood at the top of the screen stays there."""
        old, line = self.tops.get(pane), self.lines.get(pane, 0)
        new = self.tops[pane] = self._tops_of(pane)
        if old is not None and len(old) > 1:
            number = paragraph_on(old, line)
            line = new[number] + min(line - old[number], new[number + 1] - new[number] - 1)
        self.lines[pane] = line

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
            inside = top + self._piece(state.pane, order.blocks(state.pane)[number]).line_of(at)
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

    # -- drawing -----------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen, laid out for it: a view that was hidden is drawn before it is resized.

        Without the coordinates that only the mouse asks for, which is cheaper.
        """
        if self.shown_comparison is not None and self._laid_out != self._to_lay_out():
            self._arrange()
            self._reveal()
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the titles, or a line of every pane."""
        width, layout, comparison = self.size.width, self._layout, self.shown_comparison
        if layout is None or comparison is None or not width or not self.lines:
            return self.blank(width)
        slots = self._slots
        header = header_height(self.size.height, self.shown_comparison)
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
            skip = self._skip(slot)
            whole = strip.cell_length == slot.width
            parts.append(strip if whole else strip.crop(skip, skip + slot.width))
        return Strip.join(parts).adjust_cell_length(width, self.styles_of.of())

    def _skip(self, slot: Slot) -> int:
        """Cells that are cut off at the left of a pane which was not wrapped anew."""
        return slot.skip if self._widths[self._shown[slot.pane]] > slot.width else 0

    def _pane_line(self, slot: Slot, line: int) -> Strip:
        """A line of one pane, as wide as it was wrapped."""
        pane = self._shown[slot.pane]
        tops = self.tops[pane]
        if not 0 <= line < tops[-1]:
            return self.blank(self._widths[pane])
        number = paragraph_on(tops, line)
        picture, inside = self._picture(slot.pane, number), line - tops[number]
        if self._painting or self._skip(slot):
            return picture.strip(inside, 0)
        picture.top, picture.total = tops[number], self._total
        return Strip(picture.segments(inside, 0, offsets=True), self._widths[pane])

    def _picture(self, pane_number: int, number: int) -> RowPicture:
        layout, order, state = self._layout, self._order, self.shown_state
        assert layout is not None
        assert order is not None
        pane = self._shown[pane_number]
        block = order.blocks(pane)[number]
        current = pane == state.pane and number == self._cursor
        pane_width = self._widths[pane]
        key = (block.id, pane_width, current, state.at if current else None, state.detail)
        picture = self._pictures.get(key)
        if picture is None:
            base: Classes = ("row",) if current else ()
            if state.read and content_read(state, layout.comparison, block.id):
                base = (*base, "read")
            width = self._text_width(layout.gutter) - self._columns.pane_width + pane_width
            text = cell_of((self._piece(pane, block),))
            cells = [DrawnCell(Slot(layout.shown.index(pane), 0, 0, width), text, base)]
            if self.single:
                margin_slot = Slot(len(layout.shown), 0, 0, self._margin_width)
                cells.append(DrawnCell(margin_slot, self._margin(number), base))
            selection, selected = self.text_selection, self._selected_pane
            painter = GridPainter(self.styles_of, layout, state, (), selection, selected)
            picture = painter.paragraph(cells, block.id, order.row_of(block), pane_width, current=current)
            picture.top, picture.total = self.tops[pane][number], self._total
            self._pictures[key] = picture
        return picture
