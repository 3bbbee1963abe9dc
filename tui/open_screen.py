"""A screen that keys and timers cannot break while it opens or after it is closed."""

from __future__ import annotations

from asyncio import InvalidStateError

from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from tui.logs import LOGGER


class OpenScreen(Screen[ScreenResultType]):
    """Keys can come faster than screens open and close: a screen may be closed before it is filled, and
    timers, threads and keys may still be on their way to it afterwards."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """A widget draws its own focus: Textual would draw the whole screen anew for every change."""

    @property
    def gone(self) -> bool:
        """Whether the screen was closed, or the application ends."""
        return not self.is_attached or self not in self.app.screen_stack

    async def _dispatch_message(self, message: Message) -> None:
        """What looks for a part of a screen that is gone finds none; that is no error."""
        try:
            await super()._dispatch_message(message)
        except NoMatches as error:
            if not self.gone:
                raise
            LOGGER.debug("%s came to a screen that is gone: %s", type(message).__name__, error)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No action before the screen is filled, nor on one that was opened while the application ends and
        is never filled."""
        own = hasattr(self, f"action_{action}")
        return None if own and (self.gone or not self.is_mounted) else True

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with an answer; nothing where it is closed already or another window lies over it."""
        if self.gone or not self.is_current:
            return AwaitComplete()
        try:
            return super().dismiss(result)
        except InvalidStateError:
            # What asked has been ended meanwhile: nobody waits for the answer, and the window is still there.
            return AwaitComplete(self.app.pop_screen())
