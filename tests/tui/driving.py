"""Driving the application in tests."""

from __future__ import annotations

from textual.pilot import Pilot

from tui.app import NewsdiffApp
from tui.screens.reader import ReaderScreen


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no worker works and nothing is left to be drawn."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they set off."""
    await pilot.press(*keys)
    await settled(pilot)


def reader(app: NewsdiffApp) -> ReaderScreen:
    """The reader, which must be what is on the screen or right below it."""
    found = next(screen for screen in reversed(app.screen_stack) if isinstance(screen, ReaderScreen))
    return found


def told(app: NewsdiffApp) -> str:
    """Everything the application has told in short messages and not yet taken away."""
    return "\n".join(str(notification.message) for notification in app._notifications)
