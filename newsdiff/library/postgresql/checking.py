"""A look at every reference, count and text of a library on a server; changes nothing."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from typing import Final

import psycopg

from newsdiff.library.errors import LibraryError
from newsdiff.library.postgresql.connections import AnyConnection, Connections
from newsdiff.library.postgresql.errors import library_error
from newsdiff.library.postgresql.migrating import newest, refuse_too_new, version_of
from newsdiff.library.postgresql.roles import too_much
from newsdiff.library.tables import COUNTED

_MOST: Final = 20
"""Problems of one kind that are listed."""
_REFERENCES: Final = """SELECT conrelid::regclass::text, confrelid::regclass::text,
    (SELECT string_agg(quote_ident(attname), ',' ORDER BY place) FROM unnest(conkey)
        WITH ORDINALITY AS keys (number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = keys.number),
    (SELECT string_agg(quote_ident(attname), ',' ORDER BY place) FROM unnest(confkey)
        WITH ORDINALITY AS keys (number, place)
        JOIN pg_attribute ON attrelid = confrelid AND attnum = keys.number)
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'newsdiff'::regnamespace ORDER BY 1, 2, 3"""
_COUNTS: Final = """SELECT events.id FROM events LEFT JOIN (
        SELECT event, count(*) AS number, max(published) AS day, max(moment) AS moment FROM articles
        WHERE current = 1 AND removed IS NULL GROUP BY event) AS there ON there.event = events.id
    WHERE (sources, latest_day, latest) IS DISTINCT FROM (coalesce(number, 0), day, moment) LIMIT %s"""
_TWICE: Final = """SELECT min(event), url FROM articles JOIN events ON events.id = event
    WHERE current = 1 AND removed IS NULL AND deleted IS NULL AND url IS NOT NULL
    GROUP BY url, sha256 HAVING count(*) > 1 LIMIT %s"""
_UNINDEXED: Final = """SELECT number FROM articles WHERE current = 1
    AND (number NOT IN (SELECT number FROM searched) OR number NOT IN (SELECT number FROM portraits))
    LIMIT %s"""


def check(address: str) -> tuple[str, tuple[str, ...], dict[str, int]]:
    """The address as it may be shown, what is wrong, and how many events, articles, notes and saved
    comparisons there are. Raises LibraryError where nobody answers or nothing may be read."""
    connections = Connections(address, name="newsdiff check")
    with closing(connections.connect()) as connection:
        try:
            version = version_of(connection)
            if version == 0:
                raise LibraryError(f"{connections.place}: holds no library yet; run “newsdiff library setup”")
            refuse_too_new(connections.place, version)
            if version < newest():
                raise LibraryError(
                    f"{connections.place}: has schema {version}, this newsdiff needs {newest()};"
                    " its owner runs “newsdiff library setup”"
                )
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            problems = [*_broken_references(connection), *_wrong_counts(connection)]
            problems += [*_changed_texts(connection), *too_much(connection)]
            counts = {
                name: _number(connection, f"SELECT count(*) FROM {table}") for name, table in COUNTED.items()
            }
        except psycopg.Error as error:
            raise library_error(connections.place, error) from error
    return connections.place, tuple(problems), counts


def _broken_references(connection: AnyConnection) -> list[str]:
    """Rows that point at nothing: the server keeps that from happening, unless somebody switched it off."""
    problems = []
    for table, target, columns, keys in connection.execute(_REFERENCES).fetchall():
        names, theirs = columns.split(","), keys.split(",")
        same = " AND ".join(f"there.{key} = here.{name}" for name, key in zip(names, theirs, strict=True))
        missing = _number(
            connection,
            f"SELECT count(*) FROM {table} AS here WHERE here.{names[0]} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM {target} AS there WHERE {same})",
        )
        if missing:
            problems.append(f"{missing} rows of {table} point at missing rows of {target}")
    return problems


def _wrong_counts(connection: AnyConnection) -> list[str]:
    found = [
        f"the event {row[0]} counts its articles wrongly"
        for row in connection.execute(_COUNTS, (_MOST,)).fetchall()
    ]
    found += [
        f"an article of the event {row[0]} stands in the library twice"
        for row in connection.execute(_TWICE, (_MOST,)).fetchall()
    ]
    return found + [
        f"the article number {row[0]} cannot be searched for"
        for row in connection.execute(_UNINDEXED, (_MOST,)).fetchall()
    ]


def _changed_texts(connection: AnyConnection) -> list[str]:
    """Texts that are not what their hash says."""
    problems = []
    with connection.cursor("texts") as cursor:
        cursor.itersize = 500
        for key, text in cursor.execute("SELECT sha256, text FROM texts"):
            if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != key:
                problems.append(f"the text {key[:12]}… has changed")
    return problems[:_MOST]


def _number(connection: AnyConnection, sql: str) -> int:
    found = connection.execute(sql).fetchone()
    return int(found[0]) if found else 0
