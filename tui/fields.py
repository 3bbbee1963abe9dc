"""Fields to type in that never hold what a terminal would obey, wherever the text comes from."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, TextArea

from newsdiff.harmless import harmless


class Line(Input):
    """One line of text."""

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or filled in."""
        return harmless(value)


class Page(TextArea):
    """Several lines of text."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(harmless(text), id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the editor takes it."""
        event.text = harmless(event.text)
