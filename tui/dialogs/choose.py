"""Dialogs that offer a list: choose one of it, or tick several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsdiff.sanitize import one_line
from tui.dialogs.dialog import Dialog
from tui.keys.keymap import bindings


@dataclass(frozen=True, slots=True)
class Choosable:
    """One line of the list."""

    id: str
    text: str
    faint: str = ""
    """What stands behind the text, less prominently."""

    @property
    def content(self) -> Content:
        """The line, with nothing in it that is parsed."""
        return Content.assemble(one_line(self.text), (f"  {one_line(self.faint)}", "$foreground 65%"))


class ChoiceList(OptionList):
    """The lines of a dialog, in which the keys of every other list move, too."""

    BINDINGS = bindings("choices")

    def __init__(self, options: Iterable[Option]) -> None:
        super().__init__(*options, id="choices", markup=False)


class ChooseDialog(Dialog[str]):
    """Choose one; answers with its id."""

    HINT = "enter choose · escape cancel"
    AUTO_FOCUS = "#choices"

    def __init__(self, title: str, choices: Sequence[Choosable], *, start: int = 0) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        self._start = start

    def compose(self) -> ComposeResult:
        """The list."""
        options = ChoiceList(Option(one.content, id=one.id) for one in self._choices)
        if self._choices:
            options.highlighted = min(self._start, len(self._choices) - 1)
        yield from self.framed(options)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_accept(self) -> None:
        """Choose the line under the cursor."""
        self.query_one(ChoiceList).action_select()


class TickDialog(Dialog[frozenset[str]]):
    """Tick several; answers with the ids that are ticked."""

    HINT = "space tick · ctrl+a all or none · enter done · escape cancel"
    AUTO_FOCUS = "#choices"
    BINDINGS = bindings("ticks")

    def __init__(
        self, title: str, choices: Sequence[Choosable], ticked: frozenset[str], *, at_least: int = 0
    ) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        self._at_least = at_least
        self.ticked = set(ticked)

    def compose(self) -> ComposeResult:
        """The list with its ticks."""
        options = ChoiceList(self._options())
        if self._choices:
            options.highlighted = 0
        yield from self.framed(options)

    def _options(self) -> list[Option]:
        return [
            Option(Content("■ " if one.id in self.ticked else "□ ") + one.content, id=one.id)
            for one in self._choices
        ]

    def _redraw(self) -> None:
        options = self.query_one(ChoiceList)
        place = options.highlighted
        options.set_options(self._options())
        options.highlighted = place

    def action_tick(self) -> None:
        """Tick the line under the cursor, or take the tick away."""
        place = self.query_one(ChoiceList).highlighted
        if place is not None:
            self.ticked ^= {self._choices[place].id}
            self._redraw()

    def action_tick_all(self) -> None:
        """Tick all; when all are ticked, none."""
        everything = {one.id for one in self._choices}
        self.ticked = set() if self.ticked >= everything else everything
        self._redraw()

    @on(OptionList.OptionSelected)
    def _entered(self) -> None:
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the ticks, if enough are set."""
        if len(self.ticked) < self._at_least:
            self.say(f"Tick at least {self._at_least}.")
            return
        self.dismiss(frozenset(self.ticked))
