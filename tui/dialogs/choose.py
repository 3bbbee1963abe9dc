"""Dialogs that offer a list: choose one of it, or tick several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsdiff.harmless import one_line
from tui.dialogs.dialog import Dialog
from tui.keymap import bindings


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


class ChooseDialog(Dialog[str]):
    """Choose one; answers with its id."""

    HINT = "enter choose · escape cancel"
    AUTO_FOCUS = "#choices"

    def __init__(self, title: str, choices: Sequence[Choosable], *, start: int = 0) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        self._start = start

    def fields(self) -> list[Widget]:
        """The list."""
        options = OptionList(
            *(Option(one.content, id=one.id) for one in self._choices), id="choices", markup=False
        )
        if self._choices:
            options.highlighted = min(self._start, len(self._choices) - 1)
        return [options]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_accept(self) -> None:
        """Choose the line under the cursor."""
        self.query_one(OptionList).action_select()


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

    def fields(self) -> list[Widget]:
        """The list with its ticks."""
        options = OptionList(*self._options(), id="choices", markup=False)
        if self._choices:
            options.highlighted = 0
        return [options]

    def _options(self) -> list[Option]:
        return [
            Option(Content("■ " if one.id in self.ticked else "□ ") + one.content, id=one.id)
            for one in self._choices
        ]

    def _redraw(self) -> None:
        options = self.query_one(OptionList)
        place = options.highlighted
        options.set_options(self._options())
        options.highlighted = place

    def action_tick(self) -> None:
        """Tick the line under the cursor, or take the tick away."""
        place = self.query_one(OptionList).highlighted
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
