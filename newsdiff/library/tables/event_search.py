"""Search of events by words, day, outlet, country and language, a page at a time, in bounded time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeAlias

from newsdiff import ENGINE
from newsdiff.library.records import SortOrder
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Dialect, Row, Store
from newsdiff.quick_dataclass import dataclass

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_HOLDING = "SELECT event FROM articles WHERE current = 1 AND removed IS NULL AND number {numbers}"
_TITLED = "SELECT id FROM events WHERE title {like} ? ESCAPE '\\'"
_BEGINS_A_WORD = "' ' || coalesce(title, heading) {like} ? ESCAPE '\\'"
_WITH_AN_ARTICLE = """EXISTS (SELECT 1 FROM articles
    WHERE event = events.id AND current = 1 AND removed IS NULL AND {})"""
_MAY_BE_EMPTY = frozenset({"latest", "{differences}"})


@dataclass(frozen=True, slots=True)
class _Run:
    """Events that stand one after the other in an order: what they are sorted by, the highest first and those
    without it last; then by id, the lowest first. An index of the tables has each run as it is."""

    keys: tuple[str, ...]
    which: str = ""
    """A condition; empty for all."""


_ORDERS: dict[SortOrder, tuple[_Run, ...]] = {
    "changed": (_Run(("updated",)),),
    "date": (_Run(("latest",)),),
    "outlets": (_Run(("sources", "latest")),),
    "differences": (
        _Run(("{differences}", "latest"), "engine = '{engine}'"),
        _Run(("latest",), "(engine <> '{engine}' OR engine IS NULL)"),
    ),
}
_Part: TypeAlias = tuple[list[str], list[codec.Column]]
"""Conditions, and their values."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are looked for."""

    words: str = ""
    since: date | None = None
    outlet: str | None = None
    countries: Collection[str] | None = None
    """Codes; None for all."""
    language: str | None = None

    def of_one_article(self, dialect: Dialect) -> tuple[list[str], list[codec.Column]]:
        """Conditions that one article of the event must meet, with their values; none for only a day."""
        conditions, values = list[str](), list[codec.Column]()
        if self.outlet:
            conditions.append(f"coalesce(renamed, outlet, id) {dialect.like} ? ESCAPE '\\'")
            values.append(codec.encode_text(f"%{_literal(self.outlet)}%"))
        if self.countries is not None:
            conditions.append(f"seat {dialect.words}")
            values.append(codec.to_json(sorted(self.countries)))
        if self.language:
            conditions.append(f"(language = ? OR language {dialect.like} ? ESCAPE '\\')")
            values += [codec.encode_text(self.language), codec.encode_text(f"{_literal(self.language)}-%")]
        if conditions and self.since:
            conditions.append("published >= ?")
            values.append(self.since.isoformat())
        return conditions, values


def find(
    store: Store,
    wanted: Wanted,
    *,
    order: SortOrder,
    limit: int,
    offset: int = 0,
    after: str | None = None,
) -> list[str]:
    """Ids of the events, in order: the first ones, or those that come after an event."""
    dialect = store.dialect
    conditions, values = _found(store, wanted)
    of_one, more = wanted.of_one_article(dialect)
    if of_one:
        conditions.append(_WITH_AN_ARTICLE.format(" AND ".join(of_one)))
        values += more
    elif wanted.since:
        conditions.append("latest_day >= ?")
        values.append(wanted.since.isoformat())
    found: list[str] = []
    for run, (where, further) in _parts(store, order, after):
        keys = [f"{key} DESC{' NULLS LAST' if key in _MAY_BE_EMPTY else ''}" for key in run.keys]
        rows = store.rows(
            _said(f"SELECT id FROM events WHERE {' AND '.join([*conditions, *where])}"
                  f" ORDER BY {', '.join(keys)}, id LIMIT ?", dialect),
            (*values, *further, offset + limit - len(found)),
        )  # fmt: skip
        found += [row[0] for row in rows]
        if len(found) >= offset + limit:
            break
    return found[offset:]


def _found(store: Store, wanted: Wanted) -> _Part:
    """What an event must meet because of the words that were typed."""
    conditions, values = ["deleted IS NULL"], list[codec.Column]()
    if not (typed := wanted.words.strip()):
        return conditions, values
    from newsdiff.events.search_words import UNFINISHED_FROM

    looked_for, dialect = store.words_of(typed), store.dialect
    numbers = store.matching(looked_for, MOST_HITS) if looked_for else []
    held = _HOLDING.format(numbers=dialect.numbers)
    values.append(codec.to_json(numbers))
    if len(typed) >= UNFINISHED_FROM:
        conditions.append(f"id IN ({held} UNION {_TITLED.format(like=dialect.like)})")
        values.append(codec.encode_text(f"%{_literal(typed)}%"))
    else:
        conditions.append(f"(id IN ({held}) OR {_BEGINS_A_WORD.format(like=dialect.like)})")
        values.append(codec.encode_text(f"% {_literal(typed)}%"))
    return conditions, values


def _parts(store: Store, order: SortOrder, after: str | None) -> list[tuple[_Run, _Part]]:
    """The parts of an order, or of what comes after an event in it; none where that is not there any more.
    Each is read off an index from where it begins, however far that is."""
    runs = _ORDERS[order]
    whole: list[tuple[_Run, _Part]] = [(run, ([run.which] if run.which else [], [])) for run in runs]
    if after is None:
        return whole
    for place, run in enumerate(runs):
        keys = ", ".join(run.keys)
        row = store.row(
            _said(f"SELECT {keys} FROM events WHERE id = ? AND {run.which or '1 = 1'}", store.dialect),
            (after,),
        )
        if row is not None:
            return [*_parts_after(run, row, after), *whole[place + 1 :]]
    return []


def _parts_after(run: _Run, row: Row, after: str) -> list[tuple[_Run, _Part]]:
    """What comes after an event of a run, in parts."""
    parts: list[_Part] = []
    same, same_values = [run.which] if run.which else [], list[codec.Column]()
    for key, value in zip(run.keys, row, strict=True):
        nearer: list[_Part] = []
        if value is not None:
            nearer.append(([*same, f"{key} < ?"], [*same_values, value]))
        if value is not None and key in _MAY_BE_EMPTY:
            nearer.append(([*same, f"{key} IS NULL"], [*same_values]))
        parts = nearer + parts
        same.append(f"{key} IS NULL" if value is None else f"{key} = ?")
        same_values += [] if value is None else [value]
    return [(run, part) for part in [([*same, "id > ?"], [*same_values, after]), *parts]]


def _said(sql: str, dialect: Dialect) -> str:
    return sql.replace("{engine}", ENGINE).replace("{differences}", dialect.differences)


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
