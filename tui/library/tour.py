"""The tour of the first launch, in one screen: what the signs say, and the keys to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.app import App
from textual.content import Content
from textual.widgets import Static

from tui.keys.keymap import in_words

SIGNS_EXPLAINED: Final = (
    ("≠", "differs", "two figures, days or names for one thing"),
    ("?", "may differ", "two versions of one matter: their words differ, perhaps what they claim"),
    ("≈", "spelled differently", "one thing in two spellings or wordings: Kyiv, Kiev"),
    ("=", "shared", "several outlets report it alike"),
    ("~", "perhaps shared", "values that agree, maybe of two matters"),
    ("+", "only here", "found in one outlet only"),
)
"""The signs are written out: to import the widgets for them would slow the start by half."""
STEPS: Final = (
    ("library.open", "read the event under the cursor, its outlets side by side"),
    ("reader.next-place", "see the next place worth a look, the versions under each other"),
    ("reader.detail", "see who says what, word for word, and why it is marked"),
    ("reader.right", "move to the next outlet"),
    ("reader.search", "search all outlets at once"),
    ("reader.base", "let the rows follow the outlet under the cursor"),
    ("library.add", "add your own articles: files, folders, pages, feeds"),
    ("everywhere.help", "all keys, with a search"),
    ("library.welcome", "show or hide this tour"),
)
KEYS_WIDTH: Final = 12
NAMES_WIDTH: Final = 22


class Tour(Static):
    """Long where the screen is high enough, else three lines."""

    def show(self, *, high: bool) -> None:
        """Fill it for a screen that is high or low."""
        self.update(Content("\n").join(_long(self.app) if high else _short(self.app)))


def _short(app: App[object]) -> Iterable[Content]:
    open_key, add_key, help_key = (
        in_words(app, id) for id in ("library.open", "library.add", "everywhere.help")
    )
    yield Content(
        "Welcome. newsdiff puts what outlets write about one event side by side. It marks what differs ≠, "
        "may differ ?, is spelled differently ≈ or stands only here +, never who is right. "
        f"Press {open_key} to read the sample event, {add_key} to add your own articles, {help_key} for all "
        "keys."
    )


def _long(app: App[object]) -> Iterable[Content]:
    yield from _short(app)
    yield Content("")
    for sign, name, example in SIGNS_EXPLAINED:
        yield Content.assemble((f"  {sign} ", "bold $warning"), (f"{name:<{NAMES_WIDTH}}", "bold"), example)
    yield Content("")
    for id, text in STEPS:
        yield Content.assemble((f"  {in_words(app, id):<{KEYS_WIDTH}} ", "bold $primary"), text)
