"""What each of the three roles may do, and what it must not, tried by users of the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner
from psycopg import conninfo

from newsdiff.cli import cli
from newsdiff.environment import LIBRARY
from newsdiff.library import Library, NotAllowedError, View, open_library
from newsdiff.library.anchors import target_on
from newsdiff.library.records import VerdictTarget
from tests.library.library_accounts import article as written
from tests.library.library_accounts import two

USERS = {"reader": "newsdiff_test_ann", "editor": "newsdiff_test_ben", "worker": "newsdiff_test_cleo"}


@pytest.fixture
def desk(postgresql: str) -> Iterator[str]:
    """A library that was set up, with a user in each role, an event and a note of the editor's."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        there = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
        for user in set(USERS.values()) - there:
            connection.execute(f"CREATE ROLE {user} LOGIN")
    asked = [part for role, user in USERS.items() for part in (f"--{role}", user)]
    for _ in range(2):
        done = CliRunner().invoke(cli, ["library", "setup", *asked])
        assert done.exit_code == 0, done.output
        assert f"{USERS['worker']}: worker" in done.output
    yield postgresql
    with psycopg.connect(postgresql, autocommit=True) as connection:
        for role in ("newsdiff_reader", "newsdiff_editor", "newsdiff_worker"):
            connection.execute(f"DROP OWNED BY {role}")


def as_(role: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv(LIBRARY, conninfo.make_conninfo(address, user=USERS[role]))
    return open_library(tmp_path)


def test_each_role_does_its_work_and_nothing_else(
    desk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_("worker", desk, tmp_path, monkeypatch) as worker:
        worker.feeds.add("https://north.example/feed")
        placed = worker.events.place(two().articles)
        event = placed[0].event
        article = worker.events.articles(event)[0]
        target = target_on(article, 2, 12)
        for forbidden in (
            lambda: worker.notes.of(event),
            lambda: worker.notes.add(event, "mine"),
            lambda: worker.verdicts.add(event, "confirmed", [VerdictTarget(target)]),
            lambda: worker.saved.add(event, "Mine", View()),
        ):
            with pytest.raises(NotAllowedError, match="your role may not do this"):
                forbidden()
    with as_("editor", desk, tmp_path, monkeypatch) as editor:
        note = editor.notes.add(event, "look here", [target])
        assert note.author == USERS["editor"]
        editor.verdicts.add(event, "confirmed", [VerdictTarget(target)])
        editor.saved.add(event, "Desk", View())
    with as_("worker", desk, tmp_path, monkeypatch) as worker:
        url = "https://north.example/one"
        for text in ("Ships left the harbour at noon.", "Ships left the harbour at noon, and came back."):
            (stands,) = worker.events.place([written("port", text, url=url)], event="Ships")
        assert stands.state == "newer version"
        assert worker.events.get(event).notes == 1
    with as_("reader", desk, tmp_path, monkeypatch) as reader:
        assert [one.body for one in reader.notes.of(event)] == ["look here"]
        assert reader.events.get(event).unseen == 1
        reader.notes.see(event)
        assert reader.events.get(event).unseen == 0
        paragraph = reader.events.articles(event)[0].paragraphs[0].id
        reader.reading.mark_read(event, [paragraph])
        assert reader.reading.read(event) == {paragraph}
        for forbidden in (
            lambda: reader.notes.add(event, "mine"),
            lambda: reader.events.add(two("Another first text here.", "Another second.")),
            lambda: reader.events.rename(event, "Other"),
            lambda: reader.feeds.add("https://south.example/feed"),
            lambda: reader.events.delete(event),
        ):
            with pytest.raises(NotAllowedError):
                forbidden()
    for user in USERS.values():
        with psycopg.connect(conninfo.make_conninfo(desk, user=user)) as connection:
            for statement in ("UPDATE newsdiff.schema_version SET version = 0", "DROP TABLE newsdiff.notes"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                    connection.execute(statement)


def test_the_check_names_a_role_that_may_do_too_much(desk: str) -> None:
    sound = CliRunner().invoke(cli, ["library", "check"])
    assert sound.exit_code == 0, sound.output
    with psycopg.connect(desk) as connection:
        connection.execute("GRANT SELECT ON newsdiff.notes TO newsdiff_worker")
    found = CliRunner().invoke(cli, ["library", "check"])
    assert found.exit_code == 1
    assert "newsdiff_worker may SELECT notes" in found.output


def test_a_user_who_is_not_there_is_named(postgresql: str) -> None:
    done = CliRunner().invoke(cli, ["library", "setup", "--reader", "nobody at all"])
    assert done.exit_code == 1
    assert "createuser" in done.output
