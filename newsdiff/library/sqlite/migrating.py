"""Bringing a file to the newest schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from newsdiff.library.tables import migrations

APPLICATION_ID = 0x6E647746
"""Marks a SQLite file as ours ("ndwF"); stands at offset 68 of the file."""


def steps() -> Mapping[int, str]:
    """The SQL of each step by its number, in order."""
    return migrations.steps("sqlite")


def newest() -> int:
    """The schema that this newsdiff reads and writes."""
    return max(steps())


def oldest() -> int:
    """The oldest schema that is brought to the newest."""
    return min(steps())


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest schema, in one transaction: either wholly or not at all.

    Two programs that start at once wait for each other; the second finds nothing left to do.
    """
    if version_of(connection) >= newest():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)
        for number, step in steps().items():
            if number > version:
                for statement in statements(step):
                    connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest()}")
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
