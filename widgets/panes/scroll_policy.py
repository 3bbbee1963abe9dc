"""How far to scroll so that the cursor is in view: as little as possible, with context after a jump."""

from __future__ import annotations

from widgets.panes.packed_layout import PackedLayout
from widgets.reading.reading_state import ReadingState


def scroll_for(layout: PackedLayout, old: ReadingState, new: ReadingState, scroll: int, view: int) -> int:
    """The scroll position at which the cursor of `new` is in view; `view` lines of text are visible."""
    number = layout.cursor(new)
    if number is None:
        return max(0, min(scroll, layout.total - view))
    top, height = layout.span_of(new.pane, number)
    before = layout.cursor(old)
    same = old.row == new.row if old.pane != new.pane else before == number
    if not (same and scroll <= top and top + min(height, view // 2) <= scroll + view):
        upward = before is not None and layout.span_of(old.pane, before)[0] > top
        scroll = _for_span(top, height, scroll, view, upward=upward)
    if new.at is not None:
        line = layout.line_of(new.pane, new.at)
        if line is not None and not scroll <= line < scroll + view:
            scroll = max(top, min(line - view // 3, top + height - view))
    return max(0, min(scroll, layout.total - view))


def line_kept(
    before: tuple[ReadingState, PackedLayout], after: tuple[ReadingState, PackedLayout], line: int, view: int
) -> int:
    """The scroll position after another layout at which what is looked at stands where it stood.

    The cursor stays on its line of the screen if it was in view, else the paragraph at the top does. `line`
    is the scroll position before, `view` the lines of text on the screen.
    """
    (was_state, old), (state, new) = before, after
    was, now = old.cursor(was_state), new.cursor(state)
    if was is not None and now is not None and line <= old.tops[was_state.pane][was] < line + view:
        return new.tops[state.pane][now] - (old.tops[was_state.pane][was] - line)
    for pane in old.in_view:
        number = old.number_at(pane, line)
        if pane in new.texts and number is not None:
            to = new.texts[pane].piece_of.get(old.texts[pane].numbers[number])
            if to is not None:
                return new.tops[pane][to] + min(line - old.tops[pane][number], 1)
    return line


def _for_span(top: int, height: int, scroll: int, view: int, *, upward: bool) -> int:
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


def page_from(layout: PackedLayout, scroll: int, view: int, step: int) -> int:
    """The scroll position after turning `step` pages; two lines of the old page stay for the eye."""
    most = max(0, layout.total - view)
    return max(0, min(scroll + step * max(1, view - 2), most))
