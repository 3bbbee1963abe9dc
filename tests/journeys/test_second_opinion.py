"""Name a program, ask it about an event, stop half-way, read what was answered, confirm, hand the memo on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.journeys.terminal import Terminal
from tests.opinion.ferry import PLAIN
from tests.opinion.local_programs import BEGINNING, command

ONE_AFTER_THE_OTHER = """
if question["material"]["newsdiff_found"]:
    rules()
else:
    time.sleep(600)
"""
"""Answers at once where newsdiff marks something, and never where it does not."""


def prepared(tmp_path: Path, name: str) -> tuple[Path, Path]:
    """The folder of an event and the settings that name a program."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    for outlet, lines in PLAIN.items():
        (folder / f"{outlet}.txt").write_text("\n\n".join(("Ferry runs aground", *lines)) + "\n", "utf-8")
    program = tmp_path / "rules.py"
    program.write_text(BEGINNING + ONE_AFTER_THE_OTHER, "utf-8")
    settings = tmp_path / "config.toml"
    settings.write_text(
        f"[second_opinion]\ncommand = {json.dumps(command(program))}\nname = {json.dumps(name)}\n", "utf-8"
    )
    return folder, settings


def test_a_command_that_is_stopped_says_how_far_it_came(tmp_path: Path) -> None:
    folder, settings = prepared(tmp_path, "Rules [/] [b]")
    with Terminal(["--config", str(settings), "opinion", str(folder)], tmp_path) as terminal:
        terminal.wait_for("asking Rules [/] [b]", "1/2")
        terminal.type("\x03")
        terminal.wait_for("newsdiff: Rules [/] [b]: stopped: 1 answer")
        assert terminal.wait_for_end() == 130


def test_from_the_settings_to_the_memo(tmp_path: Path) -> None:
    folder, settings = prepared(tmp_path, "Rules")
    arguments = ["--data-dir", str(tmp_path / "data"), "--config", str(settings), "open", str(folder)]
    with Terminal(arguments, tmp_path, columns=100, lines=30) as terminal:
        terminal.wait_for("Worth a look", "212 people")
        terminal.type("P")
        terminal.wait_for("asking Rules: 1 of 2 (P stops)")
        terminal.type("P")
        terminal.wait_for("Rules says: differs – how many were on board")
        terminal.type("f")
        terminal.wait_for("both agree: only these  1")
        terminal.type(" ")
        terminal.wait_for("■ both agree")
        terminal.type("\r")
        terminal.wait_for("both agree", "Worth a look · 1")
        terminal.type("C")
        terminal.wait_for("confirmed 1", "Rules says: differs")
        terminal.type("e")
        terminal.wait_for("Export as", "Memo for the desk")
        terminal.type("\r")
        terminal.wait_for("-memo.md")
        terminal.type("\r")
        terminal.wait_for("Written to")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    with Terminal(arguments, tmp_path, columns=100, lines=30) as terminal:
        terminal.wait_for("confirmed 1", "Rules says: differs – how many were on board")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    (memo,) = tmp_path.glob("*-memo.md")
    text = memo.read_text("utf-8")
    assert "Differences confirmed by the reader (1)" in text
    assert "## Second opinion of Rules" in text
    assert "newsdiff and it say that they differ (1)" in text
    assert "“220 people” – " in text
