"""Copying: to the terminal, to what stands between it and the program, and to the desktop.

A terminal may ignore the sequence that sets its clipboard (OSC 52), and tmux passes it on only where it is
configured to (``set-clipboard on``). So the text also goes to the programs that are there, and to a file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE_NAME: Final = "copied.txt"
SECONDS: Final = 3.0
"""A program that takes longer is given up."""
Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Program:
    """A program that takes a text for the clipboard on its standard input."""

    name: str
    commands: tuple[Command, ...]
    """Tried in turn until one works."""


def programs(
    environment: Mapping[str, str], which: Callable[[str], str | None] = shutil.which
) -> list[Program]:
    """The programs that can reach a clipboard from here."""
    found = []
    if environment.get("TMUX") and which("tmux"):
        # -w hands it on to the terminal; a tmux before 3.2 does not know it.
        found.append(Program("tmux", (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))))
    if environment.get("WAYLAND_DISPLAY") and which("wl-copy"):
        found.append(Program("wl-copy", (("wl-copy",),)))
    elif environment.get("DISPLAY") and which("xclip"):
        found.append(Program("xclip", (("xclip", "-selection", "clipboard"),)))
    if sys.platform == "darwin" and which("pbcopy"):
        found.append(Program("pbcopy", (("pbcopy",),)))
    return found


def hand_over(text: str, to: Sequence[Program]) -> tuple[str, ...]:
    """Give a text to these programs; the names of those that took it."""
    return tuple(one.name for one in to if any(takes(command, text) for command in one.commands))


def takes(command: Command, text: str) -> bool:
    """Whether a program takes a text and ends well."""
    try:
        done = subprocess.run(
            command, input=text.encode("utf-8", "replace"), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def what_was_done(taken_by: Sequence[str], file: Path | None) -> str:
    """Which programs have it; where none has, that the terminal must allow it, and the file it is in."""
    if taken_by:
        return f"Copied with its source. Also copied to {' and '.join(taken_by)}."
    where = f"; also in {at_home(file)}" if file is not None else ""
    return f"Copied with its source. The terminal must allow it{where}"


def at_home(file: Path) -> str:
    """The path as a person writes it: ``~/…`` in the home folder."""
    home = Path.home()
    return f"~/{file.relative_to(home)}" if file.is_relative_to(home) else str(file)
