"""The compare strip in the reader: from place to place worth a look, and from there into the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from textual import getters, on

from tui.reader.moves import Moves
from widgets import CompareStrip
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_state import ReadingState, panes
from widgets.strip.places import dissenting, versions_of

NO_MORE: Final = "No more places worth a look this way."
NONE_AT_ALL: Final = "No place worth a look: nothing that two outlets report was found."


class StripActions(Moves):
    """``]`` and ``[`` from any view; the text stays where it is until the reader goes there."""

    strip = getters.query_one(CompareStrip)

    def action_next_place(self, step: int) -> None:
        """The next (previous) place worth a look, by rank."""
        if self.comparison is None:
            return
        self.strip.take(self.comparison, differing_only=self.agreed_only)
        if not self.strip.step(step):
            self.newsdiff.show_message(NO_MORE if self.strip.places else NONE_AT_ALL)
            return
        self.card.display = False
        self.strip.display = True
        self.set_focus(self.strip, scroll_visible=False)

    def compared(self) -> None:
        """An open strip goes on with the new comparison, or closes where its place is gone."""
        super().compared()
        if self.comparison is not None and self.strip.display:
            self.strip.take(self.comparison, differing_only=self.agreed_only)
            if self.strip.place is None:
                self.close_strip()

    @on(CompareStrip.TextRequested)
    def _go_to_text(self, message: CompareStrip.TextRequested) -> None:
        """Go to a version in the text, the others level with it and those that disagree beside it."""
        comparison = self.comparison
        if comparison is None:
            return
        self.close_strip()
        versions = {one.article: one.start for one in reversed(versions_of(comparison, message.place))}
        versions[message.target.article] = message.target.offset
        index = index_of(comparison)
        blocks = (index.paragraph_at(article, start) for article, start in versions.items())
        state = replace(
            self.state, view="aligned", together=frozenset(block.id for block in blocks if block is not None)
        )
        wanted = (message.target.article, *dissenting(comparison, message.place))
        self.show_state(beside_each_other(state, panes(state, comparison), wanted, len(self.grid.slots)))
        detail = message.place.detail
        self.go_to(message.target.article, message.target.offset, detail.id if detail else None)
        self.show_place()

    def close_strip(self) -> bool:
        """Close the strip; returns whether it was open."""
        if not self.strip.display:
            return False
        self.strip.display = False
        self.set_focus(self.text, scroll_visible=False)
        return True

    def let_go_of_level(self) -> bool:
        """What was level on request is level no more; returns whether anything was."""
        if not self.ready or not self.state.together:
            return False
        self.show_state(replace(self.state, together=frozenset()))
        return True


def beside_each_other(
    state: ReadingState, shown: Sequence[str], wanted: Sequence[str], in_view: int
) -> ReadingState:
    """The state with the first of these panes beside each other, as many as are in view at once.

    The panes keep their places where they are near enough already.
    """
    chosen = list(dict.fromkeys(wanted))[:in_view]
    places = sorted(shown.index(pane) for pane in chosen)
    if places[-1] - places[0] < in_view:
        return replace(state, pane=shown[places[-1]], detail=None, at=None)
    rest = [pane for pane in shown if pane not in chosen]
    return replace(state, order=(*sorted(chosen, key=shown.index), *rest))
