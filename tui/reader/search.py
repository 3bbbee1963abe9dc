"""The line at the bottom: search while typing, or a row's number."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from textual import on
from textual.widgets import Input

from tui.reader.base import ReaderBase
from widgets import ReadingState, to_row
from widgets.reading.reading_moves import hit_position, next_hit, search_hits


class Search(ReaderBase):
    """``/`` and ``:``. The line never takes more than one row, and the text above it does not move."""

    _asked_for: Literal["search", "row"] = "search"
    _before: ReadingState | None = None
    """Where the cursor was when the line was opened."""

    def action_search(self) -> None:
        """Search all sources while typing."""
        self._open("search", "search all sources", self.state.search)

    def action_go_to_row(self) -> None:
        """Go to a row by its number."""
        self._open("row", "row number", "")

    def _open(self, what: Literal["search", "row"], placeholder: str, value: str) -> None:
        if not self.ready:
            return
        self._asked_for = what
        self._before = self.state
        self.asking.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.asking.value = value
        self.asking.action_select_all()
        self.asking.display = True
        # At once, not by `focus()`, which is done later: what is typed right behind the key belongs here.
        self.set_focus(self.asking, scroll_visible=False)

    @on(Input.Changed, "#asking")
    def _typed(self, event: Input.Changed) -> None:
        if self._asked_for == "search" and self._before is not None and self.comparison is not None:
            start = replace(self._before, search=event.value)
            self.show_state(next_hit(start, self.comparison, 1) if event.value.strip() else start)

    @on(Input.Submitted, "#asking")
    def _entered(self, event: Input.Submitted) -> None:
        if self._asked_for == "row":
            self._to_row_number(event.value)
        elif event.value.strip() and self.comparison and not search_hits(self.state, self.comparison):
            self.newsdiff.show_message(f"“{event.value.strip()}” stands in none of the sources shown.")
        self._shut()

    def _to_row_number(self, typed: str) -> None:
        if self.comparison is None or not typed.strip():
            return
        rows = len(self.comparison.rows)
        if not typed.strip().isdecimal() or not 1 <= int(typed) <= rows:
            self.newsdiff.show_message(f"There is no row {typed.strip()}: they go from 1 to {rows}.")
            return
        self.show_state(to_row(self.state, self.comparison, int(typed) - 1))

    def _shut(self) -> None:
        self._before = None
        self.asking.display = False
        self.set_focus(self.text, scroll_visible=False)

    def close_asking(self) -> bool:
        """Close the line; the cursor goes back to where it was. Returns whether it was open."""
        if not self.asking.display:
            return False
        if self._before is not None and self._asked_for == "search":
            self.show_state(replace(self._before, search=""))
        self._shut()
        return True

    def action_next_hit(self, step: int) -> None:
        """The next or previous place found."""
        if not self.ready:
            return
        if not self.state.search.strip():
            self.newsdiff.show_message("Nothing is searched for: / searches.")
            return
        assert self.comparison is not None
        before, (was, _) = self.state, hit_position(self.state, self.comparison)
        self.grid.action_next_hit(step)
        number, found = hit_position(self.state, self.comparison)
        words = f"“{self.state.search.strip()}”"
        if not found:
            self.newsdiff.show_message(f"{words} stands in none of the sources shown.")
        elif self.state.place == before.place:
            self.newsdiff.show_message(f"There is no other place with {words}.")
        elif (number - was) * step < 0:
            self.newsdiff.show_message(
                "Round again, from the first." if step > 0 else "Round again, from the last."
            )
