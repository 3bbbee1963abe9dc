"""What the screens look like, on a comparison made by hand, so that the engine does not change them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsdiff.library import Library
from newsdiff.library.anchors import target_on
from newsdiff.library.tables import codec
from tests.tui.driving import ReaderApp, press, settled
from tests.tui.pictures import check_picture
from tests.tui.small_event import article
from tui.app import NewsdiffApp

pytestmark = pytest.mark.usefixtures("small")
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


def named(size: tuple[int, int]) -> str:
    """``80x24``."""
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_library(library: Library, event: str, size: tuple[int, int]) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.pause(0.3)  # the cursor has to rest before an event is compared
        await settled(pilot)
        await check_picture(pilot, app, f"library-{named(size)}")


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_reader_on_a_difference(library: Library, event: str, size: tuple[int, int]) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, ";")
        await check_picture(pilot, app, f"reader-{named(size)}")


@pytest.mark.parametrize("size", SIZES, ids=named)
async def test_every_other_screen(
    library: Library, event: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them in one run of the application: to start it takes longer than to look."""
    monkeypatch.setattr(codec, "now", lambda: datetime(2026, 3, 4, 12, tzinfo=UTC))  # the list shows the day
    block = article("beta").paragraphs[0]
    library.notes.add(event, "who counted?", [target_on(article("beta"), block.start, block.end)])
    app = ReaderApp(library, event)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for name, keys in (
            ("own-order", ("v",)),
            ("matrix", ("v",)),
            ("one-article", ("v",)),
            ("search", ("v", "v", "/", *"norvik")),
            ("card", ("escape", "g", "1", ";", "enter")),
            ("notes", ("escape", "A")),
            ("help", ("?",)),
        ):
            await press(pilot, *keys)
            await check_picture(pilot, app, f"{name}-{named(size)}")


@pytest.mark.parametrize(
    "theme", ["newsdiff-light", "newsdiff-high-contrast", "newsdiff-colour-blind-safe", "ansi-dark"]
)
async def test_reader_in_other_themes(library: Library, event: str, theme: str) -> None:
    library.keep_fact("theme", theme)
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, ";")
        await check_picture(pilot, app, f"reader-{theme}")


async def test_reader_without_colours(library: Library, event: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, ";")
        await check_picture(pilot, app, "reader-no-colour")


async def test_detail_card(library: Library, event: str) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, ";", "enter")
        await check_picture(pilot, app, "detail-card")


async def test_search_notes_and_what_was_put_aside(library: Library, event: str) -> None:
    block = article("beta").paragraphs[0]
    library.notes.add(event, "who counted?", [target_on(article("beta"), block.start, block.end)])
    app = ReaderApp(library, event)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "/", *"norvik")
        await check_picture(pilot, app, "search-notes-noise")


@pytest.mark.parametrize(
    ("name", "keys"),
    [("note", [";", "a"]), ("save", ["s"]), ("filter", ["f"]), ("sources", ["S"]), ("role", ["3", "t"]),
     ("help", ["?"])],
)  # fmt: skip
async def test_dialogs(library: Library, event: str, name: str, keys: list[str]) -> None:
    app = ReaderApp(library, event)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        await check_picture(pilot, app, f"dialog-{name}")
