"""Merge a transfer into the library: ids and texts show what is here already, the rest is added.

A text that is here under another short name keeps the name it has here, so everything in the transfer that
names an article is translated first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdiff.library.records import Note, NoteTarget, StoredVerdict, View
from newsdiff.library.tables import codec
from newsdiff.library.tables.events import forget_overview, restore_event
from newsdiff.library.tables.grouping.event_merges import whereabouts
from newsdiff.library.tables.reading.notes import Notes
from newsdiff.library.tables.reading.opinions import Opinions
from newsdiff.library.tables.reading.saved import SavedComparisons
from newsdiff.library.tables.reading.verdicts import Verdicts
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts import articles
from newsdiff.library.tables.texts.paragraphs import carry_over, keep_anchor
from newsdiff.library.transfer import Merged, ParagraphAnchor, Transfer, TransferText
from newsdiff.model import Article, Block


class Merger:
    """One merge, in one transaction."""

    def __init__(self, store: Store, transfer: Transfer) -> None:
        self._store = store
        self._transfer = transfer
        self._notes = Notes(store)
        self._verdicts = Verdicts(store)
        self._opinions = Opinions(store)
        self._saved = SavedComparisons(store)
        self._event = transfer.event
        self._names: dict[str, str] = {}
        """Short name in the transfer -> short name here."""

    def merge(self) -> Merged:
        """Add what is new."""
        with self._store.writing():
            new_event = self._find_event()
            names = dict.fromkeys(text.article.id for text in self._transfer.texts)
            texts = sum(map(self._add_article, names))
            saved = self._add_saved()
            kept = [self._add_note(note) for note in self._transfer.notes]
            verdicts = sum(self._add_verdict(verdict) for verdict in self._transfer.verdicts)
            opinions = sum(self._opinions.keep_given(given) for given in self._transfer.opinions)
            self._carry_anchors()
            if texts or new_event:
                forget_overview(self._store, self._event)
                self._store.changed("event", self._event, self._event)
            return Merged(
                event=self._event,
                name=self._saved.get(self._transfer.saved.id).name,
                new_event=new_event,
                texts=texts,
                notes=sum(outcome != "" for outcome in kept),
                conflicts=kept.count("conflict"),
                saved=saved,
                verdicts=verdicts,
                opinions=opinions,
            )

    # -- the event and its texts ------------------------------------------------

    def _find_event(self) -> bool:
        """The event of that id, else one that holds all the texts, else a new one; says whether it is new."""
        transfer, store = self._transfer, self._store
        self._event = whereabouts(store, transfer.event)
        if store.row("SELECT 1 FROM events WHERE id = ?", (self._event,)):
            restore_event(store, self._event)
            return False
        wanted = set(transfer.saved.texts.values())
        marks = ", ".join("?" * len(wanted))
        row = store.row(
            f"""SELECT event FROM articles JOIN events ON events.id = event
            WHERE sha256 IN ({marks}) AND deleted IS NULL
            GROUP BY event, created HAVING count(DISTINCT sha256) = ? ORDER BY created, event""",
            (*sorted(wanted), len(wanted)),
        )
        if row:
            self._event = row[0]
            return False
        now = codec.now().isoformat()
        title = codec.encode_text_or_none(transfer.title)
        created = transfer.created.isoformat()
        store.insert("events", id=transfer.event, title=title, created=created, updated=now)
        return True

    def _add_article(self, name: str) -> int:
        """Add the texts of one article that are not here; says how many they are."""
        texts = [text for text in self._transfer.texts if text.article.id == name]
        here = self._names[name] = self._name_here(texts)
        key = (self._event, codec.encode_text(here))
        rows = self._store.rows("SELECT sha256 FROM articles WHERE event = ? AND id = ?", key)
        known = {row[0] for row in rows}
        added = 0
        for text in texts:
            article = text.article.with_id(here)
            is_new = article.sha256 not in known
            if is_new:
                self._add_text(article, text)
                added += 1
            self._add_changes(article, text, is_new=is_new)
        # Articles of a transfer are shown, also those that were removed from the event here.
        self._store.run("UPDATE articles SET removed = NULL WHERE event = ? AND id = ?", key)
        return added

    def _name_here(self, texts: Sequence[TransferText]) -> str:
        store, event = self._store, self._event
        taken = set(self._names.values())
        hashes = {text.article.sha256 for text in texts}
        rows = store.rows("SELECT id, sha256 FROM articles WHERE event = ? ORDER BY id", (event,))
        names = [codec.decode_text(row[0]) for row in rows if row[1] in hashes]
        wanted = texts[-1].article
        for name in sorted(names, key=lambda one: one != wanted.id):
            if name not in taken:
                return name
        present = articles.current(store, event, as_read=True, removed=True)
        same = articles.same_article(wanted, [one for one in present if one.id not in taken])
        if same is not None:
            return same.id
        return articles.free_id(wanted.id, taken | {codec.decode_text(row[0]) for row in rows})

    def _add_text(self, article: Article, text: TransferText) -> None:
        """The latest retrieved text is the current one."""
        store, key = self._store, (self._event, codec.encode_text(article.id))
        row = store.row("SELECT retrieved FROM articles WHERE event = ? AND id = ? AND current = 1", key)
        if row and codec.moment(row[0]) <= text.retrieved:
            there = articles.current(store, self._event, as_read=True, removed=True)
            old = next(one for one in there if one.id == article.id)
            articles.replace_text(store, self._event, old, article, retrieved=text.retrieved)
            return
        last = store.row("SELECT max(version) FROM articles WHERE event = ? AND id = ?", key)
        version = int(last[0] or 0) + 1 if last else 1
        articles.keep_article(
            store, self._event, article, version, retrieved=text.retrieved, current=row is None
        )

    def _add_changes(self, article: Article, text: TransferText, *, is_new: bool) -> None:
        """Outlet names and roles that the reader gave; those given to a text here win."""
        store, name = self._store, codec.encode_text(article.id)
        key = (self._event, name, article.sha256)
        if is_new:  # what was carried over from an older text is not what the sender saw
            store.run("DELETE FROM roles WHERE event = ? AND article = ? AND sha256 = ?", key)
        store.run(
            f"""UPDATE articles SET renamed = {"?" if is_new else "coalesce(renamed, ?)"}
            WHERE event = ? AND id = ? AND sha256 = ?""",
            (codec.encode_text_or_none(text.renamed), *key),
        )
        for role in text.roles:
            store.run(
                """INSERT INTO roles (event, article, sha256, start, "end", role, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                (
                    self._event, name, article.sha256, role.start, role.end,
                    role.role, codec.encode_text(role.reason),
                ),
            )  # fmt: skip

    def _carry_anchors(self) -> None:
        """Let the anchors on older texts lead to the newer ones."""
        for name in self._names.values():
            versions = articles.versions(self._store, self._event, name)
            for (_, new), (_, old) in reversed(list(pairwise(versions))):
                carry_over(self._store, self._event, old, new)

    # -- the saved comparison -----------------------------------------------------

    def _add_saved(self) -> bool:
        """Add it, or bring it up to date; says whether anything was done."""
        coming, store = self._transfer.saved, self._store
        row = store.row("SELECT updated, deleted FROM saved WHERE id = ?", (coming.id,))
        if row and row[1] is None and codec.moment(row[0]) >= coming.updated:
            return False
        columns: dict[str, codec.Column] = {
            "texts": codec.to_json({self._names[name]: sha for name, sha in coming.texts.items()}),
            "view": codec.view_to_json(self._view(coming.view)),
            "paragraph": self._anchor(coming.paragraph) if coming.paragraph else None,
            "updated": coming.updated.isoformat(),
            "version": coming.version,
        }
        if row:
            if row[1] is not None:
                self._saved.restore(coming.id)
            names = ", ".join(f"{name} = ?" for name in columns)
            store.run(f"UPDATE saved SET {names} WHERE id = ?", (*columns.values(), coming.id))
        else:
            name = self._saved.free_name(self._event, coming.name)
            store.insert(
                "saved", id=coming.id, event=self._event, name=codec.encode_text(name),
                created=coming.created.isoformat(), **columns,
            )  # fmt: skip
        store.run("DELETE FROM saved_links WHERE saved = ?", (coming.id,))
        for link in coming.links:
            a, b = self._anchor(link.a), self._anchor(link.b)
            store.run(
                """INSERT INTO saved_links VALUES (?, ?, ?, ?)
                ON CONFLICT (saved, a, b) DO UPDATE SET linked = excluded.linked""",
                (coming.id, a, b, link.linked),
            )
        store.changed("saved", self._event, coming.id)
        return True

    def _view(self, view: View) -> View:
        names = self._names
        pane = names.get(view.place.pane) if view.place.pane else None
        return replace(
            view,
            sources=tuple(sorted(names[one] for one in view.sources if one in names)),
            base=names.get(view.base) if view.base else None,
            place=replace(view.place, pane=pane),
        )

    def _anchor(self, anchor: ParagraphAnchor) -> int:
        article = next(
            text.article
            for text in self._transfer.texts
            if (text.article.id, text.article.sha256) == (anchor.article, anchor.sha256)
        )
        block = Block("", "paragraph", anchor.start, anchor.end)
        return keep_anchor(self._store, self._event, article.with_id(self._names[anchor.article]), block)

    # -- the notes ------------------------------------------------------------------

    def _add_note(self, note: Note) -> str:
        """``new``, ``newer`` or ``conflict``; empty when it is here already."""
        coming = replace(note, event=self._event, targets=tuple(self._target(one) for one in note.targets))
        row = self._store.row("SELECT event, deleted FROM notes WHERE id = ?", (note.id,))
        if row is None:
            self._notes.keep(coming)
            return "new"
        if row[1] is not None:
            here = self._notes.restore(note.id)
            return self._settle(here, coming) or "new"
        return self._settle(self._notes.get(note.id), coming)

    def _settle(self, here: Note, coming: Note) -> str:
        """A version 1 was never edited: the other one is made from it. Two edited ones both stay."""
        if _said(here) == _said(coming) or coming.version == 1:
            return ""
        if here.version == 1:
            self._notes.rewrite(replace(coming, event=here.event), with_targets=here.event == self._event)
            return "newer"
        twin = hashlib.sha256(repr((here.id, _said(coming))).encode("utf-8", "surrogatepass")).hexdigest()[
            :16
        ]
        if self._store.row("SELECT 1 FROM notes WHERE id = ?", (twin,)):
            return ""
        self._notes.keep(replace(coming, id=twin, version=1, conflict_of=here.id))
        return "conflict"

    def _add_verdict(self, verdict: StoredVerdict) -> bool:
        """Add a verdict, or bring back one that was taken back here; says whether anything was done."""
        kept = self._verdicts.is_kept(verdict.id)
        if kept is None:
            targets = (replace(one, target=self._target(one.target)) for one in verdict.targets)
            self._verdicts.keep(replace(verdict, event=self._event, targets=tuple(targets)))
        elif not kept:
            self._verdicts.restore(verdict.id)
        return not kept

    def _target(self, target: NoteTarget) -> NoteTarget:
        return replace(target, article=self._names[target.article])


def _said(note: Note) -> tuple[object, ...]:
    """What makes a note what it is, whatever it is called and wherever its words are now."""
    targets = [(one.article, one.sha256, one.start, one.end, one.kind) for one in note.targets]
    return note.body, note.tags, note.state, note.colour, targets
