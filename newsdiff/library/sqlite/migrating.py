"""Bringing a file to the newest schema."""

from __future__ import annotations

import sqlite3
from functools import cache

from newsdiff.library.tables import migrations

APPLICATION_ID = 0x6E647746
"""Marks a SQLite file as ours ("ndwF"); stands at offset 68 of the file."""


@cache
def steps() -> tuple[str, ...]:
    """The SQL of each step, in order."""
    return tuple(migrations.steps("sqlite").values())


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, to: tuple[str, ...] | None = None) -> None:
    """Bring the file to the newest schema, in one transaction: either wholly or not at all.

    Two programs that start at once wait for each other; the second finds nothing left to do.
    """
    wanted = steps() if to is None else to
    if version_of(connection) >= len(wanted):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in wanted[version_of(connection) :]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(wanted)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """The statements of a script. (`executescript` would commit, so each is run on its own.)"""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found
