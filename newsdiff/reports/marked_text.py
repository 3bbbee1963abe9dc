"""A paragraph cut into pieces, each with the one mark that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newsdiff.model import Block, Comparison, Detail, Relation
from newsdiff.reports.format import NotePart

_FIRST: Final[tuple[Relation, ...]] = ("differs", "variant", "only", "shared")
"""Where marks overlap, the one that a reader must not miss is shown."""


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
        self._spans: dict[str, list[tuple[int, int, Detail]]] = {}
        for detail in comparison.details:
            for mention in detail.mentions:
                self._spans.setdefault(mention.article, []).append((mention.start, mention.end, detail))
        self._notes: dict[str, dict[int, list[int]]] = {}
        for number, note in enumerate(notes, 1):
            for target in note.targets:
                self._notes.setdefault(target.article, {}).setdefault(target.start, []).append(number)

    def pieces(self, article: str, block: Block) -> Iterator[Piece]:
        """The block from its start to its end."""
        spans = [
            span for span in self._spans.get(article, ()) if span[0] < block.end and span[1] > block.start
        ]
        notes = {
            at: ones for at, ones in self._notes.get(article, {}).items() if block.start <= at < block.end
        }
        edges = {block.start, block.end, *notes}
        edges.update(edge for span in spans for edge in span[:2] if block.start < edge < block.end)
        ordered, before = sorted(edges), None
        for start, end in pairwise(ordered):
            over = [span for span in spans if span[0] <= start and span[1] >= end]
            chosen = min(over, key=_prominence, default=None)
            detail = chosen[2] if chosen else None
            yield Piece(start, end, detail, detail is not None and chosen != before, _numbers(notes, start))
            before = chosen


def _prominence(span: tuple[int, int, Detail]) -> tuple[int, int, str]:
    start, end, detail = span
    return _FIRST.index(detail.relation), end - start, detail.id


def _numbers(notes: Mapping[int, Sequence[int]], start: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(notes.get(start, ())))
