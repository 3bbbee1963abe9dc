"""Search of events by words, day and outlet, a page at a time, in bounded time."""

from __future__ import annotations

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
_ORDERS = {
    "changed": "updated DESC, id",
    "date": "latest DESC NULLS LAST, id",
    "outlets": "sources DESC, latest DESC NULLS LAST, id",
    "differences": """CASE WHEN engine = '{engine}' THEN {differences} END
        DESC NULLS LAST, latest DESC NULLS LAST, id""",
}


def find(
    store: Store,
    words: str,
    *,
    since: date | None,
    outlet: str | None,
    order: SortOrder,
    limit: int,
    offset: int,
) -> list[str]:
    """Ids of the events, in order."""
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
    sorted_by = _ORDERS[order].format(engine=ENGINE, differences=dialect.differences)
    rows = store.rows(
        f"""SELECT id FROM events WHERE {" AND ".join(conditions)}
        ORDER BY {sorted_by} LIMIT ? OFFSET ?""",
        (*values, limit, offset),
    )
    return [row[0] for row in rows]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
