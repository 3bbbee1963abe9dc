"""Events put right: joined, divided, moved out of. What is written on the articles goes with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.sqlite import codec
from newsdiff.library.sqlite.articles import free_id
from newsdiff.library.sqlite.store import Store, new_id

_HOLDING_NAMES = ("articles", "roles", "anchors")
_NAMED = {"articles": "id", "roles": "article", "anchors": "article"}


def join_events(store: Store, event: str, into: str) -> None:
    """Put all of an event into another, inside `writing`: articles, notes, links, saved comparisons."""
    rehouse(store, event, into)
    store.run("DELETE FROM sessions WHERE event = ?", (event,))
    for one, other in store.rows("SELECT one, other FROM apart WHERE ? IN (one, other)", (event,)):
        keep_apart(store, into, other if one == event else one)
    store.run("DELETE FROM events WHERE id = ?", (event,))
    store.changed("event", event, event)


def rehouse(store: Store, event: str, into: str) -> None:
    """Give everything that stands in an event to another, inside `writing`."""
    names = _new_names(store, event, into)
    for table in _HOLDING_NAMES:
        for old, new in names.items():
            column = _NAMED[table]
            store.run(
                f"UPDATE {table} SET {column} = ? WHERE event = ? AND {column} = ?",
                (codec.kept(new), event, codec.kept(old)),
            )
    for old, new in names.items():
        store.run(
            """UPDATE note_targets SET article = ?
            WHERE article = ? AND note IN (SELECT id FROM notes WHERE event = ?)""",
            (codec.kept(new), codec.kept(old), event),
        )
    _rename_saved(store, event, into, names)
    for table in ("articles", "roles", "anchors", "links", "read_marks", "notes", "saved"):
        store.run(f"UPDATE {table} SET event = ? WHERE event = ?", (into, event))


def take_out(store: Store, event: str, names: Sequence[str], into: str | None) -> str:
    """Move articles to another event (a new one for None), inside `writing`; says its id.

    Grouping keeps the two apart from now on. The old event keeps its copy of each article as one that was
    taken out, so that what was written on several articles, and what was saved, stays whole.
    """
    target = into or _new_event(store)
    keep_apart(store, event, target)
    taken = {codec.told(row[0]) for row in store.rows("SELECT id FROM articles WHERE event = ?", (target,))}
    moved: dict[str, str] = {}
    for name in names:
        moved[name] = free_id(name, taken)
        taken.add(moved[name])
        _copy_article(store, event, name, target, moved[name])
    _move_notes(store, event, target, moved)
    return target


def keep_apart(store: Store, one: str, other: str) -> None:
    """The reader's word that two events are two, inside `writing`."""
    if one != other:
        store.run("INSERT OR IGNORE INTO apart VALUES (?, ?)", (min(one, other), max(one, other)))


def _new_event(store: Store) -> str:
    event, now = new_id(), codec.now().isoformat()
    store.insert("events", id=event, created=now, updated=now, grouped=1)
    return event


def _copy_article(store: Store, event: str, name: str, target: str, new_name: str) -> None:
    from newsdiff.library.sqlite.articles import article_of, keep_article

    row = store.row(
        """SELECT number, renamed, retrieved FROM articles
        WHERE event = ? AND id = ? AND current = 1 AND removed IS NULL""",
        (event, codec.kept(name)),
    )
    if row is None:
        raise NotInLibraryError(f"the event holds no article {name!r}")
    number, renamed, retrieved = row
    article = article_of(store, number).with_id(new_name)
    back = store.row(
        "SELECT 1 FROM articles WHERE event = ? AND sha256 = ? AND current = 1 AND removed IS NOT NULL",
        (target, article.sha256),
    )
    if back:
        store.run(
            "UPDATE articles SET removed = NULL WHERE event = ? AND sha256 = ? AND current = 1",
            (target, article.sha256),
        )
    else:
        keep_article(
            store, target, article, 1,
            renamed=codec.told_or_none(renamed), retrieved=codec.moment(retrieved),
        )  # fmt: skip
        store.run(
            """INSERT OR IGNORE INTO roles SELECT ?, ?, sha256, start, end, role, reason FROM roles
            WHERE event = ? AND article = ? AND sha256 = ?""",
            (target, codec.kept(new_name), event, codec.kept(name), article.sha256),
        )
    store.run("UPDATE articles SET removed = ? WHERE number = ?", (codec.now().isoformat(), number))


def _move_notes(store: Store, event: str, target: str, moved: Mapping[str, str]) -> None:
    """Notes that stand only on articles that moved go with them."""
    rows = store.rows(
        "SELECT note, article FROM note_targets JOIN notes ON notes.id = note WHERE event = ?", (event,)
    )
    on: dict[str, set[str]] = {}
    for note, article in rows:
        on.setdefault(note, set()).add(codec.told(article))
    for note, articles in on.items():
        if articles <= set(moved):
            for name in articles:
                store.run(
                    "UPDATE note_targets SET article = ? WHERE note = ? AND article = ?",
                    (codec.kept(moved[name]), note, codec.kept(name)),
                )
            store.run("UPDATE notes SET event = ? WHERE id = ?", (target, note))


def _new_names(store: Store, event: str, into: str) -> dict[str, str]:
    """Short names that the other event has already, each with a free one."""
    ours, theirs = _names(store, event), _names(store, into)
    taken = set(ours) | set(theirs)
    renamed = {}
    for name in sorted(set(ours) & set(theirs)):
        renamed[name] = free_id(name, taken)
        taken.add(renamed[name])
    return renamed


def _names(store: Store, event: str) -> list[str]:
    return [
        codec.told(row[0]) for row in store.rows("SELECT DISTINCT id FROM articles WHERE event = ?", (event,))
    ]


def _rename_saved(store: Store, event: str, into: str, names: Mapping[str, str]) -> None:
    taken = {row[0].casefold() for row in _saved_names(store, into)}
    for saved, name, texts, view in store.rows(
        "SELECT id, name, texts, view FROM saved WHERE event = ?", (event,)
    ):
        told = codec.told(name)
        free, number = told, 1
        while free.casefold() in taken:
            number += 1
            free = f"{told} {number}"
        taken.add(free.casefold())
        kept = {names.get(key, key): value for key, value in json.loads(texts).items()}
        seen = json.loads(view)
        seen["sources"] = _renamed(seen.get("sources"), names)
        seen["base"] = names.get(seen.get("base"), seen.get("base"))
        store.run(
            "UPDATE saved SET name = ?, texts = ?, view = ? WHERE id = ?",
            (codec.kept(free), codec.to_json(kept), codec.to_json(seen), saved),
        )


def _saved_names(store: Store, event: str) -> list[tuple[str]]:
    rows = store.rows("SELECT name FROM saved WHERE event = ? AND deleted IS NULL", (event,))
    return [(codec.told(row[0]),) for row in rows]


def _renamed(sources: Iterable[str] | None, names: Mapping[str, str]) -> list[str] | None:
    return None if sources is None else [names.get(name, name) for name in sources]
