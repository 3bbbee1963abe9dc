"""The line at the bottom in which one types what to search for, or a row's number."""

from __future__ import annotations

from typing import Literal

from textual.widgets import Input

from tui.parts.fields import Line

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
