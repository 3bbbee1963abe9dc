"""Search of events by words, day, outlet, country and language, a page at a time, in bounded time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from newsdiff import ENGINE
from newsdiff.library.records import SortOrder
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Dialect, Store
from newsdiff.quick_dataclass import dataclass

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_MATCHING = """events.id IN (SELECT event FROM articles WHERE current = 1 AND removed IS NULL
    AND number IN ({matching}))"""
_WITH_AN_ARTICLE = """EXISTS (SELECT 1 FROM articles
    WHERE event = events.id AND current = 1 AND removed IS NULL AND {})"""
_BEGINS_A_WORD = "' ' || coalesce(title, heading)"
_DIFFERENCES = "CASE WHEN engine = '{engine}' THEN {differences} END"
_KEYS: dict[SortOrder, tuple[str, ...]] = {
    "changed": ("updated",),
    "date": ("latest",),
    "outlets": ("sources", "latest"),
    "differences": (_DIFFERENCES, "latest"),
}
"""What events are sorted by, the highest first and those without last; then by id, the lowest first."""


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
    conditions, values = ["deleted IS NULL"], list[codec.Column]()
    dialect = store.dialect
    if typed := wanted.words.strip():
        from newsdiff.events.search_words import UNFINISHED_FROM

        long = len(typed) >= UNFINISHED_FROM
        looked_for = store.words_of(typed)
        ways = [_MATCHING.format(matching=dialect.matching)] if looked_for else []
        values += [looked_for, MOST_HITS] if looked_for else []
        ways.append(f"{'title' if long else _BEGINS_A_WORD} {dialect.like} ? ESCAPE '\\'")
        values.append(codec.encode_text(f"%{'' if long else ' '}{_literal(typed)}%"))
        conditions.append(f"({' OR '.join(ways)})")
    of_one, more = wanted.of_one_article(dialect)
    if of_one:
        conditions.append(_WITH_AN_ARTICLE.format(" AND ".join(of_one)))
        values += more
    elif wanted.since:
        conditions.append("latest_day >= ?")
        values.append(wanted.since.isoformat())
    keys = [key.format(engine=ENGINE, differences=dialect.differences) for key in _KEYS[order]]
    parts = [("", list[codec.Column]())]
    if after is not None:
        parts = _parts_after(store, keys, after)
        if typed and parts:  # a search is made once
            parts = [(" OR ".join(part for part, _ in parts), [one for _, some in parts for one in some])]
    found: list[str] = []
    for part, more in parts:
        where = " AND ".join([*conditions, *([f"({part})"] if part else [])])
        sorted_by = ", ".join(f"{key} DESC NULLS LAST" for key in keys)
        rows = store.rows(
            f"SELECT id FROM events WHERE {where} ORDER BY {sorted_by}, id LIMIT ? OFFSET ?",
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
