"""The address of a library on a server: any that libpq understands, without a password in it."""

from __future__ import annotations

import re
from typing import Final

from psycopg import ProgrammingError, conninfo

from newsdiff.library.errors import LibraryError

_SECRETS: Final = ("password", "sslpassword")
_SHOWN: Final = ("service", "user", "host", "port", "dbname")
_ENV: Final = re.compile(r"[\x00-\x1f\x7f]")


def parts_of(address: str) -> dict[str, str]:
    """The address in parts. Raises LibraryError for one that libpq does not understand, or with a password:
    it would stand in the list of processes and in histories."""
    try:
        parts = {name: str(value) for name, value in conninfo.conninfo_to_dict(address).items()}
    except ProgrammingError as error:
        raise LibraryError(
            "the address of the library is none that PostgreSQL understands;"
            " write it like postgresql://host/database or service=newsdiff"
        ) from error
    if any(parts.get(name) for name in _SECRETS):
        raise LibraryError(
            f"{shown(parts)}: an address holds no password;"
            " put it into ~/.pgpass, a service file or PGPASSWORD"
        )
    return parts


def shown(parts: dict[str, str]) -> str:
    """The address as people may see it."""
    said = {name: _ENV.sub("", parts[name]) for name in _SHOWN if parts.get(name)}
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
