"""The aligned panes as a picture of a comparison at a state: layout, scrolling, drawing with little work."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.strip import Strip

from newsdiff.model import Comparison, Standing
from widgets.panes.grid_header import GridHeader, header_height
from widgets.panes.grid_painter import GridPainter
from widgets.panes.gutter import NO_MARK, between, gutter
from widgets.panes.kept_layouts import KeptLayouts
from widgets.panes.packed_layout import PackedLayout, also_out_of_view
from widgets.panes.pane_columns import PaneColumns, Slot, columns_by_length, columns_for
from widgets.panes.piece_picture import PiecePicture, with_offset
from widgets.panes.scroll_policy import line_kept, scroll_for
from widgets.panes.text_book import gutter_width
from widgets.panes.text_marks import Classes
from widgets.reading import reading_moves
from widgets.reading.comparison_index import index_of
from widgets.reading.lit import lit_at
from widgets.reading.messages import StateChanged, WindowChanged
from widgets.reading.reading_state import ReadingState, panes
from widgets.text.grid_styles import CLASSES, DEFAULT_CSS, GridStyles
from widgets.text.line_view import LineView

_MOVES_LINES = {"order", "fold_all", "opened", "show_noise", "pin_base", "together"}
"""What changes where rows stand."""
_CHANGES_PICTURES = {
    *("order", "show_noise", "pin_base"),
    *("standings", "kinds", "search", "notes", "read"),
}
"""What changes how rows look that neither the cursor nor the lit detail touch."""
PICTURES_KEPT = 1024
LINES_KEPT = 1024
NARROWEST_SCREEN = 12
"""A grid narrower than this is laid out so wide and cut off at the right."""
RIGHT_MARGIN = 1
"""A blank between the text and what stands right of the grid."""
UNKNOWN: Final = PaneColumns((1,), 1)
"""The columns before anything is known of the room."""


class GridView(LineView, can_focus=True, inherit_bindings=False):
    """Draws a comparison at a state; nothing else decides what is on the screen.

    Set `comparison` and `state` (or both at once with `show`); watch `StateChanged`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    DEFAULT_CSS = DEFAULT_CSS
    comparison: var[Comparison | None] = var(None, init=False)
    state: reactive[ReadingState] = reactive(ReadingState(), repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_of = GridStyles(self)
        self._header = GridHeader(self._styles_of)
        self._columns = UNKNOWN
        self._first_pane = 0
        self._layout_now: PackedLayout | None = None
        self._layouts = KeptLayouts()
        self._pictures: LRUCache[object, PiecePicture] = LRUCache(PICTURES_KEPT)
        self._lines: LRUCache[int, Strip] = LRUCache(LINES_KEPT)
        """Lines of the text as they are drawn now, without the coordinates that the mouse asks for."""
        self._painter_now: GridPainter | None = None
        self._lit_of: object = None
        self._lit_pieces: set[tuple[str, int]] = set()
        self._header_strips: list[Strip] = []
        self._arranged = Size(0, 0)
        self._is_stale = False  # whether the state has changed while there was no room to lay it out
        self._keep_scroll = False
        self._selected_pane: int | None = None

    # -- what is shown ---------------------------------------------------------

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show another comparison at a state, in one step."""
        old = self.state
        self.set_reactive(GridView.comparison, comparison)
        self.set_reactive(GridView.state, reading_moves.settle(state, comparison))
        self._layouts.forget()
        self._arrange()
        self._announce(old, self.state)

    def watch_comparison(self, comparison: Comparison | None) -> None:
        """Lay out another comparison."""
        if comparison is not None:
            self.show(comparison, self.state)

    def watch_state(self, old: ReadingState, new: ReadingState) -> None:
        """Bring the screen to another state with as little drawing as possible."""
        comparison, layout = self.comparison, self._layout_now
        if comparison is None or old == new:
            return
        settled = reading_moves.settle(new, comparison)
        if settled is not new:
            self.state = settled
            return
        changed = {name for name in ReadingState.__slots__ if getattr(old, name) != getattr(new, name)}
        if layout is None or changed & _MOVES_LINES or self._first() != self._first_pane:
            self._arrange(keep_pictures=not changed & _CHANGES_PICTURES, before=old)
        elif changed & {*_CHANGES_PICTURES, "shading"}:
            self._forget_lines(pictures=bool(changed & _CHANGES_PICTURES))
            self.refresh()
        elif changed != {"view"}:
            self._refresh_rows(old, new)
        if new.place != old.place:
            self._reveal(old, new)
        self._announce(old, new)

    def _announce(self, old: ReadingState, new: ReadingState) -> None:
        if old != new:
            self.post_message(StateChanged(old, new))

    # -- layout ---------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again, unless it has this size already; the text at the top of the screen stays there."""
        arranged = (max(self.size.width, NARROWEST_SCREEN), self.size.height)
        if self._layout_now is None or self._is_stale or self._arranged != arranged:
            self._arrange()

    def on_mount(self) -> None:
        """Lay out as soon as the size is known."""
        super().on_mount()  # type: ignore[no-untyped-call]
        self._arrange()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old theme."""
        super().notify_style_update()
        self._styles_of.clear()
        self._forget_lines()

    @property
    def header_height(self) -> int:
        """Lines of the pane titles."""
        return header_height(self._arranged.height, self.comparison)

    @property
    def view_height(self) -> int:
        """Lines of text on the screen."""
        return max(1, self._arranged.height - self.header_height)

    @property
    def first_visible(self) -> int:
        """The first line of text on the screen."""
        return round(self.scroll_y)

    def _arrange(self, *, keep_pictures: bool = False, before: ReadingState | None = None) -> None:
        """Work out where everything stands, keeping the cursor or else the top paragraph where it is.

        `before` is the state that was on the screen, if it is another one now.
        """
        comparison, size = self.comparison, self.size
        if comparison is None or not size:
            if self._layout_now is not None and self._layout_now.comparison is not comparison:
                self._layout_now = None  # of one that is shown no more: nothing to draw until there is room
            if comparison is not None and self._columns is not UNKNOWN:
                self._slide()
            self._is_stale = True
            return
        self._is_stale = False
        old, line, view = self._layout_now, self.first_visible, self.view_height
        self._arranged = size = Size(max(size.width, NARROWEST_SCREEN), size.height)
        self._divide(comparison, size.width)
        self._slide()
        self._forget_lines(pictures=not keep_pictures)
        shown = panes(self.state, comparison)
        in_view = tuple(shown[slot.pane] for slot in self.slots)
        widths = dict(zip(shown, self._columns.widths, strict=True))
        layout = self._layouts.layout(comparison, self.state, widths, in_view)
        self._layout_now = layout
        self.virtual_size = Size(self.size.width, layout.total + self.header_height)
        if old is not None:
            self._scroll_to_line(line_kept((before or self.state, old), (self.state, layout), line, view))
        self._reveal(self.state, self.state)
        self.post_message(WindowChanged(*self.window()))
        self.refresh()

    def expect(self, width: int) -> None:
        """Know how many panes so many cells will hold before they are shown: so that they slide already.

        What was laid out for another width is not drawn once they are shown.
        """
        if self.comparison is not None and not self.size:
            before = self._columns
            self._divide(self.comparison, max(width, NARROWEST_SCREEN))
            self._is_stale = self._is_stale or self._columns != before

    def _divide(self, comparison: Comparison, width: int) -> None:
        room = max(1, width - gutter_width(comparison) - RIGHT_MARGIN)
        shown = panes(self.state, comparison)
        self._columns = columns_for(len(shown), room)
        if not self._columns.sliding:
            self._columns = columns_by_length([comparison.article(pane).body_length for pane in shown], room)

    def _slide(self) -> None:
        """Slide the panes so that the focused one is in view."""
        self._first_pane = self._first()

    def _first(self) -> int:
        """The first pane in view when the focused one is in view."""
        comparison = self.comparison
        assert comparison is not None
        shown = panes(self.state, comparison)
        focus = shown.index(self.state.pane) if self.state.pane in shown else 0
        return self._columns.first_for(focus, self._first_pane, self.state.pin_base)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The panes in view."""
        return self._columns.slots(self._first_pane, self.state.pin_base)

    # -- scrolling -------------------------------------------------------------

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def _reveal(self, old: ReadingState, new: ReadingState) -> None:
        layout = self._layout_now
        if layout is None or self._keep_scroll:
            return
        line = scroll_for(layout, old, new, self.first_visible, self.view_height)
        if line != self.first_visible:
            self._scroll_to_line(line)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report which rows are in view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(WindowChanged(*self.window()))

    @property
    def cursor_line(self) -> int:
        """The line of the widget on which the cursor is: its mark, else the top of its paragraph."""
        layout, state = self._layout_now, self.state
        number = layout.cursor(state) if layout is not None else None
        if layout is None or number is None:
            return 0
        line = layout.line_of(state.pane, state.at) if state.at is not None else None
        top = layout.tops[state.pane][number] if line is None else line
        return top - self.first_visible + self.header_height

    def window(self) -> tuple[int, int]:
        """The first and the last of the level rows that are in view."""
        layout = self._layout_now
        if layout is None:
            return self.state.row, self.state.row
        first = self.first_visible
        return layout.rows_in(first, first + self.view_height - 1, self.state.row)

    # -- drawing --------------------------------------------------------------

    def _forget_lines(self, *, pictures: bool = True) -> None:
        if pictures:
            self._pictures.clear()
        self._lines.clear()
        self._painter_now = None
        self._header_strips = []

    def _refresh_rows(self, old: ReadingState, new: ReadingState) -> None:
        """Redraw the paragraphs that look different: those of the cursor and those with words lit."""
        layout = self._layout_now
        assert layout is not None
        self._painter_now = None
        self._header_strips = []
        self.refresh(Region(0, 0, self.size.width, self.header_height))
        touched = {*layout.beside_cursor(old).items(), *layout.beside_cursor(new).items()}
        if (was := lit_at(old, layout.comparison)) != (now := lit_at(new, layout.comparison)):
            touched |= layout.lit_pieces(was) | layout.lit_pieces(now)
        first = self.first_visible
        for top, height in {layout.span_of(*one) for one in touched}:
            for line in range(top, top + height):
                self._lines.discard(line)
            low = max(top - first, 0)
            high = min(top + height - first, self.view_height)
            if low < high:
                self.refresh(Region(0, low + self.header_height, self.size.width, high - low))

    def render_line(self, y: int) -> Strip:
        """One line of the screen; with coordinates for the selection unless it is being painted."""
        layout, width = self._layout_now, self.size.width
        if layout is None or self._is_stale or self.comparison is None or not self.size:
            return Strip.blank(width, self.visual_style.rich_style)
        if y < self.header_height:
            return self._fitted(self._header_line(y))
        line = y - self.header_height + self.first_visible
        if line >= layout.total:
            return Strip.blank(width, self._styles_of.of())
        strip = self._lines.get(line) if self.painting else None
        if strip is None:
            strip = Strip(self._line(layout, line), self._arranged.width)
            if self.painting:
                self._lines[line] = strip
        return self._fitted(strip)

    def _line(self, layout: PackedLayout, line: int) -> list[Segment]:
        """The segments of a line of the text: the gutter, then pane after pane."""
        styles, painter = self._styles_of, self._painter()
        cursor = layout.beside_cursor(self.state)
        row = layout.rows_at.get(line)
        segments: list[Segment] = []
        used = 0
        for at, slot in enumerate(self.slots):
            pane = layout.shown[slot.pane]
            number = layout.number_at(pane, line)
            inside = -1 if number is None else line - layout.tops[pane][number]
            if number is not None and inside >= layout.piece(pane, number).height:
                number = None
            mark = painter.mark_of(layout, pane, number) if number is not None and not inside else NO_MARK
            under: Classes = ("row",) if number is not None and cursor.get(pane) == number else ()
            bar = bool(under) and pane == self.state.pane
            if at:
                segments += between(styles, under=under, bar=bar, mark=mark)
            else:
                segments += gutter(
                    styles, layout.gutter, under=under, bar=bar, row=row, mark=mark,
                    standing=None if row is None else self._standing(layout, row),
                )  # fmt: skip
            if number is None:
                segments.append(self._blank(layout, slot, line))
            else:
                segments += self._piece_line(layout, slot, number, inside, cursor)
            used = slot.x + slot.width
        if rest := self._arranged.width - layout.gutter - used:
            segments.append(Segment(" " * rest, styles.of()))
        return segments

    def _standing(self, layout: PackedLayout, row: int) -> Standing:
        return index_of(layout.comparison).standings(layout.shown, self.state.standings)[row]

    def _blank(self, layout: PackedLayout, slot: Slot, line: int) -> Segment:
        style = self._styles_of.of()
        if not self.painting:
            style = with_offset(style, 0, slot.pane * layout.total + line)
        return Segment(" " * slot.width, style)

    def _piece_line(
        self, layout: PackedLayout, slot: Slot, number: int, inside: int, cursor: dict[str, int]
    ) -> list[Segment]:
        pane = layout.shown[slot.pane]
        picture = self._picture(layout, slot, number, cursor.get(pane) == number)
        if self.painting and picture.selection is None:
            return picture.line(inside)
        picture.column, picture.top = slot.pane * layout.total, layout.tops[pane][number]
        return picture.segments(inside, offsets=not self.painting)

    def _fitted(self, strip: Strip) -> Strip:
        """A strip as wide as the widget, also when its size has changed and nothing is laid out again yet."""
        if self._arranged.width == self.size.width:
            return strip
        return strip.adjust_cell_length(self.size.width, self._styles_of.of())

    def _header_line(self, y: int) -> Strip:
        layout, comparison = self._layout_now, self.comparison
        assert layout is not None
        assert comparison is not None
        if not self._header_strips:
            self._header_strips = self._header.strips(
                comparison,
                layout.shown,
                self.slots,
                self.state.pane,
                layout.gutter,
                self._arranged.width,
                self.header_height,
                also=also_out_of_view(self.state, layout),
                changed=self.state.changed,
            )
        return self._header_strips[y]

    def _painter(self) -> GridPainter:
        assert self.comparison is not None
        if self._painter_now is None:
            self._painter_now = GridPainter(
                self._styles_of,
                self.comparison,
                self.state,
                self.text_selection,
                self._selected_pane,
                self._layout_now.in_view if self._layout_now else (),
            )
        return self._painter_now

    def _picture(self, layout: PackedLayout, slot: Slot, number: int, beside: bool) -> PiecePicture:
        """A piece as it looks now; drawn again only when the cursor or words that are lit touch it."""
        state, pane = self.state, layout.shown[slot.pane]
        piece = layout.piece(pane, number)
        here = beside and pane == state.pane
        base: Classes = ("row", "cell") if here else ("row",) if beside else ()
        lit = self._painter().lit if (pane, number) in self._lit_now() else None
        compared = layout.in_view if state.shading else None
        key = (piece.block, piece.prefix, slot.width, base, lit, state.at if here else None, compared)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._painter().picture(piece, slot.pane, slot.width, base)
            self._pictures[key] = picture
        return picture

    def _lit_now(self) -> set[tuple[str, int]]:
        """The pieces in view with words that are lit, worked out once for a state of the cursor."""
        key = (lit := self._painter().lit, id(self._layout_now))
        if self._lit_of != key:
            self._lit_of = key
            self._lit_pieces = self._layout_now.lit_pieces(lit) if self._layout_now else set()
        return self._lit_pieces

    # -- taking over a state ------------------------------------------------------

    def _move(self, moved: ReadingState, *, keep_scroll: bool = False) -> None:
        """Take over a state that a movement made; a bell where it led nowhere."""
        if moved is self.state:
            self.app.bell()
            return
        self._keep_scroll = keep_scroll
        try:
            self.state = moved
        finally:
            self._keep_scroll = False
