"""What the reader does while reading: links, read marks, the place to come back to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.records import Session
from newsdiff.library.tables import codec
from newsdiff.library.tables.events import forget_overview
from newsdiff.library.tables.reading.saved import paragraphs_of, resolved
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts import articles
from newsdiff.library.tables.texts.paragraphs import Paragraphs, keep_paragraph

if TYPE_CHECKING:
    from newsdiff.model import Article, ManualLink

_MARKED = "SELECT anchor FROM read_marks WHERE event = ? AND reader = ?"
_READ = "INSERT INTO read_marks (reader, anchor, event) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_UNREAD = "DELETE FROM read_marks WHERE anchor = ? AND reader = ?"


class ReadingStates:
    """What the reader does while reading: links by hand, rows read, the place to come back to.

    Paragraph ids are those of `Events.articles(event)`; they are stored by text, so that they survive a
    renumbering of blocks and, where the words are found again, a newer text.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def links(self, event: str) -> tuple[ManualLink, ...]:
        """The reader's links, ready for `compare`; those whose paragraphs are gone are left out."""
        with self._store.reading():
            rows = self._store.rows("SELECT a, b, linked FROM links WHERE event = ?", (event,))
            return resolved(rows, paragraphs_of(self._store, event)) if rows else ()

    def link(self, event: str, a: str, b: str, *, linked: bool = True) -> None:
        """Link two paragraphs, or unlink them; replaces an earlier decision on the two."""
        from newsdiff.model import ManualLink

        with self._store.writing():
            there = self._articles(event)
            self._forget(event, a, b)
            self._keep(event, there, ManualLink(a, b, linked))
            self._changed(event)

    def forget_link(self, event: str, a: str, b: str) -> None:
        """Remove the reader's decision on the two paragraphs."""
        with self._store.writing():
            self._forget(event, a, b)
            self._changed(event)

    def set_links(self, event: str, links: Iterable[ManualLink]) -> None:
        """Replace all links of the event (when a saved comparison is opened)."""
        with self._store.writing():
            there = self._articles(event)
            self._store.run("DELETE FROM links WHERE event = ?", (event,))
            for link in links:
                self._keep(event, there, link)
            self._changed(event)

    def read(self, event: str) -> frozenset[str]:
        """The paragraphs that were marked as read; one whose words have changed since is not among them."""
        with self._store.reading():
            rows = self._store.rows(_MARKED, (event, self._store.reader))
            paragraphs = paragraphs_of(self._store, event)
        found = (paragraphs.id_of(row[0], verbatim=True) for row in rows)
        return frozenset(paragraph for paragraph in found if paragraph)

    def mark_read(self, event: str, paragraphs: Iterable[str], *, read: bool = True) -> None:
        """Mark paragraphs as read or unread."""
        with self._store.writing():
            there = self._articles(event)
            if read:
                for paragraph in paragraphs:
                    anchor = keep_paragraph(self._store, event, there, paragraph)
                    self._store.run(_READ, (self._store.reader, anchor, event))
            else:
                gone, where = set(paragraphs), Paragraphs(self._store, event, there)
                mine = (event, self._store.reader)
                for (anchor,) in self._store.rows(_MARKED, mine):
                    if where.id_of(anchor) in gone:
                        self._store.run(_UNREAD, (anchor, self._store.reader))
            self._store.changed("read", event, event)

    def leave(self, session: Session) -> None:
        """Remember where the reader is, where that is possible."""
        if not self._store.keeps_places:
            return
        with self._store.writing():
            there = self._articles(session.event)
            paragraph = session.view.place.paragraph
            anchor = keep_paragraph(self._store, session.event, there, paragraph) if paragraph else None
            key = (session.event, self._store.reader)
            self._store.run("DELETE FROM sessions WHERE event = ? AND reader = ?", key)
            self._store.insert(
                "sessions",
                reader=self._store.reader,
                event=session.event,
                saved=session.saved,
                left_at=codec.now().isoformat(),
                view=codec.view_to_json(session.view),
                paragraph=anchor,
            )

    def changed_since(self, event: str) -> frozenset[str]:
        """The articles, by short name, whose text changed since this reader left the event."""
        rows = self._store.rows(
            """SELECT articles.id FROM articles JOIN sessions ON sessions.event = articles.event
            WHERE articles.event = ? AND sessions.reader = ? AND articles.current = 1
            AND version > 1 AND removed IS NULL AND retrieved > left_at""",
            (event, self._store.reader),
        )
        return frozenset(codec.decode_text(row[0]) for row in rows)

    def session(self, event: str | None = None) -> Session | None:
        """Where the reader was in this event, or last of all."""
        which, values = ("AND sessions.event = ?", [event]) if event else ("", [])
        with self._store.reading():
            row = self._store.row(
                f"""SELECT sessions.event, saved.id, sessions.view, sessions.paragraph FROM sessions
                JOIN events ON events.id = sessions.event
                LEFT JOIN saved ON saved.id = sessions.saved AND saved.deleted IS NULL
                WHERE events.deleted IS NULL AND sessions.reader = ? {which}
                ORDER BY left_at DESC LIMIT 1""",
                (self._store.reader, *values),
            )
            if row is None:
                return None
            found, saved, view, paragraph = row
            place = paragraphs_of(self._store, found).id_of(paragraph) if paragraph else None
        return Session(found, codec.view(view, place), saved)

    def _articles(self, event: str) -> tuple[Article, ...]:
        if self._store.row("SELECT 1 FROM events WHERE id = ?", (event,)) is None:
            raise NotInLibraryError(f"the library has no event {event!r}")
        return articles.current(self._store, event)

    def _keep(self, event: str, there: tuple[Article, ...], link: ManualLink) -> None:
        a, b = (keep_paragraph(self._store, event, there, paragraph) for paragraph in (link.a, link.b))
        self._store.run(
            """INSERT INTO links VALUES (?, ?, ?, ?)
            ON CONFLICT (event, a, b) DO UPDATE SET linked = excluded.linked""",
            (event, a, b, link.linked),
        )

    def _forget(self, event: str, a: str, b: str) -> None:
        """Take away every link between the two, whichever way round and on whichever older text."""
        paragraphs = paragraphs_of(self._store, event)
        for here, there in self._store.rows("SELECT a, b FROM links WHERE event = ?", (event,)):
            if {paragraphs.id_of(here), paragraphs.id_of(there)} == {a, b}:
                self._store.run("DELETE FROM links WHERE event = ? AND a = ? AND b = ?", (event, here, there))

    def _changed(self, event: str) -> None:
        forget_overview(self._store, event)
        self._store.changed("links", event, event)
