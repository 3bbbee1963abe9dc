"""Where the library is kept: in a file, or in a database on a server."""

from __future__ import annotations

import os
from pathlib import Path

from newsdiff.environment import DATA_DIR, LIBRARY
from newsdiff.library.errors import LibraryError

_BEGINNINGS = ("postgresql://", "postgres://")
_PARTS = ("service=", "dbname=", "host=")
FILE_NAME = "library.db"


def data_folder(option: Path | None = None) -> Path:
    """The folder of the library: `option`, else ``$NEWSDIFF_DATA_DIR``, else the platform's data folder."""
    if option is not None:
        return Path(os.path.expanduser(option))
    if named := os.environ.get(DATA_DIR):
        return Path(os.path.expanduser(named))
    from platformdirs import user_data_path

    return user_data_path("newsdiff", appauthor=False)


def library_file(option: Path | None = None) -> Path:
    """The file of the library in that folder."""
    return data_folder(option) / FILE_NAME


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
