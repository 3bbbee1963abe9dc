"""How the comparison is shown: the order of panes, which marks, shaded words, what is marked as read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final, cast

from newsdiff.model import Kind, Relation
from tui.dialogs.choose import Choosable, TickDialog
from tui.reader.controller import Controller
from widgets.reading.reading_state import KINDS, RELATIONS, SIGNS, WORDS, filtered, move_pane, toggle_read

SHADED: Final = "Dim: all outlets in view say it. Plain: some do. Bright: only this one."


class DisplayOptions(Controller):
    """Nothing here compares anew."""

    def action_pin_base(self) -> None:
        """Keep the first pane in view, or let it slide."""
        self.reader.show_state(replace(self.state, pin_base=not self.state.pin_base))
        self.show_message("The first pane stays in view." if self.state.pin_base else "No pane is pinned.")

    def action_move_pane(self, step: int) -> None:
        """Move the pane under the cursor to the right or left."""
        self.reader.show_state(move_pane(self.state, self.comparison, step))

    def action_filter(self) -> None:
        """Choose which marks are shown."""
        relations = Counter(detail.relation for detail in self.comparison.details)
        kinds = Counter(detail.kind for detail in self.comparison.details)
        choices = [
            *(Choosable(one, f"{SIGNS[one]} {WORDS[one]}", str(relations[one])) for one in RELATIONS),
            *(Choosable(one, one, str(kinds[one])) for one in KINDS),
        ]
        ticked = frozenset((*self.state.relations, *self.state.kinds))
        self.ask(TickDialog("Marks to show", choices, ticked), self._filter_chosen)

    def _filter_chosen(self, ticked: frozenset[str]) -> None:
        relations = cast(frozenset[Relation], ticked & frozenset(RELATIONS))
        kinds = cast(frozenset[Kind], ticked & frozenset(KINDS))
        self.reader.show_state(filtered(self.state, relations, kinds))

    def action_shade(self) -> None:
        """Shade words by how many outlets in view say the same, or not."""
        self.reader.show_state(replace(self.state, shading=not self.state.shading))
        self.show_message(SHADED if self.state.shading else "Shading is off.")

    def action_read(self) -> None:
        """Mark the row as read, or as not read."""
        if not self.comparison.rows:
            return
        state = toggle_read(self.state, self.comparison)
        paragraphs = state.read ^ self.state.read
        if self.reader.attempt(lambda: self.opened.mark_read(paragraphs, read=state.read > self.state.read)):
            self.reader.show_state(state)
