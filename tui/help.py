"""All keys, from the same table that makes them work, with a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsdiff.signs import SIGNS, WORDS
from tui.dialogs.dialog import clickable
from tui.keys.key import PLACES, Place
from tui.keys.key_search import answers, asked_for
from tui.keys.keymap import bindings, keys_of, shown_keys
from tui.open_screen import OpenScreen
from tui.parts.fields import Line

LEGEND: Final = "   ".join(f"{SIGNS[relation]} {name}" for relation, name in WORDS.items())


class HelpScreen(OpenScreen[None], ModalScreen[None]):
    """Keys by place; the screen one comes from first. Typing narrows the list down."""

    PLACE: ClassVar[Place] = "dialog"
    BINDINGS = [*bindings("dialog"), *bindings("help")]  # noqa: RUF012
    AUTO_FOCUS = "#help-search"

    def compose(self) -> ComposeResult:
        """A line to search in, and the keys."""
        with Vertical(id="frame") as frame:
            frame.border_title = "Keys"
            yield Line(placeholder="search: what do you want to do?", id="help-search", compact=True)
            with VerticalScroll(id="help-scroll", can_focus=False):
                yield Static(id="help-keys", markup=False)
            yield Static(clickable(f"{LEGEND} · escape closes"), id="hint", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self._show("")

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        lines = list(self._lines(asked_for(words)))
        nothing = [
            Content.styled("No key does this. The palette (ctrl+p) finds actions too.", "$foreground 65%")
        ]
        self.query_one("#help-keys", Static).update(Content("\n").join(lines or nothing))
        self.query_one("#help-scroll").scroll_home(animate=False)

    def _lines(self, asked: Sequence[str]) -> Iterator[Content]:
        first = True
        for place in self._places():
            found = [key for key in keys_of(place) if answers(key, asked, shown_keys(self.app, key))]
            if not found:
                continue
            if not first:
                yield Content("")
            first = False
            yield Content.styled(PLACES[place], "bold $primary")
            for key in found:
                keys = shown_keys(self.app, key)
                yield Content.assemble((f"  {keys:<16} ", "bold"), key.help)

    def _places(self) -> list[Place]:
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        here: Place | None = getattr(below, "PLACE", None)
        return sorted(PLACES, key=lambda place: place != here)

    def action_scroll(self, lines: int) -> None:
        """Scroll the keys while the search keeps the focus."""
        self.query_one("#help-scroll").scroll_relative(y=lines, animate=False)

    def action_accept(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)
