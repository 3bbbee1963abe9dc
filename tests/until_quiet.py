"""Waits for an app under test until nothing is left to be done, not until the processor is at rest.

Textual sleeps for 20 ms at least after each key, and on a busy machine takes a process that has no turn for
one that has finished. What is to be done is known: callbacks that are ready, and timers that end soon, such
as that which draws. A worker in a thread is none of them; `settled` waits for those.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from math import inf
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual.app import App
from textual.pilot import Pilot

SOON = 0.03
"""Seconds: a timer that ends within them is waited for. Textual draws after 8 ms."""
ROUNDS = 3
"""Turns of the event loop in which nothing happens: a task that was woken up is ready in the next."""
LONGEST = 1.0
"""Seconds that are spent on timers at most, as Textual's own: something may be moving all the time."""


async def until_quiet(*_: float) -> None:
    """Wait until nothing is ready or soon will be."""
    loop: Any = asyncio.get_running_loop()
    quiet, slept = 0, 0.0
    while quiet < ROUNDS:
        await asyncio.sleep(0)
        quiet += 1
        if loop._ready:
            quiet = 0
        elif slept < LONGEST and (soon := _next_timer(loop) - loop.time()) < SOON:
            before = loop.time()
            await asyncio.sleep(max(soon, 0))
            slept += loop.time() - before
            quiet = 0


def _next_timer(loop: Any) -> float:
    return min((one.when() for one in loop._scheduled if not one.cancelled()), default=inf)


async def _screen_is_quiet(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    """As Textual's: no message is left either, though the app may wait for a thread before it reads it."""
    end = asyncio.get_running_loop().time() + timeout
    await until_quiet()
    while _is_busy(pilot.app) and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(0.005)
        await until_quiet()
    return True


def _is_busy(app: App[Any]) -> bool:
    if not app.is_running or not app.screen_stack:
        return False
    pumps = (app, *app.screen.walk_children(with_self=True))
    return any(not one._message_queue.empty() for one in pumps)


@pytest.fixture(scope="session", autouse=True)
def wait_until_quiet() -> Iterator[None]:
    """Whatever drives an app waits so; for a folder whose conftest imports it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual.app, "wait_for_idle", until_quiet)
        patch.setattr(textual.pilot, "wait_for_idle", until_quiet)
        patch.setattr(textual.pilot.Pilot, "_wait_for_screen", _screen_is_quiet)
        yield
