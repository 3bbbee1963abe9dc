"""The matrix on the screen: one line per detail, the label at the left, one column per outlet."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from newsdiff.counting import number_of
from newsdiff.model import Comparison
from newsdiff.signs import SIGNS
from widgets.matrix.detail_matrix import MatrixLine, matrix_lines
from widgets.panes.pane_columns import SEPARATOR
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import MatrixOrder, ReadingState, panes
from widgets.reading.reading_view import ReadingView
from widgets.text.harmless import short
from widgets.text.wrapping import fitted

NARROWEST_COLUMN: Final = 16
HEADER: Final = 2
_RELATION_OF: Final = {sign: relation for relation, sign in SIGNS.items()}
_SORTED: Final[dict[MatrixOrder, str]] = {
    "text": "as in the text", "relation": "gravest first", "kind": "by kind", "label": "by name",
    "outlets": "most outlets first",
}  # fmt: skip
_CHANGES_LINES: Final = ("order", "standings", "kinds", "search", "matrix_order")


class MatrixView(ReadingView, inherit_bindings=False):
    """Draws only the lines in view; a key redraws the two lines it touches."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[MatrixLine, ...] = ()
        self._before_search = 0
        """How many lines there are without the search."""
        self._number_of: dict[str, int] = {}
        self.line = 0
        """The line under the cursor."""
        self._strips: dict[tuple[int, str | None], Strip] = {}
        self._laid_out: tuple[Size, int] | None = None
        self._first = 0

    # -- what is shown -----------------------------------------------------------

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show the details at a state; the cursor goes to the state's detail where the matrix has it."""
        old = self.shown_state
        same = comparison is self.shown_comparison and all(
            getattr(old, name) == getattr(state, name) for name in _CHANGES_LINES
        )
        columns = self._columns() if same else []
        self.shown_comparison, self.shown_state = comparison, state
        before = self.line
        if not same:
            self.lines = matrix_lines(comparison, state)
            unsearched = replace(state, search="")
            self._before_search = len(
                matrix_lines(comparison, unsearched) if state.search.strip() else self.lines
            )
            self._number_of = {line.detail: number for number, line in enumerate(self.lines)}
            self.virtual_size = Size(self.size.width, len(self.lines) + HEADER)
            self.line = min(self.line, max(0, len(self.lines) - 1))
            self._forget_and_draw()
        self.line = self._number_of.get(state.detail or "", self.line)
        if state.detail is None and old.row != state.row and same:
            self.line = self._line_of_row(state.row)
        self._reveal()
        if old.pane != state.pane and self._columns() != columns:
            self._forget_and_draw()
        elif old.pane != state.pane:
            self._draw_focus(before)
        elif before != self.line:
            self._draw_line(before)
            self._draw_line(self.line)

    def _line_of_row(self, row: int) -> int:
        """The first line with a detail that stands in a row, or in the nearest row below."""
        comparison = self.shown_comparison
        assert comparison is not None
        marks = index_of(comparison).marks_of_detail
        below = (
            (min(mark.row for mark in marks[line.detail] if mark.row >= row), number)
            for number, line in enumerate(self.lines)
            if any(mark.row >= row for mark in marks.get(line.detail, ()))
        )
        return min(below, default=(row, self.line))[1]

    def forget(self) -> None:
        """Forget what was drawn."""
        self._strips.clear()

    def _forget_and_draw(self) -> None:
        self._strips.clear()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Columns follow the width."""
        self.virtual_size = Size(self.size.width, len(self.lines) + HEADER)
        self._forget_and_draw()
        self._reveal()

    def _draw_focus(self, before: int) -> None:
        """Another outlet has the focus: its title and its cell under the cursor look different."""
        for key in [key for key in self._strips if key[0] < 0 or key[1]]:
            del self._strips[key]
        self.refresh(Region(0, 0, self.size.width, HEADER))
        self._draw_line(before)
        self._draw_line(self.line)

    def _draw_line(self, number: int) -> None:
        y = number - round(self.scroll_y) + HEADER
        if HEADER <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _reveal(self) -> None:
        view = max(1, self.size.height - HEADER)
        first = round(self.scroll_y)
        if self.line < first:
            self.scroll_to(y=self.line, animate=False, force=True)
        elif self.line >= first + view:
            self.scroll_to(y=self.line - view + 1, animate=False, force=True)

    # -- movements ---------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` lines down (up)."""
        to = min(max(0, self.line + step), len(self.lines) - 1)
        if not self.lines or (to == self.line and self.shown_state.detail == self.lines[to].detail):
            return self.app.bell()
        self._to_line(to)

    def action_page(self, step: int) -> None:
        """A page down (up)."""
        self.action_row(step * max(1, self.size.height - HEADER - 1))

    def action_to_pane(self, number: int) -> None:
        """Outlet `number`, counted from 1."""
        if self.shown_comparison is None:
            return
        shown = panes(self.shown_state, self.shown_comparison)
        if 1 <= number <= len(shown) and shown[number - 1] != self.shown_state.pane:
            self._to_line(self.line, shown[number - 1])
        else:
            self.app.bell()

    def _to_line(self, number: int, pane: str | None = None) -> None:
        """The state's cursor goes to the detail, in the focused outlet if that has it."""
        comparison = self.shown_comparison
        if comparison is None:
            return
        state = replace(self.shown_state, pane=pane or self.shown_state.pane)
        if self.lines:
            detail = self.lines[number].detail
            marks = index_of(comparison).marks_of_detail.get(detail, ())
            own = next((mark for mark in marks if mark.article == state.pane), None)
            row = own.row if own else marks[0].row if marks else state.row
            state = replace(state, row=row, detail=detail, at=own.start if own else None)
        self.want(state)

    def place(self) -> tuple[str, int, str] | None:
        """Where the text under the cursor stands: article, offset, detail."""
        comparison = self.shown_comparison
        if comparison is None or not self.lines:
            return None
        detail = self.lines[self.line].detail
        marks = index_of(comparison).marks_of_detail.get(detail, ())
        own = next((mark for mark in marks if mark.article == self.shown_state.pane), None)
        mark = own or next(iter(marks), None)
        return (mark.article, mark.start, detail) if mark else None

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to the cell that was clicked."""
        if self.shown_comparison is None or not self.lines:
            return
        number = event.y - HEADER + round(self.scroll_y)
        pane = None
        x = self._label_width
        for at, width in self._columns():
            x += len(SEPARATOR)
            if x <= event.x < x + width:
                pane = panes(self.shown_state, self.shown_comparison)[at]
            x += width
        if event.y < HEADER:
            number = self.line
        if 0 <= number < len(self.lines):
            self._to_line(number, pane)

    # -- drawing -----------------------------------------------------------------

    @property
    def _label_width(self) -> int:
        return min(34, max(14, self.size.width // 4))

    def _columns(self) -> list[tuple[int, int]]:
        """The outlets in view as (number, width); as many as fit, the focused one among them."""
        comparison = self.shown_comparison
        assert comparison is not None
        shown = panes(self.shown_state, comparison)
        room = max(1, self.size.width - self._label_width)
        step = NARROWEST_COLUMN + len(SEPARATOR)
        count = min(len(shown), max(1, room // step))
        focus = shown.index(self.shown_state.pane) if self.shown_state.pane in shown else 0
        self._first = min(max(self._first, focus - count + 1), focus, len(shown) - count)
        even = max(1, room // count - len(SEPARATOR))
        spare = room - count * (even + len(SEPARATOR))
        return [(self._first + at, even + (spare if at == count - 1 else 0)) for at in range(count)]

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        if self.shown_comparison is None or not width:
            return self.blank(width)
        number = y - HEADER + round(self.scroll_y)
        if y >= HEADER and not 0 <= number < len(self.lines):
            empty = "  Nothing found." if self._before_search else "  Nothing matches the filter."
            hint = empty if not self.lines and y == HEADER + 1 else ""
            return Strip([Segment(hint.ljust(width)[:width], self.styles_of.of("hint"))], width)
        key = (y - HEADER if y < HEADER else number, "cursor" if number == self.line else None)
        if key not in self._strips:
            strip = self._header(y) if y < HEADER else self._drawn(number)
            self._strips[key] = strip.adjust_cell_length(width, self.styles_of.of())
        return self._strips[key]

    def _header(self, y: int) -> Strip:
        comparison, state = self.shown_comparison, self.shown_state
        assert comparison is not None
        if y:
            return self._rule()
        shown = panes(state, comparison)
        columns = self._columns()
        plain = self.styles_of.of("title")
        more = "‹ " if columns[0][0] else "  "
        sorted_so = f"{number_of(len(self.lines), 'detail')}, {_SORTED[state.matrix_order]}"
        segments = [self._cell(more + sorted_so,
                               self._label_width, ("subtitle",))]  # fmt: skip
        for at, width in columns:
            article = comparison.article(shown[at])
            focused = article.id == state.pane
            name = ("▸" if focused else "") + (f"{at + 1} " if at < 9 else "") + short(article.label, 60)
            if at == columns[-1][0] and at + 1 < len(shown):
                name += " ›"
            segments += [Segment(SEPARATOR, plain),
                         self._cell(name, width, ("title-focus" if focused else "title",))]  # fmt: skip
        return Strip(segments)

    def _rule(self) -> Strip:
        """The line below the outlets; during a search it says that these are not all details, and the way
        back: where the room is short, the words searched for are cut, not the rest."""
        rule = self.styles_of.of("rule")
        found, width = self.shown_state.search.strip(), self.size.width
        if not found:
            return Strip([Segment("─" * width, rule)])
        counted = f"  {len(self.lines):,} of {number_of(self._before_search, 'detail')}, found “"
        after = "” · esc shows all "
        words, _ = fitted(short(found, 60), max(1, width - len(counted) - len(after)))
        line, used = fitted(counted + words + after, width)
        return Strip([Segment(line, self.styles_of.of("subtitle")), Segment("─" * (width - used), rule)])

    def _drawn(self, number: int) -> Strip:
        comparison, state = self.shown_comparison, self.shown_state
        assert comparison is not None
        line, shown = self.lines[number], panes(state, comparison)
        under = ("row",) if number == self.line else ()
        relation = _RELATION_OF[line.sign]
        segments = [
            Segment("▌" if under else " ", self.styles_of.of(*under, "cursor-bar")),
            Segment(f"{line.sign} ", self.styles_of.of(*under, f"sign-{relation}")),
            *self._label(line, self._label_width - 3, under),
        ]
        for at, width in self._columns():
            here = under and shown[at] == state.pane
            style = (*under, *(("cell",) if here else ()), *((relation,) if line.cells[at] else ()))
            segments.append(Segment(SEPARATOR, self.styles_of.of(*under, "separator")))
            segments += self._value(line.cells[at], width, style, (*under, *(("cell",) if here else ())))
        return Strip(segments)

    def _label(self, line: MatrixLine, width: int, under: tuple[str, ...]) -> list[Segment]:
        """The label and, at the right, in how many texts of their own the outlets report it."""
        if not line.own_texts:
            return [self._cell(line.label, width, under)]
        own = f" {line.own_texts}"
        return [
            self._cell(line.label, width - len(own), under),
            self._cell(own, len(own), (*under, "subtitle")),
        ]

    def _value(self, text: str, width: int, style: tuple[str, ...], under: tuple[str, ...]) -> list[Segment]:
        cut, used = fitted(text, width)
        blank = Segment(" " * (width - used), self.styles_of.of(*under))
        return [Segment(cut, self.styles_of.of(*style)), blank]

    def _cell(self, text: str, width: int, classes: tuple[str, ...]) -> Segment:
        cut, used = fitted(text, width)
        return Segment(cut + " " * (width - used), self.styles_of.of(*classes))
