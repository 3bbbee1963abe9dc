"""Search of events by words, day and outlet, a page at a time, in bounded time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsdiff import ENGINE
from newsdiff.library.records import SortOrder
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_MATCHING = """events.id IN (SELECT event FROM articles WHERE current = 1 AND removed IS NULL
    AND number IN ({matching}))"""
_OF_OUTLET = """EXISTS (SELECT 1 FROM articles WHERE event = events.id AND current = 1 AND removed IS NULL
    AND coalesce(renamed, outlet, id) {like} ? ESCAPE '\\'{since})"""
_BEGINS_A_WORD = "' ' || coalesce(title, heading)"
_DIFFERENCES = "CASE WHEN engine = '{engine}' THEN {differences} END"
_KEYS: dict[SortOrder, tuple[str, ...]] = {
    "changed": ("updated",),
    "date": ("latest",),
    "outlets": ("sources", "latest"),
    "differences": (_DIFFERENCES, "latest"),
}
"""What events are sorted by, the highest first and those without last; then by id, the lowest first."""


def find(
    store: Store,
    words: str,
    *,
    since: date | None,
    outlet: str | None,
    order: SortOrder,
    limit: int,
    offset: int = 0,
    after: str | None = None,
) -> list[str]:
    """Ids of the events, in order: the first ones, or those that come after an event."""
    conditions, values = ["deleted IS NULL"], list[codec.Column]()
    dialect = store.dialect
    if typed := words.strip():
        from newsdiff.events.search_words import UNFINISHED_FROM

        long = len(typed) >= UNFINISHED_FROM
        wanted = store.words_of(typed)
        ways = [_MATCHING.format(matching=dialect.matching)] if wanted else []
        values += [wanted, MOST_HITS] if wanted else []
        ways.append(f"{'title' if long else _BEGINS_A_WORD} {dialect.like} ? ESCAPE '\\'")
        values.append(codec.encode_text(f"%{'' if long else ' '}{_literal(typed)}%"))
        conditions.append(f"({' OR '.join(ways)})")
    day = since.isoformat() if since else None
    if outlet:
        conditions.append(_OF_OUTLET.format(like=dialect.like, since=" AND published >= ?" if day else ""))
        values += [codec.encode_text(f"%{_literal(outlet)}%"), *([day] if day else [])]
    elif day:
        conditions.append("latest_day >= ?")
        values.append(day)
    keys = [key.format(engine=ENGINE, differences=dialect.differences) for key in _KEYS[order]]
    parts = [("", list[codec.Column]())]
    if after is not None:
        parts = _parts_after(store, keys, after)
        if typed and parts:  # a search is made once
            parts = [(" OR ".join(part for part, _ in parts), [one for _, some in parts for one in some])]
    found: list[str] = []
    for part, more in parts:
        wanted = " AND ".join([*conditions, *([f"({part})"] if part else [])])
        sorted_by = ", ".join(f"{key} DESC NULLS LAST" for key in keys)
        rows = store.rows(
            f"SELECT id FROM events WHERE {wanted} ORDER BY {sorted_by}, id LIMIT ? OFFSET ?",
            (*values, *more, limit - len(found), offset),
        )
        found += [row[0] for row in rows]
        if len(found) >= limit:
            break
    return found


def _parts_after(store: Store, keys: Sequence[str], after: str) -> list[tuple[str, list[codec.Column]]]:
    """What comes after an event, as conditions with their values, one after the other: each is read off an
    index from where it begins, however far that is. None where the event is not there any more."""
    row = store.row(f"SELECT {', '.join(keys)} FROM events WHERE id = ?", (after,))
    if row is None:
        return []
    parts: list[tuple[str, list[codec.Column]]] = []
    same, same_values = list[str](), list[codec.Column]()
    for key, value in zip(keys, row, strict=True):
        nearer: list[tuple[str, list[codec.Column]]] = []
        if value is not None:
            nearer = [
                (" AND ".join([*same, f"{key} < ?"]), [*same_values, value]),
                (" AND ".join([*same, f"{key} IS NULL"]), [*same_values]),
            ]
        parts = nearer + parts
        same.append(f"{key} IS NULL" if value is None else f"{key} = ?")
        same_values += [] if value is None else [value]
    return [(" AND ".join([*same, "id > ?"]), [*same_values, after]), *parts]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
