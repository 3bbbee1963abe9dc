"""Offering the notes that were being written when newsdiff ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newsdiff.library import Library, Note
from newsdiff.library.unsaved import UnsavedNote
from tui.dialogs.note import Draft, NoteDialog
from tui.leaving import forget, save_kept

if TYPE_CHECKING:
    from textual.app import App


def offer(
    app: App[None], library: Library, notes: Sequence[UnsavedNote], show_message: Callable[[str], object]
) -> None:
    """Open the first in the editor, and the next one when it is saved or thrown away."""
    note, *rest = notes
    folder = library.path.parent

    def done(saved: Note | None) -> None:
        if saved is None:
            forget(folder, note)
        else:
            show_message("Note saved.")
        if rest:
            offer(app, library, rest, show_message)

    dialog = NoteDialog(
        f"Not saved when newsdiff ended: {note.title}",
        note.quoted,
        partial(save_kept, library, folder, note),
        draft=Draft(note.body, note.tags, note.state, note.colour),
        tags=library.notes.tags(),
        kept=note,
    )
    app.push_screen(dialog, done)
