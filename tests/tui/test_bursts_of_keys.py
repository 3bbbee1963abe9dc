"""Keys faster than the screen, over every dialog: whatever is gone already, nothing breaks.

``NEWSDIFF_BURST_KEYS=5000 pytest tests/tui/test_bursts_of_keys.py`` presses so many keys in all.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from newsdiff.library import Library, open_library
from tests.tui.driving import settled
from tests.tui.small_event import ARTICLES, reading
from tui.app import NewsdiffApp
from tui.keys.keymap import KEYS

KEYS_IN_ALL: Final = int(os.environ.get("NEWSDIFF_BURST_KEYS", "200"))
IN_A_BURST: Final = 50
WAYS: Final[dict[str, Sequence[str]]] = {
    "library": (), "add": ("a",), "add files": ("a", "a.txt"), "rename an event": ("r",), "feeds": ("F",),
    "what came in": ("i",), "notes of the library": ("N",), "why together": ("y",),
    "reader": ("enter",), "note": ("enter", "a"), "save": ("enter", "s"), "export": ("enter", "e"),
    "filter": ("enter", "f"), "sources": ("enter", "S"), "text or not": ("enter", "t"),
    "rename an outlet": ("enter", "R"), "search": ("enter", "/"), "row": ("enter", ":"),
    "view": ("enter", "V"), "notes": ("enter", "A"), "older texts": ("enter", "H"), "help": ("?",),
    "palette": ("ctrl+p",), "card": ("enter", ";", "enter"), "strip": ("enter", "]"),
}  # fmt: skip
"""Where a burst begins, and the keys that lead there."""
ALL_KEYS: Final = sorted(
    {name for key in KEYS for name in key.keys.split(",")} - {"ctrl+q", "f2"} | {"x", "é", "7", "tab"}
)
BURSTS: Final = max(1, KEYS_IN_ALL // IN_A_BURST)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@settings(
    max_examples=BURSTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an app takes minutes
)
@given(
    st.sampled_from(sorted(WAYS)),
    st.lists(
        st.one_of(st.sampled_from(ALL_KEYS), st.sampled_from(["escape", "enter", "i", "a", "q", "ctrl+s"])),
        min_size=IN_A_BURST, max_size=IN_A_BURST,
    ),
)  # fmt: skip
def test_no_burst_of_keys_breaks_the_application(way: str, keys: list[str]) -> None:
    asyncio.run(pressed(WAYS[way], keys))


@pytest.mark.parametrize("keys", [["escape", "q", "i"], ["ctrl+s", "escape", "escape", "i", "i"]])
def test_a_run_that_is_closed_and_looked_at_again_breaks_nothing(keys: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A headline\n\n" + "The ferry ran aground off Norvik on Sunday. " * 9)
    asyncio.run(pressed(("a", str(tmp_path), "enter"), keys))


async def test_keys_behind_the_last_one_break_nothing(library: Library) -> None:
    app = NewsdiffApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        burst(app, ["q", "W", "left", "b", "down", "F", "down"])
        await pilot.pause()


async def pressed(way: Sequence[str], keys: Sequence[str]) -> None:
    """Go somewhere, then press keys without waiting for what they do."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        library.events.add(reading())
        app = NewsdiffApp(library)
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            app.open_url = lambda *_, **__: None  # type: ignore[method-assign]
            await settled(pilot)
            for step in way:
                await typed(pilot, step)
            burst(app, keys)
            for _ in range(5):
                await pilot.pause(0.02)
            assert len(ARTICLES) == 3


async def typed(pilot: Pilot[None], step: str) -> None:
    """A key, or words that go into a field."""
    known = len(step) == 1 or any(step in key.keys.split(",") for key in KEYS)
    await pilot.press(*([step] if known else step))
    await settled(pilot)


def burst(app: NewsdiffApp, keys: Sequence[str]) -> None:
    """All keys at once, as a terminal hands them over that was not read for a while."""
    for name in keys:
        character = name if len(name) == 1 else {"enter": "\r", "tab": "\t"}.get(name)
        key = _character_to_key(name) if len(name) == 1 else name
        app.post_message(events.Key(key, character).set_sender(app))
