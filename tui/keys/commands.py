"""The palette: every action of the table of keys that works on the screen below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from tui.keys.key import Key, Place
from tui.keys.keymap import keys_of, shown_keys


class KeyCommands(Provider):
    """Finds the actions of the current screen, and those that work everywhere, by name or by what they do."""

    async def discover(self) -> Hits:
        """All but plain movement, before anything is typed."""
        for key in self._keys():
            if key.movement:
                continue
            yield DiscoveryHit(
                key.label, partial(self.screen.run_action, key.action), key.label, self._help(key)
            )

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for key in self._keys():
            score = max(matcher.match(key.label), matcher.match(key.help) * 0.6)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(key.label),
                    partial(self.screen.run_action, key.action),
                    key.label,
                    self._help(key),
                )

    def _keys(self) -> Iterator[Key]:
        """Every action once, by the first of the keys that call it."""
        place: Place | None = getattr(self.screen, "PLACE", None)
        actions: dict[str, Key] = {}
        for key in (*(keys_of(place) if place else ()), *keys_of("everywhere")):
            actions.setdefault(key.action, key)
        yield from actions.values()

    def _help(self, key: Key) -> str:
        return escape(f"{key.help} Key: {shown_keys(self.app, key)}")
