"""Connections to the server: a few of them, opened when needed, and again when the server comes back.
Texts that PostgreSQL cannot hold as they are (with a NUL, with lone surrogates) go to it in another form."""

from __future__ import annotations

import logging
import re
import time
from base64 import b64decode, b64encode
from typing import Any, Final, TypeAlias

import psycopg
from psycopg import Connection, ProgrammingError, conninfo
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from newsdiff.library.errors import LibraryAwayError, LibraryError
from newsdiff.library.postgresql.errors import library_error
from newsdiff.library.postgresql.migrating import SCHEMA

AnyConnection: TypeAlias = "Connection[tuple[Any, ...]]"

# What the pool logs would come out in the terminal: errors say the same to people already.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

MOST: Final = 12
"""Connections of one newsdiff: its screen, what runs beside it, who listens, and eight threads that claim
feeds; each is opened when it is needed."""
_SECONDS_TO_CONNECT: Final = 5
_SECONDS_FOR_THE_POOL: Final = 2.0
_SECRETS: Final = ("password", "sslpassword")
_SHOWN: Final = ("service", "user", "host", "port", "dbname")
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f]")
_FIRST_PAUSE: Final = 0.25
_LONGEST_PAUSE: Final = 8.0
"""Seconds between two attempts to reach a server that went away: the first, doubled each time up to this."""


_MARK: Final = "\x1a"
"""Begins a text that is kept as Base64 of its UTF-8: SUBSTITUTE, which stands for what cannot be shown."""


def kept(text: str | bytes) -> str:
    """A text as a column holds it; `bytes` are UTF-8 with lone surrogates, as `tables.codec` makes them."""
    if isinstance(text, bytes):
        return _MARK + b64encode(text).decode("ascii")
    if "\0" in text or text.startswith(_MARK):
        return _MARK + b64encode(text.encode("utf-8")).decode("ascii")
    return text


class TextLoader(Loader):
    """The text in a column."""

    def load(self, data: Buffer) -> str:
        """As it was before `kept`."""
        text = str(data, "utf-8")
        if not text.startswith(_MARK):
            return text
        return b64decode(text[1:]).decode("utf-8", "surrogatepass")


class Connections:
    """The connections of one library. From any thread."""

    def __init__(self, address: str, *, name: str = "newsdiff") -> None:
        parts = _parts_of(address)
        self.place = _shown(parts)
        """The address as people may see it."""
        self._parts: dict[str, Any] = {
            "connect_timeout": _SECONDS_TO_CONNECT,
            "application_name": name,
            "keepalives_idle": 30,
            "tcp_user_timeout": 20_000,
            **parts,
        }
        options = f"{parts.get('options', '')} -c search_path={SCHEMA},public".strip()
        self._parts["options"] = options
        self._pool: ConnectionPool[AnyConnection] | None = None
        self._pause = 0.0
        self._not_before = 0.0

    def connect(self) -> AnyConnection:
        """A connection of one's own. Raises LibraryError."""
        try:
            connection = psycopg.connect(**self._parts, autocommit=True)
        except psycopg.Error as error:
            raise library_error(self.place, error) from error
        prepare(connection)
        return connection

    def take(self) -> AnyConnection:
        """One of the connections; `give_back` it.

        Raises LibraryAwayError; at once while the server is known to be away, so that whoever asks every
        second does not wait every second.
        """
        if self._pool is None:
            self._pool = self._opened()
        if time.monotonic() < self._not_before:
            raise self.away("it went away")
        try:
            return self._pool.getconn(timeout=0.5 if self._pause else _SECONDS_FOR_THE_POOL)
        except (PoolTimeout, PoolClosed, psycopg.Error) as error:
            self.lost()
            raise self.away(str(error)) from error

    def give_back(self, connection: AnyConnection) -> None:
        """It is free for others; a broken one is replaced."""
        if self._pool is None:
            connection.close()
        else:
            self._pool.putconn(connection)

    def lost(self) -> None:
        """The server did not answer: the next attempt is after a pause that grows."""
        self._pause = min(max(2 * self._pause, _FIRST_PAUSE), _LONGEST_PAUSE)
        self._not_before = time.monotonic() + self._pause

    def found(self) -> None:
        """The server answered."""
        self._pause = self._not_before = 0.0

    def away(self, why: str) -> LibraryAwayError:
        """What to raise while the server is away."""
        said = why.strip().splitlines()[-1] if why.strip() else "no answer"
        return LibraryAwayError(
            f"{self.place}: the server cannot be reached ({said}); nothing was saved; check that it runs"
        )

    def close(self) -> None:
        """Close them all. Twice is fine."""
        if self._pool is not None:
            self._pool.close(timeout=2.0)

    def _opened(self) -> ConnectionPool[AnyConnection]:
        pool: ConnectionPool[AnyConnection] = ConnectionPool(
            kwargs={**self._parts, "autocommit": True},
            min_size=1,
            max_size=MOST,
            max_idle=120.0,
            configure=prepare,
            reconnect_timeout=60.0,
            open=False,
            name="newsdiff",
        )
        pool.open()
        return pool


def prepare(connection: AnyConnection) -> None:
    """What every connection knows: how text is kept."""
    connection.adapters.register_loader("text", TextLoader)


def _parts_of(address: str) -> dict[str, str]:
    """The address in parts. Raises LibraryError for one that libpq does not understand, or with a password:
    it would stand in the list of processes and in histories."""
    try:
        parts = {name: str(value) for name, value in conninfo.conninfo_to_dict(address).items()}
    except ProgrammingError as error:
        raise LibraryError(
            "the address of the library is not one that PostgreSQL understands;"
            " write it like postgresql://host/database or service=newsdiff"
        ) from error
    if any(parts.get(name) for name in _SECRETS):
        raise LibraryError(
            f"{_shown(parts)}: an address holds no password;"
            " put it into ~/.pgpass, a service file or PGPASSWORD"
        )
    return parts


def _shown(parts: dict[str, str]) -> str:
    """The address as people may see it."""
    said = {name: _CONTROLS.sub("", parts[name]) for name in _SHOWN if parts.get(name)}
    if "service" in said:
        return f"service={said['service']}"
    user = f"{said['user']}@" if "user" in said else ""
    host = said.get("host", "")
    port = f":{said['port']}" if "port" in said else ""
    if host.startswith("/"):
        return f"postgresql://{user}/{said.get('dbname', '')}?host={host}" + (
            f"&port={port[1:]}" if port else ""
        )
    return f"postgresql://{user}{host}{port}/{said.get('dbname', '')}"
