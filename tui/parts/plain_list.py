"""A list without keys of its own: the table of keys says what every key does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.css.styles import RenderStyles
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

FAINT: Final = "$foreground 65%"
"""The style of what is less important in a line."""


class PlainList(OptionList, inherit_bindings=False):
    """One click moves the cursor, two open. Nothing in it is parsed as markup."""

    LINES: ClassVar[int] = 0
    """Lines of every option, whatever the room; 0 where that is for its text to say."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self.set_reactive(PlainList.auto_links, False)  # nothing in it is a link
        self._put_together: dict[tuple[str, ...], tuple[list[RenderStyles | None], RenderStyles]] = {}
        """Names of styles -> each by itself, and all together."""
        self._laid_out: tuple[object, ...] = ()
        """What the lines were laid out for."""

    def get_component_styles(self, *names: str) -> RenderStyles:
        """As Textual's, but put together anew for other styles only, not for every line that is drawn."""
        each = [self._component_styles.get(name) for name in names]
        kept = self._put_together.get(names)
        if kept is None or any(now is not before for now, before in zip(each, kept[0], strict=True)):
            kept = self._put_together[names] = each, super().get_component_styles(*names)
        return kept[1]

    def _update_lines(self) -> None:
        """Lay out what is new. Textual calls this with every line that it draws."""
        known, lines = self._line_cache, self.LINES
        is_whole = bool(known.lines) and known.lines[-1][0] + 1 == len(self._options)
        if is_whole and self._laid_out == self._to_lay_out():
            return
        for place in range(len(known.lines) // lines, len(self._options)) if lines else ():
            known.index_to_line[place], known.heights[place] = len(known.lines), lines
            known.lines.extend((place, line) for line in range(lines))
        super()._update_lines()
        self._laid_out = self._to_lay_out()

    def _to_lay_out(self) -> tuple[object, ...]:
        return len(self._line_cache.lines), self._size, self.show_vertical_scrollbar

    def fill(self, options: Sequence[Option]) -> None:
        """Show these; the cursor stays on what it was on, else where it was."""
        before, place = self.highlighted_option, self.highlighted or 0
        self.set_options(options)
        if options:
            ids = [option.id for option in options]
            kept = before is not None and before.id in ids
            self.highlighted = ids.index(before.id) if before and kept else min(place, len(ids) - 1)

    def move(self, lines: int) -> None:
        """Move the cursor, as far as there are lines."""
        if self.option_count:
            place = 0 if self.highlighted is None else self.highlighted + lines
            self.highlighted = min(max(0, place), self.option_count - 1)

    def _watch_highlighted(self, old: int | None, new: int | None) -> None:
        """Draw the two lines anew between which the cursor went: Textual would draw all of them."""
        known = self._line_cache  # as it is: what is not in it yet has never been drawn
        for place in (old, new):
            if place is not None and place in known.index_to_line:
                self.refresh_lines(known.index_to_line[place], known.heights[place])

    def on_click(self, event: events.Click) -> None:
        """Textual would open with one click."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if isinstance(clicked, int):
            self.highlighted = clicked
            if event.chain == 2:
                self.action_select()
