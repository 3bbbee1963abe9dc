"""What the library has confirmed is there, whatever happens to the program."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from newsdiff.library import Library, StoredEvent, open_library
from newsdiff.library.maintenance import check_library
from tests.library.library_accounts import seeds

WRITER = Path(__file__).with_name("library_writer.py")
RUNS = int(os.environ.get("NEWSDIFF_KILLS", "20"))
"""Kills in one test; 200 take some 50 seconds."""


def writer(folder: Path, event: str, name: str, count: int) -> subprocess.Popen[str]:
    """A second program on the library, waiting for a line on its standard input."""
    program = subprocess.Popen(
        [sys.executable, str(WRITER), str(folder), event, name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    return program


def start(program: subprocess.Popen[str]) -> None:
    assert program.stdin is not None
    program.stdin.write("go\n")
    program.stdin.flush()


def test_a_program_killed_while_it_writes_loses_no_confirmed_note(folder: Path, store: str) -> None:
    with open_library(folder) as library:
        event = library.events.add(seeds()).id
    confirmed: set[str] = set()
    runs = RUNS if store == "sqlite" else RUNS // 4  # opening a connection takes longer than a file
    for run in range(runs):
        program = writer(folder, event, f"run {run}", 100_000)
        start(program)
        assert program.stdout is not None
        first = program.stdout.readline().strip()
        time.sleep(run * 0.0037 % 0.03)
        program.kill()
        rest = program.stdout.read()
        program.wait()
        # A last line without its end was cut off in the pipe and confirms nothing.
        confirmed |= {first, *rest.split("\n")[:-1]}
    with open_library(folder) as library:
        there = {note.id for note in library.notes.of(event)}
    assert len(confirmed) >= runs
    assert confirmed <= there
    assert check_library(folder).problems == ()


@pytest.mark.stores("sqlite")
def test_a_program_killed_at_its_very_first_start_leaves_a_folder_that_works(folder: Path) -> None:
    code = f"from pathlib import Path; from newsdiff.library import *; open_library(Path({str(folder)!r}))"
    for run in range(8):
        program = subprocess.Popen([sys.executable, "-c", code])
        time.sleep(0.05 + run * 0.02)
        program.kill()
        program.wait()
        with open_library(folder) as library:
            assert library.events.all() == ()
        for file in folder.iterdir():
            file.unlink()


@pytest.mark.stores("sqlite")
def test_a_half_written_file_with_the_number_of_a_deleted_one_is_recovered(
    folder: Path, tmp_path: Path
) -> None:
    with open_library(folder):
        pass
    file = folder / "library.db"
    half_written, journal = _half_written_library(tmp_path)
    file.write_bytes(half_written)  # in place: the file keeps its number
    (folder / "library.db-journal").write_bytes(journal)
    with open_library(folder) as library:
        assert library.events.all() == ()


def _half_written_library(folder: Path) -> tuple[bytes, bytes]:
    """A new database and its rollback journal as a program leaves them that is killed while it commits."""
    file = folder / "half.db"
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")  # pages that do not fit go to the file before the commit
    connection.execute("CREATE TABLE scratch (text)")
    connection.execute("DROP TABLE scratch")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE cut (text)")
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
        "INSERT INTO cut SELECT printf('%.*c', 900, 'x') FROM n"
    )
    journal = (folder / "half.db-journal").read_bytes()
    connection.execute("COMMIT")
    connection.close()
    whole = file.read_bytes()
    return whole[: len(whole) // 2], journal


def test_two_programs_at_once_lose_no_note_and_see_each_other(
    folder: Path, library: Library, event: StoredEvent
) -> None:
    programs = [writer(folder, event.id, name, 120) for name in ("left", "right")]
    since = library.revision()
    for program in programs:
        start(program)
    mine = [library.notes.add(event.id, f"here {number}").id for number in range(60)]
    reported = [program.communicate()[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    assert [len(ids) for ids in reported] == [120, 120]
    notes = {note.id: note for note in library.notes.of(event.id)}
    assert set(notes) == {*mine, *reported[0], *reported[1]}
    assert notes[reported[0][0]].state == "resolved"
    changes = library.changes_since(since)
    assert {item.subject for item in changes.items if item.kind == "note" and not item.ours} == {
        *reported[0],
        *reported[1],
    }
    assert {item.subject for item in changes.items if item.ours} == set(mine)


def test_two_windows_that_edit_one_note_keep_both_wordings(folder: Path, event: StoredEvent) -> None:
    with open_library(folder) as left, open_library(folder) as right:
        note = left.notes.add(event.id, "first")
        seen = right.notes.get(note.id)
        left.notes.edit(note, body="left")
        mine = right.notes.edit(seen, body="right")
        assert mine.other is not None
        assert {found.body for found in left.notes.of(event.id)} == {"left", "right"}


def test_a_window_learns_what_changed_since_it_looked(folder: Path, event: StoredEvent) -> None:
    with open_library(folder) as left, open_library(folder) as right:
        since = left.revision()
        assert left.changes_since(since).items == ()
        note = right.notes.add(event.id, "theirs")
        changes = left.changes_since(since)
        assert [(item.kind, item.event, item.subject, item.ours) for item in changes.items] == [
            ("note", event.id, note.id, False)
        ]
        assert changes.by_others
        assert not right.changes_since(since).by_others
        assert left.changes_since(changes.revision).items == ()
        assert left.changes_since(changes.revision + 1000).everything


def test_threads_of_one_program_share_a_library(library: Library, event: StoredEvent) -> None:
    def write(name: str) -> None:
        for number in range(40):
            library.notes.add(event.id, f"{name} {number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({note.body for note in library.notes.of(event.id)}) == 120


def test_a_change_that_fails_halfway_leaves_nothing_behind(library: Library, event: StoredEvent) -> None:
    since = library.revision()
    paragraph = library.events.articles(event.id)[0].paragraphs[0].id
    try:
        library.reading.mark_read(event.id, [paragraph, "nobody.p1"])
    except Exception:
        assert library.reading.read(event.id) == frozenset()
    assert library.revision() == since
