"""Input fields that never hold terminal escapes, wherever the text comes from."""

from __future__ import annotations

from textual.widgets import Input

from newsdiff.sanitize import sanitize, without_word_breaks


class Line(Input):
    """One line of text."""

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or filled in."""
        return sanitize(without_word_breaks(value))


class Filter(Line):
    """A line at the foot of a list that narrows it down; closed until it is wanted."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, id="filter", compact=True)
        self.display = False

    def open(self) -> None:
        """Show it and write in it."""
        self.display = True
        # At once, not by `focus()`, which is done later: what is typed right behind the key belongs here.
        self.screen.set_focus(self, scroll_visible=False)

    def close(self) -> bool:
        """Empty it and take it away; False when it was not open."""
        was_open, self.display = self.display, False
        if was_open:
            self.value = ""
        return was_open
