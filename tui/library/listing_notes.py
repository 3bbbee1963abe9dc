"""What the library screen does with notes: list them, and go to where one stands."""

from __future__ import annotations

from newsdiff.library import Library, LibraryError
from tui.library.lists import EventList
from tui.newsdiff_screen import NewsdiffScreen
from tui.open_event import OpenedEvent


class ListingNotes(NewsdiffScreen[None]):
    """The part of the library screen that leads to the notes of an event, or of all."""

    library: Library
    events_list: EventList

    def action_all_notes(self) -> None:
        """The notes of the event under the cursor."""
        if event := self.events_list.current_event:
            self._list_notes(event)

    def action_library_notes(self) -> None:
        """The notes of the whole library."""
        self._list_notes(None)

    def _list_notes(self, event: str | None) -> None:
        from tui.notes.screen import NotesScreen

        self.app.push_screen(NotesScreen(self.library, event), self._go_to_note)

    def _go_to_note(self, answer: object) -> None:
        """Open the event of the note that was chosen, at the place of the note."""
        from tui.notes.screen import GoTo

        if not isinstance(answer, GoTo):
            return
        try:
            opened = OpenedEvent.from_library(self.library, answer.note.event)
        except LibraryError as error:
            self.newsdiff.show_error(error)
            return
        if not opened.stand_on(answer.note):
            self.newsdiff.show_message("The words of this note are in none of the texts that are shown.")
        self.newsdiff.open_event(opened)
