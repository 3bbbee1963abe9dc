"""Articles in their own order as a picture of a state: layout, scrolling, drawing with little work."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.strip import Strip

from newsdiff.model import Block, Comparison
from widgets.own_order.margin_notes import margin
from widgets.own_order.own_order import OwnOrder, level_with, paragraph_on
from widgets.panes.cells import Cell, Piece
from widgets.panes.grid_header import GridHeader, header_height
from widgets.panes.grid_painter import GridPainter
from widgets.panes.gutter import NO_MARK, NOTE, gutter
from widgets.panes.pane_columns import SEPARATOR, PaneColumns, Slot, columns_for
from widgets.panes.piece_picture import PiecePicture
from widgets.panes.text_book import TextBook, gutter_width
from widgets.panes.text_marks import Classes
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import ReadingState, panes
from widgets.reading.reading_view import ReadingView

PICTURES_KEPT: Final = 600
MARGIN_SHARE: Final = 0.36
"""The part of a screen that the margin of a single article takes."""
RIGHT_MARGIN: Final = 1
BLANK_LINES: Final = 1
"""Between two paragraphs."""
_CHANGES_LAYOUT: Final = ("view", "order", "pin_base", "standings", "kinds")
_CHANGES_PICTURES: Final = ("shading", "search", "notes", "read", "detail", "at")


class OwnOrderPicture(ReadingView, inherit_bindings=False):
    """Draws the lines in view from pictures of paragraphs that are kept; a key draws two of them anew."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._header = GridHeader(self.styles_of)
        self._columns = PaneColumns((1,), 1)
        self._first_pane = 0
        self._order: OwnOrder
        """Of the articles that are shown; like the next there from then on."""
        self._book: TextBook
        self._gutter = 0
        self._everyone: tuple[str, ...] = ()
        """All panes from left to right; the single article is one of them."""
        self._shown: tuple[str, ...] = ()
        self._cursor = 0
        """The number of the focused paragraph in its article."""
        self._selected_pane: int | None = None
        """The number of the pane in which a selection began; it stays in it."""
        self._pictures: LRUCache[object, PiecePicture] = LRUCache(PICTURES_KEPT)
        self._painter_now: GridPainter | None = None
        self._titles: list[Strip] = []
        self._margins: dict[str, Cell] = {}
        self._laid_out: tuple[object, ...] | None = None
        """What the layout was made for."""
        self._arranged_at: Size | None = None
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
            self.lines, self.tops = {}, {}
        self._cursor = self._order.cursor(state)
        self._painter_now, self._titles = None, []
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
        if any(name in ("shading", "search", "notes", "read", "standings", "kinds") for name in changed):
            self._pictures.clear()
        self._reveal()
        self.refresh()

    def forget(self) -> None:
        """Forget what was drawn."""
        self._pictures.clear()
        self._painter_now, self._titles = None, []

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again, unless it was drawn at this size already."""
        if self._arranged_at != self.size:
            self._arrange()
            self._reveal()
            self.refresh()

    def _arrange(self) -> None:
        """Work out where every paragraph stands; an article that was laid out already is not again."""
        comparison, width = self.shown_comparison, self.size.width
        if comparison is None or not width:
            return
        self._arranged_at = self.size
        state = self.shown_state
        self._everyone = panes(state, comparison)
        self._shown = (state.pane,) if self.single else self._everyone
        laid_out = self._to_lay_out()
        if self._laid_out != laid_out:
            self._laid_out = laid_out
            self._columns = columns_for(len(self._shown), max(1, width - RIGHT_MARGIN))
            self._gutter = gutter_width(comparison)
            self._book = TextBook(comparison, dict.fromkeys(self._everyone, self._text_width()))
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
        return (self.size.width, self.single, panes(state, comparison), state.standings, state.kinds)

    def _tops_of(self, pane: str) -> list[int]:
        """The first line of every paragraph of a pane, and the line below the last."""
        paragraphs = range(len(self._order.blocks(pane)))
        heights = (self._height(pane, number) + BLANK_LINES for number in paragraphs)
        return list(accumulate(heights, initial=0))

    def _text_width(self) -> int:
        width = self._columns.widths[0] - self._gutter
        return max(1, width - self._margin_width - len(SEPARATOR) if self.single else width)

    @property
    def _margin_width(self) -> int:
        return max(16, int(self.size.width * MARGIN_SHARE))

    def _height(self, pane: str, number: int) -> int:
        height = self._piece(self._order.blocks(pane)[number]).height
        return max(height, self._margin(number).height) if self.single else height

    def _piece(self, block: Block) -> Piece:
        return self._book.paragraph(block)

    def _margin(self, number: int) -> Cell:
        """The notes beside a paragraph of the single article."""
        comparison = self.shown_comparison
        assert comparison is not None
        block = self._order.blocks(self._shown[0])[number]
        if block.id not in self._margins:
            self._margins[block.id] = margin(
                comparison, self.shown_state, self._everyone, block, self._margin_width
            )
        return self._margins[block.id]

    @property
    def _total(self) -> int:
        """Lines of the longest pane: the panes stand so far apart in the coordinates of the selection."""
        return max(tops[-1] for tops in self.tops.values())

    @property
    def _slots(self) -> tuple[Slot, ...]:
        return self._columns.slots(self._first_pane, self.shown_state.pin_base)

    def _slide(self) -> None:
        """Bring the focused pane into view."""
        pane = self.shown_state.pane
        focus = self._shown.index(pane) if pane in self._shown else 0
        self._first_pane = self._columns.first_for(focus, self._first_pane, self.shown_state.pin_base)
        self._painter_now, self._titles = None, []

    # -- scrolling ---------------------------------------------------------------

    def _reveal(self) -> None:
        """Bring the cursor's paragraph into view, as little as possible; the other panes follow by links."""
        state = self.shown_state
        if state.pane not in self.tops or len(self.tops[state.pane]) < 2:
            return
        tops, number, view = self.tops[state.pane], self._cursor, self.view_height
        top, below = tops[number], tops[number + 1] - BLANK_LINES
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
            inside = top + self._piece(self._order.blocks(state.pane)[number]).line_of(at)
            if not line <= inside < line + view:
                line = inside - view // 3
        self.lines[state.pane] = line
        self._follow(number)

    def _follow(self, number: int) -> None:
        """The panes that are locked stand level with the focused one."""
        if self.shown_state.locked:
            for other in self._shown:
                if other != self.shown_state.pane:
                    self.lines[other] = level_with(
                        self._order, self.tops, self.lines, self.shown_state, number, other
                    )

    def window(self) -> tuple[int, int]:
        """The first and the last row of what the focused pane shows."""
        pane = self.shown_state.pane
        if len(self.tops.get(pane, ())) < 2:
            return super().window()
        order = self._order
        tops, line, blocks = self.tops[pane], self.lines[pane], order.blocks(pane)
        ends = [paragraph_on(tops, at) for at in (line, line + self.view_height - 1)]
        rows = [order.row_of(blocks[number]) for number in ends]
        return min(rows), max(rows)

    # -- drawing -----------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen, laid out for it: a view that was hidden is drawn before it is resized."""
        if self.shown_comparison is not None and (self._laid_out, self._arranged_at) != (
            self._to_lay_out(),
            self.size,
        ):
            self._arrange()
            self._reveal()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the titles, or a line of every pane."""
        width, comparison = self.size.width, self.shown_comparison
        if comparison is None or not width or not self.lines:
            return self.blank(width)
        slots = self._slots
        header = header_height(self.size.height, comparison)
        if y < header:
            if len(self._titles) != header:
                self._titles = self._header.strips(
                    comparison,
                    self._shown,
                    slots,
                    self.shown_state.pane,
                    0,
                    width,
                    header,
                    changed=self.shown_state.changed,
                )
            return self._titles[y].adjust_cell_length(width, self.styles_of.of())
        segments: list[Segment] = []
        for at, slot in enumerate(slots):
            if at:
                segments.append(Segment(SEPARATOR, self.styles_of.of("separator")))
            segments += self._pane_line(slot, y - header + self.lines[self._shown[slot.pane]])
        return Strip(segments).adjust_cell_length(width, self.styles_of.of())

    def _pane_line(self, slot: Slot, line: int) -> list[Segment]:
        """A line of one pane: its gutter, the text, and beside a single article the margin."""
        pane = self._shown[slot.pane]
        tops = self.tops[pane]
        if not 0 <= line < tops[-1]:
            return [Segment(" " * slot.width, self.styles_of.of())]
        number = paragraph_on(tops, line)
        inside = line - tops[number]
        if inside >= tops[number + 1] - tops[number] - BLANK_LINES:
            return [Segment(" " * slot.width, self.styles_of.of())]
        block = self._order.blocks(pane)[number]
        current = pane == self.shown_state.pane and number == self._cursor
        under: Classes = ("row",) if current else ()
        segments = self._gutter_line(block, under, first=inside == 0)
        segments += self._piece_line(self._piece(block), pane, tops[number], inside, under)
        if self.single:
            segments.append(Segment(SEPARATOR, self.styles_of.of(*under, "separator")))
            segments += self._margin_line(number, inside, under)
        return segments

    def _gutter_line(self, block: Block, under: Classes, *, first: bool) -> list[Segment]:
        if not first:
            return gutter(
                self.styles_of, self._gutter, under=under, bar=bool(under), standing=None, row=None,
                mark=NO_MARK,
            )  # fmt: skip
        comparison = self.shown_comparison
        assert comparison is not None
        standing = index_of(comparison).standing_of_paragraph(
            block.id, self._everyone, self.shown_state.standings
        )
        note = self._painter().note_of(block.id)
        return gutter(
            self.styles_of, self._gutter, under=under, bar=bool(under), standing=standing,
            row=self._order.row_of(block), mark=(NOTE, note) if note else NO_MARK,
        )  # fmt: skip

    def _piece_line(self, piece: Piece, pane: str, top: int, inside: int, under: Classes) -> list[Segment]:
        column = self._everyone.index(pane)
        if inside >= piece.height:
            return [Segment(" " * self._text_width(), self.styles_of.of(*under))]
        picture = self._picture(piece, column, self._text_width(), under)
        if self.painting and picture.selection is None:
            return picture.line(inside)
        picture.column, picture.top = column * self._total, top
        return picture.segments(inside, offsets=not self.painting)

    def _margin_line(self, number: int, inside: int, under: Classes) -> list[Segment]:
        found = self._margin(number).at(inside)
        if found is None:
            return [Segment(" " * self._margin_width, self.styles_of.of(*under))]
        piece, line = found
        key = (id(piece), under)
        if key not in self._pictures:
            drawn = self._painter().picture(piece, len(self._everyone), self._margin_width, under)
            self._pictures[key] = drawn
        return self._pictures[key].line(line)

    def _painter(self) -> GridPainter:
        if self._painter_now is None:
            assert self.shown_comparison is not None
            in_view = self._everyone if self.single else tuple(self._shown[slot.pane] for slot in self._slots)
            self._painter_now = GridPainter(
                self.styles_of, self.shown_comparison, self.shown_state, self.text_selection,
                self._selected_pane, in_view,
            )  # fmt: skip
        return self._painter_now

    def _picture(self, piece: Piece, column: int, width: int, under: Classes) -> PiecePicture:
        """A paragraph as it looks now; drawn again only when the cursor or words that are lit touch it."""
        state = self.shown_state
        lit = self._painter().lit
        key = (piece.block, width, under, state.at if under else None, lit.detail, lit.quoted_in(piece.block))
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._painter().picture(piece, column, width, under)
        return picture
