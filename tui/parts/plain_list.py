"""A list without keys of its own: the table of keys says what every key does."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.widgets import OptionList


class PlainList(OptionList, inherit_bindings=False):
    """One click moves the cursor, two open. Nothing in it is parsed as markup."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)

    def move(self, lines: int) -> None:
        """Move the cursor, as far as there are lines."""
        if self.option_count:
            place = 0 if self.highlighted is None else self.highlighted + lines
            self.highlighted = min(max(0, place), self.option_count - 1)

    def _watch_highlighted(self, old: int | None, new: int | None) -> None:
        """Draw the two lines anew between which the cursor went: Textual would draw all of them."""
        known = self._line_cache  # as it is: what is not in it yet has never been drawn
        for place in (old, new):
            if place is not None and place in known.index_to_line:
                self.refresh_lines(known.index_to_line[place], known.heights[place])

    def on_click(self, event: events.Click) -> None:
        """Textual would open with one click."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if isinstance(clicked, int):
            self.highlighted = clicked
            if event.chain == 2:
                self.action_select()
