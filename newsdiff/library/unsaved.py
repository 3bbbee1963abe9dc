"""Notes that were being written when newsdiff ended: files beside the library, offered at the next start.

A file each, in plain JSON: nothing has to be opened or locked to write it, also when the disk of the
library makes trouble.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, field
from datetime import datetime
from pathlib import Path
from typing import Final

from newsdiff.atomic_write import atomic_write
from newsdiff.library.records import NoteTarget, State
from newsdiff.quick_dataclass import dataclass

FOLDER: Final = "unsaved-notes"
"""Name of the folder in the library's folder."""
_MOST_BYTES: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class UnsavedNote:
    """What stood in the editor, and what it was about."""

    title: str
    """What the editor was headed with."""
    quoted: str
    body: str
    tags: tuple[str, ...] = ()
    state: State = "open"
    colour: str = ""
    event: str | None = None
    """None where the articles are not in the library."""
    targets: tuple[NoteTarget, ...] = ()
    note: str | None = None
    """The note that was being edited; None for a new one."""
    id: str = field(default_factory=lambda: os.urandom(16).hex())


def keep(folder: Path, note: UnsavedNote) -> Path:
    """Write it below the library's `folder`, over an earlier text of the same; returns the file.

    Raises OSError.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    file = _file(folder, note.id)
    atomic_write(file, json.dumps(asdict(note), default=_plain).encode("ascii"))
    return file


def kept(folder: Path) -> tuple[UnsavedNote, ...]:
    """The notes that wait below the library's `folder`, oldest first; any other file is left alone."""
    try:
        files = sorted((folder / FOLDER).glob("*.json"), key=lambda file: file.stat().st_mtime)
    except OSError:
        return ()
    return tuple(note for file in files if (note := _read(file)) is not None)


def is_kept(folder: Path, note: UnsavedNote) -> bool:
    """Whether it still waits; False when another window has dealt with it."""
    return _file(folder, note.id).exists()


def forget(folder: Path, note: UnsavedNote) -> None:
    """It is in the library now, or thrown away. Raises OSError."""
    _file(folder, note.id).unlink(missing_ok=True)


def _file(folder: Path, id: str) -> Path:
    return folder / FOLDER / f"{id}.json"


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not part of a note")


def _read(file: Path) -> UnsavedNote | None:
    from pydantic import TypeAdapter, ValidationError

    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        note = TypeAdapter(UnsavedNote).validate_python(json.loads(file.read_text("ascii")))
    except (OSError, ValueError, RecursionError, ValidationError):
        return None
    return note if file.stem == note.id else None
