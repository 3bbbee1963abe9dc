"""A large library out of a small one, in minutes instead of hours: every row once more, by SQL.

The first articles of a library, which were really placed, are written again as further editions: other
number, event, name of the text and day; the same words, fingerprint and encoding of every row. A word then
stands in as large a share of the articles as in the small library, so that the lists of the full-text index
and the counts of terms are as long as those of a library of that size. What differs: the hash of an edition's
text is made up, and a server's full-text index is made in one go.
"""

from __future__ import annotations

from collections.abc import Callable

from newsdiff.library.postgresql.dialect import STEP
from newsdiff.library.tables.store import Store

_SHIFTED = ("date({}, '+{} days')", "CAST(CAST({} AS date) + {} AS text)")
"""A column with a day, so many days later: in a file, on a server."""
_TABLES = ("texts", "events", "articles", "portraits", "searched")


def write_editions(store: Store, base: int, editions: range, days: int) -> None:
    """Write the first `base` articles once more for each of `editions` (numbers that have not been used),
    each as many times `days` later."""
    ((before,),) = store.rows("SELECT count(*) FROM articles")
    with store.writing():
        make_again = _put_aside(store)
    for edition in editions:
        with store.writing():
            if store.is_shared:
                store.run("SET LOCAL session_replication_role = replica")  # triggers: their work is copied
                store.run("SET LOCAL synchronous_commit = off")
            for table in _TABLES:
                _write(store, table, base, edition, edition * days)
    after = before + base * len(editions)
    with store.writing():
        store.run(f"UPDATE terms SET articles = articles * {after} / {before}")
        store.run("UPDATE facts SET value = ? WHERE key = 'articles indexed'", (str(after),))
        store.numbers_were_given(["articles"])
        if store.is_shared:
            store.run("SET LOCAL maintenance_work_mem = '1GB'")
        make_again()


def _put_aside(store: Store) -> Callable[[], None]:
    """Take away what only costs time meanwhile; says how to make it again."""
    if store.is_shared:
        kind, name, wanted = "INDEX", "full_text", "SELECT indexdef FROM pg_indexes WHERE indexname = ?"
    else:
        kind, name, wanted = "TRIGGER", "article_added", "SELECT sql FROM sqlite_schema WHERE name = ?"
    ((sql,),) = store.rows(wanted, (name,))
    store.run(f"DROP {kind} {name}")

    def make_again() -> None:
        store.run(sql)

    return make_again


def _write(store: Store, table: str, base: int, edition: int, days: int) -> None:
    mark = f"x{edition:03}"  # no hexadecimal number: no name that was given ends so
    shifted = _SHIFTED[store.is_shared]
    event = f"substr({{}}, 1, 12) || '{mark}'"
    new = {
        "number": f"number + {edition * base}",
        "sha256": f"substr(sha256, 1, 60) || '{mark}'",
        "event": event.format("event"),
        "updated": f"substr(updated, 1, 22) || '{edition:04}' || substr(updated, 27)",
        "day": f"day + {days}",
        **{name: shifted.format(name, days) for name in ("published", "moment", "latest", "latest_day")},
    }
    which = f"number <= {base}"
    if table == "texts":
        which = f"sha256 IN (SELECT sha256 FROM articles WHERE {which})"
    elif table == "searched" and store.is_shared:  # its words hold in which step of numbers it is
        step, new_step = (f"'#' || ({number}) / {STEP}" for number in ("number", new["number"]))
        new["words"] = f"ts_delete(words, {step}) || array_to_tsvector(ARRAY[{new_step}])"
    elif table == "events":
        new["id"] = event.format("id")
        which = f"id IN (SELECT event FROM articles WHERE {which})"
    columns = store.catalogue()[table].columns
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(new.get(column, f'"{column}"') for column in columns)
    store.run(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {which}")
