"""How the comparison is shown: the order of panes, which marks, shaded words, what is marked as read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final, cast

from newsdiff.model import Kind, Standing
from newsdiff.opinion.attached import both_agree
from newsdiff.signs import SIGNS, WORDS
from tui.dialogs.choose import Choosable, TickDialog
from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader
from tui.wording import count
from widgets.reading.reading_moves import carry_over
from widgets.reading.reading_state import KINDS, STANDINGS, filtered, move_pane, toggle_read

AGREED: Final = "both agree"
SHADED: Final = "Dim: all outlets in view say it. Plain: some do. Bright: only this one."


class DisplayOptions(Controller):
    """Nothing here compares anew."""

    def __init__(self, reader: Reader, comparing: Comparing) -> None:
        super().__init__(reader)
        self._comparing = comparing

    def action_pin_base(self) -> None:
        """Keep the first pane in view, or let it slide."""
        self.reader.show_state(replace(self.state, pin_base=not self.state.pin_base))
        self.show_message("The first pane stays in view." if self.state.pin_base else "No pane is pinned.")

    def action_move_pane(self, step: int) -> None:
        """Move the pane under the cursor to the right or left."""
        self.reader.show_state(move_pane(self.state, self.comparison, step))

    def action_filter(self) -> None:
        """Choose which marks are shown."""
        standings = Counter(detail.standing for detail in self.comparison.details)
        kinds = Counter(detail.kind for detail in self.comparison.details)
        choices = [
            *(Choosable(one, f"{SIGNS[one]} {WORDS[one]}", str(standings[one])) for one in STANDINGS),
            *(Choosable(one, one, str(kinds[one])) for one in KINDS),
        ]
        ticked: frozenset[str] = frozenset((*self.state.standings, *self.state.kinds))
        if (agreed := self._agreed()) is not None:
            choices.insert(0, Choosable(AGREED, "both agree: only these", str(agreed)))
            ticked |= {AGREED} if self._comparing.agreed_only else frozenset()
        self.ask(TickDialog("Marks to show", choices, ticked), self._filter_chosen)

    def _filter_chosen(self, ticked: frozenset[str]) -> None:
        standings = cast(frozenset[Standing], ticked & frozenset(STANDINGS))
        kinds = cast(frozenset[Kind], ticked & frozenset(KINDS))
        self.reader.show_state(filtered(self.state, standings, kinds))
        if (AGREED in ticked) != self._comparing.agreed_only:
            self._mark_only_agreed(AGREED in ticked)

    def _mark_only_agreed(self, agreed_only: bool) -> None:
        old, shown = self.comparison, self._comparing.mark_only_agreed(agreed_only)
        self.reader.show_comparison(shown, carry_over(self.state, old, shown))
        if agreed_only:
            found = count(len(shown.details), "difference")
            key = self.key("filter")
            self.show_message(f"{found} on which both agree. {key} shows everything again.")

    def _agreed(self) -> int | None:
        """On how many differences newsdiff and a second opinion agree; None where there is no opinion."""
        details = self._comparing.made.details if self._comparing.made is not None else ()
        asked = any(detail.opinion is not None for detail in details)
        return sum(map(both_agree, details)) if asked or self._comparing.agreed_only else None

    def action_shade(self) -> None:
        """Shade words by how many outlets in view say the same, or not."""
        self.reader.show_state(replace(self.state, shading=not self.state.shading))
        self.show_message(SHADED if self.state.shading else "Shading is off.")

    def action_read(self) -> None:
        """Mark the row as read, or as not read."""
        if not self.comparison.rows:
            return
        read = toggle_read(self.reader.pointed or self.state, self.comparison).read
        paragraphs = read ^ self.state.read
        if self.reader.attempt(lambda: self.opened.mark_read(paragraphs, read=read > self.state.read)):
            self.reader.show_state(replace(self.state, read=read))
