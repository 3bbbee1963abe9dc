"""Views that draw their lines themselves, without frame, margins and scrollbars: little work for a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip

from widgets.text.unstyled_focus import UnstyledFocus


class _LinesAsDrawn(StylesCache):
    """Keeps the lines of the screen that do not change, and adds nothing to those that do.

    Textual copies each of them into another strip, in case there is a frame. A kept strip holds its form in
    the colours of the terminal, its parts and its control sequences; a copy of it holds none of these.
    """

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Any,
        base_background: Any,
        background: Any,
        render_content_line: Any,
        *others: Any,
    ) -> Strip:
        """A line of the view itself."""
        line: Strip = render_content_line(y)
        return line.adjust_cell_length(size.width)


class LineView(UnstyledFocus, inherit_bindings=False):
    """A view of lines. What it shows changes neither its own room on the screen nor that of others."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """Without laying out the whole screen anew, as Textual does for scrollbars that may come or go."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = _LinesAsDrawn()
        self._drawn_size: Size | None = None
        """While it is drawn: its size, which Textual would look up anew for every line."""

    @property
    def size(self) -> Size:
        """The size of the content, which is all of the view."""
        return self._drawn_size or super().size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines for the screen."""
        self._drawn_size = super().size
        try:
            return super().render_lines(crop)
        finally:
            self._drawn_size = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What lines go through; only a theme of the terminal's own colours has any that need to be found."""
        filters, own = super().get_line_filters(), self.app.native_ansi_color
        return [one for one in filters if own or not isinstance(one, ANSIToTruecolor)]

    def watch_virtual_size(self) -> None:
        """What is scrolled to is there."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what is in view now. For a scrollbar, even of no width, Textual would lay out the screen."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
