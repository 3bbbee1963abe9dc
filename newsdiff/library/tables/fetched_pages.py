"""Pages that were fetched."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff import __version__
from newsdiff.library.records import FetchedPage, StoredPage
from newsdiff.library.tables.codec import decode_text, decode_text_or_none, encode_text, encode_text_or_none
from newsdiff.library.tables.store import Store


class KeptPages:
    """`protocol.Pages` over the tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, url: str) -> StoredPage | None:
        """The page, as long as its article stands in the library and would be read the same."""
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

    def keep(self, pages: Iterable[FetchedPage]) -> None:
        """Keep what the servers said of them."""
        with self._store.writing():
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
