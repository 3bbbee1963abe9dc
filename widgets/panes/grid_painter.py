"""From a state to pictures of rows: which cell has which style, which words are marked and lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment
from textual.selection import Selection
from textual.strip import Strip

from widgets.panes.cells import Piece
from widgets.panes.grid_layout import GridLayout
from widgets.panes.grid_styles import GridStyles
from widgets.panes.pane_columns import Slot
from widgets.panes.row_picture import DrawnCell, Gutter, RowPicture
from widgets.panes.text_marks import Classes, Layer, Runs, layered, mark_layer
from widgets.reading.comparison_index import Band, Mark, index_of
from widgets.reading.reading_moves import content_read
from widgets.reading.reading_state import NOTE_COLOURS, NoteMark, ReadingState

_MARKS, _NOTES, _HITS, _LIT = range(4)
_LONG_KINDS = ("quote", "claim")
"""Marks as long as a sentence: only their ends are drawn strongly, lest half the page be coloured."""
_SHORT = 32
"""Code points up to which they are drawn whole: two coloured letters around a few words look wrong."""
MARGIN = "margin"
"""Stands for the column right of all panes, which no article has."""
_COUNT_WORDS = {2: "both", 3: "all three", 4: "all four", 5: "all five", 6: "all six"}


class GridPainter:
    """Draws rows for one state of the grid."""

    def __init__(
        self,
        styles: GridStyles,
        layout: GridLayout,
        state: ReadingState,
        slots: Sequence[Slot],
        selection: Selection | None,
        selected_pane: int | None,
    ) -> None:
        self._styles = styles
        self._layout = layout
        self._state = state
        self._slots = slots
        self._selection = selection
        self._selected_pane = selected_pane
        self._index = index_of(layout.comparison)
        self._hits = self._index.search.hits(layout.shown, state.search).by_paragraph
        self._notes = self._index.notes_of_paragraph(state.notes)

    def picture(self, number: int, width: int) -> RowPicture:
        """The picture of a row that is not folded."""
        layout, state = self._layout, self._state
        row = layout.bands[number].first
        current = row == state.row
        note = self._note_style(self._notes_of_row(row))
        relation = self._index.relations(layout.shown, state.relations)[row]
        gutter = Gutter(relation, row + 1, note, layout.gutter)
        cells = [self._drawn(row, slot, current) for slot in self._slots]
        focus = next(
            (at for at, slot in enumerate(self._slots) if layout.shown[slot.pane] == state.pane), None
        )
        return RowPicture(
            self._styles, gutter, cells, layout.height(number), width, current,
            focus if current else None, self._runs, layout.shown,
            layout.tops[number], layout.total, self._selection, self._selected_pane,
        )  # fmt: skip

    def paragraph(
        self, cells: Sequence[DrawnCell], block: str, row: int, width: int, *, current: bool
    ) -> RowPicture:
        """The picture of one paragraph of one article, for the views in which each has its own order."""
        layout = self._layout
        relation = self._index.relation_of_paragraph(block, layout.shown, self._state.relations)
        note = self._note_style(self._notes.get(block, ()))
        gutter = Gutter(relation, row + 1, note, layout.gutter)
        height = max(drawn.cell.height for drawn in cells)
        columns = (*layout.shown, MARGIN)
        return RowPicture(
            self._styles, gutter, cells, height, width, current, None, self._runs, columns,
            selection=self._selection, selected_pane=self._selected_pane,
        )  # fmt: skip

    def fold_strip(self, band: Band, inside: int, width: int) -> Strip:
        """The line that stands for rows folded away."""
        under: Classes = ("row",) if band.first == self._state.row else ()
        gutter = self._layout.gutter
        if inside:
            return Strip(
                [
                    Segment(" " * gutter, self._styles.of()),
                    Segment("┈" * (width - gutter), self._styles.of("separator")),
                ],
                width,
            )
        count = band.last - band.first + 1
        panes = len(self._layout.shown)
        who = _COUNT_WORDS.get(panes, f"all {panes}")
        words = f"{count} row{'s' * (count > 1)} that {who} report alike (z opens)"[: width - gutter]
        bar = "▌" if under else " "
        return Strip(
            [
                Segment(bar, self._styles.of(*under, "cursor-bar")),
                Segment("=".ljust(gutter - 1), self._styles.of(*under, "sign-shared")),
                Segment(words.ljust(width - gutter), self._styles.of(*under, "fold")),
            ],
            width,
        )

    def _drawn(self, row: int, slot: Slot, current: bool) -> DrawnCell:
        layout, state = self._layout, self._state
        pane = layout.shown[slot.pane]
        base: Classes = (("row", "cell") if pane == state.pane else ("row",)) if current else ()
        blocks = self._index.cells[row].get(pane, ())
        if blocks and state.read and all(content_read(state, layout.comparison, b.id) for b in blocks):
            base = (*base, "read")
        return DrawnCell(slot, layout.cell(row, pane), base)

    def _notes_of_row(self, row: int) -> Iterator[NoteMark]:
        cells = self._index.cells[row]
        for pane in self._layout.shown:
            for block in cells.get(pane, ()):
                yield from self._notes.get(block.id, ())

    @staticmethod
    def _note_style(notes: Iterable[NoteMark]) -> str | None:
        """The style of the sign for the first of these notes, one with a colour before others."""
        return note_style("note", max((note.colour for note in notes), default=None))

    def _runs(self, piece: Piece, pane: str) -> Runs:
        """Where the style of a piece changes."""
        length = len(piece.text)
        if piece.role in ("gap", "crossing", "elsewhere"):
            return Runs((0, length), (("hint",),))
        if piece.role == "margin":
            return Runs((0, min(1, length), length), ((f"sign-{piece.block}",), ("hint",)))
        if piece.role == "aside":
            return Runs((0, length), (("aside",),))
        layers = [
            Layer(low - piece.start, high - piece.start, group, rank, classes)
            for low, high, group, rank, classes in self._layers(piece, pane)
        ]
        return layered(length, layers)

    def _layers(self, piece: Piece, pane: str) -> Iterator[tuple[int, int, int, tuple[int, int], Classes]]:
        state = self._state
        for mark in self._index.marks_of_paragraph.get(piece.block, ()):
            if state.shows(mark.relation, mark.kind):
                for layer in self._mark_layers(mark):
                    yield layer.start, layer.end, _MARKS, layer.rank, layer.classes
            if mark.detail == state.detail:
                here = mark.article == state.pane and mark.start == state.at and mark.row == state.row
                yield mark.start, mark.end, _LIT, (int(here), 0), ("current",) if here else ("lit",)
        for note in self._notes.get(piece.block, ()):
            yield note.start, note.end, _NOTES, (0, 0), (note_style("noted", note.colour) or "noted",)
        for hit in self._hits.get(piece.block, ()):
            here = hit.article == state.pane and hit.start == state.at
            yield hit.start, hit.end, _HITS, (int(here), 0), ("hit-current",) if here else ("hit",)

    def _mark_layers(self, mark: Mark) -> Iterator[Layer]:
        if mark.kind not in _LONG_KINDS or mark.end - mark.start <= _SHORT:
            yield mark_layer(mark.start, mark.end, mark.relation, (mark.relation,))
            return
        yield mark_layer(mark.start, mark.end, mark.relation, (f"long-{mark.relation}",))
        for start in {mark.start, mark.end - 1}:
            yield mark_layer(start, start + 1, mark.relation, (mark.relation,))


def note_style(name: str, colour: str | None) -> str | None:
    """The component class for a note of this colour, the plain one for none we know; None for no note."""
    if colour is None:
        return None
    return f"{name}-{colour}" if colour in NOTE_COLOURS else name
