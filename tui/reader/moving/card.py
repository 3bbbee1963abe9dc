"""The card of the detail under the cursor."""

from __future__ import annotations

from tui.reader.controller import Controller
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import StateChanged


class CardController(Controller):
    """Opens the card, keeps it off the cursor and on the detail that the cursor goes to."""

    def open(self, detail_id: str) -> None:
        """Show the card of a detail and give it the keys."""
        self._show(detail_id)
        self.keep_off_the_cursor()
        self.reader.card.display = True
        self.reader.set_focus(self.reader.card, scroll_visible=False)

    def follow(self, message: StateChanged) -> None:
        """The cursor has moved."""
        if self.reader.card.display:
            self.keep_off_the_cursor()
            if message.state.detail not in (None, message.old.detail):
                self._show(message.state.detail)

    def close(self) -> bool:
        """Close the card; returns whether it was open."""
        if not self.reader.card.display:
            return False
        self.reader.card.display = False
        self.reader.focus_text()
        return True

    def keep_off_the_cursor(self) -> None:
        """The card lies over the half of the text in which the cursor is not."""
        grid = self.reader.grid
        low = self.reader.text is grid and grid.cursor_line > grid.view_height // 2
        self.reader.card.set_class(low, "-at-top")

    def _show(self, detail_id: str | None) -> None:
        detail = index_of(self.comparison).details.get(detail_id or "")
        if detail is not None:
            self.reader.card.show(self.comparison, detail)
