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
    LibraryBusyError,
    LibraryError,
    NameTakenError,
    NotInLibraryError,
    UnusableLibraryError,
)
from newsdiff.library.folder import data_folder, library_file
from newsdiff.library.protocol import Library
from newsdiff.library.records import (
    Added,
    Change,
    Changes,
    Edited,
    LookAlike,
    Note,
    NoteTarget,
    Overview,
    Placed,
    ReadingPosition,
    Reattachment,
    SavedComparison,
    Session,
    StoredArticle,
    StoredEvent,
    StoredFeed,
    StoredVerdict,
    VerdictTarget,
    View,
    Why,
)
from newsdiff.library.sample import ensure_sample, sample_folder

__all__ = [
    "Added",
    "Change",
    "Changes",
    "Edited",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LookAlike",
    "NameTakenError",
    "NotInLibraryError",
    "Note",
    "NoteTarget",
    "Overview",
    "Placed",
    "ReadingPosition",
    "Reattachment",
    "SavedComparison",
    "Session",
    "StoredArticle",
    "StoredEvent",
    "StoredFeed",
    "StoredVerdict",
    "UnusableLibraryError",
    "VerdictTarget",
    "View",
    "Why",
    "data_folder",
    "ensure_sample",
    "library_file",
    "open_library",
    "sample_folder",
]


def open_library(data_dir: Path | None = None) -> Library:
    """Open the library in `data_dir` (default: see `data_folder`), or create one there.

    Raises UnusableLibraryError when it is damaged, foreign or from a newer newsdiff; the file is untouched.
    """
    from newsdiff.library.sqlite import open_file

    return open_file(library_file(data_dir))
