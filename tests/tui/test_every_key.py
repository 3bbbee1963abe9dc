"""A short journey for every key of the table: it calls its action, and one sees that it did."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from rich.segment import Segment
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import OptionList

from newsdiff.library import Library, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.settings.model import Settings
from tests.tui.driving import PAUSES, messages, press, settled
from tests.tui.small_event import article, longer, reading
from tests.world import world_articles
from tui.app import NewsdiffApp
from tui.history.screen import HistoryScreen
from tui.keys.key import PLACES, Key, Place
from tui.keys.keymap import KEYS, keys_of
from tui.parts.fields import Filter
from tui.reader.screen import ReaderScreen

pytestmark = pytest.mark.usefixtures("small")

WAYS: Final[dict[Place, Sequence[str]]] = {
    "library": (),
    "reader": ("enter", "B"),
    "notes": ("A",),
    "feeds": ("F",),
    "world": ("W",),
    "blind-spots": ("b",),
    "history": ("enter", "v", "v", "H"),
    "dialog": ("enter", "s"),
    "choices": ("enter", "e"),
    "ticks": ("enter", "f"),
    "help": ("?",),
    "everywhere": (),
}
"""What leads from the first screen to the place where a key works."""
BEFORE: Final[dict[str, Sequence[str]]] = {
    "library.open": (),
    "library.events": ("tab",),
    "library.undo": ("d",),
    "library.up": ("j",), "library.page-up": ("j",), "library.first": ("j",),
    "library.close": ("/",),
    "library.split": ("l",), "library.move": ("l",),
    "reader.previous-difference": (";", ";"), "reader.previous-place": ("]", "]"),
    "reader.left": ("l",), "reader.tab-left": ("l",), "reader.source-1": ("l",),
    "reader.up": ("j",), "reader.page-up": ("G",), "reader.first": ("G",),
    "reader.detail": (";",),
    "reader.previous-only": ("G",), "reader.previous-variant": ("G",), "reader.previous-note": ("G",),
    "reader.previous-mark": ("w", "w"),
    "reader.next-hit": ("/", *"norvik", "enter"), "reader.previous-hit": ("/", *"norvik", "enter"),
    "reader.back": ("G",), "reader.forward": ("G", "ctrl+o"),
    "reader.next-unread": ("m",),
    "reader.crossing": ("3",), "reader.pane-left": ("l",), "reader.noise": ("3",),
    "reader.close": ("/",),
    "reader.undo": ("2", "-"),
    "reader.confirm": ("]",), "reader.dismiss": ("]",), "reader.join": ("]",), "reader.split": ("]",),
    "reader.label": ("]",),
    "notes.up": ("j",), "notes.page-up": ("j",), "notes.first": ("j",),
    "notes.undo": ("d",),
    "feeds.up": ("j",), "feeds.page-up": ("j",), "feeds.first": ("j",),
    "feeds.undo": ("d",),
    "world.left": ("m",), "world.right": ("m",), "world.up": ("m",), "world.down": ("m",),
    "world.page-up": ("G",), "world.first": ("G",), "world.close": ("/",), "world.more-days": ("<",),
    "blind-spots.up": ("j",), "blind-spots.page-up": ("j",), "blind-spots.first": ("j",),
    "history.later": ("[",), "history.left-later": ("h",), "history.right-later": ("[",),
    "history.right-earlier": ("h",), "history.up": ("z", "j"), "history.page-up": ("z", "G"),
    "history.first": ("z", "G"), "history.down": ("z",), "history.page-down": ("z",), "history.last": ("z",),
    "choices.up": ("j",), "choices.page-up": ("G",), "choices.first": ("G",),
    "help.up": ("down",), "help.page-up": ("pagedown",),
}  # fmt: skip
"""What must have been done so that a key has something to do."""
CALLS_ITS_ACTION_ONLY: Final = {
    "reader.source-4": "there are three sources", "reader.source-5": "", "reader.source-6": "",
    "reader.source-7": "", "reader.source-8": "", "reader.source-9": "",
    "everywhere.quit": "nothing is left to be seen", "library.quit": "nothing is left to be seen",
}  # fmt: skip
"""Keys after which the screen rightly is as before."""


TOGETHER: Final = 24
"""Keys that share one test: each test starts the application once for all of them, where it can."""
LAYERS: Final = 8
"""Times that escape closes something in the reader, at most: the line, the card, the strip, the pins."""


PORTIONS: Final = [
    (place, keys_of(place)[start : start + TOGETHER])
    for place in PLACES
    for start in range(0, len(keys_of(place)), TOGETHER)
]
"""The keys of every place, so many a test."""


class Walk:
    """One application on which the keys of a place are pressed, one after the other from the same start."""

    def __init__(self, app: NewsdiffApp, pilot: Pilot[None], place: Place) -> None:
        self.app = app
        self.pilot = pilot
        self.called: list[str] = []
        self._place = place

    async def start(self) -> None:
        """Go to the place from the first screen."""
        await settled(self.pilot)
        await self.pilot.pause(0.2)  # the library compares what is in sight
        await press(self.pilot, *WAYS[self._place])
        self._screen = self.app.screen
        self._content = self._content_now()
        if isinstance(self._screen, ReaderScreen):
            self._state = self._screen.state

    @property
    def usable(self) -> bool:
        """Whether further keys can be pressed: a key may end the application or change the library."""
        return self.app.is_running and self._content_now() == self._content

    def _content_now(self) -> tuple[object, ...]:
        library = self.app.library
        return library.revision(), tuple(feed.url for feed in library.feeds.all())

    async def back(self) -> None:
        """Back to where the keys are pressed."""
        stack = self.app.screen_stack
        if self._screen not in stack:
            for _ in stack[1:]:
                self.app.pop_screen()
            await self.start()
            return
        for _ in stack[stack.index(self._screen) + 1 :]:
            self.app.pop_screen()
        if isinstance(self._screen, ReaderScreen):
            for _ in range(LAYERS):
                self._screen.action_close()
            self._screen.show_state(self._state)
            self._screen.status.message = ""
        if isinstance(self._screen, HistoryScreen):
            self._screen.show_the_last_two()
        for filter_line in self._screen.query(Filter):
            filter_line.close()
        for number, lines in enumerate(self._screen.query(OptionList)):
            lines.highlighted = 0 if lines.option_count else None
            if number == 0:
                lines.focus()
        await settled(self.pilot)

    async def press(self, key: Key) -> str:
        """Press a key where it has something to do; returns what is wrong, empty for nothing."""
        for before in BEFORE.get(key.id, ()):
            await press(self.pilot, before)
        bound = self.app.screen.active_bindings
        wrong = [name for name in key.keys.split(",") if bound[_textual(name)].binding.action != key.action]
        if wrong:
            return f"{key.id}: {wrong} call something else"
        self.called.clear()
        before_it = self._seen()
        await press(self.pilot, key.keys.split(",")[0])
        shows_more = key.id not in CALLS_ITS_ACTION_ONLY
        for _ in range(PAUSES):  # a busy machine calls and draws later
            if key.action in self.called and (not shows_more or self._seen() != before_it):
                return ""
            await self.pilot.pause(0.02)
        return f"{key.id}: one sees nothing" if key.action in self.called else f"{key.id}: calls nothing"

    def _seen(self) -> tuple[list[list[Segment]], str]:
        """The cells of the screen with their styles, and the messages."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips()], messages(self.app)


@pytest.mark.parametrize(
    ("place", "keys"), PORTIONS, ids=[f"{place}, from {keys[0].name}" for place, keys in PORTIONS]
)
async def test_every_key_of_a_place_calls_its_action_and_one_sees_it(
    place: Place, keys: Sequence[Key], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewsdiffApp, "open_url", lambda self, *_, **__: self.show_message("opened"))
    left, wrong = list(keys), []
    while left:
        with open_library(tmp_path / f"from {left[0].name}") as library:
            fill(library, place)
            if place in ("world", "blind-spots"):
                world_articles.fill(library)
                world_articles.fill_more(library)
            app = NewsdiffApp(library, settings=Settings(tmp_path / "config.toml", home=("IE",)))
            async with app.run_test(size=(100, 30), notifications=True) as pilot:
                walk = Walk(app, pilot, place)
                note_actions(walk, monkeypatch)
                await walk.start()
                while left and walk.usable:
                    wrong.append(await walk.press(left.pop(0)))
                    if left and walk.usable:
                        await walk.back()
    assert not [one for one in wrong if one]


def fill(library: Library, place: Place) -> None:
    """An event with two notes and a saved comparison, and two feeds; for the history newer texts."""
    library.keep_fact("sample", "gone")
    event = library.events.add(reading()).id
    for words, name in (("who counted?", "alpha"), ("and who says so?", "beta")):
        block = article(name).paragraphs[1]
        library.notes.add(event, words, [target_on(article(name), block.start, block.end)])
    for number in (1, 2):
        library.feeds.add(f"http://127.0.0.1:9/{number}")  # refused before anything is connected
    library.saved.add(event, "a second line", View())
    if place == "history":
        for words in ("Two are missing.", "One is missing."):
            library.events.add_articles(event, [longer(article("alpha"), words)])


def note_actions(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Note in the walk which actions are called."""
    run = NewsdiffApp.run_action

    async def noted(app, action, *rest, **more):  # type: ignore[no-untyped-def]
        walk.called.append(action if isinstance(action, str) else str(action))
        return await run(app, action, *rest, **more)

    monkeypatch.setattr(walk.app, "run_action", noted.__get__(walk.app))


def _textual(name: str) -> str:
    return _character_to_key(name) if len(name) == 1 else name


def test_every_way_of_this_table_is_about_a_key_that_there_is() -> None:
    ids = {key.id for key in KEYS}
    assert ids >= BEFORE.keys() | CALLS_ITS_ACTION_ONLY.keys()
