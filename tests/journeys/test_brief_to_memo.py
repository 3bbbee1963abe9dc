"""Open an event, read its brief, judge, hand a memo on, come back, carry the work to another library."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.journeys.terminal import Terminal


def newsdiff(*arguments: str) -> str:
    program = "from newsdiff.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def differences(terminal: Terminal, *also: str) -> int:
    """How many differences the brief shows, none of them judged yet; waits for it."""
    shown = terminal.wait_for("Worth a look", "not judged ", *also)
    found = re.search(r"not judged (\d+)", shown)
    assert found is not None
    return int(found.group(1))


def test_verdicts_and_the_memo_are_there_after_a_relaunch(tmp_path: Path) -> None:
    arguments = ["--data-dir", str(tmp_path / "data")]
    with Terminal(arguments, tmp_path, columns=80, lines=24) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow")
        terminal.type("\r")
        every = differences(terminal, "Most reported", "Only in one")
        terminal.type("C")
        terminal.wait_for("confirmed 1")
        terminal.type("j")
        terminal.type("d")
        terminal.wait_for("dismissed 1")
        terminal.type("C")
        terminal.wait_for("confirmed 2", f"not judged {every - 3}")
        terminal.type("e")
        terminal.wait_for("Export as", "Memo for the desk")
        terminal.type("\r")
        terminal.wait_for("-memo.md")
        terminal.type("\r")
        terminal.wait_for("Written to")
        terminal.type("q")
        terminal.wait_for("newsdiff › library")
        terminal.type("q")
        assert terminal.wait_for_end() == 0

    (memo,) = tmp_path.glob("*-memo.md")
    text = memo.read_text("utf-8")
    assert "Differences confirmed by the reader (2)" in text
    assert f"Differences not yet judged ({every - 3})" in text
    assert "Dismissed by the reader" in text

    with Terminal(arguments, tmp_path, columns=80, lines=24) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow")
        terminal.type("\r")
        terminal.wait_for(f"confirmed 2 · dismissed 1 · not judged {every - 3}")
        terminal.type("\x11")  # ctrl+q
        assert terminal.wait_for_end() == 0


def test_a_verdict_that_was_undone_is_gone_after_a_relaunch(tmp_path: Path) -> None:
    arguments = ["--data-dir", str(tmp_path / "data")]
    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow")
        terminal.type("\r")
        every = differences(terminal)
        terminal.type("d")
        terminal.wait_for(f"dismissed 1 · not judged {every - 1}")
        terminal.type("u")
        terminal.wait_for(f"dismissed 0 · not judged {every}")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0

    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for(f"confirmed 0 · dismissed 0 · not judged {every}")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0


def test_an_added_difference_is_exported_and_is_there_in_another_library(tmp_path: Path) -> None:
    here, elsewhere = ["--data-dir", str(tmp_path / "data")], ["--data-dir", str(tmp_path / "elsewhere")]
    with Terminal(here, tmp_path) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow")
        terminal.type("\r")
        differences(terminal)
        terminal.type("B")
        terminal.wait_for("aligned")
        terminal.type("1&2&")
        terminal.wait_for("2 pinned in 2 outlets")
        terminal.type("!")
        terminal.wait_for("What do they differ on?")
        terminal.type("who opened the talks\r")
        terminal.wait_for("Added “")
        terminal.type("B")
        terminal.wait_for("confirmed 1 · dismissed 0")
        terminal.type("s")
        terminal.wait_for("Save the comparison as")
        terminal.type("talks\r")
        terminal.wait_for("Saved as “talks”.")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0

    bundle = tmp_path / "talks.newsdiff.zip"
    newsdiff(*here, "export", "talks", "--format", "bundle", "-o", str(bundle))
    newsdiff(*elsewhere, "import", str(bundle))
    assert "who opened the talks" in newsdiff(*elsewhere, "export", "talks")
    written = newsdiff(*elsewhere, "eval", "--verdicts", str(tmp_path / "gold"))
    assert "1 event written." in written

    with Terminal(elsewhere, tmp_path) as terminal:
        terminal.wait_for("Putin–Witkoff talks in Moscow")
        terminal.type("\r")
        terminal.wait_for("Worth a look", "confirmed 1")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
