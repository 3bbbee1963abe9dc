"""The line below the grid: which difference, which row, what is being looked for."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from newsdiff.harmless import one_line
from newsdiff.model import Comparison
from tui.wording import count, dotted
from widgets import ReadingState, detail_position, hit_position
from widgets.comparison_index import index_of
from widgets.reading_moves import band_number, bands
from widgets.reading_state import KINDS, RELATIONS, SIGNS, panes


class StatusLine(Widget):
    """``difference 3 of 14 (≠ in 20 rows) · row 17 of 41``; what is under way stands in front."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; color: $foreground 75%; background: $surface; text-wrap: nowrap;
        text-overflow: ellipsis; }
    """

    where: reactive[str] = reactive("")
    busy: reactive[str] = reactive("")
    """What newsdiff is doing."""
    wish: reactive[str] = reactive("")
    """What it waits for the reader to do."""

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Tell where the cursor is."""
        of = bands(state, comparison)
        row = f"row {band_number(of, state.row) + 1} of {len(of)}" if of else ""
        found = hits(comparison, state)
        self.where = dotted(found, differences(comparison, state), row, filter_words(state))

    def render(self) -> Content:
        """The line."""
        wish = f"{self.wish}   " if self.wish else ""
        busy = f"{self.busy}   " if self.busy else ""
        return Content.assemble((wish, "bold $warning"), (busy, "$primary"), one_line(self.where))


def differences(comparison: Comparison, state: ReadingState) -> str:
    """``difference 3 of 14 (≠ in 20 rows)``: what differs is one detail, told in as many rows as have ≠."""
    number, found = detail_position(state, comparison, "differs")
    if not found:
        return "no differences"
    rows = index_of(comparison).relations(panes(state, comparison)).count("differs")
    told = f"(≠ in {rows} row{'s' * (rows != 1)})"
    return f"difference {number} of {found} {told}" if number else f"{count(found, 'difference')} {told}"


def hits(comparison: Comparison, state: ReadingState) -> str:
    """``hit 2 of 9 for “Donbas” · TIME 3, Sky News 6``; empty when nothing is looked for."""
    if not state.search.strip():
        return ""
    number, found = hit_position(state, comparison)
    if not found:
        return f"no hit for “{state.search.strip()}”"
    shown = panes(state, comparison)
    counts = index_of(comparison).search.hits(shown, state.search).by_article
    by_pane = ", ".join(f"{comparison.article(pane).label} {counts.get(pane, 0)}" for pane in shown)
    return dotted(f"hit {number} of {found} for “{state.search.strip()}”", by_pane)


def filter_words(state: ReadingState) -> str:
    """What the filter lets through, when it keeps anything back."""
    relations = "" if len(state.relations) == len(RELATIONS) else " ".join(
        SIGNS[one] for one in RELATIONS if one in state.relations
    )  # fmt: skip
    kinds = "" if len(state.kinds) == len(KINDS) else ", ".join(one for one in KINDS if one in state.kinds)
    return f"shown: {dotted(relations, kinds)}" if relations or kinds else ""
