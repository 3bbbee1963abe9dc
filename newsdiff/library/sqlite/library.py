"""The whole library in one SQLite file. Parts that the list of events does without are imported when used."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsdiff.library.protocol import (
    Events,
    Feeds,
    Notes,
    Pages,
    ReadingStates,
    SavedComparisons,
    Translations,
    Verdicts,
    World,
)
from newsdiff.library.records import Changes
from newsdiff.library.sqlite.codec import decode_text, encode_text
from newsdiff.library.sqlite.events import SqliteEvents
from newsdiff.library.sqlite.reading_state import SqliteReading
from newsdiff.library.sqlite.saved import SqliteSaved
from newsdiff.library.sqlite.store import Store

if TYPE_CHECKING:
    from newsdiff.library.transfer import Merged, Transfer


class SqliteLibrary:
    """`protocol.Library` in SQLite."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self.events: Events = SqliteEvents(self._store)
        self.saved: SavedComparisons = SqliteSaved(self._store)
        self.reading: ReadingStates = SqliteReading(self._store)

    @cached_property
    def notes(self) -> Notes:
        """What readers write."""
        from newsdiff.library.sqlite.notes import SqliteNotes

        return SqliteNotes(self._store)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the reader says of marks."""
        from newsdiff.library.sqlite.verdicts import SqliteVerdicts

        return SqliteVerdicts(self._store)

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds that are asked."""
        from newsdiff.library.sqlite.feeds import SqliteFeeds

        return SqliteFeeds(self._store)

    @cached_property
    def world(self) -> World:
        """Which outlets report which events, by country."""
        from newsdiff.library.sqlite.world import SqliteWorld

        return SqliteWorld(self._store)

    @cached_property
    def pages(self) -> Pages:
        """The pages that were fetched."""
        from newsdiff.library.sqlite.fetched_pages import SqlitePages

        return SqlitePages(self._store)

    @cached_property
    def translations(self) -> Translations:
        """The translations that were made."""
        from newsdiff.library.sqlite.translations import SqliteTranslations

        return SqliteTranslations(self._store)

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def remark(self) -> str:
        """What a person should know about the file; empty when there is nothing."""
        return self._store.remark

    def changes_since(self, revision: int) -> Changes:
        """What anybody changed since then."""
        return self._store.changes_since(revision)

    def revision(self) -> int:
        """Where to start asking."""
        return self._store.revision()

    def fact(self, key: str) -> str | None:
        """A remembered fact."""
        row = self._store.row("SELECT value FROM facts WHERE key = ?", (key,))
        return decode_text(row[0]) if row else None

    def keep_fact(self, key: str, value: str) -> None:
        """Remember one, where that is possible: none of them is something that a reader wrote."""
        if not self._store.is_writable:
            return
        with self._store.writing():
            self._store.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, encode_text(value)))

    def transfer(self, saved: str) -> Transfer:
        """A saved comparison with all that it stands on."""
        from newsdiff.library.sqlite.transfer.pack import pack

        return pack(
            self._store, self.saved.get(saved), self.notes.of_saved(saved), self.verdicts.of_saved(saved)
        )

    def merge(self, transfer: Transfer) -> Merged:
        """Add what the transfer has and this library does not."""
        from newsdiff.library.sqlite.transfer.merge import Merger

        return Merger(self._store, transfer).merge()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()
