"""A view of its own on a screen of its own: it asks for states, the application grants them."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import on
from textual.app import App, ComposeResult

from newsdiff.model import Comparison
from widgets.brief.view import BriefView
from widgets.matrix.matrix_view import MatrixView
from widgets.own_order.own_order_view import OwnOrderView
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState
from widgets.reading.reading_view import StateWanted

ViewType = TypeVar("ViewType", OwnOrderView, MatrixView, BriefView)


class ViewApp(App[None], Generic[ViewType]):
    """Shows one view of a comparison and keeps its state."""

    def __init__(self, view: ViewType, comparison: Comparison, state: ReadingState) -> None:
        super().__init__()
        self.view, self.comparison = view, comparison
        self.state = settle(state, comparison)

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.grant(self.state)

    @on(StateWanted)
    def _wanted(self, message: StateWanted) -> None:
        self.grant(message.state)

    def grant(self, state: ReadingState) -> None:
        """Show another state."""
        self.state = settle(state, self.comparison)
        self.view.show(self.comparison, self.state)

    def lines(self) -> list[str]:
        """What is on the screen, as plain text."""
        return [self.view.render_line(y).text for y in range(self.view.size.height)]
