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
    moment_or_none,
    now,
)
from newsdiff.library.tables.store import Row, Store
from newsdiff.passwords import without_password

_FEED = "SELECT url, title, allow_private, added, asked, etag, last_modified, error, failures, due FROM feeds"

_LET_GO = "UPDATE feeds SET held_by = NULL, held_until = NULL"
_LONGEST = 3600
"""Seconds further ahead than which no turn is waited for: a clock was wrong."""


class Feeds:
    """The feeds that are asked for articles."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[StoredFeed, ...]:
        """Every feed, in the order in which they were added."""
        return tuple(_feed(row) for row in self._store.rows(f"{_FEED} ORDER BY added, url"))

    def add(self, url: str, *, title: str = "", allow_private: bool = False) -> bool:
        """Add a feed; False when it was there already (missing values are then filled in)."""
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
        """Remove a feed with its state; its articles stay. Raises NotInLibraryError."""
        with self._store.writing():
            if self._store.run("DELETE FROM feeds WHERE url = ?", (url,)):
                return
            meant = [feed.url for feed in self.all() if feed.shown == url]  # as the list shows it
            if not meant:
                shown = without_password(url)
                raise NotInLibraryError(f"{shown}: is not one of the feeds; see newsdiff feeds list")
            for one in meant:
                self._store.run("DELETE FROM feeds WHERE url = ?", (one,))

    def claim(self, url: str, who: str, seconds: float, *, unless_asked_since: datetime) -> StoredFeed | None:
        """Take a feed for so many seconds, so that no other program asks it: the feed as it is now. None when
        another one has it, when it was asked after that time, or when it was removed."""
        clock, unlocked = self._store.dialect.now, self._store.dialect.unlocked
        with self._store.noting():
            claimed = self._store.run(
                f"""UPDATE feeds SET held_by = ?, held_until = {clock} + ? WHERE url IN (
                SELECT url FROM feeds WHERE url = ? AND (asked IS NULL OR asked <= ? OR asked > ?)
                AND (held_until IS NULL OR held_until < {clock} OR held_by = ?){unlocked})""",
                (who, seconds, url, _written(unless_asked_since), _written(now()), who),
            )
            row = self._store.row(f"{_FEED} WHERE url = ?", (url,)) if claimed else None
        return _feed(row) if row else None

    def hold(self, who: str, seconds: float) -> None:
        """Keep all the feeds that `who` has claimed for so many seconds more."""
        with self._store.noting():
            now = self._store.dialect.now
            self._store.run(f"UPDATE feeds SET held_until = {now} + ? WHERE held_by = ?", (seconds, who))

    def let_go(self, who: str) -> None:
        """Give back all the feeds that `who` has claimed."""
        with self._store.noting():
            self._store.run(f"{_LET_GO} WHERE held_by = ?", (who,))

    def turn(self, host: str, delay: float) -> float:
        """Seconds to wait until a host may be asked, whichever machine asked it last; the next turn is
        `delay` seconds later."""
        now, key = self._store.dialect.now, encode_text(host)
        is_ahead = f"hosts.next > {now} AND hosts.next < {now} + {_LONGEST}"
        with self._store.noting():
            self._store.run(
                f"""INSERT INTO hosts (host, next) VALUES (?, {now} + ?) ON CONFLICT (host) DO UPDATE
                SET next = CASE WHEN {is_ahead} THEN hosts.next ELSE {now} END + ?""",
                (key, delay, delay),
            )
            row = self._store.row(f"SELECT next - {now} FROM hosts WHERE host = ?", (key,))
        return max(0.0, float(row[0]) - delay) if row else 0.0

    def keep(self, *feeds: StoredFeed) -> None:
        """Store the states of feeds and give them back; does nothing for one that was removed meanwhile."""
        with self._store.noting():
            for feed in feeds:
                self._store.run(
                    f"""{_LET_GO}, asked = ?, etag = ?, last_modified = ?, error = ?, failures = ?, due = ?
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

    def take(self, url: str, *entries: str) -> None:
        """Note that the articles of these entries were taken."""
        with self._store.noting():
            for entry in entries:
                self._store.run(
                    """INSERT INTO feed_entries (feed, entry)
                    SELECT url, ? FROM feeds WHERE url = ? ON CONFLICT DO NOTHING""",
                    (entry, url),
                )

    def address_of(self, feed: str, name: str) -> str | None:
        """Where the article of an entry was kept, by the entry's own name in the feed at this address."""
        key = (encode_text(feed), encode_text(name))
        row = self._store.row("SELECT url FROM feed_names WHERE feed = ? AND name = ?", key)
        return decode_text(row[0]) if row else None

    def name(self, feed: str, name: str, url: str) -> None:
        """Note under which address the article of an entry is kept."""
        with self._store.noting():
            self._store.run(
                """INSERT INTO feed_names (feed, name, url) VALUES (?, ?, ?)
                ON CONFLICT (feed, name) DO UPDATE SET url = excluded.url""",
                (encode_text(feed), encode_text(name), encode_text(url)),
            )


def _written(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _feed(row: Row) -> StoredFeed:
    url, title, allow_private, added, asked, etag, last_modified, error, failures, due = row
    return StoredFeed(
        url=url,
        title=without_password(decode_text(title)),
        allow_private=bool(allow_private),
        added=moment(added),
        asked=moment_or_none(asked),
        etag=decode_text_or_none(etag),
        last_modified=decode_text_or_none(last_modified),
        error=without_password(decode_text(error)),
        failures=failures,
        due=moment_or_none(due),
    )
