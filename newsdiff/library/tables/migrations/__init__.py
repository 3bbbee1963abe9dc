"""The schema as numbered steps, for every store: each file lifts a library by one version.

``012.sql`` is for all stores, in SQLite's names of types. What a store must say in its own words stands in
``012.sqlite.sql`` or ``012.postgresql.sql``: with ``012.sql`` it follows that one, without it stands for it.
Up to 11 all steps are SQLite's own. The first step of a store makes the whole of its schema: 9 for SQLite, 11
for PostgreSQL.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

StoreName: TypeAlias = Literal["sqlite", "postgresql"]

FIRST: Final[dict[StoreName, int]] = {"sqlite": 9, "postgresql": 11}
"""The step that makes a new library: the oldest schema that is read."""


@cache
def steps(store: StoreName, folder: Path = Path(__file__).parent) -> dict[int, str]:
    """The SQL of each step of a store by its number, in order."""
    found: dict[int, list[str]] = {}
    for path in sorted(folder.glob("[0-9][0-9][0-9]*.sql")):
        number, _, whose = path.stem.partition(".")
        if whose in ("", store):
            found.setdefault(int(number), []).append(path.read_text("utf-8"))
    return {number: "\n".join(parts) for number, parts in sorted(found.items()) if number >= FIRST[store]}
