"""A key of the application, and where it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Place: TypeAlias = Literal[
    "library", "reader", "notes", "feeds", "world", "blind-spots", "history", "dialog", "choices", "ticks",
    "help", "everywhere",
]  # fmt: skip
"""Where a key works: one of the screens, any window on top of one, or the whole application."""

PLACES: Final[dict[Place, str]] = {
    "library": "Library",
    "reader": "Reader",
    "notes": "List of notes",
    "feeds": "List of feeds",
    "world": "World",
    "blind-spots": "Blind spots",
    "history": "Versions of an article",
    "dialog": "In a dialog",
    "choices": "In a list of a dialog",
    "ticks": "In a list to tick",
    "help": "In this help",
    "everywhere": "Everywhere",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One action with the keys that call it."""

    place: Place
    name: str
    keys: str
    """Characters or Textual's names of keys, separated by commas; the first one is shown."""
    action: str
    label: str
    """A word or two for the palette."""
    help: str
    """What it does, in one sentence."""
    footer: str = ""
    """The word in the footer; empty for a key that is not shown there."""
    group: str = ""
    """Keys of one group share one word in the footer."""
    movement: bool = False
    """Plain movement of a cursor: in the help, but in the palette only when one searches for it."""
    priority: bool = False
    """Whether the key goes before what the focused widget does with it."""

    @property
    def shown(self) -> str | None:
        """The key as the footer shows it; None where Textual's own way of writing it is right."""
        first = self.keys.split(",")[0]
        return first if len(first) == 1 else None

    @property
    def id(self) -> str:
        """The name under which a configuration remaps the key."""
        return f"{self.place}.{self.name}"
