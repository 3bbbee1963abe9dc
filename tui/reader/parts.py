"""Parts of the reader: what holds view and outline, and the line in which one types what to search for."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input

from tui.parts.fields import Line
from widgets.outline_bar import OutlineBar
from widgets.reading.messages import WindowChanged

AskedFor = Literal["search", "row"]


class SearchLine(Line):
    """The line never takes more than one row, and the text above it does not move."""

    def __init__(self) -> None:
        super().__init__(id="asking", compact=True)
        self.asked_for: AskedFor = "search"

    def open(self, what: AskedFor, placeholder: str, value: str) -> None:
        """Show the line with a value, all of it selected."""
        self.asked_for = what
        self.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.value = value
        self.action_select_all()
        self.display = True


class TextAndOutline(Horizontal):
    """The outline marks the rows that the panes show, even when they are scrolled without the cursor."""

    @on(WindowChanged)
    def _window_changed(self, message: WindowChanged) -> None:
        self.query_one(OutlineBar).window = (message.first, message.last)
