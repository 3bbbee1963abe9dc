"""Opening an event in the reader: reading its files, and the wait for the first comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from textual import events
from textual.message import Message

from newsdiff.library import Library, LibraryError
from newsdiff.model import Comparison
from newsdiff.sanitize import one_line
from tui.keys.keymap import keys_for
from tui.logs import LOGGER, trouble_of
from tui.open_event import OpenedEvent
from tui.reader.comparing import ComparingFailed
from tui.reader.controller import Controller, Reader
from tui.reader.meanwhile import TextsMeanwhile
from tui.reader.places import state_at
from tui.wording import count
from widgets.reading.reading_moves import settle
from widgets.reading.reading_state import ReadingState

MOST_TYPED_AHEAD: Final = 64
"""Keys that are kept while the first comparison is made."""


@dataclass
class FilesRead(Message):
    """The articles were read from files."""

    opened: OpenedEvent
    problems: tuple[str, ...]


class Opening(Controller):
    """What happens before there is something to read."""

    def __init__(self, reader: Reader, library: Library, paths: Sequence[Path]) -> None:
        super().__init__(reader)
        self.waiting = True
        """Whether the first comparison is still to come."""
        self._library = library
        self._paths = tuple(paths)
        self._typed_ahead: list[events.Key] = []

    def first_state(self, comparison: Comparison) -> ReadingState:
        """Where the first comparison is shown: where the reader was."""
        state = state_at(self.opened.place, self.opened.options, comparison)
        settings = self.reader.newsdiff.settings
        if settings is not None and settings.fold and "fold" not in self.opened.options:
            state = settle(replace(state, fold_all=True), comparison)
        return state

    # -- files ---------------------------------------------------------------------------

    def read_files(self) -> None:
        """Read the articles that were named on the command line, behind the screen."""
        self.reader.run_worker(self._read_files, thread=True, exclusive=False, group="read files")

    def _read_files(self) -> None:
        from newsdiff.readers import read_event

        try:
            reading = read_event(self._paths)
            reading = replace(reading, title=reading.title or folder_name(self._paths))
            opened = OpenedEvent.from_files(self._library, reading)
        except Exception as error:
            trouble = trouble_of(error, "the files could not be read", LibraryError, OSError, ValueError)
            self.reader.post_message(ComparingFailed(trouble))
            return
        self.reader.post_message(FilesRead(opened, reading.problems))

    def show_skipped(self, problems: Sequence[str]) -> None:
        """Log the files that could not be read, and say so in one line."""
        for problem in problems:
            LOGGER.warning("skipped: %s", one_line(problem))
        if problems:
            self.show_message(skipped(problems))

    # -- what is typed before there is something to read ---------------------------------

    def hold(self, event: events.Key) -> None:
        """Keep a key that is typed ahead, but for one that leaves before anything else was typed."""
        if not self._typed_ahead and event.key in keys_for(self.reader.app, "reader.leave"):
            return
        if self.waiting and len(self._typed_ahead) < MOST_TYPED_AHEAD:
            event.stop()
            # An event goes up to its sender and no further: keys are looked up by the app.
            self._typed_ahead.append(events.Key(event.key, event.character).set_sender(self.reader.app))

    def done(self) -> None:
        """The first comparison is on the screen: type what was typed ahead, behind a key under way."""
        self.reader.newsdiff.keys.when_answered(self._type_what_was_held)

    def _type_what_was_held(self) -> None:
        self.waiting = False
        held, self._typed_ahead = self._typed_ahead, []
        self.reader.newsdiff.keys.take_first(held)

    def failed(self) -> None:
        """There will be no comparison: what was typed ahead goes nowhere."""
        self._typed_ahead.clear()
        self.waiting = False

    # -- the texts, as long as the comparison takes --------------------------------------

    def show_texts(self) -> None:
        """Show the texts side by side where the comparison takes its time."""
        grid, area = self.reader.grid, self.reader.text_area
        if self.waiting and self.reader.comparison is None and grid.is_mounted:
            grid.loading = grid.display = False
            area.mount(TextsMeanwhile(self.opened.chosen, area.size.width), before=grid)

    def take_texts_away(self) -> None:
        """Make room for the comparison."""
        self.reader.grid.loading = False
        for texts in self.reader.text_area.query(TextsMeanwhile):
            texts.display = False
            texts.remove()
            self.reader.grid.display = True


def folder_name(paths: Sequence[Path]) -> str | None:
    """What an event without a title is called: like its folder; None where it is no single folder."""
    return paths[0].resolve().name or None if len(paths) == 1 and paths[0].is_dir() else None


def skipped(problems: Sequence[str]) -> str:
    """``Skipped 3 files: notes.pdf: no text; …``: one line, however many there are."""
    return f"Skipped {count(len(problems), 'file')}: {'; '.join(map(one_line, problems))}"
