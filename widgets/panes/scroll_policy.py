"""How far to scroll so that the cursor is in view: as little as possible, with context after a jump."""

from __future__ import annotations

from widgets.panes.grid_layout import GridLayout
from widgets.reading.reading_state import ReadingState


def scroll_for(layout: GridLayout, old: ReadingState, new: ReadingState, scroll: int, view: int) -> int:
    """The scroll position at which the cursor of `new` is in view; `view` lines of text are visible."""
    top, height = layout.span_of(new.row)
    stays = old.row == new.row and scroll <= top and top + min(height, view // 2) <= scroll + view
    if not stays:
        scroll = _for_row(top, height, scroll, view, upward=new.row < old.row)
    if new.at is not None:
        line = layout.line_on_screen(new.row, new.pane, new.at, scroll)
        if line is not None and not scroll <= line < scroll + view:
            natural = top + (layout.cell(new.row, new.pane).line_of(new.at) or 0)
            scroll = max(top, min(natural - view // 3, top + height - view))
    return max(0, min(scroll, layout.total - view))


def _for_row(top: int, height: int, scroll: int, view: int, *, upward: bool) -> int:
    if height > view:
        visible = min(top + height, scroll + view) - max(top, scroll)
        if visible >= view:
            return scroll
        return top + height - view if upward and top < scroll else top
    if scroll <= top and top + height <= scroll + view:
        return scroll
    far = top + height < scroll - view // 2 or top > scroll + view + view // 2
    if far:
        return min(top - view // 4, top)
    return top if top < scroll else top + height - view + 1


def page_from(layout: GridLayout, row: int, scroll: int, view: int, step: int) -> tuple[int, int]:
    """Scroll position and row after turning `step` pages; two lines of the old page stay for the eye."""
    most = max(0, layout.total - view)
    target = max(0, min(scroll + step * max(1, view - 2), most))
    if target == scroll:
        return scroll, layout.bands[-1 if step > 0 else 0].first
    number = layout.number_at(target)
    if layout.tops[number] < target and number + 1 < len(layout.bands):
        following = layout.tops[number + 1]
        if following + layout.height(number + 1) <= target + view:
            number += 1
    first = layout.bands[number].first
    if step > 0:
        return target, max(first, row)
    return target, min(first, row)
