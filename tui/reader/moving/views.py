"""The views of a comparison: which one is shown, and that all of them show the same state."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.widgets import Input

from tui.dialogs.choose import Choosable, ChooseDialog
from tui.reader.controller import Controller, TextView
from widgets.brief.view import BriefView
from widgets.card.card_view import CardView
from widgets.panes.aligned_grid import AlignedGrid
from widgets.reading.messages import StateChanged
from widgets.reading.reading_moves import to_offset
from widgets.reading.reading_state import ORDERS, VIEW_WORDS, VIEWS, View

VIEW_ABOUT: Final[dict[View, str]] = {
    "brief": "where the outlets differ, what most report, what only one has",
    "aligned": "what reports the same stands side by side",
    "own": "every article as it was written; the panes scroll together",
    "matrix": "details as lines, outlets as columns",
    "single": "with notes in its margin: who else reports it, and what they say instead",
}
PANE_ACTIONS: Final = frozenset({"pane(-1)", "pane(1)"})


class ViewsController(Controller):
    """``v`` and what belongs to one view only. The grid holds the state; the other views follow it."""

    _before_brief: View = "aligned"
    """The view that the key of the brief goes back to."""

    @property
    def text(self) -> TextView:
        """The view that is on the screen."""
        reader = self.reader
        views: dict[View, TextView] = {
            "brief": reader.brief,
            "matrix": reader.matrix,
            "aligned": reader.grid,
        }
        return views.get(self.state.view, reader.own)

    def show(self) -> None:
        """Bring the chosen view to the screen, at the grid's state."""
        reader, chosen = self.reader, self.text
        if not chosen.display:
            for view in (reader.grid, reader.brief, reader.own, reader.matrix):
                view.display = view is chosen
            reader.outline.display = not isinstance(chosen, BriefView)
            if not isinstance(reader.app.focused, (Input, CardView)):
                reader.focus_text()
            reader.footer.refresh()  # now: a change of it behind the first picture would bring a second one
        if not isinstance(chosen, AlignedGrid):
            chosen.show(self.comparison, self.state)
        reader.outline.window = chosen.window()

    def follow(self, message: StateChanged) -> None:
        """The brief gives way to the panes when a movement leads to words that it does not list."""
        if message.old.view == message.state.view == "brief" and not self.reader.brief.holds(message.state):
            self.to_view("aligned")
        self.show()

    def to_view(self, view: View) -> None:
        """Show another view; the cursor stays where it is."""
        if self.state.view != "brief" and view == "brief":
            self._before_brief = self.state.view
        self.reader.show_state(replace(self.state, view=view))

    def go_to(self, article: str, offset: int, detail: str | None = None) -> None:
        """Jump to a place in an article's text, which brief and matrix do not show."""
        if self.state.view == "brief":
            self.to_view(self._before_brief)
        if self.state.view == "matrix":
            self.to_view("aligned")
        self.reader.show_state(to_offset(self.state, self.comparison, article, offset, detail))

    # -- choosing a view -------------------------------------------------------------

    def action_next_view(self) -> None:
        """The next of the views."""
        self.to_view(VIEWS[(VIEWS.index(self.state.view) + 1) % len(VIEWS)])

    def action_brief(self) -> None:
        """From any view to the brief; from the brief to the view before it, at the words under the cursor."""
        self.to_view(self._before_brief if self.state.view == "brief" else "brief")

    def action_choose_view(self) -> None:
        """Choose one of the views."""
        choices = [Choosable(view, VIEW_WORDS[view], VIEW_ABOUT[view]) for view in VIEWS]
        dialog = ChooseDialog("View", choices, start=VIEWS.index(self.state.view))
        self.ask(dialog, lambda chosen: self.to_view(next(view for view in VIEWS if view == chosen)))

    # -- what belongs to one view ----------------------------------------------------

    def action_detail(self) -> None:
        """In the brief: open the line. Elsewhere: the card of the detail under the cursor; on a note, that
        note."""
        if self.state.view == "brief":
            self.reader.brief.open()
        elif self.state.view == "matrix":
            self._open_line_of_matrix()
        else:
            before = self.state
            self.reader.grid.action_detail()
            if before.detail is None and self.state == before:
                self.show_message("Nothing is marked here.")

    def _open_line_of_matrix(self) -> None:
        """The card of the line under the cursor; from there one goes to the text."""
        place = self.reader.matrix.place()
        if place is None:
            self.show_message("This detail is in none of the texts.")
            return
        article, offset, detail = place
        self.reader.show_state(to_offset(self.state, self.comparison, article, offset, detail))
        self.reader.grid.action_detail()

    def idle_actions(self) -> frozenset[str]:
        """In the brief there is no source to move to."""
        return PANE_ACTIONS if self.state.view == "brief" else frozenset()

    def action_lock(self) -> None:
        """Let the panes of own orders go, or lock them as they stand."""
        if self._in_own_order():
            self.reader.own.action_lock()
            locked = self.state.locked
            self.show_message(
                "Each pane scrolls on its own now; x locks them where they are."
                if locked
                else "The panes scroll together again, from where they are now."
            )

    def action_nudge(self, step: int) -> None:
        """Shift the focused pane against the others."""
        if self._in_own_order():
            self.reader.own.action_nudge(step)

    def _in_own_order(self) -> bool:
        if self.state.view != "own":
            self.show_message("This works in the own-order view (v).")
        return self.state.view == "own"

    def action_sort(self) -> None:
        """The next order of the matrix's lines."""
        if self.state.view != "matrix":
            self.show_message("Sorting works in the matrix view (v).")
            return
        order = ORDERS[(ORDERS.index(self.state.matrix_order) + 1) % len(ORDERS)]
        self.reader.show_state(replace(self.state, matrix_order=order))

    def action_noise(self) -> None:
        """Show or hide what was put aside, where the panes are aligned."""
        if self.state.view != "aligned":
            self.show_message("Text that was put aside is shown in the aligned view (v).")
            return
        self.reader.show_state(replace(self.state, show_noise=not self.state.show_noise))

    def action_fold(self) -> None:
        """Fold the runs of unmatched paragraphs, where the panes are aligned."""
        if self.state.view != "aligned":
            self.show_message("Folding works in the aligned view (v).")
            return
        before = self.state
        self.reader.grid.action_fold()
        if self.state == before:
            self.show_message("Nothing to fold: no two paragraphs in a row are unmatched.")
