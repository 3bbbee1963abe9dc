"""Keys one after the other: what is typed behind a key belongs to what that key opens."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import Any, Final

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

LONGEST_UNPAINTED: Final = 0.05
"""Seconds that painting is held back for an answer."""


class KeysInOrder:
    """Lets a key go its way when the one before it has been answered.

    Textual hands every key at once to what has the focus, and looks up what it does once it has come from
    there up to the application. Of keys that come in one burst all would go to what had the focus before the
    first, and act on lines, screens and views that this one has closed.
    """

    def __init__(self, app: App[Any], send: Callable[[events.Key], Awaitable[None]]) -> None:
        """`send` hands a key to what has the focus."""
        self._app = app
        self._send = send
        self._typed: deque[events.Key] = deque()
        self.sent = 0
        """How many keys went their way, so that a call behind an earlier one says nothing about the last."""
        self._answers: MessagePump | None = None
        """What the last key has not come past yet; None when it was answered."""
        self._then: list[Callable[[], None]] = []
        """What is to be called when the last key was answered."""
        self._unpainted = ExitStack()
        """Holds painting back while a key is answered: what follows the cursor is painted with it."""

    @property
    def is_waiting(self) -> bool:
        """Whether a key is under way or waits."""
        return self._answers is not None or bool(self._typed)

    async def take(self, key: events.Key) -> None:
        """A key was typed."""
        self._typed.append(key)
        if self._answers is None:
            await self._send_next()

    def when_answered(self, then: Callable[[], None]) -> None:
        """Call this when the key that is under way was answered, at once where none is."""
        if self._answers is None:
            then()
        else:
            self._then.append(then)

    def take_first(self, keys: Iterable[events.Key]) -> None:
        """Keys that were typed before all that wait here, and were kept elsewhere meanwhile."""
        self._typed.extendleft(reversed(list(keys)))
        if self._answers is None:
            self._app.call_next(self._send_next)

    async def _send_next(self) -> None:
        """Send the next key and, behind it, a call that goes the way of the key and of what it sets off.

        The key goes from the focus up to the application, which does what is bound to it; a message that it
        makes a widget send goes from there up to the screen. So the call goes up twice.
        """
        app = self._app
        if self._answers is not None or not self._typed or not app.is_running or not app.screen_stack:
            return
        self.sent += 1
        self._answers = first = app.focused or app.screen
        self._unpainted.enter_context(app.batch_update())
        get_running_loop().call_later(LONGEST_UNPAINTED, self._look, self.sent)
        up = [node for node in first.ancestors_with_self if isinstance(node, MessagePump)]
        await self._send(self._typed.popleft())
        self._go_up(self.sent, [*up, *up[:-1]], 0)

    def _look(self, sent: int) -> None:
        """Painting waits for no long answer, and no key for one from what was closed with the call in it."""
        if sent != self.sent or self._answers is None or not self._app.is_running:
            return
        self._paint()
        if not self._answers.is_running:
            self._through_screen(sent)
        get_running_loop().call_later(LONGEST_UNPAINTED, self._look, sent)

    def _paint(self) -> None:
        """Let what has changed be painted: a screen that was idle while painting was held back does not look
        again by itself."""
        self._unpainted.close()
        if self._app.screen_stack:
            self._app.screen.check_idle()

    def _go_up(self, sent: int, way: Sequence[MessagePump], at: int) -> None:
        """Go on when the next one on the way has done what it was sent; past those that are gone."""
        if sent != self.sent:
            return
        while at < len(way):
            self._answers = way[at]
            if way[at].is_running and way[at].call_later(self._go_up, sent, way, at + 1):
                return
            at += 1
        self._through_screen(sent)

    def _through_screen(self, sent: int) -> None:
        """A window that was closed gives its answer next, one that was opened is filled first."""
        app = self._app
        if sent != self.sent or not app.screen_stack:
            return
        self._answers = screen = app.screen

        def behind_the_answer() -> None:
            if not app.screen_stack or app.screen is not screen:
                self._through_screen(sent)
            elif self._typed and not _is_laid_out(app):
                self._paint()
                screen.call_after_refresh(self._answered, sent)
            else:
                app.call_next(self._answered, sent)

        screen.call_next(app.call_next, behind_the_answer)

    async def _answered(self, sent: int) -> None:
        if sent == self.sent:
            self._answers = None
            self._paint()
            called, self._then = self._then, []
            for then in called:
                then()
            await self._send_next()


def _is_laid_out(app: App[Any]) -> bool:
    """Whether what has the focus has been given its room on the screen, without which no key moves in it."""
    return app.focused is None or bool(app.focused.size)
