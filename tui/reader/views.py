"""The views of a comparison: which one is shown, and that all of them show the same state."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual import getters, on

from tui.dialogs.choose import Choosable, ChooseDialog
from tui.reader.choices import Choices
from tui.reader.moves import Moves
from widgets import BriefView, MatrixView, OwnOrderView
from widgets.brief.view import PassageOpened
from widgets.reading.messages import StateChanged
from widgets.reading.reading_state import ORDERS, VIEW_WORDS, VIEWS, View
from widgets.reading.reading_view import StateWanted

VIEW_ABOUT: Final[dict[View, str]] = {
    "brief": "where the outlets differ, what most report, what only one has",
    "aligned": "what reports the same stands side by side",
    "own": "every article as it was written; the panes scroll together",
    "matrix": "details as lines, outlets as columns",
    "single": "with notes in its margin: who else reports it, and what they say instead",
}
PANE_ACTIONS: Final = frozenset({"pane(-1)", "pane(1)"})
NOT_READY: Final = "The views come with the comparison, which is not ready yet."


class Views(Moves, Choices):
    """``v`` and what belongs to one view only. The grid holds the state; the other views follow it."""

    brief = getters.query_one(BriefView)
    own = getters.query_one(OwnOrderView)
    matrix = getters.query_one(MatrixView)
    _before_brief: View = "aligned"
    """The view that the key of the brief goes back to."""

    def action_next_view(self) -> None:
        """The next of the views."""
        if not self.ready:
            self.newsdiff.show_message(NOT_READY)
            return
        self.to_view(VIEWS[(VIEWS.index(self.state.view) + 1) % len(VIEWS)])

    def action_brief(self) -> None:
        """From any view to the brief; from the brief to the view before it, at the words under the cursor."""
        if not self.ready:
            self.newsdiff.show_message(NOT_READY)
            return
        self.to_view(self._before_brief if self.state.view == "brief" else "brief")

    def action_choose_view(self) -> None:
        """Choose one of the views."""
        if not self.ready:
            self.newsdiff.show_message(NOT_READY)
            return
        choices = [Choosable(view, VIEW_WORDS[view], VIEW_ABOUT[view]) for view in VIEWS]
        self.app.push_screen(
            ChooseDialog("View", choices, start=VIEWS.index(self.state.view)), self._view_chosen
        )

    def _view_chosen(self, chosen: str | None) -> None:
        if view := next((one for one in VIEWS if one == chosen), None):
            self.to_view(view)

    def to_view(self, view: View) -> None:
        """Show another view; the cursor stays where it is."""
        if self.state.view != "brief" and view == "brief":
            self._before_brief = self.state.view
        self.show_state(replace(self.state, view=view))
        self.show_place()

    @on(StateWanted)
    def _state_wanted(self, message: StateWanted) -> None:
        self.show_state(message.state)

    @on(StateChanged)
    def _view_follows(self, message: StateChanged) -> None:
        """The brief gives way to the panes when a movement leads to words that it does not list."""
        if message.old.view == message.state.view == "brief" and not self.brief.holds(message.state):
            self.to_view("aligned")
        self.show_view()

    @on(PassageOpened)
    def _to_passage(self, message: PassageOpened) -> None:
        """From the brief to the words in their article."""
        self.go_to(message.passage.article, message.passage.start)

    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text, which the brief does not show."""
        if self.ready and self.state.view == "brief":
            self.to_view(self._before_brief)
        super().go_to(article, offset, detail)

    # -- what belongs to one view ----------------------------------------------------

    def action_detail(self) -> None:
        """In the brief: open the line. In the matrix: go to the text. Elsewhere the card of the detail."""
        if self.ready and self.state.view == "brief":
            self.brief.open()
            return
        if self.ready and self.state.view == "matrix":
            place = self.matrix.place()
            if place is None:
                self.newsdiff.show_message("This detail stands in none of the texts.")
                return
            self.to_view("aligned")
            self.go_to(*place)
            return
        super().action_detail()

    def idle_actions(self) -> frozenset[str]:
        """In the brief there is no source to move to."""
        idle = super().idle_actions()
        return idle | PANE_ACTIONS if self.ready and self.state.view == "brief" else idle

    def action_lock(self) -> None:
        """Let the panes of own orders go, or lock them as they stand."""
        if self._in_own_order():
            self.own.action_lock()
            locked = self.state.locked
            self.newsdiff.show_message(
                "Each pane scrolls alone now; x locks them as they stand."
                if locked
                else "The panes scroll together again, from where they stand now."
            )

    def action_nudge(self, step: int) -> None:
        """Shift the focused pane against the others."""
        if self._in_own_order():
            self.own.action_nudge(step)

    def _in_own_order(self) -> bool:
        if self.ready and self.state.view != "own":
            self.newsdiff.show_message("That is for the view in own order: v goes there.")
        return self.ready and self.state.view == "own"

    def action_sort(self) -> None:
        """The next order of the matrix's lines."""
        if not self.ready:
            return
        if self.state.view != "matrix":
            self.newsdiff.show_message("That sorts the matrix: v goes there.")
            return
        order = ORDERS[(ORDERS.index(self.state.matrix_order) + 1) % len(ORDERS)]
        self.show_state(replace(self.state, matrix_order=order))

    def action_noise(self) -> None:
        """Show or hide what was put aside, where the panes are aligned."""
        if self.ready and self.state.view != "aligned":
            self.newsdiff.show_message("What was put aside is shown in the aligned view: v goes there.")
            return
        super().action_noise()

    def action_fold(self) -> None:
        """Fold what only one outlet reports, where the panes are aligned."""
        if self.ready and self.state.view != "aligned":
            self.newsdiff.show_message("Only the aligned view folds: v goes there.")
            return
        super().action_fold()
