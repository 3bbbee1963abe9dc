"""Moving about: the grid knows how, this passes the keys on and keeps card and outline in step."""

from __future__ import annotations

from typing import Final

from textual import on

from newsdiff.model import Relation
from newsdiff.sanitize import one_line
from tui.keys.keymap import in_words
from tui.reader.base import ReaderBase
from widgets import to_offset, to_row
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import (
    CrossingFollowed,
    DetailOpened,
    PlaceRequested,
    RowRequested,
    StateChanged,
)
from widgets.reading.reading_state import Place, ReadingState, panes

NOWHERE: Final[dict[Relation, str]] = {
    "shared": "Nothing more that is shared this way.",
    "differs": "No more differences this way.",
    "variant": "Nothing more that is spelled differently this way.",
    "only": "Nothing more that stands only here this way.",
}


class Moves(ReaderBase):
    """Rows, sources, details, jumps, the card."""

    _crossed_to: Place | None = None
    """Where the last crossing led."""

    def action_row(self, step: int) -> None:
        """Rows down or up."""
        self.text.action_row(step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.text.action_page(step)

    def action_pane(self, step: int) -> None:
        """Sources to the right or left."""
        self.text.action_pane(step)

    def action_to_pane(self, number: int) -> None:
        """A source by its number."""
        self.text.action_to_pane(number)

    def action_next_detail(self, relation: Relation, step: int) -> None:
        """The next or previous detail of a relation."""
        before = self.state
        self.grid.action_next_detail(relation, step)
        self._notify_if_unmoved(before, NOWHERE[relation])

    def action_next_mark(self, step: int) -> None:
        """The next or previous mark of the row."""
        self.grid.action_next_mark(step)

    def action_next_note(self, step: int) -> None:
        """The next or previous note."""
        before = self.state
        self.grid.action_next_note(step)
        self._notify_if_unmoved(
            before, "No more notes this way." if before.notes else "No notes yet: a writes one."
        )

    def action_next_unread(self) -> None:
        """The next row that was not read."""
        before = self.state
        self.grid.action_next_unread()
        self._notify_if_unmoved(before, "Everything below is marked as read.")

    def action_crossing(self) -> None:
        """To where another outlet reports what stands here, but not beside it; there, back again."""
        before = self.state
        if self._crossed_to == before.place:
            self._crossed_to = None
            self.grid.action_back(-1)
            return
        self.grid.action_crossing()
        self._notify_if_unmoved(before, "No other outlet reports this elsewhere.")

    @on(CrossingFollowed)
    def _crossing_followed(self, message: CrossingFollowed) -> None:
        comparison, origin = self.comparison, message.origin
        if comparison is None or self.state.pane not in panes(self.state, comparison):
            return
        self._crossed_to = self.state.place
        key = in_words(self.app, "reader.crossing")
        label = one_line(comparison.article(origin.pane).label)
        self.newsdiff.show_message(f"From row {origin.row + 1} in {label}; {key} goes back.")

    def action_back(self, step: int) -> None:
        """Back to before the last jump, or forward again."""
        before = self.state
        self.grid.action_back(step)
        self._notify_if_unmoved(before, "No jump to go back to." if step < 0 else "No jump to go forward to.")

    def action_fold(self) -> None:
        """Fold the runs that only one outlet reports."""
        before = self.state
        self.grid.action_fold()
        self._notify_if_unmoved(
            before, "Nothing to fold: no two paragraphs in a row stand in one outlet only."
        )

    def _notify_if_unmoved(self, before: ReadingState, message: str) -> None:
        if self.ready and self.state == before:
            self.newsdiff.show_message(message)

    # -- everybody follows the cursor ------------------------------------------------

    @on(StateChanged)
    def _state_changed(self, message: StateChanged) -> None:
        self.outline.state = message.state
        if self.comparison is None:
            return
        self.status.show(self.comparison, message.state)
        self.title_line.facts = self.title_line.facts
        if self.card.display:
            self._keep_card_off_the_cursor()
            if message.state.detail not in (None, message.old.detail):
                self._show_card(message.state.detail)

    # -- the card --------------------------------------------------------------------

    def action_detail(self) -> None:
        """Open the card of the detail under the cursor; on a note, open that."""
        if not self.ready:
            return
        before = self.state
        self.grid.action_detail()
        if before.detail is None:
            self._notify_if_unmoved(before, "Nothing is marked here.")

    @on(DetailOpened)
    def _open_card(self, message: DetailOpened) -> None:
        self._show_card(message.detail)
        self._keep_card_off_the_cursor()
        self.card.display = True
        self.set_focus(self.card, scroll_visible=False)

    def _keep_card_off_the_cursor(self) -> None:
        """The card lies over the half of the text in which the cursor is not."""
        low = self.text is self.grid and self.grid.cursor_line >= self.grid.size.height // 2
        self.card.set_class(low, "-at-top")

    def _show_card(self, detail_id: str | None) -> None:
        if self.comparison is None:
            return
        detail = index_of(self.comparison).details.get(detail_id or "")
        if detail is None:
            return
        self.card.show(self.comparison, detail)

    def close_card(self) -> bool:
        """Close the card; returns whether it was open."""
        if not self.card.display:
            return False
        self.card.display = False
        self.set_focus(self.text, scroll_visible=False)
        return True

    @on(PlaceRequested)
    def _go_to_place(self, message: PlaceRequested) -> None:
        self.go_to(message.article, message.offset, message.detail)

    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text."""
        if self.comparison is not None:
            self.show_state(to_offset(self.state, self.comparison, article, offset, detail))

    @on(RowRequested)
    def _go_to_row(self, message: RowRequested) -> None:
        if self.comparison is not None:
            self.show_state(to_row(self.state, self.comparison, message.row))
