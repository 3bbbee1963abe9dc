"""The part of the reader that holds the view that is read, and the outline beside it."""

from __future__ import annotations

from textual import on
from textual.containers import Horizontal

from widgets import OutlineBar
from widgets.reading.messages import WindowChanged


class TextAndOutline(Horizontal):
    """The outline marks the rows that the panes show, even when they are scrolled without the cursor."""

    @on(WindowChanged)
    def _window_changed(self, message: WindowChanged) -> None:
        self.query_one(OutlineBar).window = (message.first, message.last)
