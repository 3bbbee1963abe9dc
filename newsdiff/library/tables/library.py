"""The whole library over any store: all that screens and commands know of it. Every method that changes
something is one transaction, on disk when the call returns. All raise `LibraryError`; safe to call from any
thread. Parts that the list of events does without are imported when used."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsdiff.library.records import Changes
from newsdiff.library.tables.codec import decode_text, encode_text
from newsdiff.library.tables.events import Events
from newsdiff.library.tables.reading.reading_state import ReadingStates
from newsdiff.library.tables.reading.saved import SavedComparisons
from newsdiff.library.tables.store import KEEP_FACT, Store

if TYPE_CHECKING:
    from newsdiff.library.tables.feeds import Feeds
    from newsdiff.library.tables.reading.notes import Notes
    from newsdiff.library.tables.reading.opinions import Opinions
    from newsdiff.library.tables.reading.verdicts import Verdicts
    from newsdiff.library.tables.texts.fetched_pages import Pages
    from newsdiff.library.tables.texts.translations import Translations
    from newsdiff.library.tables.world import World
    from newsdiff.library.transfer import Merged, Transfer

_OF_ALL = ("sample", "articles indexed")


class Library:
    """The whole library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path
        self.place = store.place
        self.me = store.author
        """Who writes here: the name in the settings, else the user of the server, else None."""
        self.is_shared = store.is_shared
        """Whether it is on a server, for several people and machines."""
        self.seconds_between_looks = store.seconds_between_looks
        self.remark = store.remark
        self.events = Events(self._store)
        self.saved = SavedComparisons(self._store)
        self.reading = ReadingStates(self._store)

    @cached_property
    def notes(self) -> Notes:
        """What readers write."""
        from newsdiff.library.tables.reading.notes import Notes

        return Notes(self._store)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What the reader says of marks."""
        from newsdiff.library.tables.reading.verdicts import Verdicts

        return Verdicts(self._store)

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds that are asked."""
        from newsdiff.library.tables.feeds import Feeds

        return Feeds(self._store)

    @cached_property
    def world(self) -> World:
        """Which outlets report which events, by country."""
        from newsdiff.library.tables.world import World

        return World(self._store)

    @cached_property
    def pages(self) -> Pages:
        """The pages that were fetched."""
        from newsdiff.library.tables.texts.fetched_pages import Pages

        return Pages(self._store)

    @cached_property
    def translations(self) -> Translations:
        """The translations that were made."""
        from newsdiff.library.tables.texts.translations import Translations

        return Translations(self._store)

    @cached_property
    def opinions(self) -> Opinions:
        """The second opinions that were given."""
        from newsdiff.library.tables.reading.opinions import Opinions

        return Opinions(self._store)

    def changes_since(self, revision: int) -> Changes:
        """What changed since a revision. Costs microseconds: meant to be polled every second."""
        return self._store.changes_since(revision)

    def revision(self) -> int:
        """Where to start asking `changes_since`."""
        return self._store.revision()

    def fact(self, key: str) -> str | None:
        """A remembered fact about this library."""
        row = self._store.row("SELECT value FROM facts WHERE key = ?", (self._whose(key),))
        return decode_text(row[0]) if row else None

    def keep_fact(self, key: str, value: str) -> None:
        """Remember one, where that is possible: none of them is something that a reader wrote."""
        if not self._store.is_writable:
            return
        with self._store.writing():
            self._store.run(KEEP_FACT, (self._whose(key), encode_text(value)))

    def _whose(self, key: str) -> str:
        """What the library is like is known to all; where somebody was and what theme they like is their
        own."""
        return f"{key} of {self._store.reader}" if self._store.reader and key not in _OF_ALL else key

    def transfer(self, saved: str) -> Transfer:
        """A saved comparison with all that it stands on. Raises NotInLibraryError."""
        from newsdiff.library.tables.transfer.pack import pack

        return pack(
            self._store, self.saved.get(saved), self.notes.of_saved(saved), self.verdicts.of_saved(saved)
        )

    def merge(self, transfer: Transfer) -> Merged:
        """Add what the transfer has and this library does not. Nothing that is here is lost: a note that
        was changed on both sides is kept twice. Merging once more changes nothing."""
        from newsdiff.library.tables.transfer.merge import Merger

        return Merger(self._store, transfer).merge()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Self:
        """Use as a context manager: closes at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()
