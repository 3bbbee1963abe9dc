"""The library screen's ways to other screens: notes, the world, blind spots."""

from __future__ import annotations

from newsdiff.library import LibraryError
from newsdiff.library.narrowing import narrowed
from tui.library.controller import Controller
from tui.open_event import OpenedEvent


class OtherScreens(Controller):
    """Opens other screens, and does what is chosen there."""

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

    def action_world(self) -> None:
        """The world's news by country."""
        from tui.world.screen import WorldScreen

        self.events.app.push_screen(WorldScreen(self.library))

    def action_blind_spots(self) -> None:
        """What outlets abroad report and none at home."""
        from tui.world.blind_spots import BlindSpotsScreen

        self.events.app.push_screen(BlindSpotsScreen(self.library))

    def action_countries(self) -> None:
        """Show only the events that outlets of one country report."""
        from tui.world.choosing import choose_country

        choose_country(self.events, self._narrow_to)

    def _narrow_to(self, code: str) -> None:
        line = self.events.filter_line
        line.open()
        line.value = " ".join(
            part for part in (narrowed(line.value).words, f"country:{code.lower()}") if part
        )
        self.events.events_list.focus()
