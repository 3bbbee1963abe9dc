"""Search of events by words, day, outlet, country and language, a page at a time, in bounded time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from newsdiff import ENGINE
from newsdiff.library.records import SortOrder
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.store import Store

MOST_HITS = 1_000
"""Articles a search looks at, newest first: a word that stands everywhere costs no more than a rare one."""

_MATCHING = """events.id IN (SELECT event FROM articles WHERE current = 1 AND removed IS NULL AND number IN
    (SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?))"""
_WITH_AN_ARTICLE = """EXISTS (SELECT 1 FROM articles
    WHERE event = events.id AND current = 1 AND removed IS NULL AND {})"""
_BEGINS_A_WORD = "' ' || coalesce(title, heading)"
_ORDERS = {
    "changed": "updated DESC, id",
    "date": "latest DESC, id",
    "outlets": "sources DESC, latest DESC, id",
    "differences": f"""CASE WHEN engine = '{ENGINE}' THEN json_extract(overview, '$.differences') END
        DESC, latest DESC, id""",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are looked for."""

    words: str = ""
    since: date | None = None
    outlet: str | None = None
    countries: Collection[str] | None = None
    """Codes; None for all."""
    language: str | None = None

    @property
    def of_one_article(self) -> tuple[list[str], list[codec.Column]]:
        """Conditions that one article of the event must meet, with their values; none for only a day."""
        conditions, values = list[str](), list[codec.Column]()
        if self.outlet:
            conditions.append("coalesce(renamed, outlet, id) LIKE ? ESCAPE '\\'")
            values.append(codec.encode_text(f"%{_literal(self.outlet)}%"))
        if self.countries is not None:
            conditions.append("seat IN (SELECT value FROM json_each(?))")
            values.append(codec.to_json(sorted(self.countries)))
        if self.language:
            conditions.append("(language = ? OR language LIKE ? ESCAPE '\\')")
            values += [codec.encode_text(self.language), codec.encode_text(f"{_literal(self.language)}-%")]
        if conditions and self.since:
            conditions.append("published >= ?")
            values.append(self.since.isoformat())
        return conditions, values


def find(store: Store, wanted: Wanted, *, order: SortOrder, limit: int, offset: int) -> list[str]:
    """Ids of the events, in order."""
    conditions, values = ["deleted IS NULL"], list[codec.Column]()
    if typed := wanted.words.strip():
        from newsdiff.events.search_words import UNFINISHED_FROM, query

        long = len(typed) >= UNFINISHED_FROM
        ways = [_MATCHING] if (looked_for := query(typed)) else []
        values += [looked_for, MOST_HITS] if looked_for else []
        ways.append("title LIKE ? ESCAPE '\\'" if long else f"{_BEGINS_A_WORD} LIKE ? ESCAPE '\\'")
        values.append(codec.encode_text(f"%{'' if long else ' '}{_literal(typed)}%"))
        conditions.append(f"({' OR '.join(ways)})")
    of_one, more = wanted.of_one_article
    if of_one:
        conditions.append(_WITH_AN_ARTICLE.format(" AND ".join(of_one)))
        values += more
    elif wanted.since:
        conditions.append("latest_day >= ?")
        values.append(wanted.since.isoformat())
    rows = store.rows(
        f"""SELECT id FROM events WHERE {" AND ".join(conditions)}
        ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?""",
        (*values, limit, offset),
    )
    return [row[0] for row in rows]


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
