"""Where the reader is and how the comparison is shown: one immutable value.

Every reading widget is a function of a `Comparison` and a `ReadingState`. The functions that move the
state are in `reading_moves`; those here change how things are shown. None of them changes anything in
place, raises on a state that does not fit the comparison, or leaves the cursor outside of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from newsdiff.model import Comparison, Kind, Standing, put_first

View: TypeAlias = Literal["brief", "aligned", "own", "matrix", "single"]
VIEWS: tuple[View, ...] = get_args(View)
VIEW_WORDS: dict[View, str] = {
    "brief": "brief",
    "aligned": "aligned",
    "own": "own order",
    "matrix": "matrix",
    "single": "one article",
}
MatrixOrder: TypeAlias = Literal["text", "relation", "kind", "label", "outlets"]
"""How the lines of the matrix are sorted: as in the text, gravest first, by kind, by label, most outlets."""
ORDERS: tuple[MatrixOrder, ...] = get_args(MatrixOrder)

STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""All ways in which a detail stands, the one that matters most first."""
MARKED: tuple[Standing, ...] = ("differs", "may-differ", "variant")
"""Those of which the versions are not alike: a sign beside the text says so."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the comparison to come back to."""

    row: int
    pane: str
    detail: str | None = None
    at: int | None = None


NOTE_COLOURS: tuple[str, ...] = ("yellow", "green", "blue", "red")
"""What a reader can give a note; each theme shows them in its own warning, success, primary and error."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """That a note stands on a span of an article; `id` is the note's, empty where a place is only pinned."""

    id: str
    article: str
    start: int
    end: int
    colour: str = ""
    """One of `NOTE_COLOURS`, or empty."""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """The cursor and everything the reader has chosen about the view."""

    row: int = 0
    """Index into `Comparison.rows`. On a fold line: the first row that is folded into it."""
    pane: str = ""
    """The article that has the focus."""
    detail: str | None = None
    """Id of the detail that is lit in all panes."""
    at: int | None = None
    """Offset in the focused article where the current mention, search hit or note begins."""

    view: View = "aligned"
    fold_all: bool = False
    """Whether rows that all panes report alike are folded into one line."""
    opened: frozenset[str] = frozenset()
    """Ids of rows that stay open although `fold_all` is set."""
    together: frozenset[str] = frozenset()
    """Ids of paragraphs that the reader wants level, one of each article, whatever else is not level then."""
    order: tuple[str, ...] = ()
    """Article ids from left to right; those not named follow in the order of the comparison."""
    pin_base: bool = False
    """Whether the first pane stays in view while the others slide."""
    locked: bool = True
    """In the view of own orders: whether the other panes follow the focused one."""
    nudges: tuple[tuple[str, int], ...] = ()
    """In that view: by how many lines the reader has shifted a pane from where the links put it."""
    matrix_order: MatrixOrder = "text"
    standings: frozenset[Standing] = frozenset(STANDINGS)
    kinds: frozenset[Kind] = frozenset(KINDS)
    show_noise: bool = False
    shading: bool = False
    """Whether words are shaded by how many outlets in view say the same."""
    search: str = ""
    read: frozenset[str] = frozenset()
    """Ids of paragraphs that have been read. What is linked with one of them counts as read too."""
    changed: frozenset[str] = frozenset()
    """Articles whose text changed since they were last read."""
    notes: tuple[NoteMark, ...] = ()
    back: tuple[Place, ...] = ()
    forward: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        """Where the cursor is."""
        return Place(self.row, self.pane, self.detail, self.at)

    def shows(self, standing: Standing, kind: Kind) -> bool:
        """Whether the filter lets marks of this standing and kind through."""
        return standing in self.standings and kind in self.kinds


def panes(state: ReadingState, comparison: Comparison) -> tuple[str, ...]:
    """The articles from left to right: as the reader put them, then the base, then the longest first.

    Articles of a length beside each other leave the fewest blank lines.
    """
    known = comparison.longest_first
    return put_first(state.order, known) if state.order else known


def pane_beside(state: ReadingState, comparison: Comparison, step: int) -> int:
    """The number, counted from 1, of the pane `step` places to the right of the focus, or of the last one."""
    shown = panes(state, comparison)
    at = shown.index(state.pane) if state.pane in shown else 0
    return min(max(0, at + step), len(shown) - 1) + 1


def move_pane(state: ReadingState, comparison: Comparison, step: int) -> ReadingState:
    """Move the focused pane `step` places to the right (or left, when negative)."""
    shown = list(panes(state, comparison))
    if state.pane not in shown:
        return state
    at = shown.index(state.pane)
    to = min(max(0, at + step), len(shown) - 1)
    shown.insert(to, shown.pop(at))
    return replace(state, order=tuple(shown))


def toggle_read(state: ReadingState, comparison: Comparison) -> ReadingState:
    """Mark the current row as read, or as not read when all of it is."""
    if not 0 <= state.row < len(comparison.rows):
        return state
    here = frozenset(comparison.rows[state.row].paragraphs)
    return replace(state, read=state.read - here if here <= state.read else state.read | here)


def filtered(
    state: ReadingState, standings: frozenset[Standing], kinds: frozenset[Kind] = frozenset(KINDS)
) -> ReadingState:
    """Show only marks of these standings and kinds; an empty choice means all."""
    return replace(state, standings=standings or frozenset(STANDINGS), kinds=kinds or frozenset(KINDS))
