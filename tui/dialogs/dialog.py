"""What all dialogs have in common: a frame, a line that says what the keys do, a way out."""

from __future__ import annotations

from typing import ClassVar, Final, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from newsdiff.sanitize import one_line
from tui.keys.key import Place
from tui.keys.keymap import bindings
from tui.open_screen import OpenScreen

Answer = TypeVar("Answer")
CLICKS: Final = {"enter": "screen.accept", "ctrl+s": "screen.accept", "escape": "screen.cancel"}
"""Key named in a hint -> what a click on that part of the hint does."""


def clickable(hint: str) -> Content:
    """A hint whose parts do with a click what they say their key does."""
    parts = []
    for part in hint.split(" · "):
        action = CLICKS.get(part.split(" ")[0])
        style = Style.from_meta({"@click": action}) if action else Style()
        parts.append(Content(part).stylize(style))
    return Content(" · ").join(parts)


class Dialog(OpenScreen[Answer | None], ModalScreen[Answer | None]):
    """A framed window; dismisses with the answer, or with None when it is cancelled.

    A dialog composes itself with `framed` and defines ``action_accept``.
    """

    PLACE: ClassVar[Place] = "dialog"
    BINDINGS = bindings("dialog")
    HINT: ClassVar[str] = "ctrl+s done · escape cancel"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def framed(self, *fields: Widget) -> ComposeResult:
        """What a dialog is composed of: its fields in the frame, a line for trouble, and the hint."""
        with Vertical(id="frame") as frame:
            frame.border_title = Content(one_line(self._title))
            yield from fields
            yield Static("", id="trouble", markup=False, classes="-hidden")
            yield Static(clickable(self.HINT), id="hint", markup=False)

    def say(self, trouble: str) -> None:
        """Show in the dialog what stands in the way; empty text removes the message."""
        line = self.query_one("#trouble", Static)
        line.update(Content(one_line(trouble)))
        line.set_class(not trouble, "-hidden")

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
