"""What the views of a comparison have in common: one line-API widget with the styles of the grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from newsdiff.model import Comparison
from widgets.reading.reading_state import ReadingState, pane_beside
from widgets.text.grid_styles import CLASSES, DEFAULT_CSS, GridStyles
from widgets.text.line_view import LineView


@dataclass
class StateWanted(Message):
    """A view that does not hold the state wants it to be another one."""

    state: ReadingState


class ReadingView(LineView, can_focus=True, inherit_bindings=False):
    """Draws a comparison at a state it is shown; movements ask for another state with `StateWanted`.

    What it is shown comes with the ``show(comparison, state)`` of each view.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    DEFAULT_CSS = DEFAULT_CSS.replace("GridView", "ReadingView")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.styles_of = GridStyles(self)
        self.shown_comparison: Comparison | None = None
        self.shown_state = ReadingState()

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old theme."""
        super().notify_style_update()
        self.styles_of.clear()
        self.forget()

    def selected_spans(self) -> list[tuple[str, int, int]]:
        """What the mouse has selected: (article, start, end) per paragraph, in article code points."""
        return []

    def forget(self) -> None:
        """Forget what was drawn."""

    def window(self) -> tuple[int, int]:
        """The first and the last row of the text in view; in a view without rows that of the cursor."""
        return self.shown_state.row, self.shown_state.row

    def action_pane(self, step: int) -> None:
        """The pane `step` to the right (left)."""
        if self.shown_comparison is not None:
            self.action_to_pane(pane_beside(self.shown_state, self.shown_comparison, step))

    def action_to_pane(self, number: int) -> None:
        """Pane `number`, counted from 1; a bell where a view has none."""
        self.app.bell()

    def want(self, state: ReadingState) -> None:
        """Ask for a state; a bell where a movement led nowhere."""
        if state is self.shown_state:
            self.app.bell()
        else:
            self.post_message(StateWanted(state))

    def blank(self, width: int) -> Strip:
        """A line with nothing on it."""
        return Strip([Segment(" " * width, self.styles_of.of())], width)
