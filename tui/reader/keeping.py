"""The place of the reader, kept while it changes; and what other windows change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsdiff.library import Library, LibraryError, Note
from tui.logs import LOGGER
from tui.reader.controller import Controller, Reader
from tui.reader.places import options_of, place_of
from widgets.reading.reading_state import ReadingState


class Keeping(Controller):
    """Keeps the reader and the library in step."""

    def __init__(self, reader: Reader, library: Library, reload: Callable[[], None]) -> None:
        """`reload` reads anew what another window may have changed."""
        super().__init__(reader)
        self._library = library
        self._reload = reload
        self._revision = 0
        self._last_state: ReadingState | None = None
        """The state as it was last shown: what is left of it when the grid has gone."""
        self._moved = False

    def start(self) -> None:
        """What was changed until now is known."""
        self._revision = self._library.revision()

    def shown(self, state: ReadingState) -> None:
        """A comparison came to the screen at this state."""
        self._last_state = state

    def moved(self, state: ReadingState) -> None:
        """The reader has moved."""
        self._last_state = state
        self._moved = True

    def keep_place_if_moved(self) -> None:
        """Remember where the reader is, where that is another place than before."""
        if self._moved:
            self._moved = False
            self.keep_place()

    def keep_place(self) -> None:
        """Remember where the reader is."""
        state = self._last_state
        if self.reader.comparison is None or state is None:
            return
        view = self.opened.view(place_of(state, self.comparison), options_of(state))
        try:
            self.opened.leave(view)
        except LibraryError as error:
            LOGGER.warning("the reading place could not be saved: %s", error)

    def look_for_changes(self) -> None:
        """Another window may have written notes or linked paragraphs."""
        if self.reader.comparison is None:
            return
        try:
            changes = self._library.changes_since(self._revision)
            self._revision = changes.revision
            self.reader.newsdiff.library_answers()
            if not changes.by_others:
                return
            before, known = self._what_is_compared(), set(self.opened.notes)
            self._reload()
        except LibraryError as error:
            self.reader.newsdiff.library_fails(error)
            return
        self._announce(note for note in self.opened.notes if note not in known)
        if before != self._what_is_compared():
            self.reader.compare_anew()

    def _announce(self, notes: Iterable[Note]) -> None:
        """Name who else has written on this event just now."""
        names = dict.fromkeys(one.author for one in notes if one.author and one.author != self._library.me)
        if names:
            self.reader.newsdiff.show_message(f"A note by {', '.join(filter(None, names))}.")

    def see_notes(self) -> None:
        """The reader had the notes on the event before them."""
        try:
            if self.reader.comparison is not None and self.opened.event is not None:
                self._library.notes.see(self.opened.event)
        except LibraryError as error:
            LOGGER.warning("notes could not be marked as seen: %s", error)

    def _what_is_compared(self) -> tuple[object, ...]:
        return self.opened.links, self.opened.articles, self.opened.verdicts
