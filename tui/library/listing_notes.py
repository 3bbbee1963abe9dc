"""What the library screen does with notes: list them, and go to where one stands."""

from __future__ import annotations

from newsdiff.library import LibraryError
from tui.library.controller import Controller
from tui.open_event import OpenedEvent


class ListingNotes(Controller):
    """Leads to the notes of an event, or of all."""

    def action_all_notes(self) -> None:
        """The notes of the event under the cursor."""
        if event := self.events.events_list.current_event:
            self._list_notes(event)

    def action_library_notes(self) -> None:
        """The notes of the whole library."""
        self._list_notes(None)

    def _list_notes(self, event: str | None) -> None:
        from tui.notes.screen import NotesScreen

        self.events.app.push_screen(NotesScreen(self.library, event), self._go_to_note)

    def _go_to_note(self, answer: object) -> None:
        """Open the event of the note that was chosen, at the place of the note."""
        from tui.notes.screen import GoTo

        if not isinstance(answer, GoTo):
            return
        try:
            opened = OpenedEvent.from_library(self.library, answer.note.event)
        except LibraryError as error:
            self.events.newsdiff.show_error(error)
            return
        if not opened.stand_on(answer.note):
            self.show_message("The words of this note are in none of the texts shown.")
        self.events.newsdiff.open_event(opened)
