"""A person who has never left the app: adds files and feeds, reads what came, through a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.fetching.local_server import page, serving
from tests.incoming.feed_texts import html, item, rss
from tests.journeys.terminal import Terminal

ESCAPE = "\x1b"


def test_pasted_files_and_a_feed_are_added_and_opened(tmp_path: Path) -> None:
    folder = tmp_path / "two floods"
    folder.mkdir()
    story = "The Elm river rose by {} metres on Tuesday and flooded the centre of Ashford, officials said."
    for name, metres in (("sun", 2), ("star", 3)):
        (folder / f"{name}.txt").write_text(story.format(metres), "utf-8")
    with (
        serving() as server,
        Terminal(["--data-dir", str(tmp_path / "data")], tmp_path, columns=80, lines=24) as terminal,
    ):
        server.pages["/feed"] = page(rss(item("/a", "Bridge closed", content=html())), "application/rss+xml")
        terminal.wait_for("Welcome", "Putin–Witkoff talks in Moscow")
        terminal.type("a")
        terminal.wait_for("Add articles")
        terminal.paste(f"{folder}/sun.txt\n{folder}/star.txt\nnowhere.txt\n")
        terminal.wait_for("nowhere.txt")
        terminal.type("\r")
        terminal.wait_for("2 added, 0 unchanged, 0 newer version, 1 skipped", "there is no such file")
        terminal.type(ESCAPE)
        terminal.wait_until_gone("Skipped (1)")
        terminal.wait_for("2 events", "2 outlets")
        terminal.type("a")
        terminal.wait_for("Add articles")
        terminal.type(server.url("/feed"))
        terminal.type("\t\t\t\t ")  # past event, outlet and dry run
        terminal.wait_for("■ own network")
        terminal.type("\x13")  # ctrl+s
        terminal.wait_for("1 added", "Bridge closed")
        terminal.type(ESCAPE)
        terminal.wait_for("3 events")
        terminal.type("\x11")  # ctrl+q
        assert terminal.wait_for_end() == 0
