"""The library in a SQLite file. All SQL stands in this folder."""

from __future__ import annotations

from newsdiff.library.sqlite.library import SqliteLibrary

__all__ = ["SqliteLibrary"]
