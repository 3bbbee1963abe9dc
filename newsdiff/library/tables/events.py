"""The events. What grouping needs is imported where articles come in: a list of events does without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdiff import ENGINE
from newsdiff.library.errors import FullDiskError, NotInLibraryError
from newsdiff.library.records import (
    Added,
    LookAlike,
    Overview,
    Placed,
    SortOrder,
    StoredArticle,
    StoredEvent,
    Why,
)
from newsdiff.library.tables import codec
from newsdiff.library.tables.event_search import Wanted, find
from newsdiff.library.tables.store import Row, Store, new_id
from newsdiff.library.tables.texts import articles as kept_articles
from newsdiff.library.tables.world import bring_seats_up_to_date

if TYPE_CHECKING:
    from newsdiff.model import Article, Role
    from newsdiff.readers import EventReading

_TITLE = "coalesce(title, CASE WHEN grouped = 1 THEN heading END)"
_EVENT = f"""SELECT id, {_TITLE}, created, updated, engine,
    overview, independent, pinned FROM events"""
_THERE = "SELECT 1 FROM events WHERE id = ? AND id NOT IN (SELECT event FROM joins)"
_SOURCES = """SELECT event, id, coalesce(renamed, outlet), published, title, seat FROM articles
    WHERE current = 1 AND removed IS NULL"""
_NOTES = "SELECT event, count(*) FROM notes WHERE deleted IS NULL"
UNSEEN = """SELECT notes.id, notes.event FROM notes
    LEFT JOIN seen_notes ON seen_notes.note = notes.id AND reader = ?
    WHERE deleted IS NULL AND author IS NOT NULL AND author <> ?
    AND (seen_notes.version IS NULL OR seen_notes.version < notes.version)"""
"""The notes of others that a reader has not seen as they are now."""
_ORPHANS = """SELECT event, count(*) FROM notes
    WHERE id IN (SELECT note FROM note_targets WHERE how = 'orphan') AND deleted IS NULL"""
_SAVED = "SELECT event, count(*) FROM saved WHERE deleted IS NULL"


class Events:
    """The events and their articles."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[StoredEvent, ...]:
        """Every event, last changed first."""
        bring_seats_up_to_date(self._store)
        rows, counts = self._counted()
        return tuple(counts.event(row) for row in rows)

    def search(self, words: str) -> tuple[StoredEvent, ...]:
        """Events whose title, outlets or headlines match `words` loosely, best first."""
        from newsdiff.library.searching import SearchHit, best_first

        rows, counts = self._counted()
        found = [SearchHit(counts.event(row), counts.wording(row)) for row in rows]
        return best_first(found, words)

    def page(
        self,
        words: str = "",
        *,
        since: date | None = None,
        outlet: str | None = None,
        countries: Collection[str] | None = None,
        language: str | None = None,
        order: SortOrder = "changed",
        limit: int = 50,
        offset: int = 0,
        after: str | None = None,
    ) -> tuple[StoredEvent, ...]:
        """Some of the events: those with an article that holds every word (titles and bodies, folded:
        "zelenski" finds "Zełenski"; the last word may be unfinished) or with the words in their title,
        published on or after `since`, by an outlet of that name, of one of these countries (codes), in that
        language (ISO 639-1; one article answers for all four). `after`: the id of the event after which
        the page begins. Costs the same in a large library, and on every page that begins after an event."""
        if words:
            self._have_everything_indexed()
        bring_seats_up_to_date(self._store)
        with self._store.reading():
            wanted = Wanted(words, since, outlet, countries, language)
            found = find(self._store, wanted, order=order, limit=limit, offset=offset, after=after)
            return self._some(found)

    def named(self, name: str) -> tuple[StoredEvent, ...]:
        """Events whose id begins so (four characters or more) or that have exactly this title."""
        start, title = name if len(name) >= 4 else "\0", codec.encode_text(name)
        with self._store.reading():
            rows = self._store.rows(
                """SELECT id FROM events WHERE deleted IS NULL AND (substr(id, 1, ?) = ? OR title = ?
                OR (title IS NULL AND heading = ?)) ORDER BY created, id LIMIT 10""",
                (len(start), codec.encode_text(start), title, title),
            )
            return tuple(self.get(row[0]) for row in rows)

    def titles(self, events: Iterable[str]) -> Mapping[str, str | None]:
        """The titles of some events by their ids; those that are not there are left out."""
        rows = self._store.rows(
            f"""SELECT id, {_TITLE} FROM events
            WHERE deleted IS NULL AND id {self._store.dialect.words}""",
            (codec.to_json(list(events)),),
        )
        return {event: codec.decode_text_or_none(title) for event, title in rows}

    def count(self) -> int:
        """How many events there are."""
        row = self._store.row("SELECT count(*) FROM events WHERE deleted IS NULL")
        return int(row[0]) if row else 0

    def get(self, event: str) -> StoredEvent:
        """One event. Raises NotInLibraryError."""
        with self._store.reading():
            row = self._store.row(f"{_EVENT} WHERE id = ? AND deleted IS NULL", (event,))
            if row is None:
                raise NotInLibraryError(f"the library has no event {event!r}")
            return _Counts(self._store, [event]).event(row)

    def holding(self, articles: Iterable[Article]) -> StoredEvent | None:
        """The event with exactly these texts, if there is one."""
        wanted = sorted(article.sha256 for article in articles)
        if not wanted:
            return None
        with self._store.reading():
            rows = self._store.rows(
                """SELECT event FROM articles JOIN events ON events.id = event
                WHERE sha256 = ? AND current = 1 AND removed IS NULL AND deleted IS NULL
                ORDER BY created, event""",
                (wanted[0],),
            )
            for (event,) in rows:
                if sorted(item.sha256 for item in kept_articles.listed(self._store, event)) == wanted:
                    return self.get(event)
        return None

    def standing(self, sha256s: Iterable[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The articles that hold each text now: hash -> event and short name, the oldest first. Grouping may
        move an article when others are added."""
        wanted = list(dict.fromkeys(sha256s))
        found: dict[str, list[tuple[str, str]]] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            rows = self._store.rows(
                f"""SELECT sha256, articles.event, articles.id FROM articles
                WHERE sha256 IN ({", ".join("?" * len(part))}) AND current = 1 ORDER BY number""",
                part,
            )
            for sha256, event, name in rows:
                found.setdefault(sha256, []).append((event, codec.decode_text(name)))
        return {sha256: tuple(places) for sha256, places in found.items()}

    def add(self, reading: EventReading, *, title: str | None = None) -> StoredEvent:
        """Store an event. An event that already has exactly these texts is returned instead."""
        with self._store.writing():
            if there := self.holding(reading.articles):
                return there
            event, now = new_id(), codec.now().isoformat()
            name = codec.encode_text_or_none(title or reading.title)
            self._store.insert("events", id=event, title=name, created=now, updated=now)
            kept_articles.keep_all(self._store, event, reading.articles)
            self._store.changed("event", event, event)
            return self.get(event)

    def add_articles(self, event: str, articles: Iterable[Article]) -> Added:
        """Add articles. One with the URL or file name of an article already there replaces its text."""
        with self._store.writing():
            self._must_exist(event)
            added = kept_articles.keep_all(self._store, event, articles)
            for article in (*added.new, *added.replaced):
                self._changed(event, article)
        return added

    def place(
        self,
        articles: Iterable[Article],
        *,
        event: str | None = None,
        known_as: Mapping[int, str] = MappingProxyType({}),
        stand_ins: Container[int] = frozenset(),
    ) -> tuple[Placed, ...]:
        """Keep articles, each in the event that reports the same, or in a new one; one answer for each, in
        their order. A known text stays as it is, a changed text of a known URL becomes its newer version.
        `event` (an id or a title, made when there is none) takes them all, whatever grouping says.
        `known_as`: by its number an address under which an article may be known; `stand_ins`: numbers of
        those that only hold the place of an article which is not there, and replace no text."""
        with self._store.placing():
            from newsdiff.library.tables.grouping import arrivals

            return arrivals.place(self._store, tuple(articles), event, known_as, stand_ins)

    def move(self, event: str, article: str, to: str) -> None:
        """Move an article to another event with the notes that are on it alone. Grouping keeps the two
        events apart from then on; so it does after `split`."""
        with self._store.writing():
            self._must_exist(to)
            self._divide(event, (article,), to)

    def split(self, event: str, articles: Iterable[str], *, title: str | None = None) -> StoredEvent:
        """Make an event of some articles of another."""
        with self._store.writing():
            made = self._divide(event, tuple(articles), None)
            if title:
                self.rename(made, title)
            return self.get(made)

    def join(self, event: str, into: str) -> StoredEvent:
        """Merge an event with its notes into another, which keeps its id."""
        with self._store.writing():
            self._must_exist(event)
            self._must_exist(into)
            if event != into:
                from newsdiff.library.tables.grouping import arrivals
                from newsdiff.library.tables.grouping import event_merges as merges

                merges.merge(self._store, event, into)
                arrivals.tidy(self._store, into)
            return self.get(into)

    def unjoin(self, event: str) -> StoredEvent:
        """Take out of an event the one that was put into it last, by the id it had, with what is written on
        its articles; grouping keeps the two apart from then on. Raises NotInLibraryError if there is none."""
        with self._store.writing():
            from newsdiff.library.tables.grouping import arrivals
            from newsdiff.library.tables.grouping import event_merges as merges

            self._must_exist(event)
            taken_out = merges.take_back(self._store, event)
            for changed in (event, taken_out):
                arrivals.tidy(self._store, changed)
            return self.get(taken_out)

    def pin(self, event: str, *, pinned: bool = True) -> None:
        """Pin an event, so that grouping leaves it unchanged, or unpin it."""
        with self._store.writing():
            self._must_exist(event)
            self._store.run("UPDATE events SET pinned = ? WHERE id = ?", (int(pinned), event))
            self._store.changed("event", event, event)

    def why(self, event: str) -> tuple[Why, ...]:
        """What each article has in common with the others of its event, by short name."""
        with self._store.looking():
            self._must_exist(event)
            from newsdiff.library.tables.grouping.explain import explain_event

            return explain_event(self._store, event)

    def look_alikes(self, event: str) -> tuple[LookAlike, ...]:
        """Other events that are reported in much the same words, and what keeps them apart."""
        with self._store.looking():
            self._must_exist(event)
            from newsdiff.library.tables.grouping.explain import look_alikes_of

            return look_alikes_of(self._store, event)

    def _divide(self, event: str, articles: tuple[str, ...], to: str | None) -> str:
        from newsdiff.library.tables.grouping import arrivals, corrections

        self._must_exist(event)
        target = corrections.take_out(self._store, event, articles, to)
        for changed in (event, target):
            arrivals.tidy(self._store, changed)
        return target

    def articles(self, event: str) -> tuple[Article, ...]:
        """The current articles with the reader's outlet names and block roles, ready for `compare`."""
        with self._store.reading():
            self._must_exist(event)
            return kept_articles.current(self._store, event)

    def sources(self, event: str) -> tuple[StoredArticle, ...]:
        """The current articles without their texts: for lists."""
        with self._store.reading():
            self._must_exist(event)
            return kept_articles.listed(self._store, event)

    def called(self, name: str) -> tuple[StoredArticle, ...]:
        """The current articles that a person may mean: at this address, however it is written; else whose
        text has a hash that begins so (six digits or more); else of this headline; else of this short name.
        Ten at most."""
        with self._store.reading():
            return kept_articles.called(self._store, name)

    def versions(self, event: str, article: str) -> tuple[tuple[StoredArticle, Article], ...]:
        """All texts an article has had, newest first."""
        with self._store.reading():
            found = kept_articles.versions(self._store, event, article)
        if not found:
            raise NotInLibraryError(f"the event has no article {article!r}")
        return found

    def rename(self, event: str, title: str | None) -> None:
        """Give the event another title."""
        with self._store.writing():
            self._must_exist(event)
            self._store.run(
                "UPDATE events SET title = ? WHERE id = ?", (codec.encode_text_or_none(title), event)
            )
            self._touch(event)

    def rename_outlet(self, event: str, article: str, outlet: str | None) -> None:
        """Give a source another label; None takes the name as read again."""
        with self._store.writing():
            changed = self._store.run(
                "UPDATE articles SET renamed = ? WHERE event = ? AND id = ? AND current = 1",
                (codec.encode_text_or_none(outlet or None), event, codec.encode_text(article)),
            )
            if not changed:
                raise NotInLibraryError(f"the event has no article {article!r}")
            self._changed(event, article)

    def set_role(self, event: str, article: str, block: str, role: Role | None, reason: str = "") -> None:
        """Give a block (an id in `articles(event)`) another role; None takes the role as read again."""
        with self._store.writing():
            kept_articles.set_role(self._store, event, article, block, role, reason)
            self._changed(event, article)

    def delete(self, event: str) -> None:
        """Delete the event with its notes and saved comparisons; `restore` undoes it."""
        with self._store.writing():
            self._must_exist(event)
            now = codec.now().isoformat()
            self._store.run("UPDATE events SET deleted = coalesce(deleted, ?) WHERE id = ?", (now, event))
            self._store.changed("event", event, event)

    def restore(self, event: str) -> None:
        """Undo `delete`."""
        with self._store.writing():
            self._must_exist(event)
            restore_event(self._store, event)

    def keep_overview(self, event: str, overview: Overview) -> None:
        """Remember what a comparison found, for this version of the engine and these articles and links;
        where nothing can be kept, it is found again."""
        if not self._store.is_writable:
            return
        with self._store.writing():
            self._store.run(
                "UPDATE events SET engine = ?, overview = ? WHERE id = ?",
                (ENGINE, codec.overview_to_json(overview), event),
            )
            self._store.changed("event", event, event)

    def _have_everything_indexed(self) -> None:
        from newsdiff.library.tables.texts.index_completion import index_what_is_missing, is_complete

        if self._store.is_writable and not is_complete(self._store):
            with suppress(FullDiskError), self._store.writing():  # then less is found
                index_what_is_missing(self._store)

    def _must_exist(self, event: str) -> None:
        """Deleted events count; they can be restored. Merged ones do not."""
        if self._store.row(_THERE, (event,)) is None:
            raise NotInLibraryError(f"the library has no event {event!r}")

    def _changed(self, event: str, article: str) -> None:
        forget_overview(self._store, event)
        self._touch(event)
        self._store.changed("article", event, article)

    def _touch(self, event: str) -> None:
        now = codec.now().isoformat()
        self._store.run("UPDATE events SET updated = ? WHERE id = ?", (now, event))
        self._store.changed("event", event, event)

    def _some(self, events: Sequence[str]) -> tuple[StoredEvent, ...]:
        """Some events in their order, with as many queries as one takes."""
        if not events:
            return ()
        wanted = (codec.to_json(list(events)),)
        rows = self._store.rows(f"{_EVENT} WHERE id {self._store.dialect.words}", wanted)
        counts, row_of = _Counts(self._store, events), {row[0]: row for row in rows}
        return tuple(counts.event(row_of[event]) for event in events)

    def _counted(self) -> tuple[list[Row], _Counts]:
        with self._store.reading():
            rows = self._store.rows(f"{_EVENT} WHERE deleted IS NULL ORDER BY updated DESC, id")
            return rows, _Counts(self._store)


def bring_back(store: Store, event: str) -> None:
    """`restore_event` for one that is written on. Raises NotInLibraryError where there never was one."""
    if store.row("SELECT 1 FROM events WHERE id = ?", (event,)) is None:
        raise NotInLibraryError(f"the library has no event {event!r}")
    restore_event(store, event)


def event_of(store: Store, table: str, row: str, name: str) -> str:
    """The event of a row, deleted or not; `name` says what it is in the message of NotInLibraryError."""
    found = store.row(f"SELECT event FROM {table} WHERE id = ?", (row,))
    if found is None:
        raise NotInLibraryError(f"the library has no {name} {row!r}")
    return str(found[0])


def sources_of_saved(store: Store, saved: str) -> tuple[str, frozenset[str]]:
    """The event of a saved comparison, and the sources it has chosen: none where it takes all."""
    event = event_of(store, "saved", saved, "saved comparison")
    ((view,),) = store.rows("SELECT view FROM saved WHERE id = ?", (saved,))
    return event, frozenset(codec.view(view, None).sources)


def restore_event(store: Store, event: str) -> None:
    """Bring a deleted event back, inside `writing`."""
    if store.run("UPDATE events SET deleted = NULL WHERE id = ? AND deleted IS NOT NULL", (event,)):
        store.changed("event", event, event)


def forget_overview(store: Store, event: str) -> None:
    """What was compared has changed, inside `writing`."""
    store.run("UPDATE events SET engine = NULL, overview = NULL WHERE id = ?", (event,))


class _Counts:
    """What belongs to one event, or to all of them: a handful of queries, however many events there are."""

    def __init__(self, store: Store, events: Sequence[str] | None = None) -> None:
        which, values = "", tuple[codec.Column, ...]()
        if events is not None and len(events) == 1:
            which, values = " AND event = ?", (events[0],)
        elif events is not None:
            which, values = f" AND event {store.dialect.words}", (codec.to_json(list(events)),)
        self._sources: dict[str, list[Row]] = {}
        for row in store.rows(f"{_SOURCES}{which} ORDER BY event, id", values):
            self._sources.setdefault(row[0], []).append(row)
        self._notes: dict[str, int] = dict(store.rows(f"{_NOTES}{which} GROUP BY event", values))
        self._orphans: dict[str, int] = dict(store.rows(f"{_ORPHANS}{which} GROUP BY event", values))
        self._unseen: Counter[str] = Counter()
        if store.reader:  # where one reader has the whole library, there are no others
            me = (store.reader, store.reader)
            self._unseen.update(row[1] for row in store.rows(f"{UNSEEN}{which}", (*me, *values)))
        self._saved: dict[str, int] = dict(store.rows(f"{_SAVED}{which} GROUP BY event", values))

    def event(self, row: Row) -> StoredEvent:
        """The event of a row of `_EVENT`."""
        event, title, created, updated, engine, overview, independent, pinned = row
        sources = self._sources.get(event, [])
        days = sorted(source[3] for source in sources if source[3])
        return StoredEvent(
            id=event,
            title=codec.decode_text_or_none(title),
            created=codec.moment(created),
            updated=codec.moment(updated),
            outlets=tuple(codec.decode_text(source[2] or source[1]) for source in sources),
            first_published=codec.day(days[0]) if days else None,
            last_published=codec.day(days[-1]) if days else None,
            notes=self._notes.get(event, 0),
            orphans=self._orphans.get(event, 0),
            saved=self._saved.get(event, 0),
            overview=codec.overview(overview) if overview and engine == ENGINE else None,
            independent=independent,
            pinned=bool(pinned),
            countries=tuple(source[5] or "" for source in sources),
            unseen=self._unseen[event],
        )

    def wording(self, row: Row) -> tuple[str, ...]:
        """What a search looks at: title, outlets, headlines."""
        sources = self._sources.get(row[0], [])
        wordings = [row[1], *(part for source in sources for part in (source[1], source[2], source[4]))]
        return tuple(codec.decode_text(wording) for wording in wordings if wording)
