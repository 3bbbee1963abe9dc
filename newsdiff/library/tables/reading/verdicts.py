"""The reader's verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.library.errors import LibraryError
from newsdiff.library.records import StoredVerdict, VerdictTarget
from newsdiff.library.tables import codec
from newsdiff.library.tables.events import (
    bring_back,
    event_of,
    forget_overview,
    restore_event,
    sources_of_saved,
)
from newsdiff.library.tables.store import Store, new_id
from newsdiff.library.tables.texts.note_targets import VERDICT_TARGET, keep_target, target
from newsdiff.model import Kind
from newsdiff.verdicts.model import VERDICTS, VerdictKind

_VERDICT = "SELECT id, event, created, kind, label, detail_kind, author FROM verdicts"


class Verdicts:
    """What the reader says of marks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, event: str) -> tuple[StoredVerdict, ...]:
        """The verdicts of an event, oldest first: the order in which `compare` applies them."""
        return self._found("event = ? AND deleted IS NULL", (event,))

    def of_saved(self, saved: str) -> tuple[StoredVerdict, ...]:
        """The verdicts that stand wholly on the sources a saved comparison has chosen."""
        with self._store.reading():
            event, chosen = sources_of_saved(self._store, saved)
            verdicts = self.of(event)
        if not chosen:
            return verdicts
        return tuple(
            one for one in verdicts if chosen.issuperset(part.target.article for part in one.targets)
        )

    def add(
        self,
        event: str,
        kind: VerdictKind,
        targets: Sequence[VerdictTarget],
        *,
        label: str = "",
        detail_kind: Kind = "claim",
    ) -> StoredVerdict:
        """Keep a verdict. On an event that another window deleted meanwhile it brings the event back."""
        if kind not in VERDICTS or not targets:
            raise LibraryError(f"a verdict is {', '.join(VERDICTS)}, and stands on words of an article")
        verdict = StoredVerdict(
            new_id(), event, codec.now(), kind, tuple(targets), label, detail_kind, self._store.author
        )
        with self._store.writing():
            return self.keep(verdict)

    def delete(self, verdict: str) -> None:
        """Take a verdict back; `restore` undoes it."""
        with self._store.writing():
            event = event_of(self._store, "verdicts", verdict, "verdict")
            now = codec.now().isoformat()
            self._store.run(
                "UPDATE verdicts SET deleted = ? WHERE id = ? AND deleted IS NULL", (now, verdict)
            )
            self._changed(event, verdict)

    def restore(self, verdict: str) -> None:
        """Undo `delete`."""
        with self._store.writing():
            event = event_of(self._store, "verdicts", verdict, "verdict")
            self._store.run("UPDATE verdicts SET deleted = NULL WHERE id = ?", (verdict,))
            restore_event(self._store, event)
            self._changed(event, verdict)

    def keep(self, verdict: StoredVerdict) -> StoredVerdict:
        """Write a verdict down as it is, inside `writing`; one that was taken back here comes back."""
        bring_back(self._store, verdict.event)
        self._store.insert(
            "verdicts",
            id=verdict.id,
            event=verdict.event,
            created=verdict.created.isoformat(),
            kind=verdict.kind,
            label=codec.encode_text(verdict.label),
            detail_kind=verdict.detail_kind,
            author=codec.encode_text_or_none(verdict.author),
        )
        for position, one in enumerate(verdict.targets):
            keep_target(
                self._store, verdict.event, verdict.id, position, one.target, of="verdict", part=one.part
            )
        self._changed(verdict.event, verdict.id)
        return self._found("id = ?", (verdict.id,))[0]

    def is_kept(self, verdict: str) -> bool | None:
        """Whether a verdict of that id holds; None where there never was one."""
        row = self._store.row("SELECT deleted FROM verdicts WHERE id = ?", (verdict,))
        return None if row is None else row[0] is None

    def _changed(self, event: str, verdict: str) -> None:
        forget_overview(self._store, event)
        self._store.changed("verdict", event, verdict)

    def _found(self, where: str, values: tuple[str, ...]) -> tuple[StoredVerdict, ...]:
        with self._store.reading():
            rows = self._store.rows(f"{_VERDICT} WHERE {where} ORDER BY created, id", values)
            targets: dict[str, list[VerdictTarget]] = {}
            these = f"verdict IN (SELECT id FROM verdicts WHERE {where}) ORDER BY verdict, position"
            for row in self._store.rows(f"{VERDICT_TARGET} WHERE {these}", values):
                targets.setdefault(row[0], []).append(VerdictTarget(target(row), row[17]))
        return tuple(
            StoredVerdict(
                id=verdict,
                event=event,
                created=codec.moment(created),
                kind=kind,
                targets=tuple(targets.get(verdict, ())),
                label=codec.decode_text(label),
                detail_kind=detail_kind,
                author=codec.decode_text_or_none(author),
            )
            for verdict, event, created, kind, label, detail_kind, author in rows
        )
