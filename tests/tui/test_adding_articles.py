"""Adding articles and asking feeds in the application, driven as a person would."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from newsdiff.library import Library, StoredEvent
from tests.fetching.local_server import LocalServer, Visit, page, serving, silent
from tests.incoming.feed_texts import article_page, html, item, opml, rss
from tests.patience import PATIENCE
from tests.tui.driving import messages, press, settled
from tui.app import NewsdiffApp
from tui.dialogs.add import AddDialog, completed
from tui.dialogs.run import RunDialog
from tui.library.feeds import FeedsScreen
from tui.library.lists import EventList
from tui.library.screen import LibraryScreen

STORIES = {
    "flood": "The river rose by two metres on Tuesday and flooded the centre of Ashford, officials said.",
    "quotas": "Parliament in Lima passed a law on fishing quotas after months of quarrels on Thursday.",
    "bridge": "The harbour bridge in Lindau was closed on Monday after engineers found cracks in a pillar.",
}


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as site:
        yield site


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with three articles and something that is none."""
    folder = tmp_path / "my stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / "table.csv").write_text("1,2", "utf-8")
    return folder


def words(app: NewsdiffApp, selector: str) -> str:
    widget = app.screen.query_one(selector)
    return widget.text if isinstance(widget, TextArea) else str(widget.visual)  # type: ignore[attr-defined]


async def add(pilot: Pilot[None], sources: object, *keys: str) -> None:
    """Open the dialog, fill in the sources, press more keys, accept; wait until all is in."""
    await settled(pilot)
    await press(pilot, "a")
    pilot.app.screen.query_one("#sources", Input).value = str(sources)
    await press(pilot, *keys, "enter")
    await over(pilot)


async def over(pilot: Pilot[None]) -> None:
    """Wait until the run is over and its dialog says so."""
    await settled(pilot)
    await pilot.pause(0.15)
    await settled(pilot)


def shown(app: NewsdiffApp) -> str:
    return "\n".join(str(option.prompt) for option in app.screen.query_one("#events", EventList).options)


async def test_a_folder_is_added_with_a_summary_and_the_cursor_on_the_first_new_event(
    app: NewsdiffApp, library: Library, event: str, stories: Path
) -> None:
    async with app.run_test() as pilot:
        await add(pilot, f'"{stories}"')
        assert isinstance(app.screen, RunDialog)
        assert words(app, "#counts") == "3 added, 0 unchanged, 0 newer version, 1 skipped in 3 events"
        assert words(app, "#words").startswith(
            f"Files below {stories}/\n\nSkipped (1)\n  table.csv: files of"
        )
        assert "Added (3)" in words(app, "#words")
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert len(library.events.all()) == 4
        current = app.screen.events_list.current
        assert isinstance(current, StoredEvent)
        assert current.id != event
        assert app.screen.events_list.highlighted == 0


async def test_added_again_nothing_changes_and_what_came_can_be_read_again(
    app: NewsdiffApp, stories: Path
) -> None:
    async with app.run_test() as pilot:
        await add(pilot, f"'{stories}/flood.txt'")
        await press(pilot, "escape")
        await add(pilot, f"'{stories}/flood.txt' nowhere.txt")
        assert words(app, "#counts").startswith("0 added, 1 unchanged, 0 newer version, 1 skipped")
        await press(pilot, "escape", "i")
        assert isinstance(app.screen, RunDialog)
        assert "nowhere.txt: there is no such file: check the name" in words(app, "#words")


async def test_event_outlet_and_dry_run_do_as_on_the_command_line(
    app: NewsdiffApp, library: Library, stories: Path
) -> None:
    async with app.run_test() as pilot:
        await add(pilot, f"'{stories}'/*.txt", "tab", "tab", "tab", "space", "shift+tab")
        assert words(app, "#counts").startswith("3 added")
        assert library.events.all() == ()
        await press(pilot, "escape")
        await add(pilot, f"'{stories}'/*.txt", "tab", *"Mine", "tab", *"Sun")
        (only,) = library.events.all()
        assert (only.title, only.outlets) == ("Mine", ("Sun", "Sun", "Sun"))


async def test_what_cannot_be_understood_is_said_and_nothing_is_lost(app: NewsdiffApp) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "a", "enter")
        assert words(app, "#trouble").startswith("Name a file")
        await press(pilot, *'"open', "enter")
        assert words(app, "#trouble").startswith("A quotation mark is not closed")
        app.screen.query_one("#sources", Input).value = "a.txt -"
        await press(pilot, "enter")
        assert words(app, "#trouble").startswith("Standard input is the keyboard here")
        assert isinstance(app.screen, AddDialog)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_pasted_lines_become_one_line_and_names_with_blanks_stay_whole(
    app: NewsdiffApp, stories: Path
) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "a")
        field = app.screen.query_one("#sources", Input)
        field.post_message(
            events.Paste(f"{stories}/flood.txt\n\n{stories}/quotas.txt\nhttps://a.example/b\n")
        )
        await settled(pilot)
        assert field.value == f"'{stories}/flood.txt' '{stories}/quotas.txt' https://a.example/b"


def test_paths_are_completed_from_the_disk(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stories.parent)
    assert completed("my") == "my\\ stories/"
    assert completed("other 'my") == "other 'my stories/"
    assert completed("my\\ stories/fl") == "my\\ stories/flood.txt"
    assert completed("my\\ stories/flood.txt") is None
    assert completed("https://my") is None
    assert completed("none/at/all") is None
    assert completed("~nobody of this name/a") is None
    assert completed("") is None


async def test_a_run_is_stopped_and_what_was_added_stays(
    app: NewsdiffApp, library: Library, server: LocalServer
) -> None:
    server.pages |= {"/a": page(article_page("Bridge closed")), "/silent": silent}
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "a")
        app.screen.query_one("#sources", Input).value = f"{server.url('/a')} {server.url('/silent')}"
        await press(pilot, "tab", "tab", "tab", "tab", "space")
        await pilot.press("shift+tab", "shift+tab", "enter")
        while "/silent" not in server.asked:
            await pilot.pause(0.05)
        assert isinstance(app.screen, RunDialog)
        await pilot.press("escape")
        await over(pilot)
        assert words(app, "#counts").startswith("cancelled: 1 added")
        assert [event.title for event in library.events.all()] == ["Bridge closed"]


async def test_a_run_goes_on_behind_and_says_when_it_is_over(
    app: NewsdiffApp, library: Library, server: LocalServer
) -> None:
    is_behind = threading.Event()

    def waiting(visit: Visit) -> None:
        is_behind.wait(PATIENCE)
        page(rss(item("/a", content=html())), "application/rss+xml")(visit)

    server.pages["/feed"] = waiting
    library.feeds.add(server.url("/feed"), allow_private=True)
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("U", "ctrl+s")
        await pilot.pause()
        is_behind.set()
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "1 added, 0 unchanged" in messages(app)
        assert "Bridge closed" in shown(app)


async def test_feeds_are_listed_added_asked_removed_and_brought_back(
    app: NewsdiffApp, library: Library, server: LocalServer, tmp_path: Path
) -> None:
    server.pages["/feed"] = page(rss(item("/a", content=html())), "application/rss+xml")
    library.feeds.add(server.url("/feed"), title="The Courier", allow_private=True)
    (tmp_path / "list.opml").write_text(opml(server.url("/gone")), "utf-8")
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "F")
        assert isinstance(app.screen, FeedsScreen)
        await press(pilot, "a", *str(tmp_path / "list.opml"), "enter")
        assert [feed.url for feed in library.feeds.all()] == [server.url("/feed"), server.url("/gone")]
        await press(pilot, "U")
        await over(pilot)
        assert words(app, "#counts") == "2 feeds asked, 1 failed"
        await press(pilot, "escape")
        listed = "\n".join(str(option.prompt) for option in app.screen.list_.options)
        assert "The Courier" in listed
        assert "! failed 1 time: " in listed
        await press(pilot, "j", "d")
        assert len(library.feeds.all()) == 1
        await press(pilot, "u")
        assert len(library.feeds.all()) == 2
        await press(pilot, "q")
        assert "Bridge closed" in shown(app)


async def test_an_address_that_is_no_feed_is_refused_in_the_dialog(app: NewsdiffApp) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "F")
        assert "No feeds yet." in str(app.screen.query_one("#empty", Static).visual)
        await press(pilot, "a", *"nothing.opml", "enter")
        assert "nothing.opml: there is no such file" in words(app, "#trouble")


async def test_hostile_names_and_reasons_are_shown_as_text(app: NewsdiffApp, tmp_path: Path) -> None:
    bad = tmp_path / "a\x1b[31m[bold]x.jsonl"
    bad.write_text(json.dumps({"title": "No text"}), "utf-8")
    async with app.run_test() as pilot:
        await add(pilot, f"'{tmp_path}/'*.jsonl")
        assert "\x1b" not in words(app, "#words")
        assert "[bold]x.jsonl, line 1: has no “text”" in words(app, "#words")


async def test_the_mouse_accepts_and_closes_as_the_keys_do(app: NewsdiffApp, stories: Path) -> None:
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "a")
        app.screen.query_one("#sources", Input).value = f"'{stories}/flood.txt'"
        await settled(pilot)
        assert await pilot.click("#hint", offset=(1, 1))  # “enter add”
        await over(pilot)
        assert words(app, "#counts").startswith("1 added")
        hint = app.screen.query_one("#hint", Static)
        text = str(hint.visual)
        await pilot.click("#hint", offset=(text.index("escape") + 1, 1))
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
