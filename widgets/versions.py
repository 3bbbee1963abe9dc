"""Two versions of an article side by side: as lines of a screen, and the view that scrolls them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsdiff.counting import number_of
from newsdiff.history.lines import counted, difference_line, seen
from newsdiff.history.model import Change, ChangeKind, Piece, Span, Step, Version
from newsdiff.sanitize import one_line
from widgets.text.harmless import harmless
from widgets.text.wrapping import wrap_offsets

FAINT: Final = "$foreground 65%"
WENT: Final = "$text-error underline"
CAME: Final = "bold $text-success"
SIGNS: Final[dict[ChangeKind, str]] = {
    "same": " ", "reworded": "~", "moved": "↕", "moved and reworded": "↕", "went": "−", "came": "+",
}  # fmt: skip
_WAITING: Final = "comparing with the other outlets …"


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen."""

    versions: Sequence[Version]
    step: Step
    folded: bool
    """Whether runs of unchanged sentences are one line."""
    waiting: bool
    """Whether the differences to others are still being found."""
    alone: bool
    """Whether the event has no other article."""


def picture(shown: Shown, width: int) -> Content:
    """The whole text of the screen at a width in cells."""
    return Content("\n").join(_lines(shown, width))


def _lines(shown: Shown, width: int) -> Iterator[Content]:
    yield from _versions(shown, width)
    yield Content("")
    yield from _differences(shown, width)
    yield from _changes(shown, width)


def _versions(shown: Shown, width: int) -> Iterator[Content]:
    """The versions, newest first, each with its headline where that is another than before."""
    older, newer = shown.step.older, shown.step.newer
    titles = [one_line(version.article.title or "") for version in shown.versions]
    changed = [title != before for title, before in zip(titles, [None, *titles], strict=False)]
    for version, title, is_new in reversed(list(zip(shown.versions, titles, changed, strict=True))):
        sides = {older.number: "◂", newer.number: "▸"}
        mark = sides.get(version.number, " ")
        line = f" {mark} {version.number}  {seen(version)}  {number_of(version.words, 'word')}"
        line += "  from the feed" if version.stand_in else ""
        styled = Content(harmless(line)).stylize("bold" if mark != " " else FAINT)
        headline = Content(f"  {title}" if is_new else "")
        yield (styled + headline).truncate(width, ellipsis=True)
        for correction in version.corrections:
            words = f"      {correction.kind} by the outlet: “{one_line(correction.text)}”"
            yield from (Content.styled(line, "$text-warning") for line in _wrapped(words, width, 8))


def _differences(shown: Shown, width: int) -> Iterator[Content]:
    step = shown.step
    pair = f"{step.older.number} → {step.newer.number}"
    for number, line in enumerate(_wrapped(f" {pair}  {counted(step)}", width, 5 + len(pair))):
        yield Content(line).stylize("bold", 0, len(pair) + 1) if number == 0 else Content(line)
    if shown.alone:
        yield Content.styled("   The event has no other article to compare with.", FAINT)
    elif shown.waiting:
        yield Content.styled(f"   {_WAITING}", FAINT)
    elif not step.differences:
        yield Content.styled(
            "   No difference to another outlet appeared, changed or vanished with it.", FAINT
        )
    for difference in step.differences:
        words = f"   ≠ {one_line(difference_line(difference, step))}"
        for number, line in enumerate(_wrapped(words, width, 5)):
            yield Content(line).stylize("bold $warning", 3, 4) if number == 0 else Content(line)
    yield Content("")


def _wrapped(text: str, width: int, indent: int) -> Iterator[str]:
    """The text in lines, all but the first indented."""
    at = (0, *wrap_offsets(text, max(20, width - indent - 1)), len(text))
    for number, (start, end) in enumerate(pairwise(at)):
        yield (" " * indent if number else "") + text[start:end].rstrip()


def _changes(shown: Shown, width: int) -> Iterator[Content]:
    column = max(10, (width - 7) // 2)
    same: list[Change] = []
    for change in (*shown.step.changes, None):
        if change is not None and change.kind == "same" and shown.folded:
            same.append(change)
            continue
        if same:
            words = f"   ▸ {number_of(len(same), 'sentence')} unchanged"
            yield Content.styled(words, FAINT)
            same = []
        if change is not None:
            yield from _side_by_side(change, column)


def _side_by_side(change: Change, column: int) -> Iterator[Content]:
    style = {"same": FAINT, "moved": FAINT}.get(change.kind, "")
    left = list(_piece(change.older, change.went, column, WENT, style))
    right = list(_piece(change.newer, change.came, column, CAME, style))
    for number in range(max(len(left), len(right))):
        sign = SIGNS[change.kind] if number == 0 else " "
        one = left[number] if number < len(left) else Content("")
        other = right[number] if number < len(right) else Content("")
        gap = " " * max(0, column - one.cell_length)
        yield Content(f" {sign} ") + one + Content(f"{gap} │ ") + other


def _piece(piece: Piece | None, spans: Sequence[Span], width: int, lit: str, style: str) -> Iterator[Content]:
    """A piece in lines, the words lit that the other version does not have."""
    if piece is None:
        return
    text = harmless(piece.text)
    for start, end in pairwise((0, *wrap_offsets(text, width), len(text))):
        line = text[start:end].rstrip()
        shown = Content(line).stylize(style) if style else Content(line)
        if piece.start < 0:
            shown = shown.stylize("bold")
        for low, high in spans:
            low, high = max(low, start) - start, min(high, start + len(line)) - start
            if low < high:
                shown = shown.stylize(lit, low, high)
        yield shown


class VersionsView(VerticalScroll, inherit_bindings=False, can_focus=True):
    """Shows what `show` is given, laid out anew at every width. It has no keys of its own."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Shown | None = None
        self._laid_out_at = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="versions-text", markup=False)

    def show(self, shown: Shown) -> None:
        """Show two versions; the place stays where they are the ones that stood there."""
        before = self.shown
        pair = (shown.step.older.number, shown.step.newer.number)
        moved = before is None or (before.step.older.number, before.step.newer.number) != pair
        self.shown = shown
        self._lay_out()
        if moved:
            self.scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """The lines follow the width."""
        if self._laid_out_at != self._width:
            self._lay_out()

    @property
    def _width(self) -> int:
        return max(30, self.scrollable_content_region.width)

    def _lay_out(self) -> None:
        if self.shown is not None:
            self._laid_out_at = self._width
            self.query_one("#versions-text", Static).update(picture(self.shown, self._width))

    def scroll_lines(self, lines: int) -> None:
        """Scroll, as far as there are lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False, force=True)
