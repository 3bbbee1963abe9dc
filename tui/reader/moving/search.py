"""Search while typing, and rows by their number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from newsdiff.model import Role
from tui.reader.controller import Controller, Reader
from tui.reader.search_line import AskedFor
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import hit_position, next_hit, search_hits, to_row
from widgets.reading.reading_state import ReadingState, panes

TITLE: Final[tuple[Role, ...]] = ("title",)
PUT_ASIDE: Final[tuple[Role, ...]] = ("heading", "caption", "noise")


class SearchController(Controller):
    """``/`` and ``:``, and the way from hit to hit."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._before: ReadingState | None = None
        """Where the cursor was when the line was opened."""

    def action_search(self) -> None:
        """Search all sources while typing."""
        self._open("search", "search all sources", self.state.search)

    def action_go_to_row(self) -> None:
        """Go to a row by its number."""
        self._open("row", "row number", "")

    def _open(self, what: AskedFor, placeholder: str, value: str) -> None:
        self._before = self.state
        self.reader.asking.open(what, placeholder, value)
        # At once, not by `focus()`, which is done later: what is typed right behind the key belongs here.
        self.reader.set_focus(self.reader.asking, scroll_visible=False)

    def typed(self, value: str) -> None:
        """Go to the first hit for what was typed so far."""
        if self.reader.asking.asked_for == "search" and self._before is not None:
            start = replace(self._before, search=value)
            found = value.strip() and search_hits(start, self.comparison)
            self.reader.show_state(next_hit(self._in_text(start), self.comparison, 1) if found else start)

    @staticmethod
    def _in_text(state: ReadingState) -> ReadingState:
        """The same place where its text can be seen: the brief shows no hits."""
        return replace(state, view="aligned") if state.view == "brief" else state

    def entered(self, value: str) -> None:
        """Go to the row, or stay at the hit."""
        value = value.strip()
        if self.reader.asking.asked_for == "row":
            self._to_row_number(value)
        elif value and not search_hits(self.state, self.comparison):
            self.show_message(self._not_found(value))
        self._shut()

    def _to_row_number(self, typed: str) -> None:
        if not typed:
            return
        rows = len(self.comparison.rows)
        if not typed.isdecimal() or not 1 <= int(typed) <= rows:
            self.show_message(f"There is no row {typed}: type a number from 1 to {rows}.")
            return
        self.reader.show_state(to_row(self._in_text(self.state), self.comparison, int(typed) - 1))

    def _not_found(self, words: str) -> str:
        """Message that no source's text has the words, and which titles or texts put aside have them."""
        in_titles, aside = self._sources_with(TITLE, words), self._sources_with(PUT_ASIDE, words)
        if not in_titles and not aside:
            return f"“{words}” was not found in any of the sources shown."
        where = [f"the title of {in_titles}"] if in_titles else []
        shows_it = self.state.show_noise and self.state.view == "aligned"
        key = "" if shows_it else f"; {self.key('noise')} shows that"
        where += [f"what was put aside of {aside}{key}"] if aside else []
        return f"“{words}” stands only in {' and in '.join(where)}."

    def _sources_with(self, roles: Collection[Role], words: str) -> str:
        shown = panes(self.state, self.comparison)
        found = index_of(self.comparison).search.standing_in(roles, shown, words)
        return ", ".join(self.comparison.article(pane).label for pane in found)

    def _shut(self) -> None:
        self._before = None
        self.reader.asking.display = False
        self.reader.focus_text()

    def close(self) -> bool:
        """Close the line; the cursor goes back to where it was. Returns whether it was open."""
        if not self.reader.asking.display:
            return False
        if self._before is not None and self.reader.asking.asked_for == "search":
            self.reader.show_state(replace(self._before, search=""))
        self._shut()
        return True

    def action_next_hit(self, step: int) -> None:
        """The next or previous place found."""
        if not self.state.search.strip():
            self.show_message("No search yet: / starts one.")
            return
        before, (was, _) = self.state, hit_position(self.state, self.comparison)
        self.reader.show_state(self._in_text(self.state))
        self.reader.grid.action_next_hit(step)
        number, found = hit_position(self.state, self.comparison)
        words = f"“{self.state.search.strip()}”"
        if not found:
            self.show_message(self._not_found(self.state.search.strip()))
        elif self.state.place == before.place:
            self.show_message(f"There is no other hit for {words}.")
        elif (number - was) * step < 0:
            self.show_message("Search wrapped to the top." if step > 0 else "Search wrapped to the bottom.")

    def forget(self) -> None:
        """Search for nothing any more."""
        if self.state.search:
            self.reader.show_state(replace(self.state, search=""))
