"""Writing notes in the reader, and keeping them in step with other windows."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.library import LibraryError, Note, NoteTarget
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.note import Draft, NoteDialog, edit_dialog
from tui.notes.screen import GoTo, NotesScreen
from tui.reader.controller import Controller, Reader
from tui.reader.places import first_standing
from tui.reader.writing.pins import PinsController
from tui.wording import count


class NotesController(Controller):
    """A note on the selection, the marked detail in all outlets that report it, or the paragraph."""

    def __init__(self, reader: Reader, pins: PinsController) -> None:
        super().__init__(reader)
        self._pins = pins

    def action_note(self) -> None:
        """Write a note on what the cursor is on."""
        self._write(self._pins.targets())

    def action_note_row(self) -> None:
        """Write a note on every outlet's paragraph in the row."""
        self._write(self._pins.targets_of_row())

    def _write(self, targets: tuple[NoteTarget, ...]) -> None:
        if not targets:
            self.show_message("There is no text under the cursor to write a note on.")
            return
        event_before = self.opened.event

        def commit(draft: Draft) -> Note:
            event = self.opened.stored()
            return self.opened.library.notes.add(
                event, draft.body, targets, tags=draft.tags, state=draft.state, colour=draft.colour or None
            )

        def written(_note: Note) -> None:
            self._pins.close()
            self.changed()
            self.show_message(
                "Note saved." if event_before else "Note saved; the event is in the library now."
            )

        labels = dict.fromkeys(self.opened.article(target.article).label for target in targets)
        title = f"Note on {count(len(targets), 'place')}: {', '.join(labels)}" if len(targets) > 1 else (
            f"Note on {', '.join(labels)}"
        )  # fmt: skip
        quoted = "” · “".join(
            cut(one_line(target.exact), 90 if len(targets) > 1 else 400) for target in targets
        )
        dialog = NoteDialog(
            title,
            quoted,
            commit,
            tags=self.opened.library.notes.tags(),
            about=lambda note: replace(note, event=self._event_for_unsaved(), targets=targets),
        )
        self.ask(dialog, written)

    def _event_for_unsaved(self) -> str | None:
        """The event of a note that is kept unsaved: without it the note could not be saved later."""
        try:
            return self.opened.stored()
        except (LibraryError, ValueError, OSError):
            return None

    def changed(self) -> None:
        """Read notes and what was read anew and mark them in the text."""
        self.opened.reload()
        self.reader.mark_notes()

    # -- all notes, one note -----------------------------------------------------------

    def action_all_notes(self) -> None:
        """List the notes; comes back to the place of the one that was chosen."""
        if self.opened.event is None:
            self.show_message("No notes yet: a writes one.")
            return
        notes = NotesScreen(self.opened.library, self.opened.event)
        self.reader.app.push_screen(notes, self._back_from_notes)

    def _back_from_notes(self, answer: object) -> None:
        self.changed()
        if not isinstance(answer, GoTo):
            return
        standing = first_standing(answer.note, self.comparison)
        if standing is None:
            self.show_message("The words of this note are in none of the texts shown.")
            return
        target, offset = standing
        self.reader.go_to(target.article, offset)

    def edit(self, note_id: str) -> None:
        """Open one note in the editor."""
        note = next((one for one in self.opened.notes if one.id == note_id), None)
        if note is None:
            return

        def edited(_changed: Note) -> None:
            self.changed()
            self.show_message("Note saved.")

        self.ask(edit_dialog(self.opened.library, note, self.show_message), edited)

    def action_edit_note(self) -> None:
        """Edit the note on the paragraph."""
        note = self._under_cursor()
        if note is not None:
            self.edit(note.id)
        else:
            self.show_message("There is no note on this paragraph: a writes one.")

    def action_delete_note(self) -> None:
        """Delete the note on the paragraph, with a way back."""
        note = self._under_cursor()
        if note is None:
            self.show_message("There is no note on this paragraph.")
            return
        library, opened = self.opened.library, self.opened

        def bring_back() -> None:
            library.notes.restore(note.id)
            opened.reload()

        if self.reader.attempt(lambda: library.notes.delete(note.id)):
            self.reader.undo_stack.add("the deletion of a note", bring_back)
            self.changed()
            self.show_message("Note deleted. u brings it back.")

    def _under_cursor(self) -> Note | None:
        """The note that begins at the cursor or stands on its paragraph."""
        found = self.reader.paragraph_here()
        if found is None:
            return None
        article, block = found
        for mark in self.state.notes:
            if mark.article == article.id and mark.start < block.end and mark.end > block.start and mark.id:
                return next((note for note in self.opened.notes if note.id == mark.id), None)
        return None
