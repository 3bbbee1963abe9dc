"""What the reader chooses about the comparison: base, sources, names of outlets, level."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final, get_args

from newsdiff.calendar.display import clock, short_day
from newsdiff.model import Level
from newsdiff.sanitize import one_line
from tui.dialogs.choose import Choosable, TickDialog
from tui.dialogs.line import LineDialog
from tui.open_event import Choice, leaving_out
from tui.reader.controller import Controller
from tui.wording import count, dotted
from widgets.panes.grid_header import warning

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
LEVEL_WORDS: Final[dict[Level, str]] = {
    "strict": "only what newsdiff is very sure of",
    "normal": "what it is sure of",
    "all": "everything it finds",
}


class ComparisonOptions(Controller):
    """Each choice compares anew; the cursor stays on its paragraph."""

    def action_base(self) -> None:
        """The source under the cursor becomes the base."""
        pane = self.source
        label = self.comparison.article(pane).label
        if pane == self.comparison.base:
            self.show_message(f"{label} is already the base.")
            return
        self._choose(replace(self.opened.choice, base=pane), "the base")
        self.reader.compare_anew(f"The rows follow {one_line(label)}. u takes it back.")

    def action_sources(self) -> None:
        """Choose which sources are compared."""
        choices = [
            Choosable(
                one.id,
                one.label,
                dotted(
                    short_day(one.published),
                    clock(one.published_at),
                    warning(one),
                    one.title or "no headline",
                ),
            )
            for one in self.opened.articles
        ]
        ticked = frozenset(article.id for article in self.opened.chosen)
        self.ask(TickDialog("Sources", choices, ticked, at_least=2), self._sources_chosen)

    def _sources_chosen(self, sources: frozenset[str]) -> None:
        if sources == {article.id for article in self.opened.chosen}:
            return
        everything = {article.id for article in self.opened.articles}
        base = self.opened.choice.base if self.opened.choice.base in sources else None
        kept = frozenset() if sources == everything else sources
        self._choose(replace(self.opened.choice, sources=kept, base=base), "the choice of sources")
        self.reader.compare_anew(f"{count(len(sources), 'source')} of {len(everything)}. u takes it back.")

    def action_hide(self) -> None:
        """Leave the source under the cursor out."""
        pane = self.source
        left = leaving_out(self.opened.choice, pane, [article.id for article in self.opened.articles])
        if left is None:
            self.show_message("A comparison needs at least two sources.")
            return
        label = one_line(self.comparison.article(pane).label)
        self._choose(left, "leaving a source out")
        self.reader.compare_anew(f"{label} is left out. u takes it back.")

    def _choose(self, choice: Choice, name: str) -> None:
        """Choose otherwise what is compared; ``u`` takes it back and returns to where the reader was."""
        opened, before = self.opened, self.opened.choice

        def take_back() -> None:
            opened.choice = before

        opened.choice = choice
        self.reader.undo_stack.add(name, take_back, self.reader.place_now())

    def action_rename(self) -> None:
        """Give the outlet of the source under the cursor another name."""
        article = self.opened.article(self.source)
        opened = self.opened

        def commit(name: str) -> None:
            opened.rename_outlet(article.id, name.strip() or None)
            take_back = partial(opened.rename_outlet, article.id, article.outlet)
            self.reader.undo_stack.add("the name of an outlet", take_back)

        dialog = LineDialog(
            "Rename the outlet", article.outlet or article.id, commit, about=article.title or article.source
        )
        self.ask(dialog, lambda _name: self.reader.compare_anew("Renamed. u takes it back."))

    def action_level(self) -> None:
        """The next level of confidence."""
        level = LEVELS[(LEVELS.index(self.opened.choice.level) + 1) % len(LEVELS)]
        self.opened.choice = replace(self.opened.choice, level=level)
        self.reader.compare_anew(f"Level {level}: marks {LEVEL_WORDS[level]}.")
