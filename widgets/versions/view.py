"""A scrolling view of two versions of an article."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from widgets.versions.picture import Shown, picture


class VersionsView(VerticalScroll, inherit_bindings=False, can_focus=True):
    """Shows what `show` is given, laid out anew at every width. It has no keys of its own."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Shown | None = None
        self._laid_out_at = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="versions-text", markup=False)

    def show(self, shown: Shown) -> None:
        """Show two versions; the place stays where they are the ones that stood there."""
        before = self._shown
        pair = (shown.step.older.number, shown.step.newer.number)
        moved = before is None or (before.step.older.number, before.step.newer.number) != pair
        self._shown = shown
        self._lay_out()
        if moved:
            self.scroll_home(animate=False)

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    def on_resize(self, event: events.Resize) -> None:
        """The lines follow the width."""
        if self._laid_out_at != self._width:
            self._lay_out()

    @property
    def _width(self) -> int:
        return max(30, self.scrollable_content_region.width)

    def _lay_out(self) -> None:
        if self._shown is not None:
            self._laid_out_at = self._width
            self.query_one("#versions-text", Static).update(picture(self._shown, self._width))

    def scroll_lines(self, lines: int) -> None:
        """Scroll, as far as there are lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False, force=True)
