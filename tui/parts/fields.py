"""Fields to type in that never hold what a terminal would obey, wherever the text comes from."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

from textual import events
from textual.widgets import Input

from newsdiff.sanitize import sanitize, without_word_breaks

LONGEST_WAIT: Final = 0.5
"""Seconds that later keys wait for the answer to a line at most: its screen may be gone, or be busy."""


class Line(Input):
    """One line of text."""

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or filled in."""
        return sanitize(without_word_breaks(value))

    async def _on_key(self, event: events.Key) -> None:
        """Enter is answered here and not by a binding, which the application would run behind later keys."""
        if event.key == "enter":
            event.prevent_default().stop()
            await self.action_submit()


async def answered(line: Line) -> None:
    """Wait until the line and what it stands in have handled what they were sent, enter among it.

    Enter makes the line send itself a message, which then goes from one to the next up to the screen.
    """
    done = asyncio.Event()
    way = [line, line, *line.ancestors_with_self]
    way = way[: way.index(line.screen) + 1]

    def pass_on(place: int) -> None:
        if place == len(way):
            done.set()
        else:
            way[place].call_later(pass_on, place + 1)

    pass_on(0)
    with suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), LONGEST_WAIT)


class Filter(Line):
    """A line at the foot of a list that narrows it down; closed until it is wanted."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, id="filter", compact=True)
        self.display = False

    def open(self) -> None:
        """Show it and write in it."""
        self.display = True
        # At once, not by `focus()`, which is done later: what is typed right behind the key belongs here.
        self.screen.set_focus(self, scroll_visible=False)

    def close(self) -> bool:
        """Empty it and take it away; False when it was not open."""
        was_open, self.display = self.display, False
        if was_open:
            self.value = ""
        return was_open
