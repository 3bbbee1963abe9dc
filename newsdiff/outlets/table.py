"""The table of outlets, found by address: the longest key that fits host and path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from newsdiff.outlets.own_file import OwnRow, own_file, read_own_file
from newsdiff.quick_dataclass import dataclass

_FILE: Final = Path(__file__).with_name("data") / "outlets.tsv"
_MOST_SEGMENTS: Final = 4
"""Segments of a path that are looked at; no key has more than two."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, or an edition of one, at an address."""

    key: str
    """Host, without ``www.``, and perhaps the beginning of a path: ``lemonde.fr/en``."""
    name: str
    """May be empty in a row of the reader's own that says only where an outlet sits."""
    country: str
    """Code of the country of its seat; empty where a row of the reader's own does not say."""
    language: str
    """BCP 47 tag of what stands there; may be empty in a row of the reader's own."""
    feed: str
    """The address of its feed; empty where none is known."""
    is_own: bool = False
    """Whether the row is the reader's own."""


class OutletTable:
    """Outlets by key. Rows are taken apart when they are asked for: most commands ask for none."""

    def __init__(self, rows: Mapping[str, str], own: Mapping[str, OwnRow], problems: tuple[str, ...]) -> None:
        """`rows`: key -> line of the table; `own`: the reader's rows, which win; `problems`: what is wrong
        with them, one line each."""
        self._rows = rows
        self._own = own
        self.problems = problems

    def at(self, address: str) -> Outlet | None:
        """The outlet at a web address; None where the table has none."""
        known = (key for key in _keys_of(address) if key in self._own or key in self._rows)
        return next((self._outlet(key) for key in known), None)

    def named(self, name: str) -> tuple[Outlet, ...]:
        """The rows of outlets of that name or key, in whatever case."""
        wanted = name.strip().casefold()
        found = self.at(name if "://" in name else f"https://{name}") if "." in name else None
        return (found,) if found else tuple(one for one in self if one.name.casefold() == wanted)

    def in_country(self, code: str) -> tuple[Outlet, ...]:
        """The rows of a country, by name and key."""
        found = [one for one in self if one.country == code]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))

    def __iter__(self) -> Iterator[Outlet]:
        """Every row, in the order of the table, the reader's own last."""
        yield from (self._outlet(key) for key in self._rows if key not in self._own)
        yield from (self._outlet(key) for key in self._own)

    def _outlet(self, key: str) -> Outlet:
        """The row; what the reader's own leaves open stays as the table has it."""
        own = self._own.get(key)
        row = self._rows.get(key)
        _, name, country, language, feed = row.split("\t") if row else (key, "", "", "", "")
        if own is None:
            return Outlet(key, name, country, language, feed)
        return Outlet(
            key,
            own.name or name,
            own.country or country,
            own.language or language,
            own.feed or feed,
            is_own=True,
        )


def _keys_of(address: str) -> Iterator[str]:
    """The keys that fit an address, the longest first: the whole host before its parents, and for each the
    longest beginning of the path first."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return
    segments = [one for one in parts.path.split("/") if one][:_MOST_SEGMENTS]
    hosts = [f"{host}:{port}"] if port else []
    labels = host.split(".")
    hosts += [".".join(labels[start:]) for start in range(len(labels))]
    for one in hosts:
        for count in range(len(segments), -1, -1):
            yield "/".join((one, *segments[:count]))


def outlet_table() -> OutletTable:
    """The table with the reader's own rows, read once as long as their file does not change."""
    file = own_file()
    try:
        status = file.stat()
        stamp = (status.st_mtime_ns, status.st_size)
    except OSError:
        stamp = (0, 0)
    return _table(file, stamp)


@lru_cache(maxsize=1)
def _table(file: Path, stamp: tuple[int, int]) -> OutletTable:
    own = read_own_file(file) if stamp != (0, 0) else None
    return OutletTable(_rows(), own.rows if own else {}, own.problems if own else ())


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, str]:
    """Key -> line of the table."""
    lines = _FILE.read_text("utf-8").splitlines()[1:]
    return {line[: line.index("\t")]: line for line in lines}
