"""An editor that never holds what a terminal would obey, wherever the text comes from."""

from __future__ import annotations

from importlib.util import find_spec

from textual import events
from textual.widgets import TextArea

from newsdiff.sanitize import sanitize, without_word_breaks


def _markdown() -> str | None:
    """The editor's name of Markdown where its parser is installed (`textual[syntax]`); None elsewhere."""
    return "markdown" if find_spec("tree_sitter") and find_spec("tree_sitter_markdown") else None


class Page(TextArea):
    """Several lines of text."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(
            sanitize(text), id=id, language=_markdown(), soft_wrap=True, tab_behavior="focus",
            show_line_numbers=False,
        )  # fmt: skip
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the editor takes it."""
        event.text = sanitize(without_word_breaks(event.text))
