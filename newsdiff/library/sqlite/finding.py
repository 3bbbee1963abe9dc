"""Events by their words, day, outlet: a page of them at a time, whatever the library holds."""

from __future__ import annotations

from datetime import date

from newsdiff import __version__
from newsdiff.library.records import SortOrder
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Store

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_MATCHING = """events.id IN (SELECT event FROM articles WHERE current = 1 AND removed IS NULL AND number IN
    (SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?))"""
_ORDERS = {
    "changed": "events.updated DESC, events.id",
    "date": "shown.last DESC, events.id",
    "outlets": "shown.outlets DESC, shown.last DESC, events.id",
    "differences": f"""CASE WHEN engine = '{__version__}' THEN json_extract(overview, '$.differences') END
        DESC, shown.last DESC, events.id""",
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
    conditions, values = ["events.deleted IS NULL"], list[codec.Column]()
    if words.strip():
        from newsdiff.events.folded import query

        wanted = query(words)
        matching = _MATCHING if wanted else "0"
        conditions.append(f"({matching} OR events.title LIKE ? ESCAPE '\\')")
        values += [wanted, MOST_HITS] if wanted else []
        values.append(codec.kept(f"%{_literal(words.strip())}%"))
    which = ["current = 1", "removed IS NULL"]
    inner: list[codec.Column] = []
    if outlet:
        which.append("coalesce(renamed, outlet, id) LIKE ? ESCAPE '\\'")
        inner.append(codec.kept(f"%{_literal(outlet)}%"))
    if since:
        which.append("published >= ?")
        inner.append(since.isoformat())
    # With nothing to ask of the articles, and sorted by change, an index alone tells the page.
    plain = order == "changed" and not inner
    shown = (
        ""
        if plain
        else f"""{"" if inner else "LEFT "}JOIN (SELECT event, max(moment) AS last, count(*) AS outlets
        FROM articles WHERE {" AND ".join(which)} GROUP BY event) AS shown ON shown.event = events.id"""
    )
    rows = store.rows(
        f"""SELECT events.id FROM events {shown} WHERE {" AND ".join(conditions)}
        ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?""",
        (*inner, *values, limit, offset),
    )
    return [row[0] for row in rows]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
