"""Writing notes in the reader, and keeping them in step with other windows."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from newsdiff.library import Note, NoteTarget, target_on
from newsdiff.model import Detail
from tui.dialogs.note import Draft, NoteDialog
from tui.reader.moves import Moves
from tui.reader.places import first_standing, with_notes
from tui.screens.notes import GoTo, NotesScreen
from widgets.comparison_index import index_of
from widgets.messages import NoteRequested


class Notes(Moves):
    """A note on the selection, the marked detail in all outlets that tell it, or the paragraph."""

    def action_note(self) -> None:
        """Write a note on what the cursor is on."""
        if not self.ready:
            return
        targets = tuple(self._targets())
        if not targets:
            self.newsdiff.tell("There is no text under the cursor to write a note on.")
            return
        event_before = self.opened.event

        def commit(draft: Draft) -> Note:
            event = self.opened.stored()
            return self.newsdiff.library.notes.add(
                event, draft.body, targets, tags=draft.tags, state=draft.state
            )

        def written(note: Note | None) -> None:
            if note is None:
                return
            self.notes_changed()
            self.newsdiff.tell(
                "Note saved." if event_before else "Note saved; the event is in the library now."
            )

        labels = dict.fromkeys(self.opened.article(target.article).label for target in targets)
        dialog = NoteDialog(
            f"Note on {', '.join(labels)}", targets[0].exact, commit, tags=self.newsdiff.library.notes.tags()
        )
        self.app.push_screen(dialog, written)

    def _targets(self) -> Iterator[NoteTarget]:
        """What a note would be on; where outlets differ, one mention of each that tells it."""
        assert self.comparison is not None
        if selected := self.grid.selected_spans():
            for selected_article, start, end in selected:
                yield target_on(self.comparison.article(selected_article), start, end)
            return
        found = self.here()
        if found is None:
            return
        article, start, end = found
        detail = index_of(self.comparison).details.get(self.state.detail or "")
        if detail is None or self.state.at is None:
            yield target_on(article, start, end, kind="paragraph")
            return
        yield target_on(article, start, end, kind="detail", reference=detail.label)
        for other, first in self._elsewhere(detail, article.id):
            yield target_on(self.comparison.article(other), *first, kind="detail", reference=detail.label)

    def _elsewhere(self, detail: Detail, here: str) -> Iterator[tuple[str, tuple[int, int]]]:
        assert self.comparison is not None
        if detail.relation not in ("differs", "variant"):
            return
        for article in self.comparison.articles:
            first = next((one for one in detail.mentions if one.article == article.id), None)
            if first is not None and article.id != here:
                yield article.id, (first.start, first.end)

    def notes_changed(self) -> None:
        """Read the notes anew and mark them in the text."""
        self.opened.reload()
        if self.comparison is not None:
            self.show_state(with_notes(self.state, self.opened.notes, self.comparison))

    # -- all notes, one note -----------------------------------------------------------

    def action_all_notes(self) -> None:
        """List the notes; comes back to the place of the one that was chosen."""
        if not self.ready:
            return
        if self.opened.event is None:
            self.newsdiff.tell("No notes yet: a writes one.")
            return
        self.app.push_screen(NotesScreen(self.newsdiff.library, self.opened.event), self._back_from_notes)

    def _back_from_notes(self, answer: GoTo | None) -> None:
        self.notes_changed()
        if answer is None or self.comparison is None:
            return
        standing = first_standing(answer.note, self.comparison)
        if standing is None:
            self.newsdiff.tell("The words of this note are in none of the texts that are shown.")
            return
        target, offset = standing
        self.go_to(target.article, offset)

    @on(NoteRequested)
    def _edit_requested(self, message: NoteRequested) -> None:
        self.edit_note(message.note)

    def edit_note(self, note_id: str) -> None:
        """Open one note in the editor."""
        note = next((one for one in self.opened.notes if one.id == note_id), None)
        if note is None:
            return

        def commit(draft: Draft) -> Note:
            return self.newsdiff.library.notes.edit(
                note, body=draft.body, tags=draft.tags, state=draft.state
            ).note

        def edited(changed: Note | None) -> None:
            if changed is not None:
                self.notes_changed()
                self.newsdiff.tell("Note saved.")

        draft = Draft(note.body, note.tags, note.state)
        quoted = note.targets[0].exact if note.targets else ""
        self.app.push_screen(
            NoteDialog("Edit the note", quoted, commit, draft=draft, tags=self.newsdiff.library.notes.tags()),
            edited,
        )

    def note_under_cursor(self) -> Note | None:
        """The note that begins at the cursor or stands on its paragraph."""
        found = self.paragraph_here()
        if found is None:
            return None
        article, block = found
        for mark in self.state.notes:
            if mark.article == article.id and mark.start < block.end and mark.end > block.start:
                return next((note for note in self.opened.notes if note.id == mark.id), None)
        return None
