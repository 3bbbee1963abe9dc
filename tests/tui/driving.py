"""Driving the application in tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from newsdiff.library import Library
from newsdiff.model import Comparison
from newsdiff.readers import read_event
from tui.app import NewsdiffApp
from tui.library.screen import LibraryScreen
from tui.open_event import OpenedEvent
from tui.reader.screen import ReaderScreen
from widgets.reading.reading_state import View

SEEDS = Path(__file__).parents[2] / "seeds"
Reading = tuple[Pilot[None], ReaderScreen]
"""The reader on the screen of an application, and what drives it."""
PAUSES = 500
"""Times that are waited for the events of the library; one that cannot be read never shows them."""


class ReaderApp(NewsdiffApp):
    """The application with nothing but the reader: most tests of the reader need no library screen."""

    def __init__(self, library: Library, event: str, view: View = "aligned") -> None:
        """An event that was never left opens in `view`; most tests are about the panes."""
        super().__init__(library)
        self._event = event
        self._view = view

    def get_default_screen(self) -> Screen[None]:
        """The reader on the event."""
        opened = OpenedEvent.from_library(self.library, self._event)
        opened.options = opened.options or {"view": self._view}
        return ReaderScreen(opened)


@asynccontextmanager
async def sample(
    library: Library, size: tuple[int, int] = (120, 40), view: View = "aligned"
) -> AsyncIterator[tuple[Pilot[None], NewsdiffApp]]:
    """The application with the reader on the sample, which it puts into the library."""
    app = ReaderApp(library, library.events.add(read_event([SEEDS])).id, view)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot, app


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no worker works and nothing is left to be drawn; the library reads after its first paint."""
    await pilot.pause()
    for _ in range(PAUSES):
        if not isinstance(pilot.app.screen, LibraryScreen) or pilot.app.screen.events_list.filled:
            break
        await pilot.pause(0.02)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.02)  # not wait_for_complete: it raises when a newer worker replaces one
    await pilot.pause()  # for what the workers have told


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they set off."""
    await pilot.press(*keys)
    await settled(pilot)


def reader(app: NewsdiffApp) -> ReaderScreen:
    """The reader, which must be what is on the screen or right below it."""
    found = next(screen for screen in reversed(app.screen_stack) if isinstance(screen, ReaderScreen))
    return found


def compared(app: NewsdiffApp) -> Comparison:
    """The comparison in the reader."""
    comparison = reader(app).comparison
    assert comparison is not None
    return comparison


def messages(app: NewsdiffApp) -> str:
    """The last messages of the application."""
    return "\n".join(f"{title}: {message}" if title else message for title, message in app.said)


def screen_text(app: App[None]) -> str:
    """What stands on the screen, line by line."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())
