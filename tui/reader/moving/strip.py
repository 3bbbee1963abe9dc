"""The compare strip in the reader: from place to place worth a look, and from there into the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader
from widgets.panes.grid_selection import Span
from widgets.reading.comparison_index import index_of
from widgets.reading.reading_moves import is_on_hit
from widgets.reading.reading_state import ReadingState, panes
from widgets.strip.compare_strip import CompareStrip
from widgets.strip.places import dissenting, versions_of

NO_MORE: Final = "No more places worth a look this way; home goes to the first."
NONE_AT_ALL: Final = "No place worth a look: nothing that two outlets report was found."


class StripController(Controller):
    """``]`` and ``[`` from any view; the text stays where it is until the reader goes there."""

    def __init__(self, reader: Reader, comparing: Comparing) -> None:
        super().__init__(reader)
        self._comparing = comparing
        self._begun_at: str | None = None
        """The place of the line of the brief, or of the words found, from which the strip last went."""

    def _take(self) -> None:
        """Let the strip step through the comparison on the screen."""
        self.reader.strip.take(self.comparison, differing_only=self._comparing.agreed_only)

    def action_next_place(self, step: int) -> None:
        """The next (previous) place worth a look, by rank. From a line of the brief or from words found, to
        which the cursor has moved: the place that holds them (the one before it). The last one stays."""
        strip = self.reader.strip
        self._take()
        left_at = "" if strip.display else strip.where
        if at := None if strip.display else self._place_here():
            left_at, self._begun_at = "", at
        is_last = not strip.step(step, at)
        if is_last and strip.place is None:
            self.show_message(NO_MORE if strip.places else NONE_AT_ALL)
            return
        self.reader.card.display = False
        strip.display = True
        self.reader.set_focus(strip, scroll_visible=False)
        self.stepped()
        if is_last:
            self.show_message(NO_MORE)
        elif left_at:
            self.show_message(f"Continued from {left_at}; home goes to the first.")

    def _place_here(self) -> str | None:
        """The key of the place of the line of the brief, or of words found, to which the cursor has moved."""
        state, brief, detail, at = self.state, self.reader.brief, None, None
        if state.view == "brief" and (passage := brief.place()) is not None:
            detail, at = brief.detail, (passage.article, passage.start)
        elif state.view != "brief" and state.at is not None and is_on_hit(state, self.comparison):
            at = state.pane, state.at
        sentences = self.comparison.annotation(at[0]).sentences if at is not None else ()
        shown = {one.id for one in sentences if at and one.start <= at[1] < one.end}
        key = self.reader.strip.key_of(detail, shown) if shown else None
        return key if key != self._begun_at else None

    def stepped(self) -> None:
        """Nothing that was said of the place before stays; the line below the text says which is shown."""
        self.reader.status.message = ""
        self.reader.show_place()

    def here(self) -> tuple[ReadingState, Span] | None:
        """The version that is chosen in the strip: the state at the words of the difference in it, with
        these, else the state at its sentence, with that."""
        place, target = self.reader.strip.place, self.reader.strip.target
        if place is None or target is None:
            return None
        sentences = self.comparison.annotation(target.article).sentences
        sentence = next((one for one in sentences if one.start <= target.offset < one.end), None)
        row = index_of(self.comparison).row_at(target.article, target.offset)
        if sentence is None or row is None:
            return None
        detail = place.difference if place.dismissed is None else None
        mentions = detail.mentions if detail is not None else ()
        words = next((one for one in mentions if one.sentence == sentence.id), None)
        start, end = (words.start, words.end) if words is not None else (sentence.start, sentence.end)
        known = detail.id if detail is not None and words is not None else None
        state = replace(self.state, row=row, pane=target.article, detail=known, at=start)
        return state, (target.article, start, end)

    def compared(self) -> None:
        """An open strip goes on with the new comparison, or closes where its place is gone."""
        if self.reader.strip.display:
            self._take()
            if self.reader.strip.place is None:
                self.close()
            self.reader.show_place()

    def go_to_text(self, message: CompareStrip.TextRequested) -> None:
        """Go to a version in the text, the others level with it and those that disagree beside it."""
        comparison = self.comparison
        self.close()
        versions = {one.article: one.start for one in reversed(versions_of(comparison, message.place))}
        versions[message.target.article] = message.target.offset
        index = index_of(comparison)
        blocks = (index.paragraph_at(article, start) for article, start in versions.items())
        state = replace(
            self.state, view="aligned", together=frozenset(block.id for block in blocks if block is not None)
        )
        wanted = (message.target.article, *dissenting(comparison, message.place))
        self.reader.grid.expect(self.reader.text.size.width)
        in_view = len(self.reader.grid.slots)
        self.reader.show_state(beside_each_other(state, panes(state, comparison), wanted, in_view))
        detail = message.place.detail
        self.reader.go_to(message.target.article, message.target.offset, detail.id if detail else None)
        self.reader.show_place()

    def close(self) -> bool:
        """Close the strip; returns whether it was open."""
        if not self.reader.strip.display:
            return False
        self.reader.strip.display = False
        self.reader.focus_text()
        self.reader.show_place()
        return True

    def let_go_of_level(self) -> bool:
        """What was level on request is level no more; returns whether anything was."""
        if not self.state.together:
            return False
        self.reader.show_state(replace(self.state, together=frozenset()))
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
