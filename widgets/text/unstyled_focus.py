"""Widgets that look the same with and without the focus."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip


class UnstyledFocus(ScrollView, inherit_bindings=False):
    """A view of which nothing on the screen depends on the focus.

    At every change of the focus Textual works out the styles of a widget anew, some fifty component classes
    here, forgets what was drawn with the old ones and draws all of it again: most of the time of a key that
    moves the focus.
    """

    painting = False
    """Whether lines are drawn for the screen: without the coordinates that only the mouse asks for, which is
    cheaper."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines for the screen."""
        self.painting = True
        try:
            return super().render_lines(crop)
        finally:
            self.painting = False

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Leave the styles as they are."""

    def on_focus(self, event: events.Focus) -> None:
        """Have the focus, without drawing anything."""
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Lose the focus, without drawing anything."""
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))
