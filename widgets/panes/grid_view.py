"""The aligned panes as a picture of a comparison at a state: layout, scrolling, drawing with little work."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsdiff.model import Comparison
from widgets.panes.cells import CellBook
from widgets.panes.grid_header import GridHeader, header_height
from widgets.panes.grid_layout import GridLayout, gutter_width
from widgets.panes.grid_painter import GridPainter
from widgets.panes.grid_styles import CLASSES, DEFAULT_CSS, GridStyles
from widgets.panes.pane_columns import PaneColumns, Slot, columns_for
from widgets.panes.row_picture import RowPicture
from widgets.panes.scroll_policy import scroll_for
from widgets.reading import reading_moves
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import (
    PaneChanged,
    RowHighlighted,
    StateChanged,
    WindowChanged,
)
from widgets.reading.reading_state import ReadingState, panes

_MOVES_LINES = {"order", "fold_all", "opened", "show_noise", "pin_base", "view"}
"""What changes where rows stand."""
_CHANGES_PICTURES = {
    *("order", "show_noise", "pin_base"),
    *("relations", "kinds", "search", "notes", "read"),
}
"""What changes how rows look that neither the cursor nor the lit detail touch."""
PICTURES_KEPT = 512
NARROWEST_SCREEN = 12
"""A grid narrower than this is laid out so wide and cut off at the right."""
RIGHT_MARGIN = 1
"""A blank between the text and what stands right of the grid."""


class GridView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a comparison at a state; nothing else decides what is on the screen.

    Set `comparison` and `state` (or both at once with `show`); watch `StateChanged`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    DEFAULT_CSS = DEFAULT_CSS

    comparison: var[Comparison | None] = var(None, init=False)
    state: reactive[ReadingState] = reactive(ReadingState(), repaint=False, init=False)

    def __init__(
        self,
        comparison: Comparison | None = None,
        state: ReadingState | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_of = GridStyles(self)
        self._header = GridHeader(self._styles_of)
        self._columns = PaneColumns(1, 1, 1, 1)
        self._slid = 0
        self._book: CellBook | None = None
        self._layout_now: GridLayout | None = None
        self._pictures: LRUCache[object, RowPicture] = LRUCache(PICTURES_KEPT)
        self._header_strips: list[Strip] = []
        self._arranged = Size(0, 0)
        self._painting = False
        self._keep_scroll = False
        self._selected_pane: int | None = None
        start = state or ReadingState()
        if comparison is not None:
            start = reading_moves.settle(start, comparison)
        self.set_reactive(GridView.comparison, comparison)
        self.set_reactive(GridView.state, start)

    # -- what is shown ---------------------------------------------------------

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show another comparison at a state, in one step."""
        old = self.state
        self.set_reactive(GridView.comparison, comparison)
        self.set_reactive(GridView.state, reading_moves.settle(state, comparison))
        self._book = None
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
        if layout is None or changed & _MOVES_LINES or self._would_slide():
            self._arrange(keep_pictures=not changed & _CHANGES_PICTURES)
        elif changed & _CHANGES_PICTURES:
            self._forget_pictures()
            self.refresh()
        else:
            self._refresh_rows(old, new)
        if new.place != old.place:
            self._reveal(old, new)
        self._announce(old, new)

    def _announce(self, old: ReadingState, new: ReadingState) -> None:
        if old != new:
            self.post_message(StateChanged(old, new))
        if old.row != new.row:
            self.post_message(RowHighlighted(new.row))
        if old.pane != new.pane:
            self.post_message(PaneChanged(new.pane))

    # -- layout ---------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay out again; the text at the top of the screen stays there."""
        self._arrange()

    def on_mount(self) -> None:
        """Lay out as soon as the size is known."""
        super().on_mount()  # type: ignore[no-untyped-call]
        self._arrange()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old theme."""
        super().notify_style_update()
        self._styles_of.clear()
        self._forget_pictures()

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

    def _arrange(self, *, keep_pictures: bool = False) -> None:
        """Work out where everything stands, keeping the cursor or else the top row where it is."""
        comparison, size = self.comparison, self.size
        if comparison is None or not size:
            if self._layout_now is not None and self._layout_now.comparison is not comparison:
                self._layout_now = None  # of one that is shown no more: nothing to draw until there is room
            return
        old, line, view = self._layout_now, self.first_visible, self.view_height
        self._arranged = size = Size(max(size.width, NARROWEST_SCREEN), size.height)
        shown = panes(self.state, comparison)
        gutter = gutter_width(comparison)
        self._columns = columns_for(len(shown), max(1, size.width - gutter - RIGHT_MARGIN))
        width, noise = self._columns.pane_width, self.state.show_noise
        if self._book is None or self._book.width != width or self._book.comparison is not comparison:
            self._book = CellBook(comparison, width, noise)
        elif self._book.show_noise != noise:
            self._book = self._book.with_noise(noise)
        if self._slide() or not keep_pictures:
            self._forget_pictures()
        layout = self._layout_now = GridLayout(comparison, self.state, self._book, self.slots)
        self.virtual_size = Size(self.size.width, layout.total + self.header_height)
        if old is not None and old.bands and layout.bands:
            self._scroll_to_line(self._line_kept(old, layout, line, view))
        self._reveal(self.state, self.state)
        self.refresh()

    def _line_kept(self, old: GridLayout, new: GridLayout, line: int, view: int) -> int:
        """The scroll position that keeps the cursor's row, if it was in view, at its place on the screen."""
        cursor, _ = old.span_of(self.state.row)
        if line <= cursor < line + view:
            return new.span_of(self.state.row)[0] - (cursor - line)
        top = old.number_at(line)
        return new.span_of(old.bands[top].first)[0] + min(line - old.tops[top], 1)

    def _slide(self) -> bool:
        """Slide the panes so that the focused one is in view; whether they moved."""
        before, self._slid = self._slid, self._offset()
        return before != self._slid

    def _would_slide(self) -> bool:
        return self._offset() != self._slid

    def _offset(self) -> int:
        """How far the panes have to be slid so that the focused one is in view."""
        comparison = self.comparison
        assert comparison is not None
        shown = panes(self.state, comparison)
        focus = shown.index(self.state.pane) if self.state.pane in shown else 0
        return self._columns.offset_for(focus, self._slid, self.state.pin_base)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The parts of panes that are in view."""
        return self._columns.slots(self._slid, self.state.pin_base)

    # -- scrolling -------------------------------------------------------------

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def _reveal(self, old: ReadingState, new: ReadingState) -> None:
        layout = self._layout_now
        if layout is None or not layout.bands or self._keep_scroll:
            return
        line = scroll_for(layout, old, new, self.first_visible, self.view_height)
        if line != self.first_visible:
            self._scroll_to_line(line)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which rows are in view."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(WindowChanged(*self.window()))

    @property
    def cursor_line(self) -> int:
        """The line of the widget on which the cursor is: its mark, else the top of its row."""
        layout, state = self._layout_now, self.state
        if layout is None or not layout.bands:
            return 0
        line = None
        if state.at is not None:
            line = layout.line_on_screen(state.row, state.pane, state.at, self.first_visible)
        top = layout.span_of(state.row)[0] if line is None else line
        return top - self.first_visible + self.header_height

    def window(self) -> tuple[int, int]:
        """The first and the last row that are in view."""
        layout = self._layout_now
        if layout is None or not layout.bands:
            return 0, 0
        first = layout.band(layout.number_at(self.first_visible))
        last = layout.band(layout.number_at(self.first_visible + self.view_height - 1))
        return first.first, last.last

    # -- drawing --------------------------------------------------------------

    def _forget_pictures(self) -> None:
        self._pictures.clear()
        self._header_strips = []

    def _refresh_rows(self, old: ReadingState, new: ReadingState) -> None:
        """Redraw the rows that look different: those of the cursor and those of the lit detail."""
        layout, comparison = self._layout_now, self.comparison
        assert layout is not None
        assert comparison is not None
        if old.pane != new.pane:
            self._header_strips = []
            self.refresh(Region(0, 0, self.size.width, self.header_height))
        rows = {old.row, new.row}
        if old.detail != new.detail:
            rows |= self._lit_rows(old.detail) | self._lit_rows(new.detail)
        first, last = self.window()
        for row in sorted(rows):
            if first <= row <= last:
                top, height = layout.span_of(row)
                y = top - self.first_visible + self.header_height
                low = max(y, self.header_height)
                self.refresh(Region(0, low, self.size.width, max(0, y + height - low)))

    def _lit_rows(self, detail: str | None) -> frozenset[int]:
        if detail is None or self.comparison is None:
            return frozenset()
        return frozenset(mark.row for mark in index_of(self.comparison).marks_of_detail.get(detail, ()))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the screen: without the coordinates that only the mouse asks for, which is cheaper."""
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """One line of the screen; with coordinates for the selection unless it is being painted."""
        layout, width = self._layout_now, self.size.width
        if layout is None or self.comparison is None or not self.size:
            return Strip.blank(width, self.visual_style.rich_style)
        if y < self.header_height:
            return self._fitted(self._header_line(y))
        line = y - self.header_height + self.first_visible
        if not layout.bands or line >= layout.total:
            return Strip.blank(width, self._styles_of.of())
        number = layout.number_at(line)
        inside, stuck = line - layout.tops[number], layout.stuck(number, self.first_visible)
        if layout.bands[number].folded:
            return self._fitted(
                self._painter().fold_strip(layout.bands[number], inside, self._arranged.width)
            )
        picture = self._picture(number)
        if self._painting:
            return self._fitted(picture.strip(inside, stuck))
        return self._fitted(Strip(picture.segments(inside, stuck, offsets=True), self._arranged.width))

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
            )
        return self._header_strips[y]

    def _painter(self) -> GridPainter:
        layout = self._layout_now
        assert layout is not None
        selection = self.text_selection
        return GridPainter(self._styles_of, layout, self.state, self.slots, selection, self._selected_pane)

    def _picture(self, number: int) -> RowPicture:
        """The row as it looks now; drawn again only when the cursor or the lit detail touch it."""
        layout = self._layout_now
        assert layout is not None
        state, row = self.state, layout.bands[number].first
        lit = state.detail if row in self._lit_rows(state.detail) else None
        key = (row, (state.pane, state.at) if row == state.row else None, lit)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._painter().picture(number, self._arranged.width)
        picture.top, picture.total = layout.tops[number], layout.total
        return picture

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
