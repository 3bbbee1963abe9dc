"""Search of events by words, day and outlet, a page at a time, in bounded time."""

from __future__ import annotations

from datetime import date

from newsdiff import ENGINE
from newsdiff.library.records import SortOrder
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Store

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_MATCHING = """events.id IN (SELECT event FROM articles WHERE current = 1 AND removed IS NULL AND number IN
    (SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?))"""
_OF_OUTLET = """EXISTS (SELECT 1 FROM articles WHERE event = events.id AND current = 1 AND removed IS NULL
    AND coalesce(renamed, outlet, id) LIKE ? ESCAPE '\\' AND (? IS NULL OR published >= ?))"""
_BEGINS_A_WORD = "' ' || coalesce(title, heading)"
_ORDERS = {
    "changed": "updated DESC, id",
    "date": "latest DESC, id",
    "outlets": "sources DESC, latest DESC, id",
    "differences": f"""CASE WHEN engine = '{ENGINE}' THEN json_extract(overview, '$.differences') END
        DESC, latest DESC, id""",
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
    if typed := words.strip():
        from newsdiff.events.search_words import UNFINISHED_FROM, query

        long = len(typed) >= UNFINISHED_FROM
        ways = [_MATCHING] if (wanted := query(typed)) else []
        values += [wanted, MOST_HITS] if wanted else []
        ways.append("title LIKE ? ESCAPE '\\'" if long else f"{_BEGINS_A_WORD} LIKE ? ESCAPE '\\'")
        values.append(codec.encode_text(f"%{'' if long else ' '}{_literal(typed)}%"))
        conditions.append(f"({' OR '.join(ways)})")
    day = since.isoformat() if since else None
    if outlet:
        conditions.append(_OF_OUTLET)
        values += [codec.encode_text(f"%{_literal(outlet)}%"), day, day]
    elif day:
        conditions.append("latest_day >= ?")
        values.append(day)
    rows = store.rows(
        f"""SELECT id FROM events WHERE {" AND ".join(conditions)}
        ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?""",
        (*values, limit, offset),
    )
    return [row[0] for row in rows]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
