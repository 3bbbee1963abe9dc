"""The dialog that asks what is to be added: paths, folders, globs, addresses of articles and feeds."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
from pathlib import Path
from typing import Any, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Checkbox, Input, Label, Static

from newsdiff.fetching.urls import is_web_url
from tui.bringing import Wish, refusal_of_sources
from tui.dialogs.dialog import Dialog
from tui.parts.fields import Line

ABOUT: Final = (
    "Files (text, Markdown, HTML, MHTML, JSON, JSON Lines), folders, globs, addresses of articles or feeds, "
    "OPML lists. Separate several with spaces; put a name that contains spaces in quotation marks."
)
ABOUT_SERVED: Final = (
    "Addresses of articles, feeds or OPML lists, several separated by spaces. Files are added with the "
    "button above, or by dropping them on the page."
)
STANDARD_INPUT: Final = "-"
ENTRIES_LOOKED_AT: Final = 5_000
"""Of a folder, to complete a name."""
_LAST_WORD: Final = re.compile(
    r"""(?:^|(?<=\s))(?:(?P<quote>["'])(?P<quoted>[^"']*)|(?P<bare>(?:\\.|[^\s"'\\])*))$"""
)


class PathSuggester(Suggester):
    """Completes the last path of a line from what lies on the disk."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last path completed; None where there is nothing to complete."""
        return await asyncio.to_thread(completed, value)


def completed(line: str) -> str | None:
    """The line with its last path completed to the first name on the disk that begins so."""
    found = _LAST_WORD.search(line)
    if found is None:
        return None
    quote = found["quote"] or ""
    started = found["quoted"] if quote else re.sub(r"\\(.)", r"\1", found["bare"])
    if not started or is_web_url(started):
        return None
    folder, _, beginning = started.rpartition("/")
    place = Path(os.path.expanduser(f"{folder}/" if "/" in started else "."))
    name = _first_name(place, beginning)
    if name is None:
        return None
    rest = name[len(beginning) :]
    return line + (rest if quote else re.sub(r"([\s\"'\\])", r"\\\1", rest))


def _first_name(folder: Path, beginning: str) -> str | None:
    names = []
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= ENTRIES_LOOKED_AT:
                    break
                hidden = entry.name.startswith(".") and not beginning.startswith(".")
                if entry.name.startswith(beginning) and not hidden:
                    names.append(f"{entry.name}/" if entry.is_dir() else entry.name)
    except (OSError, ValueError):
        return None
    return next((name for name in sorted(names) if name != beginning and name.isprintable()), None)


class SourcesLine(Line):
    """A line of sources; several lines that are pasted become one."""

    def __init__(self, *, looks_at_files: bool = True, **options: Any) -> None:
        """`looks_at_files`: whether a pasted line may be looked for on the disk; `options`: of `Line`."""
        super().__init__(**options)
        self._looks_at_files = looks_at_files

    def on_paste(self, event: events.Paste) -> None:
        """Join the lines before the field takes the first one only."""
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.text = " ".join(_one_source(line) if self._looks_at_files else line for line in lines)
        self.call_after_refresh(self._show_the_end)

    def _show_the_end(self) -> None:
        """The field scrolls before it knows how long the pasted text has made it."""
        if self.cursor_at_end:
            self.scroll_to(x=self.max_scroll_x, animate=False, force=True)


def _one_source(line: str) -> str:
    """A pasted line in quotation marks, where it is one file whose name has blanks."""
    return shlex.quote(line) if " " in line and os.path.exists(os.path.expanduser(line)) else line


class Tick(Checkbox):
    """A box to tick that shows without colour whether it is."""

    BUTTON_LEFT = BUTTON_RIGHT = ""
    BUTTON_INNER = "□"

    def watch_value(self) -> None:
        """Another sign for another state."""
        super().watch_value()
        self.BUTTON_INNER = "■" if self.value else "□"
        self.refresh()


class AddDialog(Dialog[Wish]):
    """Ask what to add; answers with a `Wish`."""

    HINT = "enter add · → complete the path · tab next field · escape cancel"
    AUTO_FOCUS = "#sources"

    def __init__(self, *, served: bool = False) -> None:
        """`served`: for a visitor of ``newsdiff serve``, who adds public addresses only."""
        super().__init__("Add articles")
        self._served = served

    def compose(self) -> ComposeResult:
        """Sources, and the options of ``newsdiff add``."""
        sources = SourcesLine(
            placeholder="https://…" if self._served else "~/news/*.html  https://…",
            id="sources",
            suggester=None if self._served else PathSuggester(),
            compact=True,
            looks_at_files=not self._served,
        )
        yield from self.framed(
            Static(Content(ABOUT_SERVED if self._served else ABOUT), id="about", markup=False),
            sources,
            Horizontal(
                Label("event ", markup=False),
                Line(placeholder="put them all into an event with this name", id="event", compact=True),
                classes="line",
            ),
            Horizontal(
                Label("outlet", markup=False),
                Line(placeholder="who published them, if they do not say", id="outlet", compact=True),
                classes="line",
            ),
            Horizontal(
                Tick("dry run", id="dry-run", compact=True),
                Tick("own network (--allow-private)", id="private", compact=True, disabled=self._served),
                classes="line",
            ),
        )

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with what stands there."""
        line = self.query_one("#sources", Input).value
        try:
            sources = tuple(shlex.split(line))
        except ValueError:
            self.say("A quotation mark is not closed, or the line ends with a backslash.")
            return
        if not sources:
            self.say("Name a file, a folder or an address first, or press escape to cancel.")
            return
        if STANDARD_INPUT in sources:
            self.say("Standard input is the keyboard here: use newsdiff add - in a shell.")
            return
        if self._served and (refusal := refusal_of_sources(sources)):
            self.say(refusal)
            return
        self.dismiss(
            Wish(
                sources,
                event=self.query_one("#event", Input).value.strip() or None,
                outlet=self.query_one("#outlet", Input).value.strip() or None,
                dry_run=self.query_one("#dry-run", Checkbox).value,
                allow_private=self.query_one("#private", Checkbox).value and not self._served,
            )
        )
