"""Maintenance of the library file: check, back up, restore."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from newsdiff.library.errors import LibraryError, UnusableLibraryError
from newsdiff.library.folder import chosen_address, library_file
from newsdiff.library.sqlite.errors import library_error
from newsdiff.library.sqlite.opening import BUSY_SECONDS, inspect, looking_at
from newsdiff.library.tables import COUNTED
from newsdiff.quick_dataclass import dataclass

_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found."""

    place: str
    """The file, or the address on a server as it may be shown."""
    problems: tuple[str, ...]
    counts: dict[str, int]
    """How many events, articles, notes and saved comparisons there are, deleted ones included."""
    is_file: bool = True

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check_library(data_dir: Path | None = None) -> Check:
    """Look at every page, index, reference and text of the library; changes nothing."""
    address = chosen_address()
    if address is not None:
        from newsdiff.library.postgresql import check_address

        place, problems, counts = check_address(address)
        return Check(place, problems, counts, is_file=False)
    return check_file(library_file(data_dir))


def check_file(path: Path) -> Check:
    """The same for any file, such as a backup."""
    if not path.exists():
        raise UnusableLibraryError(path, "does not exist", "start newsdiff once or choose another --data-dir")
    try:
        inspect(path)
        with looking_at(path) as connection:
            problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
            problems += _broken_references(connection) + _changed_texts(connection)
            counts = {name: _count(connection, table) for name, table in COUNTED.items()}
    except UnusableLibraryError as error:
        return Check(str(path), (str(error),), {})
    except sqlite3.Error as error:
        return Check(str(path), (str(library_error(path, error)),), {})
    return Check(str(path), tuple(problem for problem in problems if problem != "ok"), counts)


def back_up(target: Path, data_dir: Path | None = None) -> Path:
    """Copy the library to `target` (a file, or a folder that gets a dated file), also while newsdiff runs.

    The copy appears under its name only when it is whole and sound. Raises LibraryError.
    """
    source = _the_file(data_dir)
    if not source.exists():
        raise UnusableLibraryError(source, "does not exist", "there is nothing to back up")
    _inspect(source)
    if target.is_dir():
        target = target / f"newsdiff-library-{_stamp()}.db"
    if target.exists() and target.samefile(source):
        raise LibraryError(f"{target}: is the library itself; choose another file for the backup")
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part)
        found = check_file(part)
        if not found.is_sound:
            trouble = found.problems[0].removeprefix(f"{part}: ").partition(";")[0]
            raise LibraryError(f"{source}: cannot be backed up: the copy {trouble}; restore an older backup")
        os.replace(part, target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written ({error.strerror}); choose another place") from error
    except sqlite3.Error as error:
        raise LibraryError(
            f"{source}: cannot be copied to {target} ({error}); choose another place"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def restore(backup: Path, data_dir: Path | None = None) -> Path | None:
    """Put a backup in the place of the library; says where the library as it was is kept, if there was one.

    A sound library is replaced in one transaction, so that a running newsdiff sees the restored one; a
    damaged or foreign file is moved aside. Raises LibraryError, with nothing changed, for an unsound backup.
    """
    target = _the_file(data_dir)
    found = check_file(backup)
    if not found.is_sound:
        trouble = found.problems[0].removeprefix(f"{backup}: ").partition(";")[0]
        raise LibraryError(f"{backup}: cannot be restored: {trouble}; name a backup of a library")
    if target.exists() and backup.samefile(target):
        raise LibraryError(f"{backup}: is the library itself; name a backup")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = _keep_present(target)
        _copy(backup, target)
    except sqlite3.Error as error:
        raise library_error(target, error) from error
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written ({error.strerror}); choose --data-dir") from error
    return kept


def _the_file(data_dir: Path | None) -> Path:
    """The file of the library. Raises LibraryError for one on a server."""
    if chosen_address() is not None:
        raise LibraryError(
            "the library is on a server: back it up and restore it with pg_dump and pg_restore; see"
            " docs/newsroom.md"
        )
    return library_file(data_dir)


def _inspect(path: Path) -> None:
    try:
        inspect(path)
    except sqlite3.Error as error:
        raise library_error(path, error) from error


def _keep_present(target: Path) -> Path | None:
    if not target.exists():
        return None
    kept = _free(target.with_name(f"{target.stem}-before-restore-{_stamp()}{target.suffix}"))
    if check_file(target).is_sound:
        _copy(target, kept)
        return kept
    for side in ("", *_SIDE_FILES):
        present = target.with_name(target.name + side)
        if present.exists():
            present.rename(kept.with_name(kept.name + side))
    return kept


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup: a consistent copy whatever other programs do meanwhile."""
    with looking_at(source) as old, closing(sqlite3.connect(target, timeout=BUSY_SECONDS)) as new:
        old.backup(new)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S")


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _broken_references(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    return [f"row {row[1]} of {row[0]} points at a missing row of {row[2]}" for row in rows]


def _changed_texts(connection: sqlite3.Connection) -> list[str]:
    """Texts that are not what their hash says."""
    import hashlib

    problems = []
    for sha256, text in connection.execute("SELECT sha256, text FROM texts"):
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        if hashlib.sha256(content).hexdigest() != sha256:
            problems.append(f"the text {sha256[:12]}… has changed")
    return problems[:20]
