"""What is under the mouse, and what it has selected, in the article's own offsets.

The selection's coordinates are column-major: pane 0 with all its lines, below it pane 1 and so on. So
Textual's own selecting, copying and scrolling stay in the pane where they began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.selection import Selection

from newsdiff.model import Comparison
from widgets.panes.cells import Piece
from widgets.panes.grid_layout import GridLayout
from widgets.panes.pane_columns import Slot
from widgets.text.wrapping import clipped

Span = tuple[str, int, int]


def slot_at(slots: Sequence[Slot], x: int) -> Slot | None:
    """The slot in a column of the screen, counted from the gutter's right edge."""
    return next((slot for slot in slots if slot.x <= x < slot.x + slot.width), None)


def piece_at(
    layout: GridLayout, number: int, slot: Slot, line: int, x: int, first_visible: int
) -> tuple[Piece, int] | None:
    """The piece and the position in its text at a line and a column; None beside the text."""
    cell = layout.cell(layout.bands[number].first, layout.shown[slot.pane])
    inside = line - layout.tops[number] - layout.shift(number, cell.height, first_visible)
    found = cell.at(inside)
    if found is None:
        return None
    piece, row = found
    position = position_in(piece, row, x - slot.x)
    return None if position is None else (piece, position)


def position_in(piece: Piece, line: int, x: int) -> int | None:
    """The position in a piece's text that stands `x` cells into one of its lines; None beside the text."""
    start, end = piece.line(line)
    if x < 0:
        return None
    _, position, _, _ = clipped(piece.text[start:end], 0, x)
    return start + position if start + position < end else None


def spans(layout: GridLayout, selection: Selection, pane: int | None) -> list[Span]:
    """The selected stretches, one per paragraph, in the order of panes and rows."""
    columns = range(len(layout.shown)) if pane is None else [pane]
    return [
        span
        for column in columns
        if column < len(layout.shown)
        for number in _bands_in(layout, selection, column)
        for span in _spans_in(layout, selection, column, number)
    ]


def _bands_in(layout: GridLayout, selection: Selection, column: int) -> range:
    """The bands of a pane that a selection can touch."""
    first = 0 if selection.start is None else selection.start.y - column * layout.total
    last = layout.total if selection.end is None else selection.end.y - column * layout.total
    if not layout.bands or last < 0 or first >= layout.total:
        return range(0)
    return range(layout.number_at(max(0, first)), layout.number_at(last) + 1)


def _spans_in(layout: GridLayout, selection: Selection, column: int, number: int) -> Iterator[Span]:
    band = layout.bands[number]
    if band.folded:
        return
    article = layout.shown[column]
    cell = layout.cell(band.first, article)
    top = column * layout.total + layout.tops[number]
    for piece, piece_top in zip(cell.pieces, cell.tops, strict=False):
        lines = layout.height(number) - piece_top
        if (span := span_of(selection, piece, top + piece_top, max(1, lines))) is not None:
            yield article, *span


def span_of(selection: Selection, piece: Piece, top: int, lines: int) -> tuple[int, int] | None:
    """What is selected of a piece that begins on line `top` and has `lines` lines to stand on.

    What does not fit there, in a pane that the edge of the screen cuts off, belongs to the last of them.
    """
    if piece.role not in ("paragraph", "aside"):
        return None
    low, high = len(piece.text), 0
    for line in range(piece.height):
        shown = min(line, lines - 1)
        span = selection.get_span(top + shown)
        if span is not None and (shown == line or span[1] == -1):
            start, end = piece.line(line)
            low = min(low, start + span[0])
            high = max(high, end if span[1] == -1 else min(end, start + span[1]))
    low = max(low, piece.prefix)
    return (piece.start + low - piece.prefix, piece.start + high - piece.prefix) if low < high else None


def words_of(comparison: Comparison, found: Sequence[Span]) -> str:
    """The words of these stretches, unwrapped, with a blank line between paragraphs."""
    texts = (comparison.article(article).text[start:end].strip() for article, start, end in found)
    return "\n\n".join(filter(None, texts))


def joined(comparison: Comparison | None, found: Sequence[Span]) -> Span | None:
    """Several stretches as one, as far as they follow each other in one article."""
    if comparison is None or not found:
        return None
    article, start, end = found[0]
    text = comparison.article(article).text
    for other, low, high in found[1:]:
        if other != article or low < end or text[end:low].strip():
            break
        end = high
    return article, start, end
