"""A card over the text: paragraphs of styled runs, some of which lead to a place in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.selection import Selection
from textual.strip import Strip

from widgets.card.card_item import CardItem, Target
from widgets.panes.piece_picture import cut, with_offset
from widgets.text.grid_styles import component_classes
from widgets.text.unstyled_focus import UnstyledFocus
from widgets.text.wrapping import clipped, wrap_offsets

_PREFIX = "card--"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the wrapped card."""

    item: int
    indent: int
    start: int
    end: int


class CardView(UnstyledFocus, can_focus=True, inherit_bindings=False):
    """Shows paragraphs; `up`/`down` choose one that leads somewhere, `enter` or a click goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "choose(1)", "Next", show=False),
        Binding("up,k", "choose(-1)", "Previous", show=False),
        Binding("pagedown,space", "turn(1)", "Page down", show=False),
        Binding("pageup", "turn(-1)", "Page up", show=False),
        Binding("enter", "go", "Go there", show=False),
    ]
    DEFAULT_CSS = """
    CardView {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        height: auto;
        max-height: 60%;
        border: round $primary;
        border-title-color: $text-primary;
        border-title-style: bold;
        border-subtitle-color: $foreground 65%;
        padding: 0 1;
        background: $surface;
        color: $foreground;
        & > .card--text { color: $foreground; }
        & > .card--label { color: $foreground 60%; text-style: bold; }
        & > .card--outlet { color: $text-primary; text-style: bold; }
        & > .card--faint { color: $foreground 60%; }
        & > .card--changed {
            color: $text-warning; background: $warning-muted; text-style: bold underline;
        }
        & > .card--cursor { background: $foreground 10%; }
        & > .card--differs { color: $text-warning; background: $warning-muted; text-style: bold; }
        & > .card--may-differ { color: $text-warning; }
        & > .card--variant { color: $text-secondary; text-style: italic underline; }
        & > .card--may-share { color: $foreground 80%; }
        & > .card--only { color: $text-accent; text-style: italic; }
        & > .card--shared { text-style: underline; }
        & > .card--replaced { color: $text-warning; text-style: bold; }
        & > .card--value { color: $text-warning; background: $warning-muted; text-style: bold; }
        & > .card--around { color: $foreground 60%; text-style: italic; }
        & > .card--opinion { color: $text-accent; text-style: bold; }
        & > .card--quoted { color: $text-accent; text-style: underline; }
        & > .card--quoted-value {
            color: $text-warning; background: $warning-muted; text-style: bold underline;
        }
        &:ansi > .card--changed { background: ansi_default; }
        &:ansi > .card--differs { background: ansi_default; }
        &:ansi > .card--value { background: ansi_default; text-style: bold reverse; }
        &:ansi > .card--quoted-value { background: ansi_default; text-style: bold reverse underline; }
        &:ansi > .card--around { text-style: dim italic; }
        &:ansi > .card--faint { text-style: dim; }
        &:ansi > .card--label { text-style: dim; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = component_classes(DEFAULT_CSS)

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Without laying out the whole screen anew: where the card is as high as its text, `show_items` does."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_of: dict[tuple[str, ...], RichStyle] = {}
        self._items: list[CardItem] = []
        self._lines: list[_Line] = []
        self._wrapped_at = 0
        self._chosen = 0

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles_of.clear()

    # -- what is shown ---------------------------------------------------------

    def show_items(self, items: list[CardItem], *, keep_place: bool = False) -> None:
        """Show these paragraphs from the top, or with `keep_place` as far down as before."""
        self._items, self._lines = items, []
        targets = self._targets()
        if not keep_place or self._chosen not in targets:
            self._chosen = targets[0] if targets else 0
        self._wrapped_at = 0
        if self.is_mounted:
            if not keep_place:
                self.scroll_to(y=0, animate=False, force=True)
            self._wrap(self.scrollable_content_region.width)
            self.refresh(layout=self.styles.is_auto_height)

    @property
    def has_keys(self) -> bool:
        """Whether keys are about what it shows, not about the text below it."""
        return self.display and self.has_focus

    @property
    def target(self) -> Target | None:
        """The place of the chosen paragraph."""
        return self._items[self._chosen].target if self._chosen < len(self._items) else None

    # -- layout ---------------------------------------------------------------

    def watch_virtual_size(self, size: Size) -> None:
        """The scrollbar shows how much text there is."""
        self._scroll_update(size)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the text is at this width, of which the scrollbar's column is kept free."""
        self._wrap(width - self.styles.scrollbar_size_vertical)
        return max(1, len(self._lines))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self._wrap(self.scrollable_content_region.width)

    def _wrap(self, width: int) -> None:
        if width == self._wrapped_at or width < 1:
            return
        self._wrapped_at = width
        self._lines = [
            line for number, item in enumerate(self._items) for line in _wrapped(number, item, width)
        ]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    # -- drawing --------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the card."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self._style("text", chosen=False))
        line = self._lines[number]
        item = self._items[line.item]
        chosen = item.target is not None and line.item == self._chosen
        plain = self._style("text", chosen=chosen)
        mark = ("▸" if chosen and not line.start else "").ljust(min(line.indent, width))
        segments = [Segment(mark, plain)] if mark else []
        used, position = len(mark), 0
        selected = self._selected(number, line)
        for text, style in item.runs:
            low, high = max(line.start, position), min(line.end, position + len(text))
            for start, end in cut(low, high, *selected) if low < high else ():
                part = text[start - position : end - position]
                _, last, _, cells = clipped(part, 0, max(0, width - used))
                rich = self._style(style, chosen=chosen)
                if not self.painting:
                    rich = with_offset(rich, start - line.start, number)
                if selected[0] <= start < selected[1]:
                    rich += self.screen.get_component_rich_style("screen--selection", partial=True)
                segments.append(Segment(part[:last], rich))
                used += cells
            position += len(text)
        if used < width:
            segments.append(Segment(" " * (width - used), plain))
        return Strip(segments, width)

    def _selected(self, number: int, line: _Line) -> tuple[int, int]:
        """The slice of the item's text on this line that the mouse has selected; empty for none."""
        span = self.text_selection.get_span(number) if self.text_selection else None
        if span is None:
            return 0, 0
        return line.start + span[0], line.end if span[1] == -1 else line.start + span[1]

    def _style(self, name: str, *, chosen: bool) -> RichStyle:
        names = ("cursor", name) if chosen else (name,)
        if names not in self._styles_of:
            self._styles_of[names] = self.get_visual_style(*(_PREFIX + part for part in names)).rich_style
        return self._styles_of[names]

    # -- moving ---------------------------------------------------------------

    def _targets(self) -> list[int]:
        return [number for number, item in enumerate(self._items) if item.target is not None]

    def action_choose(self, step: int) -> None:
        """The next (previous) place; past the last one the rest of the card."""
        targets = self._targets()
        at = targets.index(self._chosen) + step if self._chosen in targets else 0
        if not targets or not 0 <= at < len(targets):
            self.scroll_to(y=self.max_scroll_y if step > 0 else 0, animate=False, force=True)
            return
        self._chosen = targets[at]
        numbers = [number for number, line in enumerate(self._lines) if line.item == self._chosen]
        height = self.scrollable_content_region.height
        if numbers and not self.scroll_offset.y <= numbers[0] <= numbers[-1] < self.scroll_offset.y + height:
            top = numbers[0] if step < 0 else min(numbers[0], numbers[-1] - height + 1)
            self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def action_turn(self, step: int) -> None:
        """A page of the card."""
        height = max(1, self.scrollable_content_region.height - 1)
        self.scroll_to(y=self.scroll_offset.y + step * height, animate=False, force=True)

    @property
    def plain_text(self) -> str:
        """The card as text, for copying."""
        return "\n".join(item.text for item in self._items)

    async def on_click(self, event: events.Click) -> None:
        """Choose the place under the mouse and go there."""
        offset = event.get_content_offset(self)
        number = offset.y + self.scroll_offset.y if offset else -1
        selection = self.text_selection
        is_selecting = selection is not None and selection.start != selection.end
        if not 0 <= number < len(self._lines) or is_selecting:
            return
        item = self._lines[number].item
        if self._items[item].target is not None:
            self._chosen = item
            self.refresh()
            await self.run_action("go")

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected lines of the card."""
        text = "\n".join(self._items[line.item].text[line.start : line.end] for line in self._lines)
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw with the selection."""
        self.refresh()


def _wrapped(number: int, item: CardItem, width: int) -> list[_Line]:
    """The lines of one item: the first where the others are indented."""
    text = item.text
    lead = 1 if item.target is not None else 0
    room = max(4, width - max(lead, item.indent))
    starts = [0, *wrap_offsets(text, room)]
    ends = [*starts[1:], len(text)]
    indents = [lead] + [item.indent] * (len(starts) - 1)
    return [
        _Line(number, min(indent, max(0, width - 4)), start, start + len(text[start:end].rstrip(" ")))
        for indent, start, end in zip(indents, starts, ends, strict=True)
    ]
