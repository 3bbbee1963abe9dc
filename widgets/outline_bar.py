"""A narrow bar beside the grid: where differences, notes, hits and the window are."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.model import Comparison
from newsdiff.signs import SIGNS
from widgets.panes.grid_painter import note_style
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import RowRequested
from widgets.reading.reading_moves import search_hits
from widgets.reading.reading_state import MARKED, ReadingState, panes
from widgets.text.grid_styles import component_classes

_PREFIX = "outline-bar--"


class OutlineBar(Widget):
    """Set `comparison`, `state` and `window` (first and last visible row). A click posts `RowRequested`.

    Each of its lines stands for a stretch of rows: the gravest sign in it (``≠``, ``?``, ``≈``), a note or a
    search hit before that, and beside it a bar where the rows are in view.
    """

    DEFAULT_CSS = """
    OutlineBar {
        width: 2;
        height: 1fr;
        background: $background;
        & > .outline-bar--differs { color: $text-warning; text-style: bold; }
        & > .outline-bar--may-differ { color: $text-warning; }
        & > .outline-bar--variant { color: $text-secondary; }
        & > .outline-bar--note { color: $text-primary; text-style: bold; }
        & > .outline-bar--note-yellow { color: $text-warning; text-style: bold; }
        & > .outline-bar--note-green { color: $text-success; text-style: bold; }
        & > .outline-bar--note-blue { color: $text-primary; text-style: bold; }
        & > .outline-bar--note-red { color: $text-error; text-style: bold; }
        & > .outline-bar--hit { color: $text-accent; text-style: bold; }
        & > .outline-bar--window { color: $primary; }
        & > .outline-bar--cursor { color: $foreground; text-style: bold; }
        & > .outline-bar--track { color: $foreground 20%; }
        &:ansi > .outline-bar--track { text-style: dim; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = component_classes(DEFAULT_CSS)

    comparison: reactive[Comparison | None] = reactive(None, init=False, always_update=True)
    state: reactive[ReadingState] = reactive(ReadingState(), repaint=False, init=False)
    window: reactive[tuple[int, int]] = reactive((0, 0), repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs: list[tuple[str, str]] = []
        self._made_of: object = None
        self._drawn: list[tuple[str, str, str]] = []
        self._strips: dict[tuple[str, str, str], Strip] = {}
        """What each kind of line looks like: there are few."""

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old theme."""
        super().notify_style_update()
        self._strips.clear()

    # -- what each line says ------------------------------------------------------

    def watch_comparison(self) -> None:
        """Another comparison has other signs."""
        self._made_of = None
        self._redraw()

    def watch_state(self) -> None:
        """Redraw only if a line changed."""
        self._redraw()

    watch_window = watch_state

    def on_resize(self, event: events.Resize) -> None:
        """The lines stand for other stretches."""
        self._strips.clear()
        self._redraw()

    def _redraw(self) -> None:
        """Draw the lines that changed: of a step of the cursor these are two."""
        drawn, lines = self._drawn, self._lines()
        self._drawn = lines
        if len(drawn) != len(lines):
            self.refresh()
        elif changed := [y for y, (was, now) in enumerate(zip(drawn, lines, strict=True)) if was != now]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def row_at(self, y: int) -> int | None:
        """The first row of the stretch that line `y` stands for."""
        if self.comparison is None or not self.comparison.rows or self.size.height < 1:
            return None
        count = len(self.comparison.rows)
        return min(count - 1, max(0, y) * count // self._height(count))

    def _height(self, count: int) -> int:
        """Lines in use: no more than there are rows."""
        return max(1, min(self.size.height, count))

    def _lines(self) -> list[tuple[str, str, str]]:
        """For every line: sign, its style, and what stands beside it."""
        comparison, state = self.comparison, self.state
        if comparison is None or not self.size.height:
            return []
        count = len(comparison.rows)
        height = self._height(count)
        made_of = (panes(state, comparison), height, state.notes, state.search, state.standings)
        if made_of != self._made_of:
            self._made_of = made_of
            self._signs = self._signs_of(comparison, height)
        first, last = self.window
        lines = []
        for y, (sign, style) in enumerate(self._signs):
            stretch = _stretch(y, count, height)
            low, high = stretch[0], stretch[-1]
            in_view = low <= last and high >= first
            beside = "cursor" if low <= state.row <= high else "window" if in_view else "track"
            lines.append((sign, style, beside))
        return lines

    def _signs_of(self, comparison: Comparison, height: int) -> list[tuple[str, str]]:
        state = self.state
        index, shown = index_of(comparison), panes(state, comparison)
        noted: dict[int | None, str] = {}
        for note in state.notes:
            if note.article in shown:
                row = index.row_at(note.article, note.start)
                noted[row] = max(noted.get(row, ""), note.colour)
        hits = {hit.row for hit in search_hits(state, comparison)}
        gravest = index.standings(shown, state.standings)
        lines = []
        count = len(comparison.rows)
        for y in range(height if count else 0):
            rows = _stretch(y, count, height)
            standings = {gravest[row] for row in rows} & state.standings
            if not hits.isdisjoint(rows):
                lines.append(("●", "hit"))
            elif colours := [noted[row] for row in rows if row in noted]:
                lines.append(("✎", note_style("note", max(colours)) or "note"))
            else:
                gravest_here = next((one for one in MARKED if one in standings), None)
                lines.append((SIGNS[gravest_here], gravest_here) if gravest_here else (" ", "track"))
        return lines

    # -- drawing and mouse -----------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the bar; while it had no room none was worked out."""
        self._drawn = self._drawn or self._lines()
        if y >= len(self._drawn):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        line = self._drawn[y]
        if line not in self._strips:
            self._strips[line] = self._strip(*line)
        return self._strips[line]

    def _strip(self, sign: str, style: str, beside: str) -> Strip:
        bar = {"cursor": "◀", "window": "▐", "track": "│"}[beside]
        segments = [
            Segment(sign, self.get_visual_style(_PREFIX + style).rich_style),
            Segment(bar, self.get_visual_style(_PREFIX + beside).rich_style),
        ]
        if self.size.width < 2:
            segments = segments[:1] if sign != " " else segments[1:]
        width = min(2, self.size.width)
        return Strip(segments, width).adjust_cell_length(self.size.width, self.visual_style.rich_style)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the row under the mouse; hold and drag to run through the text."""
        self.capture_mouse()
        self._ask(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging runs through the text."""
        if event.button:
            self._ask(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The drag ends."""
        self.release_mouse()

    def _ask(self, y: int) -> None:
        row = self.row_at(y)
        if row is not None:
            self.post_message(RowRequested(row))


def _stretch(y: int, count: int, height: int) -> range:
    """The rows, of so many, that line `y` of so many lines stands for."""
    first = y * count // height
    return range(first, max(first + 1, (y + 1) * count // height))
