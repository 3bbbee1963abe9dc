"""All notes on an event: what they say, where they stand, in which state they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from rapidfuzz import fuzz
from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.calendar.display import short_day
from newsdiff.library import Library, LibraryError, Note
from newsdiff.outlet_labels import labels_of
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from tui.dialogs.note import HASH_TAG, STATES, edit_dialog
from tui.keys.key import Place
from tui.keys.keymap import bindings
from tui.newsdiff_screen import NewsdiffScreen
from tui.notes.orphans import OrphanPlacing
from tui.parts.fields import Filter
from tui.parts.plain_list import PlainList
from tui.parts.title_line import TitleLine
from tui.parts.whole_footer import WholeFooter
from tui.wording import count, dotted

ORPHAN: Final = "orphan: these words are not in the newer text; p says where they belong"
COLOUR_STYLES: Final = {"yellow": "$warning", "green": "$success", "blue": "$primary", "red": "$error"}
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


class NotesScreen(NewsdiffScreen[object]):
    """List, filter, edit, place and delete notes; dismisses with `GoTo` a note, or with None."""

    PLACE: ClassVar[Place] = "notes"
    BINDINGS = bindings("notes")
    AUTO_FOCUS = "#notes"

    list_ = getters.query_one("#notes", PlainList)
    filter_line = getters.query_one(Filter)

    def __init__(self, library: Library, event: str | None) -> None:
        """The notes of one event, or of the whole library for None."""
        super().__init__()
        self.library = library
        self.event = event
        self._notes: tuple[Note, ...] = ()
        self._shown: tuple[Note, ...] = ()
        self._labels: dict[tuple[str, str], str] = {}
        """(Event, short name of an article) -> what a person calls the source."""
        self._titles: dict[str, str] = {}
        self._revision = 0
        self._unseen: frozenset[str] = frozenset()
        """Notes of others that were new when the list was opened, or came since."""

    def compose(self) -> ComposeResult:
        """The list, its filter, a word when there is nothing."""
        yield TitleLine()
        yield PlainList(id="notes")
        yield Static(EMPTY, id="empty", markup=False, classes="-hidden")
        yield Filter("filter notes: words, #tag, state, colour, orphan, mine, @name, unseen")
        yield WholeFooter()

    def on_mount(self) -> None:
        """Read the notes."""
        self._revision = self.library.revision()
        title = (self.library.events.get(self.event).title or "event") if self.event else "library"
        self.query_one(TitleLine).where = f"{title} › notes"
        self.set_interval(self.library.seconds_between_looks, self.look_for_changes)
        self._load()

    def _load(self) -> None:
        if self.event is not None:
            self._notes = self.library.notes.of(self.event)
        else:
            self._notes = self.library.notes.all()
            titles = self.library.events.titles({note.event for note in self._notes})
            self._titles = {event: title or "event" for event, title in titles.items()}
        for event in {note.event for note in self._notes} - {event for event, _ in self._labels}:
            sources = self.library.events.sources(event)
            labels = labels_of((one.id, one.outlet, one.published) for one in sources)
            self._labels |= {(event, article): label for article, label in labels.items()}
        for event in {note.event for note in self._notes if note.author not in (None, self.library.me)}:
            self._unseen |= self.library.notes.unseen(event)
            self.library.notes.see(event)
        # Orphans apart, at the top: they wait for the reader.
        self._notes = tuple(sorted(self._notes, key=lambda note: not is_orphan(note)))
        self._show()

    def look_for_changes(self) -> None:
        """Another window may have written, changed or deleted notes."""
        try:
            changes = self.library.changes_since(self._revision)
            self._revision = changes.revision
            if changes.by_others:
                self._load()
            self.newsdiff.library_answers()
        except LibraryError as error:
            self.newsdiff.library_fails(error)

    def _show(self) -> None:
        words = self.filter_line.value.split()
        self._shown = tuple(note for note in self._notes if self._matches(note, words))
        self.list_.fill([Option(self._prompt(note), id=note.id) for note in self._shown])
        self.query_one("#empty").set_class(bool(self._notes), "-hidden")
        self.list_.set_class(not self._notes, "-hidden")
        shown = f"{len(self._shown)} of " if words else ""
        orphans = sum(map(is_orphan, self._notes))
        self.query_one(TitleLine).facts = dotted(
            shown + count(len(self._notes), "note"), count(orphans, "orphan") if orphans else ""
        )

    def _matches(self, note: Note, words: list[str]) -> bool:
        """Whether a note has what stands in the filter: “mine”, “unseen” and “@name” are no words of it."""
        me = (self.library.me or "").casefold()
        author = (note.author or me).casefold()
        meant = {"mine": author == me, "unseen": note.id in self._unseen}
        names = [word[1:].casefold() for word in words if word.startswith("@")]
        rest = [word for word in words if word.casefold() not in meant and not word.startswith("@")]
        return (
            all(meant.get(word.casefold(), True) for word in words)
            and all(author.startswith(name) for name in names)
            and matches(note, rest)
        )

    def _prompt(self, note: Note) -> Content:
        first_line = note.body.split("\n", 1)[0]
        written = HASH_TAG.findall(first_line)
        tags = " ".join(f"#{one_line(tag)}" for tag in note.tags if tag not in written)
        colour = COLOUR_STYLES.get(note.colour or "", "$accent")
        head = Content.assemble(
            (f"{STATE_SIGNS[note.state]} ", colour), (one_line(first_line), "bold"),
            (f"  {tags}" if tags else "", "$secondary"),
        )  # fmt: skip
        lines = [head]
        for target in note.targets:
            where = self._labels.get((note.event, target.article), target.article)
            words = cut(one_line(target.exact), 120)
            lines.append(Content.styled(f"  {one_line(where)}: “{words}”", "$foreground 65%"))
            if target.is_orphan:
                lines.append(Content.styled(f"  {ORPHAN}", "$warning"))
        facts = dotted(
            f"by {note.author}" if note.author else "", "unseen" if note.id in self._unseen else "",
            short_day(note.updated.date()), note.state, note.colour or "", self._titles.get(note.event, ""),
        )  # fmt: skip
        lines.append(Content.styled(f"  {one_line(facts)}", "$foreground 65%"))
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
        if note := self.current:
            dialog = edit_dialog(self.library, note, self.newsdiff.show_message)
            self.app.push_screen(dialog, self._edited)

    def _edited(self, note: Note | None) -> None:
        if note is not None:
            self.newsdiff.show_message("Note saved.")
        self._load()

    def action_state(self) -> None:
        """The next state."""
        if note := self.current:
            state = STATES[(STATES.index(note.state) + 1) % len(STATES)]
            self._try(lambda: self.library.notes.edit(note, state=state), f"The note is now: {state}.")

    def action_place(self) -> None:
        """Say where a note belongs whose words are no longer in the text."""
        if note := self.current:
            OrphanPlacing(self.app, self.library).place(note, self._placed)

    def _placed(self, message: str) -> None:
        self.newsdiff.show_message(message)
        self._load()

    def action_delete(self) -> None:
        """Delete, with a way back."""
        note = self.current
        if note is None:
            return
        if self._try(lambda: self.library.notes.delete(note.id), "Note deleted. u brings it back."):
            self.undo_stack.add("the note", lambda: self.library.notes.restore(note.id))

    def action_undo(self) -> None:
        """Bring back the last deleted note."""
        if self.undo_last():
            self.newsdiff.show_message("The note is back.")
        self._load()

    def _try(self, change: Callable[[], object], done: str) -> bool:
        """Make a change, show its outcome and return whether it was made."""
        made = self.attempt(change)
        if made:
            self.newsdiff.show_message(done)
        self._load()
        return made

    def action_cursor(self, lines: int) -> None:
        """Notes up or down."""
        self.list_.move(lines)

    def action_filter(self) -> None:
        """Open the filter."""
        self.filter_line.open()

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._show()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.list_.focus()

    def action_leave(self) -> None:
        """Close the filter, or go back."""
        if self.filter_line.close():
            self.list_.focus()
        else:
            super().action_leave()


def is_orphan(note: Note) -> bool:
    """Whether words the note is on were not found again in a newer text."""
    return any(target.is_orphan for target in note.targets)


def matches(note: Note, words: list[str]) -> bool:
    """Whether every word is in the note's text, quoted words, tags or state; typing errors are forgiven."""
    words_of_note = [note.body, note.state, note.colour or "", "orphan" if is_orphan(note) else ""]
    words_of_note += [f"#{tag}" for tag in note.tags]
    text = " ".join([*words_of_note, *(target.exact for target in note.targets)]).casefold()
    tokens = text.split()
    return all(word in text or _nearly(word, tokens) for word in map(str.casefold, words))


def _nearly(word: str, tokens: list[str]) -> bool:
    long_enough = len(word) >= LETTERS_THAT_FORGIVE
    return long_enough and any(fuzz.ratio(word, token) >= ALIKE for token in tokens)
