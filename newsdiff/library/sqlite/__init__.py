"""The library in a SQLite file: how it is opened, made and written. The SQL of the tables is shared with the
other store and stands in `newsdiff/library/tables/`."""

from __future__ import annotations

from pathlib import Path

from newsdiff.library.sqlite.store import SqliteStore
from newsdiff.library.tables.library import Library

__all__ = ["SqliteStore", "open_file"]


def open_file(path: Path, author: str | None = None) -> Library:
    """The library in this file, which is made if it is not there. Raises UnusableLibraryError."""
    return Library(SqliteStore(path, author))
