"""A paragraph cut into pieces, each with the one mark that it shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from typing import Final, TypeAlias, get_args

from newsdiff.model import Block, Comparison, Detail, Standing
from newsdiff.quick_dataclass import dataclass
from newsdiff.reports.format import NotePart

_FIRST: Final[tuple[Standing, ...]] = get_args(Standing)
"""Where marks overlap, the one that a reader must not miss is shown."""


_Span: TypeAlias = tuple[int, int, Detail]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with at most one mark, and the notes that begin in it."""

    start: int
    end: int
    detail: Detail | None
    opens: bool
    """Whether the mark begins here, and its sign is to be shown."""
    notes: tuple[int, ...] = ()
    """Numbers (from 1) of the notes on a span that begins with this piece."""


class Marks:
    """All marks of a comparison, found once."""

    def __init__(self, comparison: Comparison, notes: Sequence[NotePart]) -> None:
        self._spans: dict[str, list[_Span]] = {}
        for detail in comparison.details:
            for mention in detail.mentions:
                self._spans.setdefault(mention.article, []).append((mention.start, mention.end, detail))
        for spans in self._spans.values():
            spans.sort(key=_place)
        self._reach = {
            article: list(accumulate((span[1] for span in spans), max))
            for article, spans in self._spans.items()
        }
        """How far the spans up to each one go at most."""
        self._notes: dict[str, dict[int, list[int]]] = {}
        for number, note in enumerate(notes, 1):
            for target in note.targets:
                self._notes.setdefault(target.article, {}).setdefault(target.start, []).append(number)

    def pieces(self, article: str, block: Block) -> Iterator[Piece]:
        """The block from its start to its end."""
        spans = self._spans_in(article, block)
        notes = {
            at: ones for at, ones in self._notes.get(article, {}).items() if block.start <= at < block.end
        }
        edges = {block.start, block.end, *notes}
        edges.update(edge for span in spans for edge in span[:2] if block.start < edge < block.end)
        before: _Span | None = None
        open_now: list[tuple[tuple[int, int, str], int]] = []
        """Spans that have begun, the most prominent first; those that have ended are taken off in passing."""
        begun = 0
        for start, end in pairwise(sorted(edges)):
            while begun < len(spans) and spans[begun][0] <= start:
                heappush(open_now, (_prominence(spans[begun]), begun))
                begun += 1
            while open_now and spans[open_now[0][1]][1] < end:
                heappop(open_now)
            chosen = spans[open_now[0][1]] if open_now else None
            detail = chosen[2] if chosen else None
            yield Piece(start, end, detail, detail is not None and chosen != before, _numbers(notes, start))
            before = chosen

    def _spans_in(self, article: str, block: Block) -> list[_Span]:
        """The marked spans that touch a block, in order."""
        spans, reach = self._spans.get(article, []), self._reach.get(article, [])
        first = bisect_right(reach, block.start)
        last = bisect_left(spans, block.end, key=lambda span: span[0])
        return [span for span in spans[first:last] if span[1] > block.start]


def _place(span: _Span) -> tuple[int, int]:
    return span[:2]


def _prominence(span: _Span) -> tuple[int, int, str]:
    start, end, detail = span
    return _FIRST.index(detail.standing), end - start, detail.id


def _numbers(notes: Mapping[int, Sequence[int]], start: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(notes.get(start, ())))
