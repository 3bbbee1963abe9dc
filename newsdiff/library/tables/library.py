"""The whole library over any store. Parts that the list of events does without are imported when used."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsdiff.library.feeds_protocol import Feeds, Pages
from newsdiff.library.protocol import (
    Events,
    Notes,
    Opinions,
    ReadingStates,
    SavedComparisons,
    Translations,
    Verdicts,
    World,
)
from newsdiff.library.records import Changes
from newsdiff.library.tables.codec import decode_text, encode_text
from newsdiff.library.tables.events import KeptEvents
from newsdiff.library.tables.reading.reading_state import KeptReading
from newsdiff.library.tables.reading.saved import KeptSaved
from newsdiff.library.tables.store import Store

if TYPE_CHECKING:
    from newsdiff.library.transfer import Merged, Transfer

_OF_ALL = ("sample", "articles indexed")


class KeptLibrary:
    """`protocol.Library` over the tables of an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path
        self.place = store.place
        self.me = store.author
        self.is_shared = store.is_shared
        self.seconds_between_looks = store.seconds_between_looks
        self.remark = store.remark
        self.events: Events = KeptEvents(self._store)
        self.saved: SavedComparisons = KeptSaved(self._store)
        self.reading: ReadingStates = KeptReading(self._store)

    @cached_property
    def notes(self) -> Notes:
        """What readers write."""
        from newsdiff.library.tables.reading.notes import KeptNotes

        return KeptNotes(self._store)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the reader says of marks."""
        from newsdiff.library.tables.reading.verdicts import KeptVerdicts

        return KeptVerdicts(self._store)

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds that are asked."""
        from newsdiff.library.tables.feeds import KeptFeeds

        return KeptFeeds(self._store)

    @cached_property
    def world(self) -> World:
        """Which outlets report which events, by country."""
        from newsdiff.library.tables.world import KeptWorld

        return KeptWorld(self._store)

    @cached_property
    def pages(self) -> Pages:
        """The pages that were fetched."""
        from newsdiff.library.tables.texts.fetched_pages import KeptPages

        return KeptPages(self._store)

    @cached_property
    def translations(self) -> Translations:
        """The translations that were made."""
        from newsdiff.library.tables.texts.translations import KeptTranslations

        return KeptTranslations(self._store)

    @cached_property
    def opinions(self) -> Opinions:
        """The second opinions that were given."""
        from newsdiff.library.tables.reading.opinions import KeptOpinions

        return KeptOpinions(self._store)

    def changes_since(self, revision: int) -> Changes:
        """What anybody changed since then."""
        return self._store.changes_since(revision)

    def revision(self) -> int:
        """Where to start asking."""
        return self._store.revision()

    def fact(self, key: str) -> str | None:
        """A remembered fact."""
        row = self._store.row("SELECT value FROM facts WHERE key = ?", (self._whose(key),))
        return decode_text(row[0]) if row else None

    def keep_fact(self, key: str, value: str) -> None:
        """Remember one, where that is possible: none of them is something that a reader wrote."""
        if not self._store.is_writable:
            return
        with self._store.writing():
            self._store.run(
                """INSERT INTO facts VALUES (?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
                (self._whose(key), encode_text(value)),
            )

    def _whose(self, key: str) -> str:
        """What the library is like is known to all; where somebody was and what theme they like is their
        own."""
        return f"{key} of {self._store.reader}" if self._store.reader and key not in _OF_ALL else key

    def transfer(self, saved: str) -> Transfer:
        """A saved comparison with all that it stands on."""
        from newsdiff.library.tables.transfer.pack import pack

        return pack(
            self._store, self.saved.get(saved), self.notes.of_saved(saved), self.verdicts.of_saved(saved)
        )

    def merge(self, transfer: Transfer) -> Merged:
        """Add what the transfer has and this library does not."""
        from newsdiff.library.tables.transfer.merge import Merger

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
