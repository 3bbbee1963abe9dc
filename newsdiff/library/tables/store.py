"""What the tables ask of a store: transactions, statements, the log of changes, its fragments of SQL."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from newsdiff.library.errors import LibraryError
from newsdiff.library.records import Change, ChangeKind, Changes
from newsdiff.library.tables.codec import Column, decode_text
from newsdiff.quick_dataclass import dataclass

Row: TypeAlias = tuple[Any, ...]

CHANGES_KEPT: Final = 5_000
"""Lines kept in the change log; a window that missed more reads everything anew."""

KEEP_FACT: Final = "INSERT INTO facts VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
"""Keeps a fact about the library, in place of what was known under its key."""


LEFT_OUT: Final = frozenset({"changes", "hosts", "schema_version", "searched"})
"""Tables that say something of one store alone: its log, its clock, its index."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    blobs: frozenset[str]
    """Columns of bytes that are no text."""
    references: Mapping[str, str]
    """Column -> the table that it points at."""


def in_order(tables: Mapping[str, Table]) -> tuple[str, ...]:
    """The names of tables, each after those that it points at."""
    done: list[str] = []
    while len(done) < len(tables):
        ready = [
            name
            for name, table in sorted(tables.items())
            if name not in done
            and all(target in (*done, name) or target not in tables for target in table.references.values())
        ]
        if not ready:
            raise ValueError("tables point at each other in a circle")
        done += ready
    return tuple(done)


def new_id() -> str:
    """An id that no other library has: 64 random bits in hexadecimal."""
    return os.urandom(8).hex()


def insertion(table: str, columns: Iterable[str]) -> str:
    """The statement that adds a row. Table and columns are our own words, never input."""
    names = tuple(columns)
    return f"""INSERT INTO {table} ("{'", "'.join(names)}") VALUES ({", ".join("?" * len(names))})"""


class NotUniqueError(LibraryError):
    """A row with this key is there already. The transaction is to be left."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The fragments of SQL that differ between stores. A question mark stands for a value."""

    numbers: str
    """What follows a column of whole numbers that are to be among those of a JSON list."""
    words: str
    """The same for a column of text."""
    like: str
    """The operator for a pattern, whatever the case of the letters A to Z."""
    differences: str
    """How many details differ, out of the column ``overview``."""
    now: str
    """The seconds since 1970, by the clock of the store."""
    unlocked: str
    """What follows a query of rows that are to be changed, to leave out those that others change just now."""


class Store(Protocol):
    """An open library. Statements are in the SQL that all stores share, with question marks for values."""

    dialect: Dialect
    author: str | None
    """The author of notes, verdicts and saved comparisons; None where it is not known."""
    is_shared: bool
    """Whether it is on a server."""
    reader: str
    """Whose the read marks and places are; '' where all who open it are one."""
    remark: str
    """What a person should know about it, one line; empty when there is nothing."""
    path: Path
    """The file; of a library on a server, where the file would be."""
    place: str
    """The file, or the address on a server as people may see it."""
    writer: str
    """The id of this open library in the log of changes."""
    seconds_between_looks: float
    """How often `changes_since` is to be asked."""
    is_writable: bool
    """Whether anything can be changed."""
    keeps_places: bool
    """Whether read marks and places can be kept; on a server, a reader who may change nothing else can."""

    def words_of(self, typed: str) -> str | None:
        """What a person typed, for `matching`: each word must be there, the last one may be
        unfinished. None when no word is in it."""

    def phrase(self, words: str) -> str:
        """Words (in plain letters) that must stand one after the other, for `matching`."""

    def matching(self, words: str, most: int) -> list[int]:
        """The numbers of articles whose words match (see `words_of`, `phrase`), the newest first, at most so
        many."""

    def holding(self, phrases: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Each phrase (see `phrase`) with the numbers of the newest articles that have it, at most so
        many for each; phrase by phrase in their order."""

    def rows(self, sql: str, values: Sequence[Column] = ()) -> list[Row]:
        """What a query finds."""

    def row(self, sql: str, values: Sequence[Column] = ()) -> Row | None:
        """The first row of a query."""

    def run(self, sql: str, values: Sequence[Column] = ()) -> int:
        """Change something, inside `writing`; says how many rows changed. Raises NotUniqueError."""

    def run_many(self, sql: str, values: Sequence[Sequence[Column]]) -> None:
        """The same change for many values, inside `writing`."""

    def insert(self, table: str, **columns: Column) -> None:
        """Add a row, inside `writing`. Table and columns are our own words, never input. Raises
        NotUniqueError."""

    def insert_numbered(self, table: str, **columns: Column) -> int:
        """Add a row to a table with a column ``number``; says the number it was given."""

    def make_searchable(self, words: Sequence[tuple[int, str, str]]) -> None:
        """Put the words of articles (number, title and body in plain letters) into the full-text index,
        inside `writing`."""

    def reading(self) -> AbstractContextManager[None]:
        """Several queries that see one state of the library."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: on disk when the block ends, undone when it raises. May be nested."""

    def placing(self) -> AbstractContextManager[None]:
        """The same for articles that arrive: they wait for one another first, so that who writes a note waits
        for one of them at most."""

    def noting(self) -> AbstractContextManager[None]:
        """A transaction that waits for no other writer: for rows that nothing else is worked out from."""

    def looking(self) -> AbstractContextManager[None]:
        """For queries before which the index is completed where the library may be written."""

    def changed(self, kind: ChangeKind, event: str | None, subject: str) -> None:
        """Notify other windows, inside `writing`."""

    def revision(self) -> int:
        """The number of the last change."""
        found = self.row("SELECT max(revision) FROM changes")
        return int(found[0] or 0) if found else 0

    def changes_since(self, revision: int) -> Changes:
        """What happened after `revision`."""
        with self.reading():
            latest = self.revision()
            if latest == revision:
                return Changes(revision)
            found = self.row("SELECT min(revision) FROM changes")
            oldest = int(found[0] or 0) if found else 0
            if latest < revision or revision + 1 < oldest:
                return Changes(latest, everything=True)
            rows = self.rows(
                "SELECT kind, event, subject, writer FROM changes WHERE revision > ? ORDER BY revision",
                (revision,),
            )
        items = tuple(
            Change(kind, event, decode_text(subject), writer == self.writer)
            for kind, event, subject, writer in rows
        )
        return Changes(latest, items)

    def catalogue(self) -> Mapping[str, Table]:
        """All tables, but those of the full-text index."""

    def numbers_were_given(self, tables: Iterable[str]) -> None:
        """New rows of these tables get numbers above those that are there, inside `writing`."""

    def close(self) -> None:
        """Close the library. Closing twice is fine."""
