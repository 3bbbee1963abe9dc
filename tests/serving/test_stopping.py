"""``newsdiff serve`` stops, or is killed, while pages are open."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import aiohttp
import pytest

from newsdiff.library import open_library, unsaved
from tests.journeys.short_event import short_library
from tests.patience import PATIENCE
from tests.serving.running import connect, serving

if sys.platform == "win32":
    pytest.skip("needs signals", allow_module_level=True)

SECONDS_TO_STOP = 10
"""Far more than the second it takes, far less than the 20 that it takes to wait for what does not end."""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_it_stops_with_pages_open_and_an_app_that_does_not_answer(
    ending: signal.Signals, tmp_path: Path
) -> None:
    short_library(tmp_path)
    with serving(tmp_path) as served:
        async with aiohttp.ClientSession() as session:
            for _ in range(3):
                visitor = await connect(session, served)
                await visitor.wait_for("library")
            children = served.children()
            os.kill(children[0], signal.SIGSTOP)
            served.process.send_signal(ending)
            served.process.wait(SECONDS_TO_STOP)
            assert gone(children)


async def test_apps_end_when_the_server_was_killed(tmp_path: Path) -> None:
    short_library(tmp_path)
    with serving(tmp_path) as served:
        async with aiohttp.ClientSession() as session:
            visitor = await connect(session, served)
            await visitor.wait_for("Worth a look · ")
            await visitor.type("\r")
            await visitor.wait_for("row 1 of")
            await visitor.type("a")
            await visitor.wait_for("ctrl+s save")
            await visitor.type("nearly lost")
            await visitor.wait_for("nearly lost")
            children = served.children()
            served.process.kill()
            served.process.wait(PATIENCE)
            assert gone(children)
    (note,) = unsaved.kept(tmp_path / "data")
    assert note.body == "nearly lost"


async def test_what_a_visitor_wrote_is_kept_when_the_page_is_closed(tmp_path: Path) -> None:
    short_library(tmp_path)
    with serving(tmp_path) as served:
        async with aiohttp.ClientSession() as session:
            visitor = await connect(session, served)
            await visitor.wait_for("Worth a look · ")
            await visitor.type("\r")
            await visitor.wait_for("row 1 of")
            await visitor.type("a")
            await visitor.wait_for("ctrl+s save")
            await visitor.type("half a th")
            await visitor.wait_for("half a th")
            children = served.children()
            await visitor.connection.close()
            assert gone(children)
            again = await connect(session, served)
            await again.wait_for("Not saved when newsdiff ended", "half a th")
            await again.type("ought\x13")
            await again.wait_for("Note saved")
            await again.connection.close()
    assert unsaved.kept(tmp_path / "data") == ()
    with open_library(tmp_path / "data") as library:
        (event,) = library.events.all()
        (note,) = library.notes.of(event.id)
        assert note.body == "half a thought"
        assert note.targets


def gone(processes: list[int]) -> bool:
    """Whether all have ended, in the end."""
    until = time.monotonic() + PATIENCE
    while any(map(_runs, processes)):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _runs(process: int) -> bool:
    found = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return bool(found.stdout.strip()) and not found.stdout.startswith("Z")
