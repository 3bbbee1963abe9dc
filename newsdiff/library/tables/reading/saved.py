"""The saved comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsdiff.library.errors import LibraryError, NameTakenError, NotInLibraryError
from newsdiff.library.records import SavedComparison, View
from newsdiff.library.tables import codec
from newsdiff.library.tables.events import bring_back, event_of, restore_event
from newsdiff.library.tables.grouping.corrections import free_name
from newsdiff.library.tables.store import NotUniqueError, Row, Store, new_id
from newsdiff.library.tables.texts import articles
from newsdiff.library.tables.texts.paragraphs import Paragraphs, keep_paragraph

if TYPE_CHECKING:
    from newsdiff.model import Article, ManualLink

_SAVED = "SELECT id, event, name, created, updated, version, texts, view, author, paragraph FROM saved"


class SavedComparisons:
    """The saved comparisons."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[SavedComparison, ...]:
        """Those of all events, last changed first, for lists: without links and the paragraph of the place,
        which `get` adds."""
        living = "deleted IS NULL AND event IN (SELECT id FROM events WHERE deleted IS NULL)"
        rows = self._store.rows(f"{_SAVED} WHERE {living} ORDER BY updated DESC, id")
        return tuple(_listed(row) for row in rows)

    def of(self, event: str) -> tuple[SavedComparison, ...]:
        """Those of one event, by name."""
        return self._found("deleted IS NULL AND event = ? ORDER BY lower(name)", event)

    def get(self, saved: str) -> SavedComparison:
        """By id. Raises NotInLibraryError."""
        found = self._found("deleted IS NULL AND id = ?", saved)
        if not found:
            raise NotInLibraryError(f"the library has no saved comparison {saved!r}")
        return found[0]

    def find(self, name_or_id: str) -> SavedComparison:
        """By name or the start of its id, as typed on a command line. Raises NotInLibraryError."""
        everything = self.all()
        wanted = name_or_id.strip().casefold()
        found = [item for item in everything if item.name.casefold() == wanted]
        found = found or [item for item in everything if wanted and item.id.startswith(wanted)]
        if not found:
            raise NotInLibraryError(f"no saved comparison is called {name_or_id!r}")
        if len(found) > 1:
            ids = ", ".join(item.id for item in found)
            raise LibraryError(f"several saved comparisons are called {name_or_id!r}; say which: {ids}")
        return self.get(found[0].id)

    def as_it_was(self, saved: str) -> tuple[tuple[Article, ...], tuple[ManualLink, ...]]:
        """The articles with the very texts that were compared, whatever replaced them since, and the saved
        links in the ids of their paragraphs."""
        with self._store.reading():
            found = self.get(saved)
            there = articles.as_it_was(self._store, found.event, found.texts)
            rows = self._store.rows("SELECT a, b, linked FROM saved_links WHERE saved = ?", (saved,))
            return there, resolved(rows, Paragraphs(self._store, found.event, there))

    def add(self, event: str, name: str, view: View) -> SavedComparison:
        """Save, or save as: keeps the view and the event's links as they are now. Raises NameTakenError."""
        with self._store.writing():
            bring_back(self._store, event)
            now = codec.now().isoformat()
            there = articles.current(self._store, event)
            saved = self._insert(
                new_id(), event, _proper(name), created=now, updated=now, version=1,
                paragraph=self._anchor(event, there, view), **_columns(there, view),
            )  # fmt: skip
            self._keep_links(saved, event)
            return self._changed(saved)

    def update(self, saved: str, view: View) -> SavedComparison:
        """Save again under the same name; one that another window deleted comes back."""
        with self._store.writing():
            event = self._event_of(saved)
            self._revive(saved)
            there = articles.current(self._store, event)
            columns = _columns(there, view)
            self._store.run(
                """UPDATE saved SET texts = ?, view = ?, paragraph = ?, updated = ?, version = version + 1
                WHERE id = ?""",
                (
                    columns["texts"], columns["view"], self._anchor(event, there, view),
                    codec.now().isoformat(), saved,
                ),
            )  # fmt: skip
            self._keep_links(saved, event)
            return self._changed(saved)

    def rename(self, saved: str, name: str) -> SavedComparison:
        """Give it another name. Raises NameTakenError."""
        with self._store.writing():
            self._event_of(saved)
            with _named(name):
                self._store.run(
                    "UPDATE saved SET name = ?, updated = ?, version = version + 1 WHERE id = ?",
                    (codec.encode_text(_proper(name)), codec.now().isoformat(), saved),
                )
            return self._changed(saved)

    def duplicate(self, saved: str) -> SavedComparison:
        """A copy, called "… copy"."""
        with self._store.writing():
            event = self._event_of(saved)
            (row,) = self._store.rows("SELECT name, texts, view, paragraph FROM saved WHERE id = ?", (saved,))
            old_name, texts, view, paragraph = row
            now = codec.now().isoformat()
            new_name = self.free_name(event, f"{codec.decode_text(old_name)} copy")
            copy = self._insert(
                new_id(), event, new_name, created=now, updated=now, version=1,
                texts=texts, view=view, paragraph=paragraph,
            )  # fmt: skip
            self._store.run(
                "INSERT INTO saved_links SELECT ?, a, b, linked FROM saved_links WHERE saved = ?",
                (copy, saved),
            )
            return self._changed(copy)

    def delete(self, saved: str) -> None:
        """Delete it (its notes stay with the event); `restore` undoes it."""
        with self._store.writing():
            event = self._event_of(saved)
            now = codec.now().isoformat()
            self._store.run("UPDATE saved SET deleted = coalesce(deleted, ?) WHERE id = ?", (now, saved))
            self._store.changed("saved", event, saved)

    def restore(self, saved: str) -> SavedComparison:
        """Undo `delete`; when its name was given to another one meanwhile, it gets a number."""
        with self._store.writing():
            self._revive(saved)
            return self._changed(saved)

    def _event_of(self, saved: str) -> str:
        return event_of(self._store, "saved", saved, "saved comparison")

    def _revive(self, saved: str) -> None:
        event = self._event_of(saved)
        restore_event(self._store, event)
        row = self._store.row("SELECT name FROM saved WHERE id = ? AND deleted IS NOT NULL", (saved,))
        if row:
            name = codec.encode_text(self.free_name(event, codec.decode_text(row[0])))
            self._store.run("UPDATE saved SET deleted = NULL, name = ? WHERE id = ?", (name, saved))

    def _insert(self, saved: str, event: str, name: str, **columns: codec.Column) -> str:
        author = codec.encode_text_or_none(self._store.author)
        with _named(name):
            self._store.insert(
                "saved", id=saved, event=event, name=codec.encode_text(name), author=author, **columns
            )
        return saved

    def _changed(self, saved: str) -> SavedComparison:
        found = self.get(saved)
        self._store.changed("saved", found.event, saved)
        return found

    def free_name(self, event: str, name: str) -> str:
        """`name`, or with the first number that no other saved comparison of the event has."""
        rows = self._store.rows("SELECT name FROM saved WHERE event = ? AND deleted IS NULL", (event,))
        taken = {codec.decode_text(row[0]).casefold() for row in rows}
        return free_name(name, taken)

    def _anchor(self, event: str, there: tuple[Article, ...], view: View) -> int | None:
        paragraph = view.place.paragraph
        return keep_paragraph(self._store, event, there, paragraph) if paragraph else None

    def _keep_links(self, saved: str, event: str) -> None:
        self._store.run("DELETE FROM saved_links WHERE saved = ?", (saved,))
        self._store.run(
            "INSERT INTO saved_links SELECT ?, a, b, linked FROM links WHERE event = ?", (saved, event)
        )

    def _found(self, where: str, *values: str) -> tuple[SavedComparison, ...]:
        with self._store.reading():
            rows = self._store.rows(f"{_SAVED} WHERE {where}", values)
            there = {event: paragraphs_of(self._store, event) for event in {row[1] for row in rows}}
            return tuple(self._record(row, there[row[1]]) for row in rows)

    def _record(self, row: Row, paragraphs: Paragraphs) -> SavedComparison:
        links = self._store.rows("SELECT a, b, linked FROM saved_links WHERE saved = ?", (row[0],))
        return _listed(row, paragraphs.id_of(row[-1]), resolved(links, paragraphs))


def _listed(row: Row, paragraph: str | None = None, links: tuple[ManualLink, ...] = ()) -> SavedComparison:
    saved, event, name, created, updated, version, texts, view, author, _ = row
    return SavedComparison(
        id=saved,
        name=codec.decode_text(name),
        event=event,
        created=codec.moment(created),
        updated=codec.moment(updated),
        view=codec.view(view, paragraph),
        links=links,
        texts=codec.mapping(texts),
        version=version,
        author=codec.decode_text_or_none(author),
    )


def paragraphs_of(store: Store, event: str) -> Paragraphs:
    """Where the anchors of an event stand now."""
    return Paragraphs(store, event, articles.current(store, event))


def resolved(rows: Iterable[Row], paragraphs: Paragraphs) -> tuple[ManualLink, ...]:
    """Links between anchors as links between paragraphs; those whose paragraphs are gone are left out."""
    from newsdiff.model import ManualLink

    found = []
    for a, b, linked in rows:
        here, there = paragraphs.id_of(a), paragraphs.id_of(b)
        if here and there:
            found.append(ManualLink(here, there, bool(linked)))
    return tuple(sorted(found, key=lambda link: (link.a, link.b)))


def _columns(there: tuple[Article, ...], view: View) -> dict[str, codec.Column]:
    chosen = view.sources or tuple(article.id for article in there)
    texts = {article.id: article.sha256 for article in there if article.id in chosen}
    return {"texts": codec.to_json(texts), "view": codec.view_to_json(view)}


def _proper(name: str) -> str:
    proper = " ".join(name.split())
    if not proper:
        raise LibraryError("a saved comparison needs a name")
    return proper


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Raise NameTakenError for a broken uniqueness."""
    try:
        yield
    except NotUniqueError as error:
        raise NameTakenError(
            f"another saved comparison of this event is called {name!r}; choose another name"
        ) from error
