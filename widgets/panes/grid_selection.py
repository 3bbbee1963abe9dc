"""What is under the mouse, and what it has selected, in the article's own offsets.

The selection's coordinates are column-major: pane 0 with all its lines, below it pane 1 and so on. So
Textual's own selecting, copying and scrolling stay in the pane where they began.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from textual.selection import Selection

from newsdiff.model import Comparison
from widgets.panes.cells import Piece
from widgets.panes.packed_layout import PackedLayout
from widgets.panes.pane_columns import Slot
from widgets.text.wrapping import clipped

Span = tuple[str, int, int]


def slot_at(slots: Sequence[Slot], x: int) -> Slot | None:
    """The slot in a column of the screen, counted from the gutter's right edge."""
    return next((slot for slot in slots if slot.x <= x < slot.x + slot.width), None)


def piece_at(layout: PackedLayout, pane: str, line: int, x: int) -> tuple[Piece, int] | None:
    """The piece and the position in its text at a line and a column of a pane; None beside the text."""
    number = layout.number_at(pane, line)
    if number is None:
        return None
    piece, inside = layout.piece(pane, number), line - layout.tops[pane][number]
    if inside >= piece.height:
        return None
    position = position_in(piece, inside, x)
    return None if position is None else (piece, position)


def position_in(piece: Piece, line: int, x: int) -> int | None:
    """The position in a piece's text that stands `x` cells into one of its lines; None beside the text."""
    start, end = piece.line(line)
    if x < 0:
        return None
    _, position, _, _ = clipped(piece.text[start:end], 0, x)
    return start + position if start + position < end else None


def spans(layout: PackedLayout, selection: Selection, pane: int | None) -> list[Span]:
    """The selected stretches, one per paragraph, in the order of panes and of their texts."""
    columns = range(len(layout.shown)) if pane is None else [pane]
    return [
        span
        for column in columns
        if column < len(layout.shown)
        for span in _spans_in(layout, selection, column)
    ]


def _spans_in(layout: PackedLayout, selection: Selection, column: int) -> Iterator[Span]:
    article = layout.shown[column]
    if article not in layout.tops:
        if selection.start is None and selection.end is None:
            blocks = layout.comparison.article(article).paragraphs
            yield from ((article, block.start, block.end) for block in blocks)
        return
    first = 0 if selection.start is None else selection.start.y - column * layout.total
    last = layout.total if selection.end is None else selection.end.y - column * layout.total
    tops = layout.tops[article]
    for number in range(max(0, bisect_right(tops, first) - 1), bisect_right(tops, last)):
        piece = layout.piece(article, number)
        span = span_of(selection, piece, column * layout.total + tops[number])
        if span is not None:
            yield article, *span


def span_of(selection: Selection, piece: Piece, top: int) -> tuple[int, int] | None:
    """What is selected of a piece that begins on line `top`."""
    if piece.role not in ("paragraph", "aside"):
        return None
    low, high = len(piece.text), 0
    for line in range(piece.height):
        span = selection.get_span(top + line)
        if span is not None:
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
