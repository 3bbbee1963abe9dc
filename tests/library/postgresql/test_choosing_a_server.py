"""Which library is opened, and what is said where it cannot be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from newsdiff.cli import cli
from newsdiff.environment import CONFIG, LIBRARY
from newsdiff.library import LibraryError, chosen_address, open_library
from newsdiff.settings import read_settings
from newsdiff.settings.library import without_secrets
from tests.library.library_accounts import two
from tests.opinion.ferry import PLAIN
from tests.opinion.local_programs import command, script


def test_nothing_of_postgresql_is_imported_for_a_file(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from newsdiff.library import *\n"
        "with open_library(Path(sys.argv[1])) as library: ensure_sample(library)\n"
        "assert not [name for name in sys.modules if 'psycopg' in name or 'postgresql' in name]"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)


def test_the_option_comes_before_the_environment_and_that_before_the_settings(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'library = "{postgresql}"\n')
    with open_library(tmp_path) as library:
        library.events.add(two(), title="On the server")
    run = CliRunner().invoke
    file = ["--data-dir", str(tmp_path / "none")]
    assert "On the server" in run(cli, [*file, "list"]).output
    monkeypatch.setenv(LIBRARY, "service=nowhere")
    assert "On the server" in run(cli, [*file, "--library", postgresql, "list"]).output
    assert chosen_address() == "service=nowhere"
    monkeypatch.delenv(LIBRARY)
    assert "there is no library yet" in run(cli, [*file, "list"]).output
    assert "On the server" in run(cli, [*file, "--config", str(config), "list"]).output
    monkeypatch.setenv(CONFIG, str(config))
    assert "On the server" in run(cli, [*file, "list"]).output
    assert read_settings().library == postgresql


def test_what_a_program_answers_to_a_command_is_kept_on_the_server(postgresql: str, tmp_path: Path) -> None:
    config, event = tmp_path / "config.toml", tmp_path / "event"
    config.write_text(f"[second_opinion]\ncommand = {json.dumps(command(script(tmp_path, 'good')))}\n")
    event.mkdir()
    for name, lines in PLAIN.items():
        (event / f"{name}.txt").write_text("\n\n".join(("Ferry runs aground", *lines)), "utf-8")
    own = ["--data-dir", str(tmp_path / "none"), "--config", str(config), "--library", postgresql]
    for said in ("2 answers", "0 answers, 2 kept from before"):
        assert said in CliRunner().invoke(cli, [*own, "opinion", str(event)]).stderr


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ann:sEcret1@localhost/news",
        "host=localhost password=sEcret1",
        "postgresql:///news?password=sEcret1",
        "host=localhost password='sEcret1 sEcret1'",
    ],
)
def test_a_password_in_an_address_is_refused_and_never_shown(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LIBRARY, address)
    with pytest.raises(LibraryError, match=r"~/\.pgpass") as error:
        open_library(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text(f'library = "{address}"\n')
    (problem,) = read_settings(config).problems
    shown = CliRunner().invoke(cli, ["library", "path"]).output
    assert "sEcret1" not in f"{error.value}{problem}{shown}{without_secrets(address)}"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/home/ann/library.db", "choose --data-dir"),
        ("postgresql:///news?host=/nowhere", "check that it runs"),
        ("postgresql:///news?nothing=x", "not one that PostgreSQL understands"),
        ("service=nowhere", "service"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line_and_exit_code_1(address: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsdiff", "--library", address, "list"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_schema_of_a_newer_newsdiff_is_left_alone(postgresql: str, tmp_path: Path) -> None:
    with psycopg.connect(postgresql) as connection:
        connection.execute("UPDATE newsdiff.schema_version SET version = 999")
    with pytest.raises(LibraryError, match="newer newsdiff"):
        open_library(tmp_path)
    with psycopg.connect(postgresql) as connection:
        assert connection.execute("SELECT version FROM newsdiff.schema_version").fetchone() == (999,)


def test_an_older_schema_is_brought_up_to_date_once_and_wholly(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsdiff.library.postgresql import migrating

    with open_library(tmp_path) as library:
        event = library.events.add(two())
        library.notes.add(event.id, "kept")
    known = migrating.steps("postgresql")
    newer = max(known) + 1
    step = "ALTER TABLE notes ADD COLUMN mood TEXT;\nCREATE TABLE moods (number INTEGER PRIMARY KEY);"
    monkeypatch.setattr(migrating, "steps", lambda _: {**known, newer: step})
    for _ in range(2):
        with open_library(tmp_path) as library:
            assert [note.body for note in library.notes.all()] == ["kept"]
    with psycopg.connect(postgresql) as connection:
        assert connection.execute("SELECT version FROM newsdiff.schema_version").fetchone() == (newer,)
    broken = {**known, newer: step, newer + 1: "DELETE FROM notes; ALTER TABLE nothing ADD COLUMN x TEXT;"}
    monkeypatch.setattr(migrating, "steps", lambda _: broken)
    with pytest.raises(LibraryError):
        open_library(tmp_path)
    with psycopg.connect(postgresql) as connection:
        assert connection.execute("SELECT count(*) FROM newsdiff.notes").fetchone() == (1,)


def test_an_overview_that_cannot_be_read_is_computed_again_by_the_newer_schema(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsdiff.library.postgresql import migrating

    known = migrating.steps("postgresql")
    with psycopg.connect(postgresql) as connection:
        connection.execute("DROP SCHEMA newsdiff CASCADE")
    with monkeypatch.context() as older:
        older.setattr(
            migrating, "steps", lambda _: {number: known[number] for number in known if number < 16}
        )
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute("SET search_path = newsdiff, public")
            migrating.migrate(connection, "here")
            for name, overview in (("a", '{"differences": 3}'), ("b", "{broken"), ("c", None)):
                connection.execute(
                    """INSERT INTO events (id, created, updated, engine, overview)
                    VALUES (%s, '', '', '1', %s)""",
                    (name, overview),
                )
    with open_library(tmp_path):
        pass
    with psycopg.connect(postgresql) as connection:
        found = connection.execute("SELECT id, engine, overview FROM newsdiff.events ORDER BY id").fetchall()
    assert found == [("a", "1", '{"differences": 3}'), ("b", None, None), ("c", "1", None)]


def test_the_check_finds_what_somebody_changed(postgresql: str, tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.events.add(two())
    sound = CliRunner().invoke(cli, ["library", "check"])
    assert "sound (1 events, 2 articles" in sound.output
    with psycopg.connect(postgresql) as connection:
        connection.execute("UPDATE newsdiff.texts SET text = text || '!'")
        connection.execute("UPDATE newsdiff.events SET sources = 7")
        connection.execute("DELETE FROM newsdiff.portraits")
    found = CliRunner().invoke(cli, ["library", "check"])
    assert found.exit_code == 1
    for trouble in ("has changed", "counts its articles wrongly", "cannot be searched for"):
        assert trouble in found.output


def test_a_file_is_backed_up_and_a_server_backs_itself_up(postgresql: str) -> None:
    done = CliRunner().invoke(cli, ["library", "backup"])
    assert done.exit_code == 1
    assert "pg_dump" in done.output
