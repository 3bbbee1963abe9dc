"""Writing a note: Markdown over several lines, tags, a state, a colour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Label, RadioButton, RadioSet, Static, TextArea

from newsdiff.library import Library, LibraryError, Note
from newsdiff.library.records import State
from newsdiff.library.unsaved import UnsavedNote
from newsdiff.sanitize import one_line, sanitize, without_word_breaks
from tui.dialogs.dialog import Dialog
from tui.parts.fields import Line
from widgets.reading.reading_state import NOTE_COLOURS

COLOURS: Final = ("", *NOTE_COLOURS)
STATES: Final[tuple[State, ...]] = ("open", "question", "resolved")
HASH_TAG: Final = re.compile(r"(?<![\w#/&])#(?=[\w-]*[^\W\d_])([\w-]+)")
"""A tag written in the text: ``#sources``, not ``#3``, the heading ``# Title`` or the end of an address."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader wrote."""

    body: str = ""
    tags: tuple[str, ...] = ()
    state: State = "open"
    colour: str = ""
    """One of `NOTE_COLOURS`, or empty."""


class Choice(RadioButton):
    """One of several, which shows without colour whether it is the one."""

    BUTTON_LEFT = BUTTON_RIGHT = ""

    def __init__(self, label: str, *, value: bool) -> None:
        super().__init__(label, value=value)
        self._show_value()

    def watch_value(self) -> None:
        """Another sign for another state."""
        super().watch_value()
        self._show_value()

    def _show_value(self) -> None:
        self.BUTTON_INNER = "●" if self.value else "○"
        self.refresh()


class TagSuggester(Suggester):
    """Completes the tag that is being typed from those in use."""

    def __init__(self, tags: Iterable[str]) -> None:
        super().__init__(case_sensitive=True)
        self._tags = tuple(tags)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed."""
        started = value.split(" ")[-1].lstrip("#")
        if not started:
            return None
        found = next((tag for tag in self._tags if tag.startswith(started) and tag != started), None)
        return value + found[len(started) :] if found else None


class NoteDialog(Dialog[Note]):
    """Write or edit a note. It closes once the note is in the library; nothing is thrown away unasked."""

    HINT = "ctrl+s save · tab next field · ← → space choose · escape cancel · Markdown"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual's own form
    AUTO_FOCUS = "#body"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the editor sees them: what is typed right behind the key goes to the next field.
        Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        quoted: str,
        commit: Callable[[Draft], Note],
        *,
        draft: Draft | None = None,
        tags: Iterable[str] = (),
        about: Callable[[UnsavedNote], UnsavedNote] = lambda note: note,
        kept: UnsavedNote | None = None,
    ) -> None:
        """`commit` writes the note to the library; it may raise LibraryError, and the dialog stays.

        `about` says what a note that is not saved is on, so that it can be saved later. `kept` is such a
        note: it is asked about even when nothing more is written.
        """
        super().__init__(title)
        self._about = about
        self._at_start: Draft | None = None
        """What the fields held at first; None before they are there."""
        self._kept = kept
        self._quoted = quoted
        self._commit = commit
        self._start = draft or Draft()
        self._tags = tuple(tags)
        self._warned = False

    def compose(self) -> ComposeResult:
        """The quoted words, the editor, tags and state."""
        body = Page(self._start.body, id="body")
        tags = Line(
            " ".join(self._start.tags),
            placeholder="separated by spaces; every #word of the text is a tag, too",
            id="tags",
            suggester=TagSuggester(self._tags),
            compact=True,
        )
        states = RadioSet(
            *(Choice(state, value=state == self._start.state) for state in STATES),
            id="state",
            compact=True,
        )
        colours = RadioSet(
            *(Choice(colour or "none", value=colour == self._start.colour) for colour in COLOURS),
            id="colour",
            compact=True,
        )
        yield from self.framed(
            Static(Content(f"“{one_line(self._quoted)}”") if self._quoted else "", id="quoted", markup=False),
            body,
            Horizontal(Label("tags ", markup=False), tags, classes="line"),
            Horizontal(Label("state", markup=False), states, classes="line"),
            Horizontal(Label("colour", markup=False), colours, classes="line"),
        )

    def on_mount(self) -> None:
        """What stands in the fields now is what is saved."""
        self._at_start = self.draft

    @property
    def draft(self) -> Draft:
        """What the dialog holds now."""
        body = self.query_one(TextArea).text.strip()
        typed = self.query_one("#tags", Input).value.replace(",", " ").split()
        tags = dict.fromkeys((*(tag.lstrip("#") for tag in typed), *HASH_TAG.findall(body)))
        state = self.query_one("#state", RadioSet).pressed_index
        colour = self.query_one("#colour", RadioSet).pressed_index
        return Draft(
            body,
            tuple(filter(None, tags)),
            STATES[max(0, state)],
            COLOURS[max(0, colour)],
        )

    def unsaved_text(self) -> str:
        """What would be lost if newsdiff ended now."""
        if self._at_start is None:
            return ""
        draft = self.draft
        return draft.body if self._kept is not None or draft != self._at_start else ""

    def unsaved_note(self) -> UnsavedNote:
        """The same, to be kept and offered at the next start."""
        draft = self.draft
        if self._kept is None:
            self._kept = self._about(UnsavedNote(self._title, self._quoted, draft.body))
        return replace(self._kept, body=draft.body, tags=draft.tags, state=draft.state, colour=draft.colour)

    def action_accept(self) -> None:
        """Save, once the field that has the focus has taken the keys that were typed before."""
        (self.focused or self).call_later(self._save)

    def _save(self) -> None:
        """The dialog closes only when the library holds the note."""
        if not self.is_current:  # saved or closed already
            return
        if not self.draft.body:
            self.say("There is no text yet. Write something, or press escape to cancel.")
            return
        try:
            note = self._commit(self.draft)
        except (LibraryError, ValueError) as error:
            self.say(f"Not saved: {error}")
            return
        self.dismiss(note)

    def action_cancel(self) -> None:
        """Close; asks first when there is text that is not saved."""
        if self.unsaved_text() and not self._warned:
            self._warned = True
            self.say("This text is not saved. ctrl+s saves it, escape again throws it away.")
            return
        self.dismiss(None)

    @on(TextArea.Changed)
    def _written_on(self) -> None:
        if self._warned:
            self._warned = False
            self.say("")


def edit_dialog(library: Library, note: Note, show_message: Callable[[str], object]) -> NoteDialog:
    """A dialog that edits a note of the library; calls `show_message` where another window changed it too."""

    def commit(draft: Draft) -> Note:
        edited = library.notes.edit(
            note, body=draft.body, tags=draft.tags, state=draft.state, colour=draft.colour
        )
        if edited.other is not None:
            show_message("Another window changed this note: both versions are kept.")
        return edited.note

    quoted = note.targets[0].exact if note.targets else ""
    return NoteDialog(
        "Edit the note", quoted, commit, draft=Draft(note.body, note.tags, note.state, note.colour or ""),
        tags=library.notes.tags(),
        about=lambda unsaved: replace(unsaved, event=note.event, targets=note.targets, note=note.id),
    )  # fmt: skip


def _markdown() -> str | None:
    """The editor's name of Markdown where its parser is installed (`textual[syntax]`); None elsewhere."""
    return "markdown" if find_spec("tree_sitter") and find_spec("tree_sitter_markdown") else None


class Page(TextArea):
    """Several lines of text."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(
            sanitize(text), id=id, language=_markdown(), soft_wrap=True, tab_behavior="focus",
            show_line_numbers=False,
        )  # fmt: skip
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the editor takes it."""
        event.text = sanitize(without_word_breaks(event.text))
