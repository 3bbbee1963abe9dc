"""Moving the cursor: pure functions from a state to the next one.

All of them take ``(state, comparison, …)`` and return a state that fits the comparison; where there is
nowhere to go they return the state as it was, so ``moved is state`` means that nothing happened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from newsdiff.model import Block, Comparison, Detail, Relation
from widgets.reading.comparison_index import Mark, index_of
from widgets.reading.reading_state import STANDINGS, Place, ReadingState, panes
from widgets.reading.text_search import Hit

MOST_JUMPS = 100


def settle(state: ReadingState, comparison: Comparison) -> ReadingState:
    """The state made to fit: the cursor in a pane that is shown, on a paragraph and a detail that exist.

    In an article without paragraphs the cursor is on the row alone.
    """
    shown = panes(state, comparison)
    pane = state.pane if state.pane in shown else shown[0]
    detail = state.detail if state.detail in index_of(comparison).details else None
    row = min(max(0, state.row), max(0, len(comparison.rows) - 1))
    at = state.at if (row, pane) == (state.row, state.pane) else None
    number = paragraph_number(replace(state, row=row, pane=pane, at=at), comparison)
    if number is not None:
        row, at = _on_paragraph(state, comparison, pane, number, row, at)
    if (row, pane, detail, at) == (state.row, state.pane, state.detail, state.at):
        return state
    return replace(state, row=row, pane=pane, detail=detail, at=at)


def _on_paragraph(
    state: ReadingState, comparison: Comparison, pane: str, number: int, row: int, at: int | None
) -> tuple[int, int | None]:
    """Row and offset of the cursor on a paragraph; of a folded run on its first one."""
    number = _start_of_fold(state, comparison, pane, number)
    block = comparison.article(pane).paragraphs[number]
    if at is not None and block.start <= at < max(block.end, block.start + 1):
        return row, at
    return place_in(comparison, block)


def place_in(comparison: Comparison, block: Block) -> tuple[int, int | None]:
    """The row of a paragraph, and where it begins unless it is the first of its article in that row."""
    index = index_of(comparison)
    article, _ = comparison.blocks[block.id]
    row = index.row_index[block.id]
    return row, None if index.cells[row][article.id][0].id == block.id else block.start


def paragraph_number(state: ReadingState, comparison: Comparison) -> int | None:
    """The number of the paragraph under the cursor in the focused article; None where it has none.

    In a row that the article does not stand in it is the one nearest above in the rows, else below.
    """
    index, pane = index_of(comparison), state.pane
    if state.at is not None and (block := index.paragraph_at(pane, state.at)):
        return index.number_of[block.id]
    rows = range(len(index.cells))
    for row in chain(rows[state.row :: -1], rows[state.row + 1 :]):
        if blocks := index.cells[row].get(pane):
            return index.number_of[blocks[0].id]
    return None


def carry_over(state: ReadingState, old: Comparison, new: Comparison) -> ReadingState:
    """The state for a comparison made anew (other base, link, level): the cursor stays on its paragraph.

    Where that is not there any more it goes to what stood nearest above, and from a source that is left
    out to its neighbour.
    """
    upward = range(min(state.row, len(old.rows) - 1), -1, -1)
    state = beside(state, old, [article.id for article in new.articles])
    rows = index_of(new).row_index
    paragraphs = (one for row in upward for one in _own_first(old, row, state.pane))
    row = next((rows[paragraph] for paragraph in paragraphs if paragraph in rows), 0)
    detail = _same_detail(state, old, new, row) if new.rows else None
    anew = replace(state, opened=frozenset(), together=frozenset(), back=(), forward=())
    pane = pane_reporting(anew, new, row) if new.rows else anew.pane
    moved = replace(anew, row=row, pane=pane, detail=detail)
    return settle(moved, new)


def _same_detail(state: ReadingState, old: Comparison, new: Comparison, row: int) -> str | None:
    """The detail on the very same words; else, of those where the cursor is, the one that asks the same as
    before; else the first."""
    before = index_of(old).details.get(state.detail or "")
    if before is not None:
        places = _places_of(before)
        again = (one.id for one in new.details if one.kind == before.kind and _places_of(one) == places)
        if (found := next(again, None)) is not None:
            return found
    here = [mark.detail for mark in index_of(new).marks_in(row, state.pane) if mark.start == state.at]
    details = index_of(new).details
    same = (
        one for one in here
        if before and (details[one].kind, details[one].label) == (before.kind, before.label)
    )  # fmt: skip
    return next(same, here[0] if here else None)


def _places_of(detail: Detail) -> set[tuple[str, int, int]]:
    return {(one.article, one.start, one.end) for one in detail.mentions}


def _own_first(comparison: Comparison, row: int, pane: str) -> list[str]:
    """The paragraphs of a row, those of one pane before the others."""
    own = [block.id for block in index_of(comparison).cells[row].get(pane, ())]
    return own + [paragraph for paragraph in comparison.rows[row].paragraphs if paragraph not in own]


# -- paragraphs and panes ------------------------------------------------------------


def folds(state: ReadingState, comparison: Comparison, pane: str) -> tuple[range, ...]:
    """The runs of paragraphs of a pane that are folded into one line each; only the aligned panes fold."""
    if not state.fold_all or state.view != "aligned":
        return ()
    paragraphs = comparison.article(pane).paragraphs
    runs = index_of(comparison).only_runs(pane)
    return tuple(run for run in runs if paragraphs[run.start].id not in state.opened)


def _start_of_fold(state: ReadingState, comparison: Comparison, pane: str, number: int) -> int:
    """The paragraph that a fold line stands for, where `number` is folded away."""
    return next((run.start for run in folds(state, comparison, pane) if number in run), number)


def next_paragraph(state: ReadingState, comparison: Comparison, step: int) -> ReadingState:
    """`step` paragraphs down (or up) in the focused pane, in its own order; a fold line counts as one."""
    number = paragraph_number(state, comparison)
    if number is None:
        return state
    hidden = {at for run in folds(state, comparison, state.pane) for at in run[1:]}
    stops = [at for at in range(len(comparison.article(state.pane).paragraphs)) if at not in hidden]
    here = bisect_right(stops, number) - 1
    to = stops[min(max(0, here + step), len(stops) - 1)]
    return state if to == stops[here] else to_paragraph(state, comparison, state.pane, to)


def to_paragraph(state: ReadingState, comparison: Comparison, pane: str, number: int) -> ReadingState:
    """The cursor on a paragraph of a pane."""
    row, at = place_in(comparison, comparison.article(pane).paragraphs[number])
    return replace(state, row=row, pane=pane, detail=None, at=at)


def to_row(state: ReadingState, comparison: Comparison, row: int) -> ReadingState:
    """Jump to a row by its index, in the focused pane or else the first that reports it; a fold is opened."""
    if not comparison.rows:
        return state
    row = min(max(0, row), len(comparison.rows) - 1)
    return jump(state, comparison, Place(row, pane_reporting(state, comparison, row)))


def pane_reporting(state: ReadingState, comparison: Comparison, row: int) -> str:
    """The focused pane if it reports a row, else the first from the left that does."""
    cell = index_of(comparison).cells[row]
    reporting = (pane for pane in (state.pane, *panes(state, comparison)) if pane in cell)
    return next(reporting, state.pane)


def to_pane(state: ReadingState, comparison: Comparison, pane: str) -> ReadingState:
    """Move to one pane by its article's id. The cursor stays on its detail where that pane has it here."""
    if pane == state.pane or pane not in panes(state, comparison) or not comparison.rows:
        return state
    marks = index_of(comparison).marks_in(state.row, pane)
    same = next((mark.start for mark in marks if mark.detail == state.detail), None)
    return settle(replace(state, pane=pane, at=same), comparison)


def beside(state: ReadingState, comparison: Comparison, kept: Collection[str]) -> ReadingState:
    """Out of a pane that is not kept: to the next one on its right that is, else on its left."""
    shown = panes(state, comparison)
    if state.pane in kept or state.pane not in shown:
        return state
    at = shown.index(state.pane)
    to = next((pane for pane in (*shown[at + 1 :], *reversed(shown[:at])) if pane in kept), state.pane)
    return to_pane(state, comparison, to)


def toggle_fold(state: ReadingState, comparison: Comparison) -> ReadingState:
    """On a fold line: open it. On a run opened so: close it again. Else fold or unfold all runs.

    The state stays as it was where there is nothing to fold.
    """
    if state.fold_all and (number := paragraph_number(state, comparison)) is not None:
        runs = index_of(comparison).only_runs(state.pane)
        run = next((run for run in runs if number in run), None)
        if run is not None:
            first = {comparison.article(state.pane).paragraphs[run.start].id}
            return settle(replace(state, opened=state.opened ^ first), comparison)
    if not state.fold_all and not any(map(index_of(comparison).only_runs, panes(state, comparison))):
        return state
    return settle(replace(state, fold_all=not state.fold_all, opened=frozenset()), comparison)


# -- jumps ---------------------------------------------------------------------


def jump(state: ReadingState, comparison: Comparison, place: Place) -> ReadingState:
    """Go to a place and remember where the cursor was."""
    moved = _at(state, comparison, place)
    if moved.place == state.place:
        return moved
    return replace(moved, back=(*state.back, state.place)[-MOST_JUMPS:], forward=())


def go_back(state: ReadingState, comparison: Comparison, step: int = 1) -> ReadingState:
    """Back to where the last jump began; with a negative `step` forward again."""
    source, target = (state.back, state.forward) if step > 0 else (state.forward, state.back)
    if not source:
        return state
    moved = _at(state, comparison, source[-1])
    rest, remembered = source[:-1], (*target, state.place)[-MOST_JUMPS:]
    if step > 0:
        return replace(moved, back=rest, forward=remembered)
    return replace(moved, back=remembered, forward=rest)


def _at(state: ReadingState, comparison: Comparison, place: Place) -> ReadingState:
    """The state with the cursor at a place, which is opened if it is folded away."""
    if not comparison.rows:
        return state
    row = min(max(0, place.row), len(comparison.rows) - 1)
    moved = replace(state, row=row, pane=place.pane, detail=place.detail, at=place.at)
    number = paragraph_number(moved, comparison) if place.pane in panes(state, comparison) else None
    if number is not None:
        run = next((run for run in folds(state, comparison, place.pane) if number in run), None)
        if run is not None and (place.at is not None or number != run.start):
            first = comparison.article(place.pane).paragraphs[run.start].id
            moved = replace(moved, opened=moved.opened | {first})
    return settle(moved, comparison)


def follow_crossing(
    state: ReadingState, comparison: Comparison, in_view: Collection[str] = (), level: Collection[str] = ()
) -> ReadingState:
    """To where another outlet reports what stands under the cursor, but not beside it.

    `level` are the paragraphs beside the cursor's. Those of panes in view come first, then the best linked.
    """
    block = paragraph_here(state, comparison)
    found = [one for one in elsewhere(comparison, block.id) if one not in level] if block else []
    if not found:
        return state
    blocks = comparison.blocks
    article, there = blocks[min(found, key=lambda one: blocks[one][0].id not in in_view)]
    row, at = place_in(comparison, there)
    return jump(state, comparison, Place(row, article.id, None, at))


def elsewhere(comparison: Comparison, paragraph: str) -> tuple[str, ...]:
    """The paragraphs of other articles that report the same: those of its row, then the linked ones."""
    index = index_of(comparison)
    blocks = comparison.blocks
    own = blocks[paragraph][0].id
    row = index.row_index.get(paragraph)
    beside: Iterable[str] = comparison.rows[row].paragraphs if row is not None else ()
    both = dict.fromkeys((*beside, *index.linked(paragraph)))
    return tuple(one for one in both if blocks[one][0].id != own and one in index.row_index)


def paragraph_here(state: ReadingState, comparison: Comparison) -> Block | None:
    """The paragraph under the cursor."""
    number = paragraph_number(state, comparison)
    return None if number is None else comparison.article(state.pane).paragraphs[number]


def to_offset(
    state: ReadingState, comparison: Comparison, article: str, offset: int, detail: str | None = None
) -> ReadingState:
    """Jump to an offset of an article's text, as the detail card, the notes and the matrix need it."""
    row = index_of(comparison).row_at(article, offset)
    return state if row is None else jump(state, comparison, Place(row, article, detail, offset))


# -- details ------------------------------------------------------------------


def stops(state: ReadingState, comparison: Comparison, relation: Relation) -> tuple[Mark, ...]:
    """Where `next_detail` stops for a relation: one mark per detail."""
    return index_of(comparison).stops(relation, panes(state, comparison), state.kinds)


def next_detail(state: ReadingState, comparison: Comparison, relation: Relation, step: int) -> ReadingState:
    """To the next (or previous) detail of a relation, in the focused pane if that has it in the row."""
    found = stops(state, comparison, relation)
    shown = panes(state, comparison)
    number = _next_number(
        [(mark.row, shown.index(mark.article), mark.start) for mark in found],
        next((at for at, mark in enumerate(found) if mark.detail == state.detail), None),
        _here(state, shown),
        step,
    )
    if number is None:
        return state
    stop = found[number]
    own = index_of(comparison).marks_in(stop.row, state.pane) if state.pane in shown else ()
    mark = next((mark for mark in own if mark.detail == stop.detail), stop)
    return jump(state, comparison, Place(mark.row, mark.article, mark.detail, mark.start))


def difference_position(state: ReadingState, comparison: Comparison) -> tuple[int, int]:
    """``(3, 14)`` for "difference 3 of 14"; the first number counts the stops up to the cursor."""
    found = stops(state, comparison, "differs")
    for number, mark in enumerate(found, start=1):
        if mark.detail == state.detail:
            return number, len(found)
    shown = panes(state, comparison)
    passed = bisect_right(
        found, _here(state, shown), key=lambda mark: (mark.row, shown.index(mark.article), mark.start)
    )
    return passed, len(found)


def next_mark(state: ReadingState, comparison: Comparison, step: int) -> ReadingState:
    """To the next (or previous) mark in this row, pane after pane."""
    shown = panes(state, comparison)
    if not 0 <= state.row < len(comparison.rows) or state.pane not in shown:
        return state
    index = index_of(comparison)
    found = [
        mark
        for pane in shown
        for mark in index.marks_in(state.row, pane)
        if state.shows(mark.standing, mark.kind)
    ]
    number = _next_number(
        [(mark.row, shown.index(mark.article), mark.start) for mark in found],
        next((at for at, mark in enumerate(found) if _is_current(state, mark)), None),
        (state.row, shown.index(state.pane), -1 if state.at is None else state.at),
        step,
    )
    if number is None:
        return state
    mark = found[number]
    return replace(state, pane=mark.article, detail=mark.detail, at=mark.start)


def first_mark(state: ReadingState, comparison: Comparison) -> ReadingState:
    """To the gravest mark of the focused cell, of equals the first.

    From a search hit the mark nearest to it is lit, and the cursor stays on the hit.
    """
    if not 0 <= state.row < len(comparison.rows):
        return state
    marks = [
        m for m in index_of(comparison).marks_in(state.row, state.pane) if state.shows(m.standing, m.kind)
    ]
    if not marks:
        return state
    hits = search_hits(state, comparison)
    if hit := next((hit for hit in hits if (hit.article, hit.start) == (state.pane, state.at)), None):
        near = min(marks, key=lambda m: (max(m.start - hit.end, hit.start - m.end, 0), m.end - m.start))
        return replace(state, detail=near.detail)
    mark = min(marks, key=lambda m: (STANDINGS.index(m.standing), m.start))
    return replace(state, detail=mark.detail, at=mark.start)


def mark_at(state: ReadingState, comparison: Comparison, offset: int) -> Mark | None:
    """The mark on an offset of the focused article in the current row; the shortest of several."""
    marks = index_of(comparison).marks_in(state.row, state.pane)
    here = [m for m in marks if m.start <= offset < m.end and state.shows(m.standing, m.kind)]
    return min(here, key=lambda m: m.end - m.start, default=None)


def to_clicked(state: ReadingState, comparison: Comparison, offset: int) -> ReadingState:
    """The cursor on the mark at an offset of its paragraph, else on the sentence there."""
    if (mark := mark_at(state, comparison, offset)) is not None:
        return replace(state, detail=mark.detail, at=mark.start)
    block = index_of(comparison).paragraph_at(state.pane, offset)
    later = comparison.annotation(state.pane).sentences_of.get(block.id, ())[1:] if block else ()
    at = next((one.start for one in later if one.start <= offset < one.end), state.at)
    return replace(state, at=at)


def span_at(state: ReadingState, comparison: Comparison) -> tuple[str, int, int] | None:
    """The span under the cursor: the current mark, else the paragraph of the focused cell."""
    if not 0 <= state.row < len(comparison.rows):
        return None
    index = index_of(comparison)
    for mark in index.marks_in(state.row, state.pane):
        if _is_current(state, mark):
            return mark.article, mark.start, mark.end
    block = paragraph_here(state, comparison)
    return (state.pane, block.start, block.end) if block else None


def _is_current(state: ReadingState, mark: Mark) -> bool:
    return (mark.detail, mark.article, mark.start) == (state.detail, state.pane, state.at)


# -- notes, search, unread -----------------------------------------------------


def next_note(state: ReadingState, comparison: Comparison, step: int) -> ReadingState:
    """To the next (or previous) note in a pane that is shown."""
    shown = panes(state, comparison)
    index = index_of(comparison)
    found = sorted(
        (row, shown.index(note.article), note.start)
        for note in state.notes
        if note.article in shown and (row := index.row_at(note.article, note.start)) is not None
    )
    number = _next_number(found, None, _here(state, shown), step)
    if number is None:
        return state
    row, pane, start = found[number]
    return jump(state, comparison, Place(row, shown[pane], None, start))


def search_hits(state: ReadingState, comparison: Comparison) -> tuple[Hit, ...]:
    """Where the searched words stand in the panes that are shown, in reading order."""
    return index_of(comparison).search.hits(panes(state, comparison), state.search).all


def next_hit(state: ReadingState, comparison: Comparison, step: int) -> ReadingState:
    """To the next (or previous) place where the searched words stand; round at the end."""
    shown = panes(state, comparison)
    found = index_of(comparison).search.hits(shown, state.search)
    if not found.all:
        return state
    number = _next_number(found.order, None, _here(state, shown), step)
    hit = found.all[(0 if step > 0 else -1) if number is None else number]
    return jump(state, comparison, Place(hit.row, hit.article, None, hit.start))


def hit_position(state: ReadingState, comparison: Comparison) -> tuple[int, int]:
    """``(2, 9)`` for "hit 2 of 9"; 0 as long as the cursor is before the first."""
    shown = panes(state, comparison)
    order = index_of(comparison).search.hits(shown, state.search).order
    return bisect_right(order, _here(state, shown)), len(order)


def is_on_hit(state: ReadingState, comparison: Comparison) -> bool:
    """Whether the cursor is on words that were searched for."""
    shown = panes(state, comparison)
    return _here(state, shown) in index_of(comparison).search.hits(shown, state.search).order


def is_read(state: ReadingState, comparison: Comparison, row: int) -> bool:
    """Whether each paragraph of a row has been read, here or as another outlet reports it."""
    paragraphs = comparison.rows[row].paragraphs
    return bool(state.read) and all(content_read(state, comparison, paragraph) for paragraph in paragraphs)


def content_read(state: ReadingState, comparison: Comparison, paragraph: str) -> bool:
    """Whether a paragraph, or one that reports the same, has been read."""
    if paragraph in state.read:
        return True
    return not state.read.isdisjoint(index_of(comparison).linked(paragraph))


def next_unread(state: ReadingState, comparison: Comparison) -> ReadingState:
    """To the next row that has not been read."""
    for row in range(state.row + 1, len(comparison.rows)):
        if not is_read(state, comparison, row):
            return jump(state, comparison, Place(row, pane_reporting(state, comparison, row)))
    return state


def _here(state: ReadingState, shown: tuple[str, ...]) -> tuple[int, int, int]:
    """The cursor as a place in reading order: row, pane from the left, offset.

    On no particular words it is before all of its row, so that nothing in the row is passed over.
    """
    if state.at is None and state.detail is None:
        return state.row, -1, -1
    pane = shown.index(state.pane) if state.pane in shown else 0
    return state.row, pane, -1 if state.at is None else state.at


def _next_number(
    keys: Sequence[tuple[int, int, int]], current: int | None, here: tuple[int, int, int], step: int
) -> int | None:
    """Which of the sorted places is next after `current`, or after `here` when on none; None at the end."""
    if current is not None:
        number = current + step
    elif step > 0:
        number = bisect_right(keys, here) + step - 1
    else:
        number = bisect_left(keys, here) + step
    return number if 0 <= number < len(keys) else None
