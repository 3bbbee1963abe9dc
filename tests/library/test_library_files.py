"""Files that are no library of ours are refused in one line and not touched; older ones are lifted."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.library import (
    LibraryBusyError,
    LibraryError,
    UnusableLibraryError,
    data_folder,
    open_library,
)
from newsdiff.library.maintenance import back_up, check_file, check_library, restore
from newsdiff.library.sqlite import migrating, opening
from tests.library.library_accounts import as_read, seeds, two

pytestmark = pytest.mark.stores("sqlite")

OLDER = sorted((Path(__file__).parent / "versions").glob("v*.db"), key=lambda path: int(path.stem[1:]))


def state_of(folder: Path) -> dict[str, str]:
    """Every file with its hash."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def refused(folder: Path) -> str:
    """The error that opening gives, after checking that it is one line and that nothing was touched."""
    before = state_of(folder)
    with pytest.raises(UnusableLibraryError) as error:
        open_library(folder)
    assert state_of(folder) == before
    message = str(error.value)
    assert "\n" not in message
    assert message.startswith(str(folder / "library.db"))
    return message


def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        event = library.events.add(seeds())
        for number in range(30):
            library.notes.add(event.id, f"note {number}")
    return folder / "library.db"


@pytest.mark.parametrize(
    "content", [b"my diary\n", b"\0" * 5000, b"SQLite format 3\0", bytes(range(256)) * 40]
)
def test_a_file_that_is_no_database_is_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "library.db").write_bytes(content)
    assert "--data-dir" in refused(folder)


def test_the_database_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    for statement in ("CREATE TABLE bookmarks (url TEXT)", "PRAGMA application_id = 77"):
        connection = sqlite3.connect(folder / "library.db")
        connection.execute(statement)
        connection.commit()
        connection.close()
        assert "another program" in refused(folder)


def test_a_library_of_a_newer_newsdiff_is_left_alone(folder: Path) -> None:
    file = filled(folder)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    message = refused(folder)
    assert "newer newsdiff" in message
    assert "update newsdiff" in message


def test_a_library_from_before_the_first_release_is_left_alone_and_the_way_out_is_named(folder: Path) -> None:
    file = filled(folder)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 8")
    connection.close()
    message = refused(folder)
    assert "before its first release (schema 8)" in message
    assert "26 November 2026" in message


@pytest.mark.parametrize("damage", ["cut", "overwritten", "first page"])
def test_a_damaged_library_is_left_alone(folder: Path, damage: str) -> None:
    file = filled(folder)
    content = bytearray(file.read_bytes())
    if damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "overwritten":
        for page in range(1, len(content) // 4096, 2):
            content[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    else:
        content[100:4000] = b"\xa5" * 3900
    file.write_bytes(content)
    assert "damaged" in refused(folder)


def test_a_folder_in_the_place_of_the_file_and_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    with pytest.raises(UnusableLibraryError, match="is a folder"):
        open_library(tmp_path)
    (tmp_path / "plain").write_text("x")
    with pytest.raises(UnusableLibraryError, match="--data-dir"):
        open_library(tmp_path / "plain")


def test_an_empty_file_becomes_a_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.db").touch()
    with open_library(folder) as library:
        assert library.events.all() == ()


def test_a_library_that_another_program_keeps_locked_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with open_library(folder) as library:
        event = library.events.add(two())
        other = sqlite3.connect(folder / "library.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError, match="try again"):
            library.notes.add(event.id, "x")
        other.execute("ROLLBACK")
        other.close()
        assert library.notes.add(event.id, "x").body == "x"


def test_the_folder_is_the_option_then_the_variable_then_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSDIFF_DATA_DIR", str(tmp_path / "printed"))
    assert data_folder(tmp_path / "given") == tmp_path / "given"
    assert data_folder() == tmp_path / "printed"
    monkeypatch.delenv("NEWSDIFF_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder().name == "newsdiff"


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_a_library_of_every_earlier_schema_opens_with_all_that_it_holds(folder: Path, older: Path) -> None:
    """versions/vN.db is what `filled_example` in versions/make.py wrote with schema N."""
    folder.mkdir()
    shutil.copy(older, folder / "library.db")
    with open_library(folder) as library:
        (event,) = library.events.all()
        (note,) = library.notes.of(event.id)
        (saved,) = library.saved.of(event.id)
        assert (event.title, note.body, note.tags, saved.name) == ("Two", "An older note", ("kept",), "Kept")
        assert as_read(library, event.id) == two().articles
        assert (note.targets[0].exact, note.targets[0].span) == ("line of the", (4, 15))
        assert [(link.a, link.b) for link in saved.links] == [("north.p1", "south.p1")]
        assert library.reading.read(event.id) == {"north.p1"}
        verdicts = [verdict.label for verdict in library.verdicts.of(event.id)]
        assert verdicts == (["An older verdict"] if int(older.stem[1:]) >= 11 else [])
        answers = library.opinions.known(["0" * 64], '["Rules"]')
        assert answers == ({"0" * 64: '{"says": "same"}'} if int(older.stem[1:]) >= 13 else {})
    assert check_library(folder).problems == ()


def test_there_is_an_example_of_every_schema() -> None:
    assert [path.stem for path in OLDER] == [f"v{number}" for number in migrating.steps()]


def test_a_new_step_is_made_once_wholly_and_after_a_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(folder)
    step = "ALTER TABLE notes ADD COLUMN mood TEXT;\nUPDATE notes SET mood = 'calm';"
    steps = {**migrating.steps(), migrating.newest() + 1: step}
    before = migrating.newest()
    monkeypatch.setattr(migrating, "steps", lambda: steps)
    for _ in range(2):
        with open_library(folder) as library:
            assert len(library.notes.all()) == 30
    with sqlite3.connect(folder / "library.db") as connection:
        assert connection.execute("SELECT DISTINCT mood FROM notes").fetchall() == [("calm",)]
        assert migrating.version_of(connection) == before + 1
    connection.close()
    assert check_file(folder / f"library-schema-{before}.db").counts["notes"] == 30


def test_a_step_that_fails_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(folder)
    step = "DELETE FROM notes;\nALTER TABLE nothing ADD COLUMN x TEXT;"
    steps = {**migrating.steps(), migrating.newest() + 1: step}
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "steps", lambda: steps)
        with pytest.raises(LibraryError):
            open_library(folder)
    with open_library(folder) as library:
        assert len(library.notes.all()) == 30


def test_a_backup_of_a_running_library_is_whole_and_can_be_restored(folder: Path, tmp_path: Path) -> None:
    file = filled(folder)
    with open_library(folder) as library:
        (event,) = library.events.all()
        backup = back_up(tmp_path / "backups" / "mine.db", folder)
        assert check_file(backup).counts == {"events": 1, "articles": 5, "notes": 30, "saved comparisons": 0}
        since = library.revision()
        library.events.delete(event.id)
        library.events.add(two())
        kept = restore(backup, folder)
        assert [found.id for found in library.events.all()] == [event.id]
        assert library.changes_since(since + 2).everything
        library.notes.add(event.id, "after")
    assert kept is not None
    assert check_file(kept).counts["events"] == 2
    assert check_file(file).counts["notes"] == 31


def test_a_damaged_library_is_moved_aside_by_a_restore(folder: Path, tmp_path: Path) -> None:
    file = filled(folder)
    backup = back_up(tmp_path, folder)
    file.write_bytes(b"ruined" * 1000)
    assert not check_library(folder).is_sound
    kept = restore(backup, folder)
    assert kept is not None
    assert kept.read_bytes() == b"ruined" * 1000
    with open_library(folder) as library:
        assert len(library.notes.all()) == 30


def test_what_is_no_sound_library_is_neither_backed_up_nor_restored(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableLibraryError, match="does not exist"):
        back_up(tmp_path / "x.db", folder)
    file = filled(folder)
    (tmp_path / "diary.db").write_bytes(b"my diary")
    before = state_of(folder)
    with pytest.raises(LibraryError, match="cannot be restored"):
        restore(tmp_path / "diary.db", folder)
    for itself in (lambda: back_up(file, folder), lambda: restore(file, folder)):
        with pytest.raises(LibraryError, match="the library itself"):
            itself()
    assert state_of(folder) == before


def test_the_check_finds_a_text_that_somebody_changed(folder: Path) -> None:
    file = filled(folder)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE texts SET text = text || '!' WHERE rowid = 1")
    connection.close()
    assert ["has changed" in problem for problem in check_library(folder).problems] == [True]


def test_the_library_needs_no_screen() -> None:
    code = (
        "import sys, newsdiff.library, newsdiff.library.sqlite, newsdiff.library.maintenance;"
        "heavy = {'textual', 'rich', 'rapidfuzz', 'newsdiff.pipeline'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
