"""The library screen's counts of differences: it compares events in threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from textual import work
from textual.message import Message

from newsdiff.library import Library, LibraryError, Overview, StoredEvent
from tui.library.lists import EventList
from tui.logs import LOGGER
from tui.newsdiff_screen import NewsdiffScreen
from tui.open_event import Choice, OpenedEvent

SECONDS_BEFORE_COMPARING: Final = 0.15
"""How long the cursor rests on an event before it is compared: running down the list compares nothing."""
SECONDS_BEFORE_LOOKING_AHEAD: Final = 0.5
"""How long nothing is compared before the next event in sight is: keys go first."""


class Comparing(NewsdiffScreen[None]):
    """The part of the library screen that compares: the event under the cursor, then those in sight."""

    library: Library
    events_list: EventList
    _failed: frozenset[str] = frozenset()
    """Events that could not be compared: they are not tried again unasked."""

    @dataclass
    class Compared(Message):
        """An event was compared."""

        event: str
        choice: Choice
        overview: Overview | None
        trouble: str = ""

    def choice_of_current(self) -> Choice:
        """What of the event under the cursor is compared."""
        raise NotImplementedError

    def compare_soon(self, event: str, choice: Choice) -> None:
        """Compare the event under the cursor, unless the cursor goes on."""

        def if_current() -> None:
            if self.events_list.current_event == event and self.choice_of_current() == choice:
                self.compare(event, choice)

        self.set_timer(SECONDS_BEFORE_COMPARING, if_current)

    def compare_ahead(self) -> None:
        """In a while, compare the next event in sight whose differences nobody has counted yet."""
        self.set_timer(SECONDS_BEFORE_LOOKING_AHEAD, self._compare_next)

    def _compare_next(self) -> None:
        busy = any(not worker.is_finished for worker in self.workers)
        if busy or not self.is_current:
            return
        event = next(self._uncounted(self.events_list.in_sight()), None)
        if event is not None:
            self._compare_unasked(event)

    def _uncounted(self, events: Iterable[StoredEvent]) -> Iterator[str]:
        for event in events:
            if event.overview is None and len(event.outlets) > 1 and event.id not in self._failed:
                yield event.id

    @work(thread=True, exclusive=True, group="compare")
    def compare(self, event: str, choice: Choice) -> None:
        """Compare an event for its counts; the screen stays alive meanwhile."""
        self.post_message(self._compared(event, choice))

    @work(thread=True, group="compare ahead")
    def _compare_unasked(self, event: str) -> None:
        self.post_message(self._compared(event, Choice()))

    def _compared(self, event: str, choice: Choice) -> Compared:
        from tui.overview import overview_of

        try:
            opened = OpenedEvent.from_library(self.library, event)
            opened.choice = choice
            if not self.is_attached:
                return self.Compared(event, choice, None, "")
            opened.translating = self.newsdiff.translating
            overview = overview_of(opened.compare())
            if choice == Choice():
                self.library.events.keep_overview(event, overview)
        except (LibraryError, ValueError) as error:
            trouble = str(error)
        except Exception as error:
            LOGGER.exception("an event could not be compared")
            trouble = f"{type(error).__name__}: {error}"
        else:
            return self.Compared(event, choice, overview)
        self._failed |= {event}
        return self.Compared(event, choice, None, trouble)
