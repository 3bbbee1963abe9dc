"""Three roles with least rights: who reads, who edits, and the programs that fetch.

A reader reads everything and keeps read marks and places. An editor also writes: notes, verdicts, articles,
feeds. A worker brings articles in and cannot read what people write: of a note it may see where it stands
and move it along with its article, and never its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Final, Literal, TypeAlias

import psycopg
from psycopg import errors, sql

from newsdiff.library.errors import LibraryError
from newsdiff.library.postgresql.connections import AnyConnection, Connections
from newsdiff.library.postgresql.errors import library_error
from newsdiff.library.postgresql.migrating import SCHEMA, migrate

RoleName: TypeAlias = Literal["reader", "editor", "worker"]
ROLES: Final[tuple[RoleName, ...]] = ("reader", "editor", "worker")
_ALL: Final = "SELECT, INSERT, UPDATE, DELETE"
_FETCHED: Final = (
    "events", "articles", "texts", "terms", "portraits", "searched", "facts", "changes", "apart", "anchors",
    "roles", "links", "feeds", "feed_entries", "feed_names", "hosts", "pages", "translations", "rechecks",
)  # fmt: skip
_OWN: Final = ("read_marks", "sessions", "seen_notes")
_WHERE_IT_STANDS: Final = "UPDATE (article, how, now_sha256, now_start, now_end, similarity)"
_RIGHTS: Final[Mapping[RoleName, Mapping[str, str]]] = {
    "reader": {
        "*": "SELECT",
        **dict.fromkeys(_OWN, _ALL),
        "anchors": "SELECT, INSERT",
        "changes": "SELECT, INSERT, DELETE",
    },
    "editor": {"*": _ALL, "schema_version": "SELECT"},
    "worker": {
        **dict.fromkeys(_FETCHED, _ALL),
        "schema_version": "SELECT",
        "joins": "SELECT",
        "notes": "SELECT (id, event, state, version, author, deleted), UPDATE (event)",
        "note_targets": f"SELECT, {_WHERE_IT_STANDS}",
        "verdicts": "SELECT (id, event, deleted), UPDATE (event)",
        "verdict_targets": f"SELECT, {_WHERE_IT_STANDS}",
        "saved": "SELECT (id, event, name, texts, view, deleted), UPDATE (event, name, texts, view)",
        "read_marks": "SELECT (event, anchor), UPDATE (event)",
        "sessions": "SELECT (event, reader), DELETE",
        "seen_notes": "SELECT (note, reader, version)",
    },
}
"""Role -> table -> what it may do; `*` is every table that is not named."""
FORBIDDEN: Final[Mapping[RoleName, tuple[tuple[str, str], ...]]] = {
    "reader": (
        ("articles", "INSERT"), ("articles", "UPDATE"), ("texts", "INSERT"), ("texts", "UPDATE"),
        ("events", "UPDATE"), ("notes", "INSERT"), ("notes", "UPDATE"), ("verdicts", "INSERT"),
        ("feeds", "INSERT"), ("schema_version", "UPDATE"),
    ),
    "editor": (("schema_version", "UPDATE"), ("notes", "TRUNCATE"), ("articles", "TRUNCATE")),
    "worker": (
        ("notes", "SELECT"), ("note_tags", "SELECT"), ("notes", "INSERT"), ("notes", "DELETE"),
        ("verdicts", "INSERT"), ("saved", "INSERT"), ("schema_version", "UPDATE"),
    ),
}  # fmt: skip
"""What each role must not do."""


def set_up(
    address: str, members: Mapping[RoleName, Iterable[str]]
) -> tuple[str, tuple[tuple[str, RoleName], ...]]:
    """Make the tables and the roles, or bring them up to date, and give users their roles; the address as it
    may be shown, and users with the role that each has now. Twice changes nothing.

    Raises LibraryError; nothing is changed then.
    """
    connections = Connections(address, name="newsdiff setup")
    place = connections.place
    with closing(connections.connect()) as connection:
        migrate(connection, place)
        granted: list[tuple[str, RoleName]] = []
        try:
            with connection.transaction():
                for role in ROLES:
                    if not _is_there(connection, role):
                        name = sql.Identifier(named(role))
                        connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(name))
                grant(connection)
                # A newsroom begins without the sample.
                connection.execute("INSERT INTO facts VALUES ('sample', '') ON CONFLICT DO NOTHING")
                for role, users in members.items():
                    for user in users:
                        connection.execute(
                            sql.SQL("GRANT {} TO {}").format(
                                sql.Identifier(named(role)), sql.Identifier(user)
                            )
                        )
                        granted.append((user, role))
        except errors.UndefinedObject as error:
            said = (error.diag.message_primary or "").strip()
            raise LibraryError(f"{place}: {said}; make the user with “createuser” first") from error
        except psycopg.Error as error:
            raise library_error(place, error) from error
    return place, tuple(granted)


def named(role: RoleName) -> str:
    """The name of a role on the server."""
    return f"newsdiff_{role}"


def grant(connection: AnyConnection) -> None:
    """Give each of the roles that are there its rights on every table, and no others."""
    there = [role for role in ROLES if _is_there(connection, role)]
    tables = [
        str(row[0])
        for row in connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY tablename", (SCHEMA,)
        ).fetchall()
    ]
    for role in there:
        who = sql.Identifier(named(role))
        connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(sql.Identifier(SCHEMA), who))
        rights = _RIGHTS[role]
        for table in tables:
            what = sql.Identifier(SCHEMA, table)
            connection.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(what, who))
            if right := rights.get(table, rights.get("*")):
                connection.execute(sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(right), what, who))


def too_much(connection: AnyConnection) -> list[str]:
    """What roles may do and must not, one line each."""
    return [
        f"the role {named(role)} may {right} {table}; run “newsdiff library setup”"
        for role in ROLES
        if _is_there(connection, role)
        for table, right in FORBIDDEN[role]
        if connection.execute(
            "SELECT has_table_privilege(%s, %s, %s)", (named(role), f"{SCHEMA}.{table}", right)
        ).fetchone()
        == (True,)
    ]


def _is_there(connection: AnyConnection, role: RoleName) -> bool:
    return (
        connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (named(role),)).fetchone() is not None
    )
