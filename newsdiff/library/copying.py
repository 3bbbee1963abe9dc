"""A whole library copied into another store: every table, in batches, and compared at the end.

A copy that was interrupted goes on where it stopped. One that is made again adds nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from newsdiff.library.errors import LibraryError, UnusableLibraryError
from newsdiff.library.folder import FILE_NAME, is_address
from newsdiff.library.tables.codec import Column, decode_text, encode_text, to_json
from newsdiff.library.tables.store import KEEP_FACT, LEFT_OUT, Row, Store, Table, in_order, new_id
from newsdiff.quick_dataclass import dataclass

BATCH: Final = 500
"""Rows that are copied in one transaction."""
_ID: Final = "library id"
"""The fact by which a library is known."""
_COPY: Final = "copy"
"""The fact about the copy that a library is: of which, and how far it is."""
_OWN_FACTS: Final = (_ID, _COPY)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy did."""

    added: Mapping[str, int]
    """Rows by table, those of tables to which nothing was added left out."""
    rows: int
    """Rows that both libraries have now."""


def copy_library(
    source: str, target: str, progress: Callable[[str, int], None] = lambda _table, _rows: None
) -> Copied:
    """Copy everything from one library into another; each is an address or the path of a file or folder.

    Raises LibraryError, also where the target holds anything else than an earlier copy of the same library.
    """
    with closing(_opened(source, must_exist=True)) as here, closing(_opened(target)) as there:
        if here.place == there.place:
            raise LibraryError(f"{there.place}: is the library itself; name another one")
        _complete(here)
        return _Copy(here, there, progress).run()


def _opened(where: str, *, must_exist: bool = False) -> Store:
    """The store at an address, or in a file, or in a folder."""
    if is_address(where):
        from newsdiff.library.postgresql import store_at

        return store_at(where)
    from newsdiff.library.sqlite import SqliteStore

    path = Path(where).expanduser()
    path = path / FILE_NAME if path.is_dir() or not path.suffix else path
    if must_exist and not path.exists():
        raise UnusableLibraryError(path, "does not exist", "name the library that is to be copied")
    return SqliteStore(path)


def _complete(store: Store) -> None:
    """What an older newsdiff left to be done is done first."""
    from newsdiff.library.tables.texts.index_completion import index_what_is_missing, is_complete

    if store.is_writable and not is_complete(store):
        with store.writing():
            index_what_is_missing(store)


class _Copy:
    """One copy."""

    def __init__(self, here: Store, there: Store, progress: Callable[[str, int], None]) -> None:
        self._here = here
        self._there = there
        self._progress = progress
        theirs = there.catalogue()
        self._tables: dict[str, Table] = {
            name: table for name, table in here.catalogue().items() if name in theirs and name not in LEFT_OUT
        }
        self._order = in_order(self._tables)

    def run(self) -> Copied:
        """Copy what is missing, and compare."""
        source = self._identity()
        state = self._state()
        before = {name: _count(self._there, name) for name in self._order}
        if state is None:
            if any(number for name, number in before.items() if name != "facts"):
                raise LibraryError(f"{self._there.place}: is not empty; choose an empty library")
        elif state["of"] != source:
            raise LibraryError(f"{self._there.place}: holds a copy of another library; choose an empty one")
        elif state["done"]:
            if self._differing() == ():
                return Copied({}, sum(before.values()))
            if self._there.revision() != state["revision"]:
                raise LibraryError(
                    f"{self._there.place}: was changed since it was copied; choose an empty one, so that"
                    " nothing is lost"
                )
            self._empty()
            before, state = dict.fromkeys(self._order, 0), None
        self._copy_all(source, state)
        if differing := self._differing():
            raise LibraryError(
                f"{self._there.place}: differs from {self._here.place} in {', '.join(differing)}:"
                " somebody writes to one of them; close it and copy again"
            )
        done = {"of": source, "done": True, "revision": self._there.revision()}
        with self._there.writing():
            self._there.run(KEEP_FACT, (_COPY, to_json(done)))
        after = {name: _count(self._there, name) for name in self._order}
        added = {name: after[name] - before[name] for name in self._order if after[name] > before[name]}
        return Copied(added, sum(after.values()))

    def _identity(self) -> str:
        row = self._here.row("SELECT value FROM facts WHERE key = ?", (_ID,))
        if row is not None:
            return decode_text(row[0])
        identity = new_id()
        if not self._here.is_writable:
            return self._here.place
        with self._here.writing():
            self._here.run(KEEP_FACT, (_ID, identity))
        return identity

    def _state(self) -> dict[str, object] | None:
        row = self._there.row("SELECT value FROM facts WHERE key = ?", (_COPY,))
        return dict(json.loads(decode_text(row[0]))) if row else None

    def _empty(self) -> None:
        with self._there.writing():
            for name in reversed(self._order):
                if name == "facts":
                    self._there.run("DELETE FROM facts WHERE key <> ?", (_COPY,))
                else:
                    self._there.run(f"DELETE FROM {name}")

    def _copy_all(self, source: str, state: Mapping[str, object] | None) -> None:
        begun = str(state["table"]) if state else ""
        last = state.get("last") if state else None
        at = self._order.index(begun) if begun in self._order else 0
        for name in self._order[at:]:
            self._copy_table(name, source, last if name == begun else None)
        for name in self._order:
            self._point_within(name)
        with self._there.writing():
            self._there.numbers_were_given(name for name in self._order if "number" in self._tables[name].key)

    def _copy_table(self, name: str, source: str, last: object) -> None:
        table = self._tables[name]
        within = {column for column, target in table.references.items() if target == name}
        marks, columns = ", ".join("?" * len(table.columns)), _listed(table.columns)
        again = "(key) DO UPDATE SET value = excluded.value" if name == "facts" else "DO NOTHING"
        insert = f"INSERT INTO {name} ({columns}) VALUES ({marks}) ON CONFLICT {again}"
        done, key = 0, list(last) if isinstance(last, list) else None
        for rows in _pages(self._here, name, table, key):
            with self._there.writing():
                kept = [row for row in rows if name != "facts" or row[0] not in _OWN_FACTS]
                self._there.run_many(insert, [_values(table, row, within) for row in kept])
                if name == "articles":
                    self._make_searchable(table, rows)
                key = [rows[-1][table.columns.index(column)] for column in table.key]
                state = {"of": source, "done": False, "table": name, "last": [_plain(one) for one in key]}
                self._there.run(KEEP_FACT, (_COPY, to_json(state)))
            done += len(rows)
            self._progress(name, done)

    def _make_searchable(self, table: Table, rows: Sequence[Row]) -> None:
        from newsdiff.library.tables.texts.articles import article_of
        from newsdiff.library.tables.texts.index_rows import Indexing

        number, current = table.columns.index("number"), table.columns.index("current")
        ends = (rows[0][number], rows[-1][number])
        known = self._there.rows("SELECT number FROM searched WHERE number >= ? AND number <= ?", ends)
        there, indexing = {row[0] for row in known}, Indexing(self._there)
        for row in rows:
            if row[current] and row[number] not in there:
                indexing.add_words(row[number], article_of(self._here, row[number]))
        indexing.write()

    def _point_within(self, name: str) -> None:
        """Columns that point into their own table, once all of its rows are there."""
        table = self._tables[name]
        for column, target in table.references.items():
            if target != name:
                continue
            (key,) = table.key
            rows = self._here.rows(f'SELECT "{column}", "{key}" FROM {name} WHERE "{column}" IS NOT NULL')
            with self._there.writing():
                self._there.run_many(f'UPDATE {name} SET "{column}" = ? WHERE "{key}" = ?', rows)

    def _differing(self) -> tuple[str, ...]:
        """The tables of which the two have not the same rows."""
        return tuple(
            name
            for name in self._order
            if _digest(self._here, name, self._tables[name]) != _digest(self._there, name, self._tables[name])
        )


def _pages(store: Store, name: str, table: Table, after: list[object] | None) -> Iterator[list[Row]]:
    """All rows in the order of their keys, some at a time."""
    key, marks = _listed(table.key), ", ".join("?" * len(table.key))
    while True:
        where = f"WHERE ({key}) > ({marks})" if after else ""
        values: list[Column] = [_column(one) for one in after or ()]
        rows = store.rows(
            f"SELECT {_listed(table.columns)} FROM {name} {where} ORDER BY {key} LIMIT ?", (*values, BATCH)
        )
        if not rows:
            return
        yield rows
        after = [rows[-1][table.columns.index(column)] for column in table.key]


def _digest(store: Store, name: str, table: Table) -> tuple[int, int]:
    """How many rows a table has, and the sum of their hashes, in whatever order they come."""
    count = total = 0
    for rows in _pages(store, name, table, None):
        for row in rows:
            if name == "facts" and row[0] in _OWN_FACTS:
                continue
            written = [
                one.hex() if column in table.blobs and one is not None else _plain(one)
                for column, one in zip(table.columns, row, strict=True)
            ]
            digest = hashlib.sha256(json.dumps(written).encode("ascii")).digest()
            count, total = count + 1, (total + int.from_bytes(digest, "big")) % 2**256
    return count, total


def _count(store: Store, name: str) -> int:
    row = store.row(f"SELECT count(*) FROM {name}")
    return int(row[0]) if row else 0


def _values(table: Table, row: Row, left_empty: set[str]) -> tuple[Column, ...]:
    """A row as the other store takes it."""
    return tuple(
        None
        if column in left_empty
        else memoryview(one) if column in table.blobs and one is not None
        else _column(one)
        for column, one in zip(table.columns, row, strict=True)
    )  # fmt: skip


def _plain(one: object) -> object:
    return decode_text(one) if isinstance(one, bytes) else one


def _column(one: object) -> Column:
    plain = _plain(one)
    if isinstance(plain, str):
        return encode_text(plain)
    assert plain is None or isinstance(plain, int | float)
    return plain


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
