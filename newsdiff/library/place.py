"""Which library is meant: a file in the data folder, or a database on a server."""

from __future__ import annotations

import os

from newsdiff.environment import LIBRARY
from newsdiff.library.errors import LibraryError

_BEGINNINGS = ("postgresql://", "postgres://")
_PARTS = ("service=", "dbname=", "host=")


def is_address(text: str) -> bool:
    """Whether it names a database on a server, as libpq writes that, and no file."""
    return text.startswith(_BEGINNINGS) or any(part.startswith(_PARTS) for part in text.split())


def chosen_address() -> str | None:
    """The database that was chosen: ``$NEWSDIFF_LIBRARY`` (``--library`` sets it), else ``library`` in the
    settings; None for the file in the data folder. Raises LibraryError for what is no address."""
    chosen = os.environ.get(LIBRARY, "").strip()
    if not chosen:
        from newsdiff.settings.library import library_in_settings

        chosen = library_in_settings() or ""
    if chosen and not is_address(chosen):
        raise LibraryError(
            "the library is not a database address: write it like postgresql://host/database or"
            " service=newsdiff; for a file choose --data-dir"
        )
    return chosen or None
