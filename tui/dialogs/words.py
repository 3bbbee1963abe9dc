"""A text to look at, and to select words in with the keyboard: the arrows with shift, as in any editor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from newsdiff.sanitize import one_line, sanitize
from tui.dialogs.dialog import Dialog


def text_to_read(text: str) -> TextArea:
    """A text in a field in which nothing can be written."""
    return TextArea(sanitize(text), id="words", read_only=True, soft_wrap=True, show_line_numbers=False)


class WordsDialog(Dialog[tuple[int, int]]):
    """Select words of a text; answers with the offsets of the selection in it, end-exclusive."""

    HINT = "shift+arrows select, with ctrl by words · enter done · escape cancel"
    AUTO_FOCUS = "#words"

    def __init__(self, title: str, text: str, about: str = "") -> None:
        super().__init__(title)
        self._text = text
        self._about = about

    def compose(self) -> ComposeResult:
        """What it is for, and the text."""
        about = Static(Content(one_line(self._about)), id="about", markup=False)
        yield from self.framed(about, text_to_read(self._text))

    def selected(self) -> tuple[int, int]:
        """What is selected, without blanks at its ends; empty when nothing is."""
        words = self.query_one("#words", TextArea)
        start, end = sorted((words.selection.start, words.selection.end))
        low, high = self._offset(start), self._offset(end)
        chosen = self._text[low:high]
        low += len(chosen) - len(chosen.lstrip())
        return low, low + len(chosen.strip())

    def _offset(self, place: tuple[int, int]) -> int:
        """Code points before a place: the editor cuts lines as `str.splitlines` does."""
        lines = self._text.splitlines(keepends=True)
        return sum(map(len, lines[: place[0]])) + place[1]

    def key_enter(self) -> None:
        """Nothing can be written here: enter is free to accept."""
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the selection."""
        start, end = self.selected()
        if start == end:
            self.say("Nothing is selected yet: hold shift and press the arrows.")
            return
        self.dismiss((start, end))


class TextDialog(Dialog[None]):
    """A text to read, nothing more."""

    HINT = "escape closes"
    AUTO_FOCUS = "#words"

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        yield from self.framed(text_to_read(self._text))

    def action_accept(self) -> None:
        """Close."""
        self.dismiss(None)
