"""The library in a database of PostgreSQL, for many people and machines. Imported only where it is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from newsdiff.library.errors import LibraryError
from newsdiff.library.folder import library_file
from newsdiff.library.tables.library import Library
from newsdiff.library.tables.store import Store


def open_address(address: str, path: Path, name: str | None = None) -> Library:
    """The library at an address that libpq understands; its tables are made if they are not there.

    `path`: where the file would be; beside it is kept what no library can take yet. `name`: who writes,
    else the user of the server. Raises LibraryError.
    """
    return Library(store_at(address, path, name))


def store_at(address: str, path: Path | None = None, name: str | None = None) -> Store:
    """The store there, without a library around it. Raises LibraryError."""
    with needed():
        from newsdiff.library.postgresql.store import PostgresqlStore
    return PostgresqlStore(address, path or library_file(), name)


def check_address(address: str) -> tuple[str, tuple[str, ...], dict[str, int]]:
    """What `checking.check` finds in the library there. Raises LibraryError."""
    with needed():
        from newsdiff.library.postgresql.checking import check
    return check(address)


def set_up_address(
    address: str, members: Mapping[str, Iterable[str]]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Make tables and roles there, and give users (by "reader", "editor", "worker") their roles: the
    address as it may be shown, and who has which role now. Raises LibraryError."""
    with needed():
        from newsdiff.library.postgresql.roles import ROLES, set_up
    return set_up(address, {role: members.get(role, ()) for role in ROLES})


@contextmanager
def needed() -> Iterator[None]:
    """Say what to install where psycopg is not there."""
    try:
        yield
    except ImportError as error:
        raise LibraryError(
            f"a library on PostgreSQL needs more packages ({error.name}); install newsdiff[postgresql]"
        ) from error
