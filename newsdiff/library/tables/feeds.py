"""The feeds."""

from __future__ import annotations

from datetime import datetime

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.records import StoredFeed
from newsdiff.library.tables.codec import (
    decode_text,
    decode_text_or_none,
    encode_text,
    encode_text_or_none,
    moment,
    now,
)
from newsdiff.library.tables.store import Row, Store
from newsdiff.passwords import without_password

_FEED = "SELECT url, title, allow_private, added, asked, etag, last_modified, error, failures, due FROM feeds"


class KeptFeeds:
    """`protocol.Feeds` over the tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[StoredFeed, ...]:
        """Every feed, in the order in which they were added."""
        return tuple(_feed(row) for row in self._store.rows(f"{_FEED} ORDER BY added, url"))

    def add(self, url: str, *, title: str = "", allow_private: bool = False) -> bool:
        """Keep a feed."""
        with self._store.writing():
            if self._store.row("SELECT 1 FROM feeds WHERE url = ?", (url,)) is None:
                self._store.insert(
                    "feeds",
                    url=url,
                    title=encode_text(title),
                    allow_private=allow_private,
                    added=now().isoformat(),
                )
                return True
            self._store.run(
                """UPDATE feeds SET title = CASE WHEN title = '' THEN ? ELSE title END,
                allow_private = CASE WHEN allow_private = 1 THEN 1 ELSE ? END WHERE url = ?""",
                (encode_text(title), allow_private, url),
            )
            return False

    def remove(self, url: str) -> None:
        """Forget a feed."""
        with self._store.writing():
            if self._store.run("DELETE FROM feeds WHERE url = ?", (url,)):
                return
            meant = [feed.url for feed in self.all() if feed.shown == url]  # as the list shows it
            if not meant:
                shown = without_password(url)
                raise NotInLibraryError(f"{shown}: is none of the feeds; see newsdiff feeds list")
            for one in meant:
                self._store.run("DELETE FROM feeds WHERE url = ?", (one,))

    def keep(self, feed: StoredFeed) -> None:
        """Keep how it went."""
        with self._store.writing():
            self._store.run(
                """UPDATE feeds SET asked = ?, etag = ?, last_modified = ?, error = ?, failures = ?, due = ?
                WHERE url = ?""",
                (
                    _written(feed.asked), encode_text_or_none(feed.etag),
                    encode_text_or_none(feed.last_modified),
                    encode_text(feed.error), feed.failures, _written(feed.due), feed.url,
                ),
            )  # fmt: skip

    def taken(self, url: str) -> frozenset[str]:
        """Keys of the entries whose articles were taken."""
        rows = self._store.rows("SELECT entry FROM feed_entries WHERE feed = ?", (url,))
        return frozenset(str(row[0]) for row in rows)

    def take(self, url: str, entry: str) -> None:
        """Note that an entry's article was taken."""
        with self._store.writing():
            self._store.run(
                """INSERT INTO feed_entries (feed, entry)
                SELECT url, ? FROM feeds WHERE url = ? ON CONFLICT DO NOTHING""",
                (entry, url),
            )

    def address_of(self, feed: str, name: str) -> str | None:
        """Where the article of an entry was kept."""
        key = (encode_text(feed), encode_text(name))
        row = self._store.row("SELECT url FROM feed_names WHERE feed = ? AND name = ?", key)
        return decode_text(row[0]) if row else None

    def name(self, feed: str, name: str, url: str) -> None:
        """Note under which address it is kept."""
        with self._store.writing():
            self._store.run(
                """INSERT INTO feed_names (feed, name, url) VALUES (?, ?, ?)
                ON CONFLICT (feed, name) DO UPDATE SET url = excluded.url""",
                (encode_text(feed), encode_text(name), encode_text(url)),
            )


def _written(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _read(value: str | None) -> datetime | None:
    return None if value is None else moment(value)


def _feed(row: Row) -> StoredFeed:
    url, title, allow_private, added, asked, etag, last_modified, error, failures, due = row
    return StoredFeed(
        url=url,
        title=without_password(decode_text(title)),
        allow_private=bool(allow_private),
        added=moment(added),
        asked=_read(asked),
        etag=decode_text_or_none(etag),
        last_modified=decode_text_or_none(last_modified),
        error=without_password(decode_text(error)),
        failures=failures,
        due=_read(due),
    )
