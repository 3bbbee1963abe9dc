"""All notes on an event: what they say, where they stand, in which state they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rapidfuzz import fuzz
from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.harmless import one_line
from newsdiff.library import Library, LibraryError, Note
from tui.dialogs.note import STATES, Draft, NoteDialog
from tui.fields import Line
from tui.keymap import Place, bindings
from tui.plain_list import PlainList
from tui.title_line import TitleLine
from tui.wording import count, day, dotted, shortened

if TYPE_CHECKING:
    from tui.app import NewsdiffApp

STATE_SIGNS = {"open": "○", "question": "?", "resolved": "✓"}
EMPTY = "No notes yet. In the reader, a writes one on the paragraph under the cursor."


LETTERS_THAT_FORGIVE = 5
"""Shorter words are found as they are typed, or not at all: with one letter wrong they could be anything."""
ALIKE = 75
"""RapidFuzz ratio from which two words count as one mistyped: one wrong letter in six, or two in nine."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """What the list answers with: the note to go to."""

    note: Note


class NotesScreen(Screen[GoTo | None]):
    """List, filter, edit and delete notes; answers with the note to go to."""

    PLACE: ClassVar[Place] = "notes"
    BINDINGS = bindings("notes")
    AUTO_FOCUS = "#notes"

    list_ = getters.query_one("#notes", PlainList)
    filter_line = getters.query_one("#filter", Input)

    def __init__(self, library: Library, event: str) -> None:
        super().__init__()
        self.library = library
        self.event = event
        self._notes: tuple[Note, ...] = ()
        self._shown: tuple[Note, ...] = ()
        self._labels: dict[str, str] = {}
        self._undo: list[Callable[[], object]] = []

    @property
    def newsdiff(self) -> NewsdiffApp:
        """The application, by its own type."""
        from tui.app import NewsdiffApp

        assert isinstance(self.app, NewsdiffApp)
        return self.app

    def compose(self) -> ComposeResult:
        """The list, its filter, a word when there is nothing."""
        yield TitleLine()
        yield PlainList(id="notes")
        yield Static(EMPTY, id="empty", markup=False, classes="-hidden")
        yield Line(
            placeholder="filter notes: words, #tag, state", id="filter", classes="-hidden", compact=True
        )
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the notes."""
        stored = self.library.events.get(self.event)
        self.query_one(TitleLine).where = f"{stored.title or 'event'} › notes"
        self._labels = {source.id: source.label for source in self.library.events.sources(self.event)}
        self._load()

    def _load(self) -> None:
        self._notes = self.library.notes.of(self.event)
        self._show()

    def _show(self) -> None:
        place = self.list_.highlighted or 0
        words = self.filter_line.value.split()
        self._shown = tuple(note for note in self._notes if matches(note, words))
        self.list_.set_options([Option(self._prompt(note), id=note.id) for note in self._shown])
        if self._shown:
            self.list_.highlighted = min(place, len(self._shown) - 1)
        self.query_one("#empty").set_class(bool(self._notes), "-hidden")
        self.list_.set_class(not self._notes, "-hidden")
        shown = f"{len(self._shown)} of " if words else ""
        self.query_one(TitleLine).facts = shown + count(len(self._notes), "note")

    def _prompt(self, note: Note) -> Content:
        tags = " ".join(f"#{one_line(tag)}" for tag in note.tags)
        head = Content.assemble(
            (f"{STATE_SIGNS[note.state]} ", "$accent"), (one_line(note.body.split("\n", 1)[0]), "bold"),
            (f"  {tags}" if tags else "", "$secondary"),
        )  # fmt: skip
        lines = [head]
        for target in note.targets:
            where = self._labels.get(target.article, target.article)
            orphan = " (these words are no longer in the text)" if target.is_orphan else ""
            words = shortened(one_line(target.exact), 120)
            lines.append(Content.styled(f"  {one_line(where)}: “{words}”{orphan}", "$foreground 65%"))
        lines.append(Content.styled(f"  {dotted(day(note.updated.date()), note.state)}", "$foreground 65%"))
        return Content("\n").join(lines)

    @property
    def current(self) -> Note | None:
        """The note under the cursor."""
        place = self.list_.highlighted
        return self._shown[place] if place is not None and place < len(self._shown) else None

    # -- actions -------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_go()

    def action_go(self) -> None:
        """Go to the place of the note."""
        if note := self.current:
            self.dismiss(GoTo(note))

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        note = self.current
        if note is None:
            return

        def commit(draft: Draft) -> Note:
            edited = self.library.notes.edit(note, body=draft.body, tags=draft.tags, state=draft.state)
            if edited.other is not None:
                self.newsdiff.tell("Another window changed this note: both versions are kept.")
            return edited.note

        quoted = note.targets[0].exact if note.targets else ""
        dialog = NoteDialog(
            "Edit the note", quoted, commit, draft=Draft(note.body, note.tags, note.state),
            tags=self.library.notes.tags(),
        )  # fmt: skip
        self.app.push_screen(dialog, self._edited)

    def _edited(self, note: Note | None) -> None:
        if note is not None:
            self.newsdiff.tell("Note saved.")
        self._load()

    def action_state(self) -> None:
        """The next state."""
        if note := self.current:
            state = STATES[(STATES.index(note.state) + 1) % len(STATES)]
            self._try(lambda: self.library.notes.edit(note, state=state), f"The note is now: {state}.")

    def action_delete(self) -> None:
        """Delete, with a way back."""
        if note := self.current:
            self._try(lambda: self.library.notes.delete(note.id), "Note deleted. u brings it back.")
            self._undo.append(lambda: self.library.notes.restore(note.id))

    def action_undo(self) -> None:
        """Bring back the last deleted note."""
        if self._undo:
            self._try(self._undo.pop(), "The note is back.")
        else:
            self.newsdiff.tell("Nothing to undo.")

    def _try(self, change: Callable[[], object], done: str) -> None:
        try:
            change()
        except LibraryError as error:
            self.newsdiff.tell_error(error)
        else:
            self.newsdiff.tell(done)
        self._load()

    def action_cursor(self, lines: int) -> None:
        """Notes up or down."""
        self.list_.move(lines)

    def action_filter(self) -> None:
        """Open the filter."""
        self.filter_line.remove_class("-hidden")
        self.filter_line.focus()

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._show()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.list_.focus()

    def action_leave(self) -> None:
        """Close the filter, or go back."""
        if not self.filter_line.has_class("-hidden"):
            self.filter_line.value = ""
            self.filter_line.add_class("-hidden")
            self.list_.focus()
            return
        self.dismiss(None)


def matches(note: Note, words: list[str]) -> bool:
    """Whether every word is in the note's text, quoted words, tags or state; typing errors are forgiven."""
    text = " ".join(
        [note.body, note.state, *(f"#{tag}" for tag in note.tags), *(target.exact for target in note.targets)]
    ).casefold()
    tokens = text.split()
    return all(word in text or _nearly(word, tokens) for word in map(str.casefold, words))


def _nearly(word: str, tokens: list[str]) -> bool:
    long_enough = len(word) >= LETTERS_THAT_FORGIVE
    return long_enough and any(fuzz.ratio(word, token) >= ALIKE for token in tokens)
