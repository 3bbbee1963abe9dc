"""A footer of whole words: what does not fit is left out, the least important first, and help stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol, runtime_checkable

from rich.text import Text
from textual import events
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

ALWAYS: Final = "help"
"""The action whose key lists all the others."""


@runtime_checkable
class HasIdleActions(Protocol):
    """A screen with keys that are not always of use."""

    def idle_actions(self) -> frozenset[str]:
        """The actions that have nothing to do now; their keys work and say so."""


class WholeFooter(Footer):
    """Textual's footer cuts off what does not fit; this one hides it, from the end."""

    _drawn: tuple[object, ...] = ()
    """The keys that were drawn last."""

    async def recompose(self) -> None:
        """Compose anew where the keys are others, and keep what fits.

        Textual asks for it at every change of focus, several times a key.
        """
        if not self._is_in_use():
            return
        drawn = self._keys_now()
        if drawn != self._drawn or not self.children:
            self._drawn = drawn
            await super().recompose()
        self.fit()

    def _is_in_use(self) -> bool:
        """Whether the screen of the footer stays open.

        A screen that is left, or an app that ends, removes its widgets one after the other: what the screen
        is asked for then may be gone although the footer is still attached.
        """
        return self.is_attached and self.app.is_running and self.screen in self.app.screen_stack

    def _keys_now(self) -> tuple[object, ...]:
        return tuple(
            (binding.action, self.app.get_key_display(binding), binding.description, enabled, tooltip)
            for _, binding, enabled, tooltip in self.screen.active_bindings.values()
            if binding.show
        )

    def on_resize(self, event: events.Resize) -> None:
        """Another width has room for more or less."""
        self.fit()

    def fit(self) -> None:
        """Show what is of use on the screen as it is now, as far as there is room."""
        if not self._is_in_use():
            return
        idle = self.screen.idle_actions() if isinstance(self.screen, HasIdleActions) else frozenset()
        entries = self._entries()
        widths = [sum(map(_width, entry)) for entry in entries]  # anew: styles may have come since
        shown = {
            number
            for number, entry in enumerate(entries)
            if not any(action in idle for child in entry for action in _actions(child))
        }
        for number in reversed(range(len(entries))):
            if sum(widths[one] for one in shown) <= self.size.width:
                break
            if not any(getattr(child, "action", "") == ALWAYS for child in entries[number]):
                shown.discard(number)
        for number, entry in enumerate(entries):
            for child in entry:
                child.display = number in shown

    def _entries(self) -> Sequence[Sequence[Widget]]:
        """The children by entry: a key with its word, or several keys and the word they share."""
        entries: list[list[Widget]] = []
        for child in self.children:
            if entries and type(child).__name__ == "FooterLabel":
                entries[-1].append(child)
            else:
                entries.append([child])
        return entries


def _actions(child: Widget) -> Sequence[str]:
    """What a key calls, or each of several keys that share one word."""
    return [getattr(one, "action", "") for one in (child, *child.children)]


def _width(child: Widget) -> int:
    """The cells that a part of the footer takes, before it is laid out."""
    if child.children:
        return sum(map(_width, child.children))
    around = child.styles.gutter.width + child.styles.margin.width
    if isinstance(child, FooterKey):
        return around + _width_of_key(child)
    shown = child.render()
    return around + len(shown.plain if isinstance(shown, Text) else str(shown))


def _width_of_key(key: FooterKey) -> int:
    """The cells of its text, without drawing it: colours cost much and take no room."""
    if not key.description:
        return len(key.key_display)
    paddings = (
        key.get_component_styles(f"footer-key--{part}").padding.width for part in ("key", "description")
    )
    return len(key.key_display) + len(key.description) + sum(paddings)
