"""What the reader chooses about the comparison: base, sources, level, marks, what counts as text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final, cast, get_args

from newsdiff.calendar.display import clock, short_day
from newsdiff.model import Article, Block, Kind, Level, Relation
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.choose import Choosable, ChooseDialog, TickDialog
from tui.dialogs.line import LineDialog
from tui.open_event import Choice, leaving_out
from tui.reader.base import ReaderBase
from tui.wording import count, dotted
from widgets.panes.grid_header import warning
from widgets.reading.reading_state import KINDS, RELATIONS, SIGNS, WORDS, filtered, move_pane, toggle_read

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
PUT_ASIDE_BY_READER: Final = "put aside by the reader"
SHADED: Final = "Dim: all outlets in view say it. Plain: some do. Bright: only this one."
LEVEL_WORDS: Final[dict[Level, str]] = {
    "strict": "only what newsdiff is very sure of",
    "normal": "what it is sure of",
    "all": "everything it sees",
}


class Choices(ReaderBase):
    """Each choice compares anew where it has to; the cursor stays on its paragraph."""

    def action_base(self) -> None:
        """The source under the cursor becomes the base."""
        if self.comparison is None:
            return
        pane = self.state.pane
        label = self.comparison.article(pane).label
        if pane == self.comparison.base:
            self.newsdiff.show_message(f"{label} is the base already.")
            return
        self._choose(replace(self.opened.choice, base=pane), "the base")
        self.compare_anew(f"The rows follow {one_line(label)}. u takes it back.")

    def action_sources(self) -> None:
        """Choose which sources are compared."""
        if not self.ready:
            return
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
        self.app.push_screen(TickDialog("Sources", choices, ticked, at_least=2), self._sources_chosen)

    def _sources_chosen(self, sources: frozenset[str] | None) -> None:
        if sources is None or sources == {article.id for article in self.opened.chosen}:
            return
        everything = {article.id for article in self.opened.articles}
        base = self.opened.choice.base if self.opened.choice.base in sources else None
        kept = frozenset() if sources == everything else sources
        self._choose(replace(self.opened.choice, sources=kept, base=base), "the choice of sources")
        self.compare_anew(f"{count(len(sources), 'source')} of {len(everything)}. u takes it back.")

    def action_hide(self) -> None:
        """Leave the source under the cursor out."""
        if self.comparison is None:
            return
        pane = self.state.pane
        left = leaving_out(self.opened.choice, pane, [article.id for article in self.opened.articles])
        if left is None:
            self.newsdiff.show_message("Two sources at least are needed to compare.")
            return
        label = one_line(self.comparison.article(pane).label)
        self._choose(left, "leaving a source out")
        self.compare_anew(f"{label} is left out. u takes it back.")

    def _choose(self, choice: Choice, name: str) -> None:
        """Choose otherwise what is compared; ``u`` takes it back and returns to where the reader was."""
        opened, before = self.opened, self.opened.choice

        def take_back() -> None:
            opened.choice = before

        opened.choice = choice
        self.undo_stack.add(name, take_back, self.place_now())

    def action_pin_base(self) -> None:
        """Keep the first pane in view, or let it slide."""
        if self.ready:
            self.show_state(replace(self.state, pin_base=not self.state.pin_base))
            self.newsdiff.show_message(
                "The first pane stays in view." if self.state.pin_base else "No pane is pinned."
            )

    def action_move_pane(self, step: int) -> None:
        """Move the pane under the cursor to the right or left."""
        if self.comparison is not None:
            self.show_state(move_pane(self.state, self.comparison, step))

    def action_rename(self) -> None:
        """Give the outlet of the source under the cursor another name."""
        if self.comparison is None:
            return
        article = self.opened.article(self.state.pane)
        opened = self.opened

        def named(outlet: str | None) -> None:
            opened.rename_outlet(article.id, outlet)

        def commit(name: str) -> None:
            named(name.strip() or None)
            self.undo_stack.add("the name of an outlet", lambda: named(article.outlet))

        self.app.push_screen(
            LineDialog(
                "Rename the outlet",
                article.outlet or article.id,
                commit,
                about=article.title or article.source,
            ),
            lambda name: self.compare_anew("Renamed. u takes it back.") if name is not None else None,
        )

    def action_level(self) -> None:
        """The next level of confidence."""
        if not self.ready:
            return
        level = LEVELS[(LEVELS.index(self.opened.choice.level) + 1) % len(LEVELS)]
        self.opened.choice = replace(self.opened.choice, level=level)
        self.compare_anew(f"Level {level}: marks {LEVEL_WORDS[level]}.")

    # -- marks -----------------------------------------------------------------------

    def action_filter(self) -> None:
        """Choose which marks are shown."""
        if self.comparison is None:
            return
        relations = Counter(detail.relation for detail in self.comparison.details)
        kinds = Counter(detail.kind for detail in self.comparison.details)
        choices = [
            *(Choosable(one, f"{SIGNS[one]} {WORDS[one]}", str(relations[one])) for one in RELATIONS),
            *(Choosable(one, one, str(kinds[one])) for one in KINDS),
        ]
        ticked = frozenset((*self.state.relations, *self.state.kinds))
        self.app.push_screen(TickDialog("Marks to show", choices, ticked), self._filter_chosen)

    def _filter_chosen(self, ticked: frozenset[str] | None) -> None:
        if ticked is None:
            return
        relations = cast(frozenset[Relation], ticked & frozenset(RELATIONS))
        kinds = cast(frozenset[Kind], ticked & frozenset(KINDS))
        self.show_state(filtered(self.state, relations, kinds))

    def action_shade(self) -> None:
        """Shade words by how many outlets in view say the same, or not."""
        if not self.ready:
            return
        self.show_state(replace(self.state, shading=not self.state.shading))
        self.newsdiff.show_message(SHADED if self.state.shading else "Words are not shaded.")

    def action_noise(self) -> None:
        """Show or hide what was put aside."""
        if self.ready:
            self.show_state(replace(self.state, show_noise=not self.state.show_noise))

    def action_read(self) -> None:
        """Mark the row as read, or as not read."""
        if self.comparison is None or not self.comparison.rows:
            return
        state = toggle_read(self.state, self.comparison)
        paragraphs = state.read ^ self.state.read
        if self.attempt(lambda: self.opened.mark_read(paragraphs, read=state.read > self.state.read)):
            self.show_state(state)

    # -- text or not -----------------------------------------------------------------

    def action_role(self) -> None:
        """Offer what was put aside in this source, to be text again, and the paragraph to be put aside."""
        if self.comparison is None:
            return
        article = self.opened.article(self.state.pane)
        here = self.paragraph_here()
        choices = []
        own = next((one for one in article.blocks if here is not None and one.id == here[1].id), None)
        if own is not None:
            choices.append(Choosable(own.id, "put this paragraph aside", _words(article, own)))
        choices += [
            Choosable(block.id, f"make text: {one_line(block.reason or block.role)}", _words(article, block))
            for block in article.blocks
            if block.role != "paragraph"
        ]
        if not choices:
            self.newsdiff.show_message("Nothing was put aside in this source.")
            return
        start = 1 if len(choices) > 1 and here is not None and self.state.show_noise else 0
        self.app.push_screen(
            ChooseDialog(f"Put aside in {article.label}", choices, start=start),
            lambda block: self._change_role(article, block) if block else None,
        )

    def _change_role(self, article: Article, block_id: str) -> None:
        block = next(one for one in article.blocks if one.id == block_id)
        aside = block.role == "paragraph"
        opened = self.opened

        def change() -> None:
            opened.set_role(article.id, block.start, "noise" if aside else "paragraph", PUT_ASIDE_BY_READER)
            self.undo_stack.add(
                "text or not", lambda: opened.set_role(article.id, block.start, block.role, block.reason)
            )

        if self.attempt(change):
            self.compare_anew("Put aside. u takes it back." if aside else "It is text now. u takes it back.")

    # -- older texts -----------------------------------------------------------------

    def action_older_texts(self) -> None:
        """Show the versions of the source under the cursor."""
        if not self.ready:
            return
        from newsdiff.history.build import history_of
        from tui.history.screen import HistoryScreen

        article = self.opened.article(self.state.pane)
        event = self.opened.event
        history = history_of(self.newsdiff.library, event, article.id) if event else None
        if history is None or len(history.versions) < 2:
            self.newsdiff.show_message(f"{article.label} has had no other text.")
            return
        self.app.push_screen(HistoryScreen(history))


def _words(article: Article, block: Block) -> str:
    return cut(one_line(article.slice(block)), 160)
