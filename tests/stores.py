"""The stores that the tests of the library run over: SQLite, and a real server of PostgreSQL.

Every process of the tests has a server of its own, started when the first test asks for it, and every test a
database of its own, cloned from one with the tables. ``NEWSDIFF_TEST_POSTGRESQL`` may name a server instead:
the address of a database from which others may be made.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import conninfo

from newsdiff.library.folder import is_address

STORES = ("sqlite", "postgresql")
_NUMBERS = count(1)


class Databases:
    """Databases with the tables of a library, each cloned from one."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._prefix = f"newsdiff_test_{os.getpid()}_"
        self._connection = psycopg.connect(server, autocommit=True)
        self.template = self.empty("template")
        from newsdiff.library.postgresql.store import PostgresqlStore

        PostgresqlStore(self.address(self.template), Path(os.devnull)).close()

    def address(self, database: str) -> str:
        """The address of a database."""
        if is_address(self._server) and "://" in self._server:
            head, _, query = self._server.partition("?")
            return f"{head.rpartition('/')[0]}/{database}" + (f"?{query}" if query else "")
        return conninfo.make_conninfo(self._server, dbname=database)

    def empty(self, name: str) -> str:
        """A new database without tables; returns its name."""
        database = f"{self._prefix}{name}"
        self._connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        self._connection.execute(f"CREATE DATABASE {database} TEMPLATE template0 STRATEGY file_copy")
        return database

    def clone(self) -> str:
        """A new database with the tables of an empty library; returns its name."""
        database = f"{self._prefix}{next(_NUMBERS)}"
        self._connection.execute(f"CREATE DATABASE {database} TEMPLATE {self.template} STRATEGY file_copy")
        return database

    def drop(self, database: str) -> None:
        """Take a database away, whoever uses it."""
        self._connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def close(self) -> None:
        """Take the template away and leave."""
        self.drop(self.template)
        self._connection.close()


@contextmanager
def databases() -> Iterator[Databases]:
    """On the server that was named, else on one of our own."""
    if named := os.environ.get("NEWSDIFF_TEST_POSTGRESQL"):
        there = Databases(named)
        try:
            yield there
        finally:
            there.close()
        return
    from tests.postgresql_server import Server

    server = Server(in_memory=True)
    try:
        there = Databases(server.address())
        yield there
        there.close()
    finally:
        server.remove()
