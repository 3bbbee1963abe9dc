"""The notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsdiff.library.errors import LibraryError, NotInLibraryError
from newsdiff.library.records import Edited, Note, NoteTarget, Reattachment, State
from newsdiff.library.tables import codec
from newsdiff.library.tables.events import UNSEEN, bring_back, event_of, restore_event, sources_of_saved
from newsdiff.library.tables.store import Store, new_id
from newsdiff.library.tables.texts.note_targets import TARGET, keep_target, set_reattachment, target

_NOTE = "SELECT id, event, created, updated, body, state, colour, version, conflict_of, author FROM notes"
_SEE = """INSERT INTO seen_notes (reader, note, version)
    SELECT ?, id, version FROM notes WHERE event = ? AND deleted IS NULL
    ON CONFLICT (reader, note) DO UPDATE SET version = excluded.version"""
_STATES = ("open", "resolved", "question")


class Notes:
    """The notes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, event: str) -> tuple[Note, ...]:
        """The notes of an event, oldest first."""
        return self._found("event = ? AND deleted IS NULL", (event,))

    def of_saved(self, saved: str) -> tuple[Note, ...]:
        """The notes on the sources of a saved comparison, and those on the event as a whole."""
        with self._store.reading():
            event, chosen = sources_of_saved(self._store, saved)
            notes = self.of(event)
        if not chosen:
            return notes
        return tuple(
            note for note in notes if not note.targets or any(item.article in chosen for item in note.targets)
        )

    def all(self) -> tuple[Note, ...]:
        """All notes, newest first."""
        living = "deleted IS NULL AND event IN (SELECT id FROM events WHERE deleted IS NULL)"
        return self._found(living, ())[::-1]

    def get(self, note: str) -> Note:
        """One note. Raises NotInLibraryError."""
        found = self._found("id = ? AND deleted IS NULL", (note,))
        if not found:
            raise NotInLibraryError(f"the library has no note {note!r}")
        return found[0]

    def add(
        self,
        event: str,
        body: str,
        targets: Sequence[NoteTarget] = (),
        *,
        tags: Iterable[str] = (),
        state: State = "open",
        colour: str | None = None,
    ) -> Note:
        """Write a note. On an event that another window deleted meanwhile it brings the event back."""
        now = codec.now()
        note = Note(
            new_id(), event, now, now, body, _clean(tags), _known(state), colour or None, tuple(targets),
            author=self._store.author,
        )  # fmt: skip
        with self._store.writing():
            return self.keep(note)

    def edit(
        self,
        note: Note,
        *,
        body: str | None = None,
        tags: Iterable[str] | None = None,
        state: State | None = None,
        colour: str | None = None,
    ) -> Edited:
        """Change what is given (an empty `colour` takes it away). When somebody else changed or deleted
        the note since `note` was read, theirs stays and ours becomes a second note: nothing is lost."""
        wanted = replace(
            note,
            updated=codec.now(),
            body=note.body if body is None else body,
            tags=note.tags if tags is None else _clean(tags),
            state=note.state if state is None else _known(state),
            colour=note.colour if colour is None else colour or None,
            version=note.version + 1,
        )
        with self._store.writing():
            row = self._store.row("SELECT version FROM notes WHERE id = ? AND deleted IS NULL", (note.id,))
            if row and row[0] == note.version:
                return Edited(self.rewrite(wanted, with_targets=False))
            own = replace(wanted, id=new_id(), version=1, conflict_of=note.id, author=self._store.author)
            return Edited(self.keep(own), self.get(note.id) if row else None)

    def attach(self, note: str, target: int, start: int, end: int) -> Note:
        """Attach an orphaned target to the span that the reader chose in the current text."""
        with self._store.writing():
            found = self.get(note)
            if not 0 <= target < len(found.targets):
                raise LibraryError(f"the note has no target {target}")
            row = self._store.row(
                """SELECT sha256, text FROM articles JOIN texts USING (sha256)
                WHERE event = ? AND id = ? AND current = 1""",
                (found.event, codec.encode_text(found.targets[target].article)),
            )
            if row is None or not 0 <= start < end <= len(codec.decode_text(row[1])):
                raise LibraryError(f"no span {start}-{end} in the current text")
            same = codec.decode_text(row[1])[start:end] == found.targets[target].exact
            set_reattachment(
                self._store, note, target, Reattachment("exact" if same else "similar", row[0], start, end)
            )
            self._store.changed("note", found.event, note)
            return self.get(note)

    def delete(self, note: str) -> None:
        """Delete a note; `restore` undoes it."""
        with self._store.writing():
            event = event_of(self._store, "notes", note, "note")
            now = codec.now().isoformat()
            self._store.run(
                "UPDATE notes SET deleted = ?, version = version + 1 WHERE id = ? AND deleted IS NULL",
                (now, note),
            )
            self._store.changed("note", event, note)

    def restore(self, note: str) -> Note:
        """Undo `delete`."""
        with self._store.writing():
            event = event_of(self._store, "notes", note, "note")
            self._store.run("UPDATE notes SET deleted = NULL WHERE id = ?", (note,))
            restore_event(self._store, event)
            self._store.changed("note", event, note)
            return self.get(note)

    def see(self, event: str) -> None:
        """The reader has seen all notes of an event as they are now."""
        reader = self._store.reader
        if not self._store.keeps_places or not self._store.row(
            f"{UNSEEN} AND event = ?", (reader, reader, event)
        ):
            return
        with self._store.writing():
            self._store.run(_SEE, (reader, event))
            self._store.changed("read", event, event)

    def unseen(self, event: str) -> frozenset[str]:
        """Ids of the notes of others on an event that the reader has not seen yet, or not as they are now."""
        reader = self._store.reader
        rows = self._store.rows(f"{UNSEEN} AND event = ?", (reader, reader, event))
        return frozenset(row[0] for row in rows)

    def tags(self) -> Mapping[str, int]:
        """Every tag in use and how many notes carry it, most used first."""
        rows = self._store.rows(
            """SELECT tag, count(*) FROM note_tags
            JOIN notes ON notes.id = note JOIN events ON events.id = event
            WHERE notes.deleted IS NULL AND events.deleted IS NULL GROUP BY tag ORDER BY count(*) DESC, tag"""
        )
        return {codec.decode_text(tag): count for tag, count in rows}

    def keep(self, note: Note) -> Note:
        """Write a note down as it is, inside `writing`."""
        bring_back(self._store, note.event)
        self._store.insert(
            "notes",
            id=note.id,
            event=note.event,
            created=note.created.isoformat(),
            updated=note.updated.isoformat(),
            body=codec.encode_text(note.body),
            state=note.state,
            colour=codec.encode_text_or_none(note.colour),
            version=note.version,
            conflict_of=note.conflict_of,
            author=codec.encode_text_or_none(note.author),
        )
        self._keep_tags(note)
        self._keep_targets(note)
        self._store.changed("note", note.event, note.id)
        return self.get(note.id)

    def rewrite(self, note: Note, *, with_targets: bool) -> Note:
        """Put a note in the place of the one with its id, inside `writing`."""
        self._store.run(
            "UPDATE notes SET updated = ?, body = ?, state = ?, colour = ?, version = ? WHERE id = ?",
            (
                note.updated.isoformat(), codec.encode_text(note.body), note.state,
                codec.encode_text_or_none(note.colour),
                note.version, note.id,
            ),
        )  # fmt: skip
        self._store.run("DELETE FROM note_tags WHERE note = ?", (note.id,))
        self._keep_tags(note)
        if with_targets:
            self._store.run("DELETE FROM note_targets WHERE note = ?", (note.id,))
            self._keep_targets(note)
        self._store.changed("note", note.event, note.id)
        return self.get(note.id)

    def _keep_tags(self, note: Note) -> None:
        for position, tag in enumerate(note.tags):
            self._store.insert("note_tags", note=note.id, position=position, tag=codec.encode_text(tag))

    def _keep_targets(self, note: Note) -> None:
        for position, item in enumerate(note.targets):
            keep_target(self._store, note.event, note.id, position, item)

    def _found(self, where: str, values: tuple[str, ...]) -> tuple[Note, ...]:
        """Notes with tags and targets: three queries, however many notes there are."""
        with self._store.reading():
            rows = self._store.rows(f"{_NOTE} WHERE {where} ORDER BY created, id", values)
            these = f"note IN (SELECT id FROM notes WHERE {where}) ORDER BY note, position"
            tags: dict[str, list[str]] = {}
            for note, tag in self._store.rows(f"SELECT note, tag FROM note_tags WHERE {these}", values):
                tags.setdefault(note, []).append(codec.decode_text(tag))
            targets: dict[str, list[NoteTarget]] = {}
            for row in self._store.rows(f"{TARGET} WHERE {these}", values):
                targets.setdefault(row[0], []).append(target(row))
        return tuple(
            Note(
                id=note,
                event=event,
                created=codec.moment(created),
                updated=codec.moment(updated),
                body=codec.decode_text(body),
                tags=tuple(tags.get(note, ())),
                state=state,
                colour=codec.decode_text_or_none(colour),
                targets=tuple(targets.get(note, ())),
                version=version,
                conflict_of=conflict_of,
                author=codec.decode_text_or_none(author),
            )
            for note, event, created, updated, body, state, colour, version, conflict_of, author in rows
        )


def _clean(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without blanks around them, each once, in the order given."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def _known(state: State) -> State:
    if state not in _STATES:
        raise LibraryError(f"a note is {', '.join(_STATES)}; not {state!r}")
    return state
