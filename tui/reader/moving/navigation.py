"""Moving about: the grid knows how, this passes the keys on and says so when there is nowhere to go."""

from __future__ import annotations

from typing import Final

from newsdiff.model import Relation
from newsdiff.sanitize import one_line
from tui.reader.controller import Controller
from widgets.reading.messages import CrossingFollowed
from widgets.reading.reading_state import Place, ReadingState, panes

NOWHERE: Final[dict[Relation, str]] = {
    "shared": "No more shared details this way.",
    "differs": "No more differences this way.",
    "variant": "No more variants this way.",
    "only": "No more details in one outlet only this way.",
}


class Navigation(Controller):
    """Rows, sources, details, jumps."""

    _crossed_to: Place | None = None
    """Where the last crossing led."""

    def action_row(self, step: int) -> None:
        """Rows down or up."""
        self.reader.text.action_row(step)

    def action_page(self, step: int) -> None:
        """A page down or up."""
        self.reader.text.action_page(step)

    def action_pane(self, step: int) -> None:
        """Sources to the right or left."""
        self.reader.text.action_pane(step)

    def action_to_pane(self, number: int) -> None:
        """A source by its number."""
        self.reader.text.action_to_pane(number)

    def action_next_detail(self, relation: Relation, step: int) -> None:
        """The next or previous detail of a relation."""
        before = self.state
        self.reader.grid.action_next_detail(relation, step)
        self._notify_if_unmoved(before, NOWHERE[relation])

    def action_next_mark(self, step: int) -> None:
        """The next or previous mark of the row."""
        self.reader.grid.action_next_mark(step)

    def action_next_note(self, step: int) -> None:
        """The next or previous note."""
        before = self.state
        self.reader.grid.action_next_note(step)
        self._notify_if_unmoved(
            before, "No more notes this way." if before.notes else "No notes yet: a writes one."
        )

    def action_next_unread(self) -> None:
        """The next row that was not read."""
        before = self.state
        self.reader.grid.action_next_unread()
        self._notify_if_unmoved(before, "Everything below is marked as read.")

    def action_crossing(self) -> None:
        """To where another outlet reports what stands here, but not beside it; there, back again."""
        before = self.state
        if self._crossed_to == before.place:
            self._crossed_to = None
            self.reader.grid.action_back(-1)
            return
        self.reader.grid.action_crossing()
        self._notify_if_unmoved(before, "No other outlet reports this elsewhere.")

    def crossing_followed(self, message: CrossingFollowed) -> None:
        """Say where the crossing came from, and how to go back."""
        origin = message.origin
        if self.state.pane not in panes(self.state, self.comparison):
            return
        self._crossed_to = self.state.place
        label = one_line(self.comparison.article(origin.pane).label)
        self.show_message(f"From row {origin.row + 1} in {label}; {self.key('crossing')} goes back.")

    def action_back(self, step: int) -> None:
        """Back to before the last jump, or forward again."""
        before = self.state
        self.reader.grid.action_back(step)
        self._notify_if_unmoved(
            before,
            "There is no earlier place to go back to."
            if step < 0
            else "There is no later place to go forward to.",
        )

    def _notify_if_unmoved(self, before: ReadingState, message: str) -> None:
        if self.state == before:
            self.show_message(message)
