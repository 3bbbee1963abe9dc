"""From what the library remembers of a view to the reader's state, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from newsdiff.library import Note, NoteTarget, ReadingPosition
from newsdiff.library.records import Scalar
from newsdiff.model import Comparison, Kind, Standing
from tui.reader.anchoring import place_in
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import KINDS, ORDERS, STANDINGS, VIEWS, NoteMark, ReadingState


def place_of(state: ReadingState, comparison: Comparison) -> ReadingPosition:
    """Where the cursor is, in words that survive a new comparison."""
    if not 0 <= state.row < len(comparison.rows):
        return ReadingPosition()
    row = comparison.rows[state.row]
    cell = index_of(comparison).cells[state.row].get(state.pane, ())
    at = state.at
    here = next((block for block in cell if at is not None and block.start <= at < block.end), None)
    paragraph = here.id if here else cell[0].id if cell else next(iter(row.paragraphs), None)
    return ReadingPosition(row.id, paragraph, state.pane, state.detail)


def state_at(place: ReadingPosition, options: Mapping[str, Scalar], comparison: Comparison) -> ReadingState:
    """The state at a remembered place; where the place is gone, the nearest thing to it."""
    index = index_of(comparison)
    row = index.row_index.get(place.paragraph or "")
    if row is None:
        row = next((at for at, one in enumerate(comparison.rows) if one.id == place.row), 0)
    pane = place.pane or comparison.base
    detail = place.detail if place.detail in index.details else None
    marks = index.marks_in(row, pane) if comparison.rows else ()
    at = next((mark.start for mark in marks if mark.detail == detail), None)
    article, block = comparison.blocks.get(place.paragraph or "", (None, None))
    if at is None and block is not None and article is not None and article.id == pane:
        at = block.start if options.get("view") in ("own", "single") else None
    state = ReadingState(
        row=row, pane=pane, detail=detail, at=at,
        view=next((view for view in VIEWS if view == options.get("view")), "brief"),
        pin_base=bool(options.get("pin")), order=tuple(_listed(options.get("order"))),
        locked=options.get("locked") is not False, nudges=_nudges(options.get("nudges")),
        matrix_order=next((one for one in ORDERS if one == options.get("sort")), "text"),
        fold_all=bool(options.get("fold")), show_noise=bool(options.get("noise")),
        shading=bool(options.get("shade")),
        standings=_standings(options),
        kinds=_kinds(options),
    )  # fmt: skip
    return settle(state, comparison)


def standing_at(state: ReadingState, place: ReadingPosition, comparison: Comparison) -> ReadingState:
    """A state with the cursor at a remembered place and everything else as it is."""
    there = state_at(place, options_of(state), comparison)
    return settle(
        replace(state, row=there.row, pane=there.pane, detail=there.detail, at=there.at), comparison
    )


def options_of(state: ReadingState) -> dict[str, Scalar]:
    """The switches of the view, as they are kept."""
    return {
        "view": state.view,
        "pin": state.pin_base,
        "order": "\n".join(state.order),
        "locked": state.locked,
        "nudges": "\n".join(f"{lines} {pane}" for pane, lines in state.nudges),
        "sort": state.matrix_order,
        "fold": state.fold_all,
        "noise": state.show_noise,
        "shade": state.shading,
        "standings shown": " ".join(one for one in STANDINGS if one in state.standings),
        "kinds shown": " ".join(one for one in KINDS if one in state.kinds),
    }


def _listed(value: Scalar) -> list[str]:
    return str(value or "").splitlines()


def _nudges(value: Scalar) -> tuple[tuple[str, int], ...]:
    """The calibration of own orders; what cannot be read is left out."""
    pairs = (line.partition(" ") for line in _listed(value))
    return tuple((pane, int(lines)) for lines, _, pane in pairs if lines.lstrip("-").isdecimal())


def _known(value: Scalar, all_of_them: Iterable[str]) -> frozenset[str]:
    """The words of a remembered list that still mean something; all when none do."""
    everything = frozenset(all_of_them)
    return (frozenset(str(value or "").split()) & everything) or everything


def _standings(options: Mapping[str, Scalar]) -> frozenset[Standing]:
    """The standings that the filter lets through.

    A view kept under "marks shown" is of a newsdiff to which what is perhaps shared was shared, one under
    "relations" of one to which claims differed, too: it shows both or neither.
    """
    name = next((one for one in ("standings shown", "marks shown") if one in options), "relations")
    kept = cast(frozenset[Standing], _known(options.get(name), STANDINGS))
    if name != "standings shown" and "shared" in kept:
        kept |= {"may-share"}
    return kept | {"may-differ"} if name == "relations" and "differs" in kept else kept


def _kinds(options: Mapping[str, Scalar]) -> frozenset[Kind]:
    """The kinds that the filter lets through.

    A view kept under "kinds" is of a newsdiff to which ages were numbers: it shows both or neither.
    """
    if "kinds shown" in options:
        return cast(frozenset[Kind], _known(options["kinds shown"], KINDS))
    kinds = cast(frozenset[Kind], _known(options.get("kinds"), KINDS))
    return kinds | {"age"} if "number" in kinds else kinds


def marks_of(notes: Iterable[Note], comparison: Comparison) -> tuple[NoteMark, ...]:
    """Where the notes stand in the articles that are compared; orphans stand nowhere."""
    articles = {article.id: article for article in comparison.articles}
    return tuple(
        NoteMark(note.id, target.article, *place_in(articles[target.article], target.span), note.colour or "")
        for note in notes
        for target in note.targets
        if target.article in articles and target.span is not None
    )


def with_notes(
    state: ReadingState, notes: Iterable[Note], comparison: Comparison, pinned: Iterable[NoteTarget] = ()
) -> ReadingState:
    """The state with the marks of these notes, and of the places that are pinned for the next one."""
    articles = {article.id: article for article in comparison.articles}
    pins = tuple(
        NoteMark("", target.article, *place_in(articles[target.article], (target.start, target.end)))
        for target in pinned
        if target.article in articles
    )
    return replace(state, notes=(*marks_of(notes, comparison), *pins))


def first_standing(note: Note, comparison: Comparison) -> tuple[NoteTarget, int] | None:
    """The first of a note's targets that stands in one of the compared articles, with its offset."""
    articles = {article.id: article for article in comparison.articles}
    for target in note.targets:
        if target.article in articles and target.span is not None:
            return target, place_in(articles[target.article], target.span)[0]
    return None
