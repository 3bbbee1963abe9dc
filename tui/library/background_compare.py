"""The library screen's counts of differences: it compares events in threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from textual.message import Message

from newsdiff.library import LibraryError, Overview, StoredEvent
from tui.library.controller import Controller
from tui.logs import trouble_of
from tui.open_event import Choice, OpenedEvent

SECONDS_BEFORE_COMPARING: Final = 0.15
"""How long the cursor rests on an event before it is compared: running down the list compares nothing."""
SECONDS_BEFORE_LOOKING_AHEAD: Final = 0.5
"""How long nothing is compared before the next event in sight is: keys go first."""


@dataclass
class Compared(Message):
    """An event was compared."""

    event: str
    choice: Choice
    overview: Overview | None
    trouble: str = ""


class BackgroundCompare(Controller):
    """Compares the event under the cursor, then those in sight."""

    _failed: frozenset[str] = frozenset()
    """Events that could not be compared: they are not tried again unasked."""

    def soon(self, event: str, choice: Choice) -> None:
        """Compare the event under the cursor, unless the cursor goes on."""

        def if_current() -> None:
            if self.events.events_list.current_event == event and self.events.choice_of_current() == choice:
                self._in_thread(event, choice, exclusive=True, group="compare")

        self.events.set_timer(SECONDS_BEFORE_COMPARING, if_current)

    def ahead(self) -> None:
        """In a while, compare the next event in sight whose differences are not counted yet."""
        self.events.set_timer(SECONDS_BEFORE_LOOKING_AHEAD, self._compare_next)

    def _compare_next(self) -> None:
        busy = any(not worker.is_finished for worker in self.events.app.workers)
        if busy or not self.events.is_current:
            return
        event = next(self._uncounted(self.events.events_list.in_sight()), None)
        if event is not None:
            self._in_thread(event, Choice(), exclusive=False, group="compare ahead")

    def _uncounted(self, events: Iterable[StoredEvent]) -> Iterator[str]:
        for event in events:
            if event.overview is None and len(event.outlets) > 1 and event.id not in self._failed:
                yield event.id

    def _in_thread(self, event: str, choice: Choice, *, exclusive: bool, group: str) -> None:
        """Compare an event for its counts; the screen stays alive meanwhile."""

        def compare() -> None:
            self.events.post_message(self._compared(event, choice))

        self.events.run_worker(compare, thread=True, exclusive=exclusive, group=group)

    def _compared(self, event: str, choice: Choice) -> Compared:
        from tui.overview import overview_of

        try:
            opened = OpenedEvent.from_library(self.library, event)
            opened.choice = choice
            if not self.events.is_attached:
                return Compared(event, choice, None, "")
            opened.translating = self.events.newsdiff.translating
            overview = overview_of(opened.compare())
            if choice == Choice():
                self.library.events.keep_overview(event, overview)
        except Exception as error:
            trouble = trouble_of(error, "an event could not be compared", LibraryError, ValueError)
        else:
            return Compared(event, choice, overview)
        self._failed |= {event}
        return Compared(event, choice, None, trouble)
