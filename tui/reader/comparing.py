"""The comparison that is read: made behind the screen, some of its sources shown in their own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.message import Message
from textual.worker import get_current_worker

from newsdiff.library import LibraryError, ReadingPosition
from newsdiff.model import Comparison
from newsdiff.opinion.attached import only_agreed
from newsdiff.sanitize import one_line
from newsdiff.translation.showing import showing_originals
from tui.logs import trouble_of
from tui.open_event import OpenedEvent
from tui.reader.controller import Controller, Reader
from tui.reader.places import standing_at
from widgets.reading.reading_moves import carry_over
from widgets.reading.reading_state import ReadingState, panes


@dataclass
class Compared(Message):
    """The event was compared."""

    comparison: Comparison
    done: str
    """The message about what it was compared for; empty for none."""


@dataclass
class ComparingFailed(Message):
    """There is nothing to read: the articles could not be read or compared."""

    trouble: str


def panes_moved(before: ReadingState, old: Comparison, state: ReadingState, comparison: Comparison) -> str:
    """``Panes are now: TIME, Sky News.`` where articles change places; empty where they do not."""
    were, now = panes(before, old), panes(state, comparison)
    stay = [pane for pane in were if pane in now]
    names = (one_line(comparison.article(pane).label) for pane in now)
    return f"Panes are now: {', '.join(names)}." if stay != [pane for pane in now if pane in were] else ""


class Comparing(Controller):
    """Compares the opened event. What is on the screen stays until the next comparison is there."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.made: Comparison | None = None
        """The comparison as it was made, all translations in it."""
        self.shown: Comparison | None = None
        """What is on the screen."""
        self.originals: frozenset[str] = frozenset()
        """The sources that are shown in their own words."""
        self.agreed_only = False
        """Whether only those differences are marked on which a second opinion agrees."""
        self.return_to: ReadingPosition | None = None
        """Where to go when the next comparison is there; None to stay."""

    def start(self, done: str = "") -> None:
        """Compare with what was chosen and linked now; `done` is the message that comes with the result."""
        self.opened.translating = self.reader.newsdiff.translating
        self.opened.opinions = self.reader.newsdiff.opinions_at_hand
        self.reader.status.busy = "comparing …"
        opened = replace(self.opened)
        self.reader.run_worker(
            lambda: self._compare(opened, done), thread=True, exclusive=True, group="compare"
        )

    def _compare(self, opened: OpenedEvent, done: str) -> None:
        from newsdiff.brief.build import remembered_brief
        from newsdiff.takes.build import remembered_takes

        try:
            comparison = opened.with_opinions(opened.compare())
            remembered_brief(comparison)
            remembered_takes(comparison)
        except Exception as error:
            trouble = trouble_of(error, "the event could not be compared", ValueError, LibraryError)
            self.reader.post_message(ComparingFailed(trouble))
            return
        if not get_current_worker().is_cancelled:
            self.reader.post_message(Compared(comparison, done))

    def take(self, made: Comparison) -> Comparison:
        """Take a comparison over; returns it as it comes to the screen, some sources in their own words,
        perhaps with those marks alone on which a second opinion agrees."""
        self.made = made
        self.shown = whole = showing_originals(made, self.originals)
        if self.agreed_only:
            from newsdiff.brief.build import remember_only

            self.shown = only_agreed(whole)
            remember_only(self.shown, whole)
        return self.shown

    def next_state(self, state: ReadingState, old: Comparison, comparison: Comparison) -> ReadingState:
        """Where another comparison is shown: where `return_to` says, else where the last one was read."""
        state = carry_over(state, old, comparison)
        if self.return_to is not None:
            state = standing_at(state, self.return_to, comparison)
            self.return_to = None
        return state

    def switch_original(self, article: str) -> Comparison:
        """Show a source in its own words, or translated again; returns what comes to the screen."""
        assert self.made is not None
        self.originals ^= {article}
        return self.take(self.made)

    def mark_only_agreed(self, agreed_only: bool) -> Comparison:
        """Mark only what both agree on, or everything again; returns what comes to the screen."""
        assert self.made is not None
        self.agreed_only = agreed_only
        return self.take(self.made)
