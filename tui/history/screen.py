"""Every text that an article has had, any two side by side, and what that did to the comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, work
from textual.app import ComposeResult

from newsdiff.history.model import Step
from tui.keys.key import Place
from tui.keys.keymap import bindings
from tui.logs import LOGGER
from tui.newsdiff_screen import NewsdiffScreen
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.wording import count, dotted
from widgets.versions import Shown, VersionsView

if TYPE_CHECKING:
    from newsdiff.history.build import History

AT_THE_END: Final = "There is no {} version."


class HistoryScreen(NewsdiffScreen[None]):
    """Steps through the versions of one article; dismisses with None."""

    PLACE: ClassVar[Place] = "history"
    BINDINGS = bindings("history")
    AUTO_FOCUS = "#versions"

    view = getters.query_one("#versions", VersionsView)

    def __init__(self, history: History) -> None:
        """The history of an article with two versions at least; the last two stand side by side."""
        super().__init__()
        self._history = history
        self._at = 0, 1
        """Places of the older and the newer version among the versions."""
        self._folded = True
        self._known: dict[tuple[int, int], Step] = {}

    def compose(self) -> ComposeResult:
        """Where one is, the two versions, the keys."""
        yield TitleLine()
        yield VersionsView(id="versions")
        yield WholeFooter()

    def on_mount(self) -> None:
        """Show the last two."""
        title = self.query_one(TitleLine)
        title.where = f"{self._history.title or 'event'} › {self._history.label}"
        title.facts = dotted(count(len(self._history.versions), "version"))
        self.show_the_last_two()

    def show_the_last_two(self) -> None:
        """The last two versions side by side, unchanged sentences folded, from the top."""
        self._at = len(self._history.versions) - 2, len(self._history.versions) - 1
        self._folded = True
        self._show()
        self.view.scroll_home(animate=False)

    @property
    def _numbers(self) -> tuple[int, int]:
        older, newer = self._at
        return self._history.versions[older].number, self._history.versions[newer].number

    def _show(self) -> None:
        numbers = self._numbers
        found = self._known.get(numbers)
        alone = len(self._history.others) < 2
        step = found or self._history.step(*numbers, effects_too=False)
        waiting = found is None and not alone
        self.view.show(Shown(self._history.versions, step, self._folded, waiting, alone))
        if waiting:
            self._compare(*numbers)

    @work(thread=True, exclusive=True, group="history")
    def _compare(self, older: int, newer: int) -> None:
        """Compare both versions with the other outlets; the screen stays alive meanwhile."""
        try:
            step = self._history.step(older, newer)
        except Exception:
            LOGGER.exception("two versions could not be compared with the other outlets")
            step = self._history.step(older, newer, effects_too=False)
        self.call_later(self._show_effects, step)

    def _show_effects(self, step: Step) -> None:
        """Show what a step did to the comparison, if it is still asked for."""
        numbers = step.older.number, step.newer.number
        self._known[numbers] = step
        if numbers == self._numbers and self.view.shown is not None:
            self.view.show(replace(self.view.shown, step=step, waiting=False))

    # -- actions ---------------------------------------------------------------------

    def action_pair(self, by: int) -> None:
        """Both versions earlier or later."""
        older, newer = self._at
        self._go(older + by, newer + by, by)

    def action_older_side(self, by: int) -> None:
        """Another version on the left."""
        older, newer = self._at
        self._go(older + by, newer, by)

    def action_newer_side(self, by: int) -> None:
        """Another version on the right."""
        older, newer = self._at
        self._go(older, newer + by, by)

    def _go(self, older: int, newer: int, by: int) -> None:
        if not 0 <= older < newer < len(self._history.versions):
            self.newsdiff.show_message(AT_THE_END.format("later" if by > 0 else "earlier"))
            return
        self._at = older, newer
        self._show()

    def action_fold(self) -> None:
        """Fold unchanged sentences away, or show them."""
        self._folded = not self._folded
        if self.view.shown is not None:
            self.view.show(replace(self.view.shown, folded=self._folded))

    def action_scroll(self, lines: int) -> None:
        """Lines up or down."""
        self.view.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Pages up or down."""
        self.view.scroll_lines(pages * max(1, self.view.size.height - 2))
