"""A footer of whole words: what does not fit is left out, the least important first, and help stays.

Textual's own has a widget for every key and cuts off what does not fit; this one is a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final, Protocol, runtime_checkable

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from widgets.text.wrapping import width_of

ALWAYS: Final = "help"
"""The action whose key lists all the others."""


@runtime_checkable
class HasIdleActions(Protocol):
    """A screen with keys that are not always of use."""

    def idle_actions(self) -> frozenset[str]:
        """The actions that have nothing to do now; their keys work and say so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its word, or several keys that share one."""

    keys: tuple[tuple[str, ActiveBinding], ...]
    """Each as it is written."""
    word: str

    def parts(self) -> Iterator[tuple[str, str, ActiveBinding | None]]:
        """Its pieces of text, each with the class it is drawn in and the key that a click on it presses."""
        if len(self.keys) == 1:
            shown, key = self.keys[0]
            yield f" {shown} ", "key", key
            yield f"{self.word} ", "word", key
            return
        for shown, key in self.keys:
            yield " ", "word", None
            yield shown, "key", key
        yield f" {self.word} ", "word", None

    @property
    def width(self) -> int:
        """In cells."""
        return sum(width_of(text) for text, _, _ in self.parts())

    def does(self, actions: frozenset[str]) -> bool:
        """Whether one of its keys calls one of these actions."""
        return any(key.binding.action in actions for _, key in self.keys)


class WholeFooter(Widget):
    """The keys of the screen, with a word for each."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"whole-footer--key", "whole-footer--word", "whole-footer--under"}
    DEFAULT_CSS = """
    WholeFooter {
        dock: bottom; height: 1; text-wrap: nowrap; color: $footer-foreground; background: $footer-background;
        & > .whole-footer--key {
            color: $footer-key-foreground; background: $footer-key-background; text-style: bold;
        }
        & > .whole-footer--word {
            color: $footer-description-foreground; background: $footer-description-background;
        }
        & > .whole-footer--under { background: $block-hover-background; }
    }
    """

    _entries: reactive[tuple[Entry, ...]] = reactive((), init=False)
    _under: reactive[ActiveBinding | None] = reactive(None, init=False)
    """The key under the mouse."""
    _will_look = False

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        """Textual says so at every change of focus, several times a key."""
        if not self._will_look and self.app.app_focus:
            self._will_look = True
            self.call_after_refresh(self.look)

    def look(self) -> None:
        """Take over the keys of the screen as they are now.

        A screen that is left, or an app that ends, removes its widgets one after the other: what the screen
        is asked for then may be gone although the footer is still attached.
        """
        self._will_look = False
        if self.is_attached and self.app.is_running and self.screen in self.app.screen_stack:
            self._entries = tuple(self._entries_now())

    def _entries_now(self) -> Iterator[Entry]:
        first_of: dict[str, ActiveBinding] = {}
        for key in self.screen.active_bindings.values():
            if key.binding.show:
                first_of.setdefault(key.binding.action, key)
        shown = [(self.app.get_key_display(key.binding), key) for key in first_of.values()]
        for group, together in groupby(shown, lambda one: one[1].binding.group):
            keys = tuple(together)
            if group is not None and len(keys) > 1:
                yield Entry(keys, group.description)
            else:
                yield from (Entry((one,), one[1].binding.description) for one in keys)

    def watch__under(self, _before: object, key: ActiveBinding | None) -> None:
        """Say more of the key under the mouse."""
        self.styles.pointer = "default" if key is None else "pointer"
        self.tooltip = None if key is None else key.tooltip or key.binding.description

    def _fitting(self) -> list[Entry]:
        """What is of use on the screen as it is now, as far as there is room."""
        idle = self.screen.idle_actions() if isinstance(self.screen, HasIdleActions) else frozenset()
        shown = [entry for entry in self._entries if not entry.does(idle)]
        left_out = [entry for entry in shown if not entry.does(frozenset({ALWAYS}))]
        while left_out and sum(entry.width for entry in shown) > self.size.width:
            shown.remove(left_out.pop())
        return shown

    def render(self) -> Content:
        """The line."""
        return Content.assemble(
            *(
                (text, self._style(name, key))
                for entry in self._fitting()
                for text, name, key in entry.parts()
            )
        )

    def _style(self, name: str, key: ActiveBinding | None) -> Style:
        under = ["whole-footer--under"] if key is not None and key is self._under else []
        style = self.get_visual_style(f"whole-footer--{name}", *under)
        return style if key is None or key.enabled else style + Style(dim=True)

    # -- the mouse -------------------------------------------------------------

    def _key_at(self, x: int) -> ActiveBinding | None:
        end = 0
        for entry in self._fitting():
            for text, _, key in entry.parts():
                end += width_of(text)
                if x < end:
                    return key
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press."""
        self._under = self._key_at(event.x)

    def on_leave(self) -> None:
        """No key is under the mouse."""
        self._under = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key that is clicked on."""
        if (key := self._key_at(event.x)) is not None:
            if key.enabled:
                self.app.simulate_key(key.binding.key)
            else:
                self.app.bell()
