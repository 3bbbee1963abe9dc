"""Errors of PostgreSQL as errors of the library, which name what to do. No password is in any of them."""

from __future__ import annotations

import psycopg
from psycopg import errors

from newsdiff.library.errors import (
    FullDiskError,
    LibraryAwayError,
    LibraryBusyError,
    LibraryError,
    NotAllowedError,
)

_BUSY = (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure, errors.QueryCanceled)
_GONE = (
    errors.AdminShutdown,
    errors.CrashShutdown,
    errors.CannotConnectNow,
    errors.TooManyConnections,
    errors.IdleSessionTimeout,
)


def is_away(error: psycopg.Error, connection: psycopg.Connection | None = None) -> bool:
    """Whether the server cannot be reached, or went away in the midst of it."""
    if isinstance(error, _GONE):
        return True
    if connection is not None and (connection.closed or connection.broken):
        return True
    # What no server has answered carries no code of PostgreSQL.
    return isinstance(error, psycopg.OperationalError) and error.sqlstate is None


def library_error(place: str, error: psycopg.Error, *, away: bool = False) -> LibraryError:
    """An error of PostgreSQL as one whose message says what to do. `place`: the address as it is shown."""
    said = _first_line(error)
    if away or is_away(error):
        return LibraryAwayError(
            f"{place}: the server cannot be reached ({said}); check that it runs, try again"
        )
    if isinstance(error, _BUSY):
        return LibraryBusyError(f"{place}: another program has locked the library; try again")
    if isinstance(error, errors.InsufficientPrivilege | errors.ReadOnlySqlTransaction):
        return NotAllowedError(f"{place}: your role may not do this ({said}); ask who runs the library")
    if isinstance(error, errors.DiskFull):
        return FullDiskError(f"{place}: the server's disk is full; free some space and try again")
    if isinstance(error, errors.InvalidCatalogName):
        return LibraryError(f"{place}: {said}; make it with “createdb”, then “newsdiff library setup”")
    if isinstance(error, errors.InvalidPassword | errors.InvalidAuthorizationSpecification):
        return LibraryError(f"{place}: {said}; put the password into ~/.pgpass or a service file")
    return LibraryError(f"{place}: {said}; run “newsdiff library check”")


def _first_line(error: psycopg.Error) -> str:
    said = error.diag.message_primary or str(error)
    return said.strip().splitlines()[-1].strip() if said.strip() else type(error).__name__
