"""The table of keys is the truth: screens, help and palette follow it."""

from __future__ import annotations

import inspect
import sys

import pytest
from textual.command import CommandList, CommandPalette, Hit
from textual.widgets import Static

from newsdiff.library import Library
from tests.tui.driving import press, settled
from tui.app import NewsdiffApp
from tui.dialogs.choose import ChoiceList, TickDialog
from tui.dialogs.line import LineDialog
from tui.help import HelpScreen
from tui.history.screen import HistoryScreen
from tui.keys.commands import KeyCommands
from tui.keys.key import PLACES, Key
from tui.keys.key_search import ALSO, answers, asked_for
from tui.keys.keymap import KEYS, keys_of
from tui.library.feeds import FeedsScreen
from tui.library.screen import LibraryScreen
from tui.notes.screen import NotesScreen
from tui.open_event import OpenedEvent
from tui.parts.whole_footer import WholeFooter
from tui.reader.screen import ReaderScreen
from tui.world.blind_spots import BlindSpotsScreen
from tui.world.screen import WorldScreen

OWNERS = {
    "library": LibraryScreen,
    "reader": ReaderScreen,
    "notes": NotesScreen,
    "feeds": FeedsScreen,
    "world": WorldScreen,
    "blind-spots": BlindSpotsScreen,
    "history": HistoryScreen,
    "dialog": LineDialog,
    "choices": ChoiceList,
    "ticks": TickDialog,
    "help": HelpScreen,
    "everywhere": NewsdiffApp,
}
pytestmark = pytest.mark.usefixtures("small")


def test_every_key_has_an_id_of_its_own() -> None:
    ids = [key.id for key in KEYS]
    assert len(ids) == len(set(ids))


def test_no_key_is_used_twice_in_one_place() -> None:
    for place in PLACES:
        used = [name for key in keys_of(place) for name in key.keys.split(",")]
        assert len(used) == len(set(used)), place


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_has_an_action_behind_it(key: Key) -> None:
    owner = NewsdiffApp if key.action.startswith("app.") else OWNERS[key.place]
    name = key.action.removeprefix("app.").split("(")[0]
    # A screen has actions of its own, and takes on those of the controllers that its module names.
    near = [one for one in vars(sys.modules[owner.__module__]).values() if inspect.isclass(one)]
    assert any(inspect.isroutine(getattr(one, f"action_{name}", None)) for one in (owner, *near)), key.action


@pytest.mark.parametrize("place", PLACES)
def test_the_screens_bind_exactly_what_the_table_says(place: str) -> None:
    own = {binding.id for binding in OWNERS[place].BINDINGS if binding.id}  # type: ignore[union-attr]
    assert {key.id for key in KEYS if key.place == place} <= own
    assert own <= {key.id for key in KEYS}


async def test_the_help_lists_every_key_and_searches(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_event(OpenedEvent.from_library(library, event))
        await press(pilot, "?")
        assert isinstance(app.screen, HelpScreen)
        shown = str(app.screen.query_one("#help-keys", Static).visual)
        assert all(key.help in shown for key in KEYS)
        assert shown.startswith("Reader")
        await press(pilot, *"browser")
        shown = str(app.screen.query_one("#help-keys", Static).visual)
        assert "Open the article's page in the browser." in shown
        assert "Save this comparison" not in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("hidden source", {"reader.hide", "reader.sources"}),
        ("how do I undo", {"reader.undo", "library.undo", "notes.undo"}),
        ("back", {"reader.back", "reader.undo", "reader.leave"}),
        ("next", {"reader.next-difference", "reader.next-note", "reader.view"}),
        ("theme", {"everywhere.theme"}),
        ("language", {"reader.original"}),
        ("translation", {"reader.original"}),
        ("quit", {"everywhere.quit", "reader.leave"}),
        ("ctrl+o", {"reader.back"}),
        ("notes", {"reader.note", "reader.notes", "library.notes"}),
    ],
)
def test_the_help_finds_keys_by_the_words_that_people_use(typed: str, ids: set[str]) -> None:
    assert ids <= {key.id for key in KEYS if answers(key, asked_for(typed), "")}


def test_other_words_are_about_keys_that_there_are_and_are_not_their_own_words() -> None:
    by_id = {key.id: key for key in KEYS}
    for id, also in ALSO.items():
        key = by_id[id]
        own = f"{key.label} {key.help} {key.footer}".casefold()
        assert [word for word in also.split() if word in own] == [], id


async def test_f1_opens_the_help_too(library: Library) -> None:
    app = NewsdiffApp(library)
    async with app.run_test() as pilot:
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)


async def test_the_palette_runs_an_action_of_the_screen_below(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_event(OpenedEvent.from_library(library, event))
        await settled(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, *"next difference")
        hits = app.screen.query_one(CommandList)
        while not (hits.option_count and "difference" in str(hits.options[0].prompt)):
            await pilot.pause(0.05)
        await press(pilot, "enter")
        while not isinstance(reader := app.screen, ReaderScreen) or reader.state.detail is None:
            await pilot.pause(0.05)
        assert reader.state.detail == "d1"


async def test_the_palette_finds_every_action_of_the_screen(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_event(OpenedEvent.from_library(library, event))
        await settled(pilot)
        palette = KeyCommands(app.screen)
        for key in (*keys_of("reader"), *keys_of("everywhere")):
            found = [hit async for hit in palette.search(key.label) if isinstance(hit, Hit)]
            assert key.label in {hit.text for hit in found}, key.id


@pytest.mark.parametrize("height", [2, 4, 5])
@pytest.mark.parametrize("palette", ["ctrl+p", "f2"])
async def test_the_palette_pages_in_the_lowest_window(library: Library, palette: str, height: int) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(40, height)) as pilot:
        await settled(pilot)
        await press(pilot, palette)
        assert isinstance(app.screen, CommandPalette)
        await pilot.pause(0.3)
        await press(pilot, "down", "pagedown", "pageup", "pageup", "shift+end", "pagedown", "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_keys_can_be_remapped_by_their_ids(library: Library, event: str) -> None:
    app = NewsdiffApp(library)
    app.update_keymap({"reader.next-difference": "Z"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.open_event(OpenedEvent.from_library(library, event))
        await settled(pilot)
        await press(pilot, "Z")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.state.detail == "d1"


async def test_a_click_on_a_key_in_the_footer_presses_it_and_the_mouse_over_it_says_what_it_does(
    app: NewsdiffApp,
) -> None:
    async with app.run_test(size=(140, 36)) as pilot:
        await settled(pilot)
        footer = app.screen.query_one(WholeFooter)
        line = footer.render().plain
        at = line.index("? help")
        await pilot.hover(WholeFooter, offset=(at, 0))
        assert str(footer.tooltip).startswith("Show all keys")
        await pilot.hover(WholeFooter, offset=(len(line) + 1, 0))
        assert footer.tooltip is None
        await pilot.click(WholeFooter, offset=(len(line) + 1, 0))
        assert isinstance(app.screen, LibraryScreen)
        await pilot.click(WholeFooter, offset=(at + 3, 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
