"""A short journey for every key of the table: it calls its action, and one sees that it did."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from textual.keys import _character_to_key
from textual.pilot import Pilot

from newsdiff.library import Library, View
from newsdiff.library.anchors import target_on
from newsdiff.settings import Settings
from tests.tui.driving import PAUSES, press, settled, told
from tests.tui.pictures import picture_of
from tests.tui.small_event import article
from tests.world.world_articles import fill
from tui.app import NewsdiffApp
from tui.keys.keymap import KEYS, Key, Place

pytestmark = pytest.mark.usefixtures("small")

WAYS: Final[dict[Place, Sequence[str]]] = {
    "library": (),
    "reader": ("enter", "B"),
    "notes": ("A",),
    "feeds": ("F",),
    "world": ("W",),
    "blind-spots": ("b",),
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
    "reader.crossing": ("3",),
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


async def at(pilot: Pilot[None], key: Key) -> None:
    """Go to where a key works and has something to do."""
    await settled(pilot)
    await pilot.pause(0.2)
    await press(pilot, *WAYS[key.place])
    for before in BEFORE.get(key.id, ()):
        await press(pilot, before)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
async def test_a_key_calls_its_action_and_one_sees_it(
    key: Key, library: Library, event: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(NewsdiffApp, "open_url", lambda self, *_, **__: self.show_message("opened"))
    for words, name in (("who counted?", "alpha"), ("and who says so?", "beta")):
        block = article(name).paragraphs[1]
        library.notes.add(event, words, [target_on(article(name), block.start, block.end)])
    for number in (1, 2):
        library.feeds.add(f"http://127.0.0.1:9/{number}")  # refused before anything is connected
    if key.place == "library":
        library.saved.add(event, "a second line", View())
    called: list[str] = []
    if key.place in ("world", "blind-spots"):
        fill(library)
    app = NewsdiffApp(library, settings=Settings(tmp_path / "config.toml", home=("IE",)))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at(pilot, key)
        screen = app.screen
        bound = screen.active_bindings
        for name in key.keys.split(","):
            assert bound[_textual(name)].binding.action == key.action, name
        run = type(app).run_action
        monkeypatch.setattr(
            type(app),
            "run_action",
            lambda self, action, *rest, **more: _noted(called, run, self, action, *rest, **more),
        )
        before, said = picture_of(app), told(app)
        await press(pilot, key.keys.split(",")[0])
        shows_more = key.id not in CALLS_ITS_ACTION_ONLY
        for _ in range(PAUSES):  # a busy machine calls and draws later
            if key.action in called and (not shows_more or (picture_of(app), told(app)) != (before, said)):
                break
            await pilot.pause(0.02)
        assert key.action in called
        if shows_more:
            assert (picture_of(app), told(app)) != (before, said)


def _noted(called: list[str], run, app, action, *rest, **more):  # type: ignore[no-untyped-def]
    called.append(action if isinstance(action, str) else str(action))
    return run(app, action, *rest, **more)


def _textual(name: str) -> str:
    return _character_to_key(name) if len(name) == 1 else name


def test_every_way_of_this_table_is_about_a_key_that_there_is() -> None:
    ids = {key.id for key in KEYS}
    assert ids >= BEFORE.keys() | CALLS_ITS_ACTION_ONLY.keys()
