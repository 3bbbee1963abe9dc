"""Which tables a store has: enough to copy all of them, those of later schemas included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsdiff.quick_dataclass import dataclass

LEFT_OUT: Final = frozenset({"changes", "hosts", "schema_version", "searched"})
"""Tables that say something of one store alone: its log, its clock, its index."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    blobs: frozenset[str]
    """Columns of bytes that are no text."""
    references: Mapping[str, str]
    """Column -> the table that it points at."""


def in_order(tables: Mapping[str, Table]) -> tuple[str, ...]:
    """The names of tables, each after those that it points at."""
    done: list[str] = []
    while len(done) < len(tables):
        ready = [
            name
            for name, table in sorted(tables.items())
            if name not in done
            and all(target in (*done, name) or target not in tables for target in table.references.values())
        ]
        if not ready:
            raise ValueError("tables point at each other in a circle")
        done += ready
    return tuple(done)
