"""The library in a SQLite file."""

from __future__ import annotations

from pathlib import Path

from newsdiff.library.protocol import Library


def SqliteLibrary(path: Path) -> Library:  # noqa: N802
    """Not there yet."""
    raise NotImplementedError(path)
