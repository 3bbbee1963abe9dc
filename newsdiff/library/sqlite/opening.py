"""Open a library file: first a check that changes nothing, then for writing."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdiff.library.errors import UnusableLibraryError
from newsdiff.library.sqlite.errors import is_full, library_error
from newsdiff.library.sqlite.migrating import APPLICATION_ID, migrate, newest, oldest, version_of
from newsdiff.quick_dataclass import dataclass

BUSY_SECONDS = 5.0
"""How long SQLite itself waits for another program's transaction, which take milliseconds."""
_CACHE_KIB = 16_000
"""Memory for pages of the file. With this and the next one an article costs a tenth less of everything."""
_LOG_PAGES = 4_000
"""Pages (of 4 KiB) in the write-ahead log from which they are brought into the file: what two dozen arrivals
write again and again is brought there once."""
_CHECKED_SIZE = 8_000_000
"""Files up to so many bytes are checked page by page at every start; 8 MB cost some 20 ms."""
_MAGIC = b"SQLite format 3\0"
_ELSEWHERE = "move it away or choose another folder with --data-dir"
_REPAIR = "run “newsdiff library check”, then “newsdiff library restore” with a backup, or choose --data-dir"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open library file."""

    connection: sqlite3.Connection
    is_writable: bool = True
    remark: str = ""
    """What a person should know about the file, one line; empty when there is nothing."""


def open_file(path: Path) -> Opened:
    """Open the library for reading and writing; create one when there is no file or an empty one. A file that
    may not be written, or whose disk is full, is opened for reading only.

    Raises UnusableLibraryError before a single byte is written to a file that is not ours or not sound.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        inspect(path)
        is_there = path.exists()
        is_empty = is_there and path.stat().st_size == 0
        if is_there and not is_empty and not _may_be_written(path):
            remark = f"{path}: is read-only; nothing new is saved"
            return Opened(_opened_for_reading(path), is_writable=False, remark=remark)
        remark = (
            f"{path}: was an empty file; a new library was created in it. If it held one before, close "
            "newsdiff and run “newsdiff library restore” with a backup"
        )
        try:
            opened = Opened(_opened(path), remark=remark if is_empty else "")
        except sqlite3.Error:
            if is_empty or not is_there or not is_full(path):
                raise
            remark = f"{path}: the disk is full; nothing new is saved until there is space"
            return Opened(_opened_for_reading(path), is_writable=False, remark=remark)
        _SEEN.add(_identity(path))
        return opened
    except sqlite3.Error as error:
        raise library_error(path, error) from error
    except OSError as error:
        raise UnusableLibraryError(
            path, f"cannot be opened ({error.strerror or error})", "check the folder or choose --data-dir"
        ) from error


def inspect(path: Path) -> None:
    """Raise UnusableLibraryError for a file that is foreign, damaged or too new. Changes nothing."""
    if path.is_dir():
        raise UnusableLibraryError(path, "is a folder, not a library", _ELSEWHERE)
    if not path.exists():
        return
    if path.stat().st_size == 0:
        _refuse_a_log_without_its_file(path)
        return
    # A new file can have the number of one that was deleted, so a file seen before can be half written too.
    is_unfinished = _half_written(path) if _identity(path) in _SEEN else not _inspect_head(path)
    if is_unfinished:
        return
    _SEEN.add(_identity(path))
    _inspect_contents(path)


_SEEN: set[tuple[int, int]] = set()
"""The files whose head was read once in this process. It is never read a second time: closing any handle of
a file drops all the locks that the process holds on it (POSIX), those of an open library among them, and the
next program to come would take itself for the last one and delete the log."""


def _identity(path: Path) -> tuple[int, int]:
    """Device and inode of a file."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _inspect_head(path: Path) -> bool:
    """Raise UnusableLibraryError for a file that is no library; whether it is whole."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise UnusableLibraryError(path, "is not a newsdiff library, or is damaged", _ELSEWHERE)
    if _half_written(path):
        return False
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise UnusableLibraryError(path, "belongs to another program", _ELSEWHERE)
    return True


def _refuse_a_log_without_its_file(path: Path) -> None:
    """An empty file beside a log that is not: SQLite would throw away what the log holds."""
    log = _log_of(path)
    if log.exists() and log.stat().st_size > 0:
        raise UnusableLibraryError(
            path, f"is empty, but changes to it are in {log.name}", "keep both files and restore a backup"
        )


def _half_written(path: Path) -> bool:
    """Whether SQLite must first undo what a killed program left behind: then the header may be anything."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _inspect_contents(path: Path) -> None:
    unopened = not _log_of(path).exists()
    try:
        _look(path)
    except (sqlite3.DatabaseError, UnusableLibraryError):
        # Somebody may have begun to write while we read the file as it stood: look again, with locks.
        if not (unopened and _log_of(path).exists()):
            raise
        _look(path)


def _look(path: Path) -> None:
    with looking_at(path) as connection:
        version = version_of(connection)
        if version > newest():
            raise UnusableLibraryError(
                path,
                f"was written by a newer newsdiff (schema {version})",
                "update newsdiff or choose --data-dir",
            )
        if 0 < version < oldest():
            raise UnusableLibraryError(
                path,
                f"was written by a newsdiff before its first release (schema {version})",
                "open it once with the newsdiff of 26 November 2026, or choose --data-dir",
            )
        if path.stat().st_size <= _CHECKED_SIZE:
            problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if problem != "ok":
                raise UnusableLibraryError(path, "is damaged", _REPAIR)


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """The file for reading only, without leaving anything beside it."""
    address = f"{path.absolute().as_uri()}?{_mode_to_read(path)}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)
    try:
        yield connection
    finally:
        connection.close()


def _mode_to_read(path: Path) -> str:
    """How the file is opened for reading only."""
    # A file that nobody has open and nobody left unfinished has no write-ahead log. It is read as it
    # stands: otherwise SQLite would put a log and an index beside a file that is perhaps not ours. On a full
    # disk there is no room for these, and an empty log is what was left of the attempt.
    log = _log_of(path)
    if not log.exists() or (log.stat().st_size == 0 and is_full(path)):
        return "immutable=1"
    return "mode=ro"


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _may_be_written(path: Path) -> bool:
    """Whether the file can be changed: SQLite also puts a log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _opened_for_reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{_mode_to_read(path)}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if version_of(connection) < newest():
            raise UnusableLibraryError(
                path, "is read-only, and was written by an older newsdiff", "make it writable once"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        # FULL, not NORMAL: a note that the screen called saved must outlive a power cut too. It costs
        # one fsync per change, and changes come at the pace of a person.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        _refuse_foreign(connection, path)
        if 0 < version_of(connection) < newest():
            _keep_before_migration(connection, path)
        migrate(connection)
        _use_wal(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Repeat the check of `inspect` after SQLite has recovered the file of a killed program."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if mark != APPLICATION_ID and (mark or tables):
        raise UnusableLibraryError(path, "belongs to another program", _ELSEWHERE)


def _keep_before_migration(connection: sqlite3.Connection, path: Path) -> None:
    """A copy of the library as the older newsdiff wrote it, beside it."""
    copy = path.with_name(f"{path.stem}-schema-{version_of(connection)}{path.suffix}")
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, once per file. SQLite does not wait for others here, so we do."""
    for _ in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(0.02)
        else:
            return
