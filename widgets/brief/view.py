"""The first screen of an event: the brief, with a cursor on its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from newsdiff.brief.build import remembered_brief
from newsdiff.brief.model import Brief, Passage
from newsdiff.brief.sharing import sharing
from newsdiff.brief.timeline import timelines
from newsdiff.events.copies import independent_articles
from newsdiff.model import Comparison
from newsdiff.takes.build import remembered_takes
from widgets.brief.picture import SHOWN_MORE, BriefPicture, Facts, Item, Shape
from widgets.reading.comparison_index import index_of
from widgets.reading.messages import DetailOpened
from widgets.reading.reading_state import ReadingState, panes
from widgets.reading.reading_view import ReadingView
from widgets.text.wrapping import width_of


@dataclass
class PassageOpened(Message):
    """The reader wants to see a passage in its article."""

    passage: Passage


class BriefView(ReadingView, inherit_bindings=False):
    """Draws the lines in view; enter opens what stands under the cursor, space shows more."""

    def __init__(self, *, id: str | None = None, wider: str = "") -> None:
        """`wider` is the key that goes on to a wider level, as a sentence names it."""
        super().__init__(id=id)
        self._wider = wider
        self._brief: Brief | None = None
        self._facts: Facts | None = None
        self._picture: BriefPicture | None = None
        self._opened: frozenset[str] = frozenset()
        self._more: dict[str, int] = {}
        """Section -> how many more lines the reader asked for."""
        self._laid_out_at = (0, 0)
        self._cursor = 0
        self._asked_for: ReadingState | None = None
        """The state that the cursor's item asked for last."""

    # -- what is shown -------------------------------------------------------------

    def show(self, comparison: Comparison, state: ReadingState) -> None:
        """Show the brief of a comparison; the cursor goes to the state's detail where that is listed."""
        fresh = comparison is not self.shown_comparison
        noted = len({note.id for note in state.notes if note.id})
        moved = state.detail != self.shown_state.detail
        self.shown_comparison, self.shown_state = comparison, state
        if fresh:
            self._brief = remembered_brief(comparison)
        order = panes(state, comparison)
        facts = self._facts
        if fresh or facts is None or facts.notes != noted or facts.sharing.articles != order:
            differing = [one for one in comparison.details if one.relation in ("differs", "variant")]
            texts = independent_articles(comparison.articles)
            takes = remembered_takes(comparison)
            plots = timelines(comparison, differing), sharing(comparison, order)
            self._facts = Facts(*plots, texts, takes, noted, self._wider)
            self._lay_out()
        if moved and state.detail is not None:
            self._go_to_detail(state.detail)

    @property
    def brief(self) -> Brief | None:
        """The brief that is shown."""
        return self._brief

    def holds(self, state: ReadingState) -> bool:
        """Whether a state can be shown here: no movement has led to a place that the brief does not list."""
        before = self._asked_for or self.shown_state
        if (state.row, state.pane, state.at) == (before.row, before.pane, before.at):
            return True
        return any(item.detail == state.detail for item in self._items if item.detail)

    def _go_to_detail(self, detail: str) -> None:
        if self._item is not None and self._item.detail == detail:
            return
        at = self._number_of(detail)
        listed = [line.detail for line in self._brief.worth_a_look] if self._brief else []
        if at is None and detail in listed:
            self._more["look"] = listed.index(detail) + 1
            self._lay_out()
            at = self._number_of(detail)
        if at is not None:
            self._cursor = at
            self._reveal()
            self.refresh()

    def _number_of(self, detail: str) -> int | None:
        return next((number for number, item in enumerate(self._items) if item.detail == detail), None)

    def _lay_out(self) -> None:
        """Make the lines anew; the cursor stays on its item."""
        comparison, brief, facts = self.shown_comparison, self._brief, self._facts
        if comparison is None or brief is None or facts is None or not self.size.width:
            self._laid_out_at = (0, 0)  # what is hidden now is laid out when it is shown again
            return
        before = self._item
        self._laid_out_at = self.size.width, self.size.height
        shape = Shape(self.size.width, self.size.height, self._opened, dict(self._more))
        self._picture = BriefPicture(comparison, brief, facts, shape, self._picture)
        keys = [item.key for item in self._items]
        if before is not None and before.key in keys:
            self._cursor = keys.index(before.key)
        self._cursor = min(self._cursor, max(0, len(keys) - 1))
        self.virtual_size = Size(self.size.width, len(self._picture.lines))
        self._reveal()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """The lines follow the size; a view that is shown again has the one it had."""
        if self._laid_out_at != (self.size.width, self.size.height):
            self._lay_out()

    @property
    def _items(self) -> list[Item]:
        return self._picture.items if self._picture else []

    @property
    def _item(self) -> Item | None:
        return self._items[self._cursor] if self._cursor < len(self._items) else None

    # -- movements -------------------------------------------------------------------

    def action_row(self, step: int) -> None:
        """The cursor `step` items down (up)."""
        to = min(max(0, self._cursor + step), len(self._items) - 1)
        if to < 0 or to == self._cursor:
            self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False, force=True)
            self.app.bell()
            return
        self._to(to)

    def action_page(self, step: int) -> None:
        """Down: open the section under the cursor, or show more of the first in view that has more, else a
        page. Up: a page."""
        item = self._item
        if step > 0 and item and (item.more or (item.passage is None and item.key not in self._opened)):
            self.open()
            return
        if step > 0 and (more := self._more_in_view()):
            self.show_more(more)
            return
        first = max(0, round(self.scroll_y) + step * max(1, self.size.height - 1))
        lines = self._picture.lines if self._picture else []
        below = [line.item for line in lines[first:] if line.item >= 0]
        to = below[0] if below else len(self._items) - 1
        if to < 0 or to == self._cursor:
            self.action_row(step)
        else:
            self._to(to)

    def _more_in_view(self) -> str:
        first = round(self.scroll_y)
        lines = self._picture.lines[first : first + self.size.height] if self._picture else []
        hints = (self._items[line.item].more for line in lines if line.item >= 0)
        return next((section for section in hints if section), "")

    def show_more(self, section: str) -> None:
        """Show more of a section; from the hint the cursor goes to the first item that was hidden."""
        on_hint = self._item is not None and bool(self._item.more)
        at = self._cursor
        self._more[section] = self._more.get(section, 0) + SHOWN_MORE
        self._lay_out()
        if on_hint:
            self._to(min(at, len(self._items) - 1))

    def _to(self, number: int) -> None:
        self._cursor = number
        self._reveal()
        self.refresh()
        self._ask_for_place()

    def _ask_for_place(self) -> None:
        """The state's cursor goes to the words under the cursor, so that every view opens there."""
        state = self.pointed()
        if state is None:
            return
        self._asked_for = state
        if state != self.shown_state:
            self.want(state)

    def pointed(self) -> ReadingState | None:
        """The state with its cursor at the words of the line under the cursor; None where a line has none."""
        comparison, item = self.shown_comparison, self._item
        if comparison is None or item is None or item.passage is None:
            return None
        row = index_of(comparison).row_at(item.passage.article, item.passage.start)
        if row is None:
            return None
        return replace(
            self.shown_state, row=row, pane=item.passage.article, detail=item.detail, at=item.passage.start
        )

    def open(self) -> None:
        """Enter: the card of a difference, the words of what is reported, the text of a passage."""
        item = self._item
        if item is None:
            return
        if item.more:
            self.show_more(item.more)
        elif item.folds:
            self._opened ^= {item.key}
            self._lay_out()
            self._reveal(item.key)
        elif item.detail is not None:
            self._ask_for_place()
            self.post_message(DetailOpened(item.detail))
        elif item.passage is not None:
            self.post_message(PassageOpened(item.passage))

    @property
    def detail(self) -> str | None:
        """The detail of the line under the cursor."""
        return self._item.detail if self._item else None

    def place(self) -> Passage | None:
        """Where the words under the cursor stand."""
        return self._item.passage if self._item else None

    def on_click(self, event: events.Click) -> None:
        """The cursor goes to the line; a second click opens it."""
        number = event.y + round(self.scroll_y)
        lines = self._picture.lines if self._picture else []
        if 0 <= number < len(lines) and lines[number].item >= 0:
            again = lines[number].item == self._cursor
            self._to(lines[number].item)
            if again:
                self.open()

    def _reveal(self, opened: str = "") -> None:
        """All lines of the item in view, and what stands above the first one; also what opened below the item
        of that key, as far as the item stays in view."""
        lines = self._picture.lines if self._picture else []
        below = (at for at, item in enumerate(self._items) if opened and item.key.startswith(f"{opened} "))
        wanted = {self._cursor, *below}
        own = [number for number, line in enumerate(lines) if line.item in wanted]
        if not own:
            return
        height, first = max(1, self.size.height), round(self.scroll_y)
        top = 0 if self._cursor == 0 else own[0]
        if top < first:
            self.scroll_to(y=top, animate=False, force=True)
        elif own[-1] >= first + height:
            self.scroll_to(y=min(top, own[-1] - height + 1), animate=False, force=True)

    # -- drawing -------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        number = y + round(self.scroll_y)
        lines = self._picture.lines if self._picture else []
        if number >= len(lines):
            return self.blank(width)
        line = lines[number]
        chosen = line.item >= 0 and line.item == self._cursor
        under = ("row",) if chosen else ()
        segments = [Segment("▌" if chosen else " ", self.styles_of.of(*under, "cursor-bar"))]
        used, skip = 1, 1
        for text, style in line.runs:
            words = text[skip:]
            skip = max(0, skip - len(text))
            if words:
                segments.append(Segment(words, self.styles_of.of(*under, *((style,) if style else ()))))
                used += width_of(words)
        segments.append(Segment(" " * max(0, width - used), self.styles_of.of(*under)))
        return Strip(segments).adjust_cell_length(width, self.styles_of.of())
