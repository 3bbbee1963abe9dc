"""From a state to pictures of paragraphs: which has which style and sign, which words are marked and lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.selection import Selection

from newsdiff.model import Comparison
from newsdiff.signs import SIGNS
from widgets.panes.cells import Piece
from widgets.panes.gutter import ELSEWHERE, LEVEL, NO_MARK, NOTE, Mark
from widgets.panes.packed_layout import PackedLayout
from widgets.panes.piece_picture import PiecePicture
from widgets.panes.text_marks import Classes, Layer, Runs, layered, mark_layer
from widgets.reading import comparison_index
from widgets.reading.comparison_index import index_of
from widgets.reading.lit import lit_at
from widgets.reading.reading_moves import content_read
from widgets.reading.reading_state import MARKED, NOTE_COLOURS, NoteMark, ReadingState, panes
from widgets.text.grid_styles import GridStyles

_SHADE, _MARKS, _NOTES, _HITS, _QUOTED, _LIT = range(6)
_LONG_KINDS = ("quote", "claim")
"""Marks as long as a sentence: drawn strongly are the ends of a quotation, and of a claim the words that
stand against another version's, lest half the page be coloured."""
_SHORT = 32
"""Code points up to which they are drawn whole: two coloured letters around a few words look wrong."""


class GridPainter:
    """Draws paragraphs for one state of a view."""

    def __init__(
        self,
        styles: GridStyles,
        comparison: Comparison,
        state: ReadingState,
        selection: Selection | None = None,
        selected_pane: int | None = None,
        in_view: Sequence[str] = (),
    ) -> None:
        """`in_view` are the panes whose words are compared when words are shaded."""
        self._styles = styles
        self._comparison = comparison
        self._in_view = frozenset(in_view)
        self._state = state
        self._selection = selection
        self._selected_pane = selected_pane
        self._index = index_of(comparison)
        self._shown = panes(state, comparison)
        self._hits = self._index.search.hits(self._shown, state.search).by_paragraph
        self._notes = self._index.notes_of_paragraph(state.notes)
        self.lit = lit_at(state, comparison)

    def picture(self, piece: Piece, pane: int, width: int, base: Classes) -> PiecePicture:
        """The picture of a piece of the pane of that number."""
        state = self._state
        if piece.role == "paragraph" and state.read and content_read(state, self._comparison, piece.block):
            base = (*base, "read")
        selection = self._selection if self._selected_pane in (None, pane) else None
        return PiecePicture(self._styles, piece, base, width, self._runs, selection)

    def mark_of(self, layout: PackedLayout, pane: str, number: int) -> Mark:
        """What stands left of the first line of a piece: a note, that it is level, that it is not."""
        piece = layout.piece(pane, number)
        if piece.role != "paragraph":
            return NO_MARK
        if note := self.note_of(piece.block):
            return NOTE, note
        standing = self._index.standing_of_paragraph(piece.block, self._shown, self._state.standings)
        if layout.crosses(pane, number):
            return ELSEWHERE, f"sign-{standing}" if standing in MARKED else "crossing"
        if layout.is_level(pane, number):
            return LEVEL
        return (SIGNS[standing], f"sign-{standing}") if standing in MARKED else NO_MARK

    def note_of(self, block: str) -> str | None:
        """The style of the sign for the notes on a paragraph, of one with a colour first; None: no note."""
        return note_style("note", max((note.colour for note in self._notes.get(block, ())), default=None))

    def _runs(self, piece: Piece) -> Runs:
        """Where the style of a piece changes."""
        length = len(piece.text)
        if piece.role == "margin":
            return Runs((0, min(1, length), length), ((f"sign-{piece.block}",), ("hint",)))
        if piece.role in ("aside", "fold"):
            return Runs((0, length), ((piece.role,),))
        shift = piece.prefix - piece.start
        layers = [
            Layer(low + shift, high + shift, group, rank, classes)
            for low, high, group, rank, classes in self._layers(piece)
        ]
        return layered(length, layers)

    def _layers(self, piece: Piece) -> Iterator[tuple[int, int, int, tuple[int, int], Classes]]:
        state = self._state
        if state.shading and len(self._in_view) > 1:
            yield from self._shades(piece)
        for mark in self._index.marks_of_paragraph.get(piece.block, ()):
            again = (mark.detail, mark.article, mark.start) in self._index.repeated
            if state.shows(mark.standing, mark.kind) and not again:
                for layer in self._mark_layers(mark):
                    yield layer.start, layer.end, _MARKS, layer.rank, layer.classes
            if mark.detail == state.detail:
                here = mark.article == state.pane and mark.start == state.at and mark.row == state.row
                yield mark.start, mark.end, _LIT, (int(here), 0), ("current",) if here else ("lit",)
        for quoted in self.lit.quoted_in(piece.block):
            yield quoted.start, quoted.end, _QUOTED, (0, 0), ("quoted",)
        for note in self._notes.get(piece.block, ()):
            yield note.start, note.end, _NOTES, (0, 0), (note_style("noted", note.colour) or "noted",)
        for hit in self._hits.get(piece.block, ()):
            here = hit.article == state.pane and hit.start == state.at
            yield hit.start, hit.end, _HITS, (int(here), 0), ("hit-current",) if here else ("hit",)

    def _shades(self, piece: Piece) -> Iterator[tuple[int, int, int, tuple[int, int], Classes]]:
        """Dim what all panes in view say, plain what some say, bright what has no match in view."""
        article, block = self._comparison.blocks[piece.block]
        everyone = len(self._in_view - {article.id})
        yield block.start, block.end, _SHADE, (0, 0), ("shade-own",)
        for words in self._index.said_by.of(piece.block):
            if saying := len(words.others & self._in_view):
                shade = "shade-all" if saying >= everyone else "shade-some"
                yield words.start, words.end, _SHADE, (saying, 0), (shade,)

    def _mark_layers(self, mark: comparison_index.Mark) -> Iterator[Layer]:
        if mark.kind not in _LONG_KINDS or mark.end - mark.start <= _SHORT:
            yield mark_layer(mark.start, mark.end, mark.standing, (mark.standing,))
            return
        yield mark_layer(mark.start, mark.end, mark.standing, (f"long-{mark.standing}",))
        ends = ((mark.start, mark.start + 1), (mark.end - 1, mark.end))
        for start, end in mark.clash if mark.kind == "claim" else ends:
            yield mark_layer(start, end, mark.standing, (mark.standing,))


def note_style(name: str, colour: str | None) -> str | None:
    """The component class for a note of this colour, the plain one for none we know; None for no note."""
    if colour is None:
        return None
    return f"{name}-{colour}" if colour in NOTE_COLOURS else name


def first_note(notes: tuple[NoteMark, ...], comparison: Comparison, block: str) -> str | None:
    """The id of the first note that stands on a paragraph."""
    return next(
        (note.id for note in index_of(comparison).notes_of_paragraph(notes).get(block, ()) if note.id), None
    )
