"""Where the library is kept."""

from __future__ import annotations

import os
from pathlib import Path

from newsdiff.environment import DATA_DIR

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
