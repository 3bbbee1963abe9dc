"""The open file: transactions, waiting for locks, errors of the library, the log of changes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from newsdiff.library.records import ChangeKind
from newsdiff.library.sqlite.errors import is_busy, is_not_unique, library_error
from newsdiff.library.sqlite.opening import open_file
from newsdiff.library.tables.codec import Column, encode_text
from newsdiff.library.tables.store import (
    CHANGES_KEPT,
    Dialect,
    NotUniqueError,
    Row,
    Store,
    Table,
    insertion,
    new_id,
)

_AMONG: Final = "IN (SELECT value FROM json_each(?))"
_DIALECT: Final = Dialect(
    numbers=_AMONG,
    words=_AMONG,
    like="LIKE",
    differences="json_extract(overview, '$.differences')",
    now="((julianday('now') - 2440587.5) * 86400.0)",
    unlocked="",
)
_MATCHING: Final = "SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?"
"""The newest articles whose words match."""
_TRIES = 4
"""Times a transaction waits for the lock, each for the busy timeout (see opening.py)."""


class SqliteStore(Store):
    """`tables.Store`: one connection to the file, used by one thread at a time."""

    dialect = _DIALECT
    is_shared = False
    reader = ""
    seconds_between_looks = 1.0

    def __init__(self, path: Path, author: str | None = None) -> None:
        self.author = author
        self.path = path
        self.place = str(path)
        self.writer = new_id()
        self._lock = threading.RLock()
        self._depth = 0
        opened = open_file(path)
        self._connection = opened.connection
        self.is_writable = self.keeps_places = opened.is_writable
        self.remark = opened.remark

    @staticmethod
    def words_of(typed: str) -> str | None:
        """What a person typed as a query of FTS5; None when no word is in it."""
        from newsdiff.events.search_words import typed_words

        words, is_unfinished = typed_words(typed)
        return " ".join(map(SqliteStore.phrase, words)) + ("*" if is_unfinished else "") or None

    @staticmethod
    def phrase(words: str) -> str:
        """Words that stand one after the other."""
        return f'"{words}"'

    def matching(self, words: str, most: int) -> list[int]:
        """The newest articles whose words match."""
        return [number for (number,) in self.rows(_MATCHING, (words, most))]

    def holding(self, phrases: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Each phrase with the newest articles that have it."""
        return [(phrase, number) for phrase in phrases for number in self.matching(phrase, most)]

    def close(self) -> None:
        """Close the file. Closing twice is fine."""
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, values: Sequence[Column] = ()) -> list[Row]:
        """What a query finds."""
        with self._lock, self._translated_errors():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Column] = ()) -> Row | None:
        """The first row of a query."""
        with self._lock, self._translated_errors():
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def run(self, sql: str, values: Sequence[Column] = ()) -> int:
        """Change something, inside `writing`; says how many rows changed."""
        return self._changing(sql, values).rowcount

    def run_many(self, sql: str, values: Sequence[Sequence[Column]]) -> None:
        """The same change for many values, inside `writing`."""
        self._connection.executemany(sql, values)

    def insert(self, table: str, **columns: Column) -> None:
        """Add a row, inside `writing`."""
        self.insert_numbered(table, **columns)

    def insert_numbered(self, table: str, **columns: Column) -> int:
        """Add a row, inside `writing`; says its rowid. Table and columns are our own words, never input."""
        return self._changing(insertion(table, columns), tuple(columns.values())).lastrowid or 0

    def make_searchable(self, words: Sequence[tuple[int, str, str]]) -> None:
        """Write the rows that the full-text index follows, inside `writing`."""
        self.run_many("INSERT INTO searched (number, title, body) VALUES (?, ?, ?)", words)

    def catalogue(self) -> dict[str, Table]:
        """All tables, but those of the full-text index."""
        names = self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        return {name: self._table(name) for (name,) in names if not name.startswith(("sqlite_", "full_text"))}

    def _table(self, name: str) -> Table:
        columns = self.rows(f"PRAGMA table_info({name})")
        keyed = sorted((row[5], row[1]) for row in columns if row[5])
        return Table(
            tuple(row[1] for row in columns),
            tuple(column for _, column in keyed),
            frozenset(row[1] for row in columns if row[2] == "BLOB"),
            {row[3]: row[2] for row in self.rows(f"PRAGMA foreign_key_list({name})")},
        )

    def numbers_were_given(self, tables: Iterable[str]) -> None:
        """A file numbers on from the highest by itself."""

    def _changing(self, sql: str, values: Sequence[Column]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except sqlite3.IntegrityError as error:
            if is_not_unique(error):
                raise NotUniqueError(f"{self.path}: {error}; run “newsdiff library check”") from error
            raise

    def reading(self) -> AbstractContextManager[None]:
        """Several queries that see one state of the library."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: on disk when the block ends, undone when it raises. May be nested."""
        return self._transaction("BEGIN IMMEDIATE")

    placing = noting = writing
    """The same: a file has one writer at a time."""

    def looking(self) -> AbstractContextManager[None]:
        """For queries before which the index is completed where the file may be written."""
        return self.writing() if self.is_writable else self.reading()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock:
            if self._depth:
                yield
                return
            with self._translated_errors():
                self._begin(begin)
                self._depth += 1
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
                finally:
                    self._depth -= 1

    def _begin(self, begin: str) -> None:
        for attempt in range(_TRIES):
            try:
                self._connection.execute(begin)
            except sqlite3.OperationalError as error:
                if not is_busy(error) or attempt == _TRIES - 1:
                    raise
            else:
                return

    def changed(self, kind: ChangeKind, event: str | None, subject: str) -> None:
        """Notify other windows, inside `writing`."""
        revision = self.insert_numbered(
            "changes", writer=self.writer, kind=kind, event=event, subject=encode_text(subject)
        )
        if revision % 500 == 0:
            self.run("DELETE FROM changes WHERE revision <= ?", (revision - CHANGES_KEPT,))

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise library_error(self.path, error) from error
