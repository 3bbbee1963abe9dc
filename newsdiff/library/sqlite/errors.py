"""Errors of SQLite as errors of the library, which name what to do."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Final

from newsdiff.library.errors import FullDiskError, LibraryBusyError, LibraryError, UnusableLibraryError

ROOM_TO_WRITE: Final = 64_000
"""Bytes: the index of a log alone has 32 KiB."""
_NO_ROOM: Final = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
"""What SQLite also says on a full disk."""


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection holds the lock."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_not_unique(error: sqlite3.Error) -> bool:
    """Whether a row with this key is there already."""
    codes = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
    return getattr(error, "sqlite_errorcode", 0) in codes


def is_full(path: Path) -> bool:
    """Whether the disk has no room for what SQLite puts beside a file to change it."""
    try:
        return shutil.disk_usage(path.parent).free < ROOM_TO_WRITE
    except OSError:
        return False


def library_error(path: Path, error: sqlite3.Error) -> LibraryError:
    """An SQLite error as one whose message says what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if is_busy(error):
        return LibraryBusyError(f"{path}: another program has locked the library; close it and try again")
    if code == sqlite3.SQLITE_FULL or (code in _NO_ROOM and is_full(path)):
        return FullDiskError(f"{path}: the disk is full; free some space and try again")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return UnusableLibraryError(
            path, f"cannot be read or written ({error})", "check its permissions or choose --data-dir"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return UnusableLibraryError(
            path, f"is damaged ({error})", "run “newsdiff library check”, then “newsdiff library restore”"
        )
    return LibraryError(f"{path}: {error}; run “newsdiff library check”")
