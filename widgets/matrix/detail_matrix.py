"""The matrix as data: details as lines, outlets as columns, what each outlet says in the cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from newsdiff.brief.passages import quoted_in
from newsdiff.counting import number_of
from newsdiff.model import Comparison, Detail, Judgement
from newsdiff.signs import CONFIRMED, SIGNS, Sign
from newsdiff.unseen import without_unseen
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import KINDS, STANDINGS, MatrixOrder, ReadingState, panes
from widgets.text.harmless import harmless


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One detail with one cell per shown outlet; an empty cell where the outlet has none of it."""

    detail: str
    sign: Sign
    label: str
    cells: tuple[str, ...]
    own_texts: str = ""
    """In how many texts of their own the outlets report it, where some print another's."""


_JUDGED: Final[dict[Judgement, str]] = {
    "confirmed": CONFIRMED, "added": CONFIRMED, "joined": "joined:", "split": "taken apart:",
}  # fmt: skip
"""What stands before the name of a detail that the reader judged."""


def matrix_lines(comparison: Comparison, state: ReadingState) -> tuple[MatrixLine, ...]:
    """The lines that the filter and the search let through, in the order the reader chose."""
    shown = panes(state, comparison)
    words = without_unseen(state.search).casefold().split()
    lines = []
    for detail in sorted(comparison.details, key=_sorting(comparison, state.matrix_order)):
        if not state.shows(detail.standing, detail.kind):
            continue
        cells = tuple(words_of(detail, pane) for pane in shown)
        if not any(cells):
            continue
        judged = f"{_JUDGED[detail.judgement]} " if detail.judgement else ""
        line = MatrixLine(
            detail.id, SIGNS[detail.standing], judged + harmless(detail.label), cells, _own_texts(detail)
        )
        values = (value.value for value in detail.values)
        searched = without_unseen(" ".join((line.label, *cells, *values))).casefold()
        if all(word in searched for word in words):
            lines.append(line)
    return tuple(lines)


def _own_texts(detail: Detail) -> str:
    """``2 texts`` where more articles report it and some of them took it over from another; else empty."""
    own = detail.independent_texts
    return "" if own is None or own >= len(detail.reported_by) else number_of(own, "text")


def words_of(detail: Detail, article: str) -> str:
    """The values of an outlet, each once and in its own words, joined by "; "; empty without any. Of a claim,
    whose values are sentences, the words that the reason holds against the other version."""
    if clashing := _words_that_clash(detail, article):
        return "; ".join(clashing)
    found = dict.fromkeys(
        " ".join(harmless(mention.text).split()) for mention in detail.mentions if mention.article == article
    )
    return "; ".join(found)


def _words_that_clash(detail: Detail, article: str) -> list[str]:
    """The words of an article's version of a claim that its reason quotes; none for other details."""
    if detail.kind != "claim":
        return []
    quoted = quoted_in(detail.because)
    return [
        harmless(words)
        for number, value in enumerate(detail.values[:2])
        if any(mention.article == article for mention in value.mentions)
        for words in quoted[number::2]
    ]


def _sorting(comparison: Comparison, order: MatrixOrder) -> Callable[[Detail], tuple[Any, ...]]:
    marks = index_of(comparison).marks_of_detail
    nowhere = len(comparison.rows)

    def by_text(detail: Detail) -> tuple[int, int, str]:
        here = marks.get(detail.id, ())
        return (here[0].row, here[0].start, detail.id) if here else (nowhere, 0, detail.id)

    def key(detail: Detail) -> tuple[Any, ...]:
        first: Any = 0
        if order == "relation":
            first = STANDINGS.index(detail.standing)
        elif order == "kind":
            first = KINDS.index(detail.kind)
        elif order == "label":
            first = detail.label.casefold()
        elif order == "outlets":
            own = detail.independent_texts
            first = (-len(detail.reported_by) if own is None else -own, -len(detail.reported_by))
        return (first, *by_text(detail))

    return key
