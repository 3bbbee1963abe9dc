"""A field to type in that never holds what a terminal would obey, wherever the text comes from."""

from __future__ import annotations

from textual.widgets import Input

from newsdiff.harmless import harmless


class Line(Input):
    """One line of text."""

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or filled in."""
        return harmless(value)
