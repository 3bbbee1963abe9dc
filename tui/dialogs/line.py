"""Dialogs that ask for one line: a name to save under, a file to write."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from newsdiff.library import LibraryError
from newsdiff.sanitize import one_line
from tui.dialogs.dialog import Dialog
from tui.parts.fields import Line


class LineDialog(Dialog[str]):
    """Ask for one line of text; enter accepts."""

    HINT = "enter save · escape cancel"
    AUTO_FOCUS = "#line"

    def __init__(self, title: str, value: str, commit: Callable[[str], object], *, about: str = "") -> None:
        """`commit` does what the line is for; it may raise LibraryError, ValueError or OSError,
        and the dialog stays."""
        super().__init__(title)
        self._value = value
        self._commit = commit
        self._about = about

    def compose(self) -> ComposeResult:
        """What it is about, and the line."""
        yield from self.framed(
            Static(Content(one_line(self._about)), id="about", markup=False),
            Line(self._value, id="line", compact=True),
        )

    @property
    def line(self) -> str:
        """What stands in the line."""
        return self.query_one("#line", Input).value.strip()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_accept()

    def trouble(self, line: str) -> str:
        """What is to be said before the line is accepted; empty when nothing is."""
        return "" if line else "Type something, or press escape to cancel."

    def action_accept(self) -> None:
        """Do it, and close if it could be done."""
        line = self.line
        if trouble := self.trouble(line):
            self.say(trouble)
            return
        try:
            self._commit(line)
        except (LibraryError, ValueError, OSError) as error:
            self.say(str(error))
            return
        self.dismiss(line)


class NameDialog(LineDialog):
    """Ask for the name of a saved comparison; says when the name is taken and would be replaced."""

    def __init__(
        self, value: str, taken: Mapping[str, str], commit: Callable[[str], None], *, open_name: str = ""
    ) -> None:
        """`taken`: name -> what to say about that comparison; `open_name` is saved again unasked."""
        super().__init__(
            "Save the comparison as", value, commit, about="Sources, base, links, notes and place."
        )
        self._taken = taken
        self._open_name = open_name
        self._asked = ""

    def trouble(self, line: str) -> str:
        """Ask once before another comparison of that name is replaced."""
        if line in self._taken and line not in (self._open_name, self._asked):
            self._asked = line
            return f"“{line}” exists: {self._taken[line]}. Enter again replaces it."
        return super().trouble(line)


class PathDialog(LineDialog):
    """Ask for a file to write; asks once more before it replaces one."""

    HINT = "enter write · escape cancel"

    def __init__(self, title: str, value: Path, commit: Callable[[Path], None]) -> None:
        super().__init__(title, shortest(value), lambda line: commit(absolute(line)), about="File to write:")
        self._asked = ""

    def trouble(self, line: str) -> str:
        """What is wrong with the path."""
        if not line:
            return super().trouble(line)
        path = absolute(line)
        if os.path.isdir(path):
            return f"{path} is a folder: add a file name."
        if not os.path.isdir(path.parent):
            return f"There is no folder {path.parent}."
        if os.path.exists(path) and self._asked != line:
            self._asked = line
            return f"{path.name} exists. Enter again replaces it."
        return ""


def absolute(line: str) -> Path:
    """The path a person typed, with ``~`` resolved, from the folder newsdiff was started in."""
    return Path(os.path.expanduser(line)).absolute()


def shortest(path: Path) -> str:
    """The path as a person would type it: relative when it lies below the current folder."""
    try:
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    except (OSError, ValueError):
        return str(path)
