"""The open library on a server: transactions, statements, errors of the library, the log of changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

import psycopg
from psycopg import errors

from newsdiff.library.errors import LibraryAwayError
from newsdiff.library.postgresql.connections import AnyConnection, Connections, kept
from newsdiff.library.postgresql.dialect import (
    DIALECT,
    HOLDING,
    MAKE_SEARCHABLE,
    MATCHING,
    MATCHING_ANY,
    STEP,
    STEPS_ASKED,
    is_planned_anew,
    of_steps,
    phrase,
    tokens,
    worded,
    words_of,
)
from newsdiff.library.postgresql.errors import is_away, library_error
from newsdiff.library.postgresql.listening import CHANNEL, Listener
from newsdiff.library.postgresql.migrating import LOCK, migrate
from newsdiff.library.postgresql.roles import grant
from newsdiff.library.records import ChangeKind, Changes
from newsdiff.library.tables.codec import Column, encode_text, to_json
from newsdiff.library.tables.store import CHANGES_KEPT, NotUniqueError, Row, Store, Table, insertion, new_id
from newsdiff.quick_dataclass import dataclass

WRITING: Final = 2
"""The advisory lock of who writes: one at a time, so that articles that arrive at once find each other."""
_READ: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
ARRIVING: Final = 3
"""The lock that articles wait for before that one, so that a person waits for no queue of them."""
_TAKE: Final = f"SELECT pg_advisory_xact_lock({LOCK}, {{}})"
_WRITE: Final = f"BEGIN; SET LOCAL lock_timeout = '60s'; {_TAKE.format(WRITING)}"
_PLACE: Final = f"BEGIN; SET LOCAL lock_timeout = '60s'; {_TAKE.format(ARRIVING)}; {_TAKE.format(WRITING)}"
_SECONDS_OF_TRUST: Final = 10.0

_LOGGED: Final = """INSERT INTO changes (writer, kind, event, subject)
    SELECT %s, kind, event, subject
    FROM unnest(%s::text[], %s::text[], %s::text[]) WITH ORDINALITY AS one (kind, event, subject, place)
    ORDER BY place RETURNING revision"""
_CONSTRAINTS: Final = """SELECT here.relname::text, contype::text, attname::text, there.relname::text
    FROM pg_constraint JOIN pg_class AS here ON here.oid = conrelid
    LEFT JOIN pg_class AS there ON there.oid = confrelid
    CROSS JOIN LATERAL unnest(conkey) WITH ORDINALITY AS keys (number, place)
    JOIN pg_attribute ON attrelid = conrelid AND attnum = keys.number
    WHERE connamespace = 'newsdiff'::regnamespace AND contype IN ('p', 'f') ORDER BY 1, 2, place"""


class _Mine(threading.local):
    """What a thread is in the middle of."""

    def __init__(self) -> None:
        self.connection: AnyConnection | None = None
        self.depth = 0
        self.changes: list[tuple[ChangeKind, str | None, str]] = []
        """What others are to be notified of when it is done."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """The last look at the log of changes."""

    count: int = -1
    """Notifications until then."""
    revision: int = -1
    until: float = 0.0
    """Until when it holds if nothing is notified: a connection can be dead without a word."""


class PostgresqlStore(Store):
    """`tables.Store` on a server; every thread has a connection of its own while it asks something."""

    dialect = DIALECT
    words_of = staticmethod(words_of)
    phrase = staticmethod(phrase)
    is_shared = True
    seconds_between_looks = 0.25

    def __init__(self, address: str, path: Path, name: str | None = None) -> None:
        self.path = path
        self.writer = new_id()
        self._mine = _Mine()
        self._connections = Connections(address)
        self.place = self._connections.place
        self._listener = Listener(self._connections)
        self._looked = _Looked()
        self.remark = ""
        first = self._connections.connect()
        try:
            with self._translated_errors(first):
                migrate(first, self.place, then=grant)  # new tables get the rights of the roles, too
                self.is_writable = _may_insert(first, "articles")
                self.keeps_places = _may_insert(first, "sessions")
                self.author: str | None = name or first.info.user
                self.reader = self.author or "?"
        finally:
            first.close()

    def matching(self, words: str, most: int) -> list[int]:
        """The newest articles whose words match: looked for among the newest first."""
        ((newest,),) = self.rows("SELECT coalesce(max(number), 0) FROM searched")
        for count in STEPS_ASKED:
            if newest < count * STEP:
                break
            rows = self.rows(MATCHING, (words, of_steps(newest, count), most))
            if len(rows) == most:
                return [number for (number,) in rows]
        return [number for (number,) in self.rows(MATCHING_ANY, (words, most))]

    def holding(self, phrases: Sequence[str], most: int) -> list[tuple[str, int]]:
        """Each phrase with the newest articles that have it: one question for all of them."""
        return [
            (phrase, int(number))
            for phrase, numbers in self.rows(HOLDING, (to_json(list(phrases)), most))
            for number in numbers.split()
        ]

    def close(self) -> None:
        """Close all connections. Closing twice is fine."""
        self._listener.stop()
        self._connections.close()

    def rows(self, sql: str, values: Sequence[Column] = ()) -> list[Row]:
        """What a query finds. Asked once more where the server went away between two questions."""
        if self._mine.connection is not None:
            with self._translated_errors(self._mine.connection):
                return self._asked(self._mine.connection, sql, values).fetchall()
        for attempt in (1, 2):
            connection = self._connections.take()
            try:
                with self._translated_errors(connection):
                    found = self._asked(connection, sql, values).fetchall()
                self._connections.found()
                return found
            except LibraryAwayError:
                if attempt == 2:
                    self._connections.lost()
                    raise
            finally:
                self._connections.give_back(connection)
        raise AssertionError("unreachable")

    def row(self, sql: str, values: Sequence[Column] = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def run(self, sql: str, values: Sequence[Column] = ()) -> int:
        """Change something, inside `writing`; says how many rows changed."""
        return self._changing(sql, values).rowcount

    def run_many(self, sql: str, values: Sequence[Sequence[Column]]) -> None:
        """The same change for many values, inside `writing`."""
        if values:
            with self._inside().cursor() as cursor:
                cursor.executemany(worded(sql), [_kept(one) for one in values])

    def insert(self, table: str, **columns: Column) -> None:
        """Add a row, inside `writing`. Table and columns are our own words, never input."""
        self._changing(insertion(table, columns), tuple(columns.values()))

    def insert_numbered(self, table: str, **columns: Column) -> int:
        """Add a row to a table with a column ``number``, inside `writing`; says the number it was given."""
        cursor = self._changing(f"{insertion(table, columns)} RETURNING number", tuple(columns.values()))
        ((number,),) = cursor.fetchall()
        return int(number)

    def make_searchable(self, words: Sequence[tuple[int, str, str]]) -> None:
        """Put the words of articles into the full-text index, inside `writing`."""
        self.run_many(
            MAKE_SEARCHABLE,
            [(number, tokens(f"{title} {body}"), f"#{number // STEP}") for number, title, body in words],
        )

    def reading(self) -> AbstractContextManager[None]:
        """Several queries that see one state of the library."""
        return self._transaction(_READ)

    looking = reading
    """Nothing is ever left to be indexed here."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: on disk when the block ends, undone when it raises. May be nested."""
        return self._transaction(_WRITE)

    def placing(self) -> AbstractContextManager[None]:
        """The same for articles that arrive, which wait for one another first."""
        return self._transaction(_PLACE)

    def noting(self) -> AbstractContextManager[None]:
        """A transaction that waits for no other writer."""
        return self._transaction("BEGIN")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        mine = self._mine
        if mine.depth:
            yield
            return
        connection = self._begun(begin)
        mine.connection, mine.depth, mine.changes = connection, 1, []
        try:
            with self._translated_errors(connection):
                yield
                connection.execute(self._logged(mine.changes) + "COMMIT")
        except BaseException:
            if not connection.closed:
                _roll_back(connection)
            raise
        finally:
            mine.connection, mine.depth = None, 0
            self._connections.give_back(connection)

    def _begun(self, begin: str) -> AnyConnection:
        """A connection in a transaction; where the server went away since it was used last, another one."""
        for attempt in (1, 2):
            connection = self._connections.take()
            try:
                with self._translated_errors(connection):
                    connection.execute(begin)
                self._connections.found()
                return connection
            except BaseException as error:
                if not connection.closed:
                    _roll_back(connection)
                self._connections.give_back(connection)
                if attempt == 2 or not isinstance(error, LibraryAwayError):
                    if isinstance(error, LibraryAwayError):
                        self._connections.lost()
                    raise
        raise AssertionError("unreachable")

    def changed(self, kind: ChangeKind, event: str | None, subject: str) -> None:
        """Notify other windows, inside `writing`."""
        self._mine.changes.append((kind, event, subject))

    def _logged(self, changes: Sequence[tuple[ChangeKind, str | None, str]]) -> str:
        """Write the log of a transaction that is about to end; says what goes before its end."""
        if not changes:
            return ""
        kinds, events, subjects = zip(*changes, strict=True)
        values = (self.writer, list(kinds), list(events), [kept(encode_text(one)) for one in subjects])
        numbers = self._inside().execute(_LOGGED, values).fetchall()
        last = numbers[-1][0]
        if last // 500 > (numbers[0][0] - 1) // 500:
            self.run("DELETE FROM changes WHERE revision <= ?", (last - CHANGES_KEPT,))
        return f"NOTIFY {CHANNEL}, '{self.writer}'; "

    def changes_since(self, revision: int) -> Changes:
        """What happened after `revision`. Asks the server only when another program has notified."""
        self._listener.start()
        looked, count, now = self._looked, self._listener.count, time.monotonic()
        is_quiet = self._listener.is_listening and looked.count == count and now < looked.until
        if is_quiet and looked.revision == revision:
            return Changes(revision)
        latest = self.revision()
        self._looked = _Looked(count, latest, now + _SECONDS_OF_TRUST)
        return Changes(revision) if latest == revision else super().changes_since(revision)

    def catalogue(self) -> dict[str, Table]:
        """All tables."""
        columns = self.rows(
            """SELECT table_name, column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'newsdiff' ORDER BY table_name, ordinal_position"""
        )
        found: dict[str, dict[str, str]] = {}
        for table, column, kind in columns:
            found.setdefault(table, {})[column] = kind
        keys: dict[str, list[str]] = {}
        targets: dict[str, dict[str, str]] = {}
        for table, kind, column, target in self.rows(_CONSTRAINTS):
            if kind == "p":
                keys.setdefault(table, []).append(column)
            else:
                targets.setdefault(table, {})[column] = target
        return {
            name: Table(
                tuple(kinds),
                tuple(keys.get(name, ())),
                frozenset(column for column, kind in kinds.items() if kind == "bytea"),
                targets.get(name, {}),
            )
            for name, kinds in found.items()
        }

    def numbers_were_given(self, tables: Iterable[str]) -> None:
        """Let the numbers go on above the highest, inside `writing`."""
        for table in tables:
            self.run(
                f"""SELECT setval(found, (SELECT coalesce(max(number), 0) + 1 FROM {table}), false)
                FROM (SELECT pg_get_serial_sequence(?, 'number') AS found) AS one WHERE found IS NOT NULL""",
                (f"newsdiff.{table}",),
            )

    def _inside(self) -> AnyConnection:
        connection = self._mine.connection
        if connection is None:
            raise AssertionError("a change stands outside `writing`")
        return connection

    def _changing(self, sql: str, values: Sequence[Column]) -> psycopg.Cursor[Row]:
        try:
            return self._asked(self._inside(), sql, values)
        except errors.UniqueViolation as error:
            raise NotUniqueError(
                f"{self.place}: it is there already; run “newsdiff library check”"
            ) from error

    @staticmethod
    def _asked(connection: AnyConnection, sql: str, values: Sequence[Column]) -> psycopg.Cursor[Row]:
        return connection.execute(worded(sql), _kept(values), prepare=False if is_planned_anew(sql) else None)

    @contextmanager
    def _translated_errors(self, connection: AnyConnection) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise library_error(self.place, error, away=is_away(error, connection)) from error


def _roll_back(connection: AnyConnection) -> None:
    try:
        connection.execute("ROLLBACK")
    except psycopg.Error:
        connection.close()


def _kept(values: Sequence[Column]) -> tuple[str | memoryview | int | float | None, ...]:
    """Values as PostgreSQL takes them: whether is a number, text holds no NUL."""
    return tuple(
        kept(one) if isinstance(one, str | bytes) else int(one) if isinstance(one, bool) else one
        for one in values
    )


def _may_insert(connection: AnyConnection, table: str) -> bool:
    found = connection.execute("SELECT has_table_privilege(%s, 'INSERT')", (table,)).fetchone()
    return bool(found and found[0])
