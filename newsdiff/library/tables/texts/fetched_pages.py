"""Pages that were fetched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from newsdiff import __version__
from newsdiff.library.records import AskedPage, FetchedPage, StoredPage
from newsdiff.library.tables.codec import (
    decode_text,
    decode_text_or_none,
    encode_text,
    encode_text_or_none,
    moment,
)
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import mark_seen


class Pages:
    """Pages that were fetched: what one says of itself is sent along when it is asked for again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, url: str) -> StoredPage | None:
        """The page, None unless its article stands in the library as it was read."""
        row = self._store.row(
            """SELECT pages.url, pages.sha256, etag, last_modified, articles.event, articles.id FROM pages
            JOIN articles ON articles.sha256 = pages.sha256 AND current = 1 AND removed IS NULL
            JOIN events ON events.id = articles.event AND events.deleted IS NULL
            WHERE pages.url = ? AND reader = ? ORDER BY articles.number LIMIT 1""",
            (encode_text(url), __version__),
        )
        if row is None:
            return None
        page = FetchedPage(
            decode_text(row[0]), row[1], decode_text_or_none(row[2]), decode_text_or_none(row[3])
        )
        return StoredPage(page, event=row[4], article=decode_text(row[5]))

    def of_recent_events(self, since: date) -> tuple[AskedPage, ...]:
        """The pages of the current articles of every event that has an article of `since` or later (published
        then; where that is not known, brought in), those first that were first seen last."""
        day = since.isoformat()
        rows = self._store.rows(
            """SELECT page.url, page.event, page.id, min(older.retrieved), rechecks.asked, failures
            FROM articles AS page
            JOIN events ON events.id = page.event AND events.deleted IS NULL
            JOIN articles AS older ON older.event = page.event AND older.id = page.id
            LEFT JOIN rechecks ON rechecks.url = page.url
            WHERE page.current = 1 AND page.removed IS NULL AND page.url IS NOT NULL
            AND page.event IN (SELECT event FROM articles
                WHERE current = 1 AND coalesce(published, substr(retrieved, 1, 10)) >= ?)
            GROUP BY page.url, page.event, page.id, rechecks.asked, failures
            ORDER BY min(older.retrieved) DESC, page.url, page.event, page.id""",
            (day,),
        )
        return tuple(
            AskedPage(
                decode_text(url), event, decode_text(name), moment(first), moment(asked) if asked else None,
                failures or 0,
            )
            for url, event, name, first, asked, failures in rows
        )  # fmt: skip

    def asked(self, page: AskedPage) -> None:
        """Keep when a page was asked for again, and how often in a row it failed."""
        if page.asked is None:
            return
        with self._store.writing():
            self._store.run(
                """INSERT INTO rechecks (url, asked, failures) VALUES (?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET asked = excluded.asked, failures = excluded.failures""",
                (encode_text(page.url), page.asked.isoformat(), page.failures),
            )

    def seen(self, page: AskedPage) -> None:
        """Note that the article of a page was found as it was read last."""
        with self._store.writing():
            mark_seen(self._store, page.event, page.article)

    def keep(self, pages: Iterable[FetchedPage]) -> None:
        """Keep what the servers said of them."""
        with self._store.noting():
            for page in pages:
                self._store.run(
                    """INSERT INTO pages (url, sha256, etag, last_modified, reader) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (url) DO UPDATE SET sha256 = excluded.sha256, etag = excluded.etag,
                    last_modified = excluded.last_modified, reader = excluded.reader""",
                    (
                        encode_text(page.url), page.sha256, encode_text_or_none(page.etag),
                        encode_text_or_none(page.last_modified), __version__,
                    ),
                )  # fmt: skip
