"""Errors of a library; each message says what to do."""

from __future__ import annotations

from pathlib import Path


class LibraryError(Exception):
    """The library cannot do what was asked. One line: which file, what is wrong, what to do."""


class UnusableLibraryError(LibraryError):
    """The file is damaged, foreign, from a newer newsdiff or cannot be reached. It was not touched."""

    def __init__(self, path: Path, trouble: str, remedy: str) -> None:
        self.path = path
        super().__init__(f"{path}: {trouble}; {remedy}")


class LibraryAwayError(LibraryError):
    """The server that keeps the library cannot be reached. What was not confirmed was not saved."""


class NotAllowedError(LibraryError):
    """The role of who asks may not do this. Nothing was changed."""


class LibraryBusyError(LibraryError):
    """Another program kept the library locked for longer than we wait. Nothing was changed."""


class FullDiskError(LibraryError):
    """There is no space left. Nothing was changed."""


class NotInLibraryError(LibraryError):
    """No event, article, note or saved comparison has that id; perhaps another window deleted it."""


class NameTakenError(LibraryError):
    """Another saved comparison of this event has that name already."""
