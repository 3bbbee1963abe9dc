"""The library: events, articles, notes, saved comparisons, kept in one file.

with open_library() as library:
    ensure_sample(library)
    event = library.events.add(read_event([folder]))
    comparison = compare(library.events.articles(event.id), manual_links=library.reading.links(event.id))
    note = library.notes.add(event.id, "check this", [target_on(article, start, end)])
"""

from __future__ import annotations

from pathlib import Path

from newsdiff.library.errors import (
    LibraryAwayError,
    LibraryBusyError,
    LibraryError,
    NameTakenError,
    NotAllowedError,
    NotInLibraryError,
    UnusableLibraryError,
)
from newsdiff.library.folder import chosen_address, data_folder, library_file
from newsdiff.library.records import (
    Note,
    NoteTarget,
    Overview,
    ReadingPosition,
    SavedComparison,
    Session,
    StoredArticle,
    StoredEvent,
    StoredFeed,
    StoredVerdict,
    VerdictTarget,
    View,
)
from newsdiff.library.tables.library import Library

__all__ = [
    "Library",
    "LibraryAwayError",
    "LibraryBusyError",
    "LibraryError",
    "NameTakenError",
    "NotAllowedError",
    "NotInLibraryError",
    "Note",
    "NoteTarget",
    "Overview",
    "ReadingPosition",
    "SavedComparison",
    "Session",
    "StoredArticle",
    "StoredEvent",
    "StoredFeed",
    "StoredVerdict",
    "UnusableLibraryError",
    "VerdictTarget",
    "View",
    "chosen_address",
    "data_folder",
    "ensure_sample",
    "library_file",
    "open_library",
    "sample_folder",
]


def open_library(data_dir: Path | None = None) -> Library:
    """Open the library that was chosen (see `chosen_address`), else the file in `data_dir` (default: see
    `data_folder`); one that is not there is created.

    Raises UnusableLibraryError when it is damaged, foreign or from a newer newsdiff; the file is untouched.
    """
    from newsdiff.settings.library import name_in_settings

    address = chosen_address()
    if address is not None:
        from newsdiff.library.postgresql import open_address

        return open_address(address, library_file(data_dir), name_in_settings())
    from newsdiff.library.sqlite import open_file

    return open_file(library_file(data_dir), name_in_settings())


def sample_folder() -> Path | None:
    """The folder with the sample's articles: in an installed package or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    return None


def ensure_sample(library: Library) -> None:
    """Add the sample event to a library that never had it; one that the reader deleted stays away."""
    if library.fact("sample") is not None:
        return
    folder = sample_folder()
    if folder is None:
        return
    from newsdiff.readers import read_event

    event = library.events.add(read_event([folder]))
    library.keep_fact("sample", event.id)
