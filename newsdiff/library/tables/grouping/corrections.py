"""Corrections of events: merge, split, move. Notes on the articles go with them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store, new_id
from newsdiff.library.tables.texts.articles import free_id

_HOLDING_NAMES = {"articles": "id", "roles": "article", "anchors": "article"}
"""Tables that name articles of an event, and the column."""
OWNERS: Final = {"notes": "note", "verdicts": "verdict"}
"""Tables of what the reader writes on spans, and the word for one of each."""
_SAVED_NAMES = "SELECT name FROM saved WHERE event = ? AND deleted IS NULL"


def join_events(store: Store, event: str, into: str) -> None:
    """Merge an event into another, inside `writing`: articles, notes, links, saved comparisons."""
    move_contents(store, event, into)
    store.run("DELETE FROM sessions WHERE event = ?", (event,))
    for other in kept_apart_from(store, event):
        keep_apart(store, into, other)
    store.run("DELETE FROM events WHERE id = ?", (event,))
    store.changed("event", event, event)


def move_contents(store: Store, event: str, into: str) -> Mapping[str, str]:
    """Move everything in an event to another, inside `writing`. Returns the short names that were taken
    there, with their new names."""
    names = _new_names(store, event, into)
    rename_articles(store, event, event, names)
    for table in OWNERS:
        for (owner,) in store.rows(f"SELECT id FROM {table} WHERE event = ?", (event,)):
            rename_in_targets(store, table, owner, names)
    taken = {codec.decode_text(row[0]).casefold() for row in store.rows(_SAVED_NAMES, (into,))}
    for saved, name in store.rows("SELECT id, name FROM saved WHERE event = ?", (event,)):
        move_saved(store, saved, into, free_name(codec.decode_text(name), taken), names)
    for table in ("articles", "roles", "anchors", "links", "read_marks", *OWNERS):
        store.run(f"UPDATE {table} SET event = ? WHERE event = ?", (into, event))
    return names


def rename_articles(store: Store, event: str, into: str, names: Mapping[str, str]) -> None:
    """Give articles of an event other short names, inside `writing`, maybe in another event."""
    for old, new in names.items():
        for table, column in _HOLDING_NAMES.items():
            store.run(
                f"UPDATE {table} SET event = ?, {column} = ? WHERE event = ? AND {column} = ?",
                (into, codec.encode_text(new), event, codec.encode_text(old)),
            )


def rename_in_targets(store: Store, table: str, owner: str, names: Mapping[str, str]) -> None:
    """Let a note or a verdict know articles by other short names, inside `writing`."""
    for old, new in names.items():
        store.run(
            f"UPDATE {OWNERS[table]}_targets SET article = ? WHERE {OWNERS[table]} = ? AND article = ?",
            (codec.encode_text(new), owner, codec.encode_text(old)),
        )


def move_saved(store: Store, saved: str, into: str, name: str, names: Mapping[str, str]) -> None:
    """Give a saved comparison to another event, inside `writing`, under a name that is free there, and its
    articles other short names."""
    ((texts, view),) = store.rows("SELECT texts, view FROM saved WHERE id = ?", (saved,))
    kept = {names.get(key, key): value for key, value in json.loads(texts).items()}
    seen = json.loads(view)
    seen["sources"] = _renamed(seen.get("sources"), names)
    seen["base"] = names.get(seen.get("base"), seen.get("base"))
    store.run(
        "UPDATE saved SET event = ?, name = ?, texts = ?, view = ? WHERE id = ?",
        (into, codec.encode_text(name), codec.to_json(kept), codec.to_json(seen), saved),
    )


def take_out(store: Store, event: str, names: Sequence[str], into: str | None) -> str:
    """Move articles to another event (a new one for None), inside `writing`; says its id.

    Grouping keeps the two apart from now on. The old event keeps its copy of each article as one that was
    taken out, so that what was written on several articles, and what was saved, stays whole.
    """
    target = into or new_id()
    if into is None:
        now = codec.now().isoformat()
        store.insert("events", id=target, created=now, updated=now, grouped=1)
    keep_apart(store, event, target)
    taken = {
        codec.decode_text(row[0]) for row in store.rows("SELECT id FROM articles WHERE event = ?", (target,))
    }
    moved: dict[str, str] = {}
    for name in names:
        moved[name] = free_id(name, taken)
        taken.add(moved[name])
        _copy_article(store, event, name, target, moved[name])
    for table in OWNERS:
        move_written(store, table, event, target, moved)
    return target


def keep_apart(store: Store, one: str, other: str) -> None:
    """Mark two events as separate, inside `writing`."""
    if one != other:
        pair = (min(one, other), max(one, other))
        store.run("INSERT INTO apart VALUES (?, ?) ON CONFLICT DO NOTHING", pair)


def kept_apart_from(store: Store, event: str) -> list[str]:
    """Events that the reader keeps apart from this one."""
    rows = store.rows("SELECT one, other FROM apart WHERE ? IN (one, other)", (event,))
    return [other if one == event else one for one, other in rows]


def _copy_article(store: Store, event: str, name: str, target: str, new_name: str) -> None:
    from newsdiff.library.tables.texts.articles import article_of, keep_article

    row = store.row(
        """SELECT number, renamed, retrieved FROM articles
        WHERE event = ? AND id = ? AND current = 1 AND removed IS NULL""",
        (event, codec.encode_text(name)),
    )
    if row is None:
        raise NotInLibraryError(f"the event has no article {name!r}")
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
            renamed=codec.decode_text_or_none(renamed), retrieved=codec.moment(retrieved),
        )  # fmt: skip
        store.run(
            """INSERT INTO roles SELECT ?, ?, sha256, start, "end", role, reason FROM roles
            WHERE event = ? AND article = ? AND sha256 = ? ON CONFLICT DO NOTHING""",
            (target, codec.encode_text(new_name), event, codec.encode_text(name), article.sha256),
        )
    store.run("UPDATE articles SET removed = ? WHERE number = ?", (codec.now().isoformat(), number))


def move_written(
    store: Store, table: str, event: str, target: str, names: Mapping[str, str], also: Collection[str] = ()
) -> set[str]:
    """Move the notes, or verdicts, that stand only on articles in `names` to another event (in `writing`),
    with the new names of the articles; of those on no article only the ones in `also`. Returns the articles
    on which the others stand."""
    word = OWNERS[table]
    rows = store.rows(
        f"SELECT id, article FROM {table} LEFT JOIN {word}_targets ON {word} = id WHERE event = ?", (event,)
    )
    on: dict[str, set[str]] = {}
    for owner, article in rows:
        on.setdefault(owner, set()).update([] if article is None else [codec.decode_text(article)])
    left: set[str] = set()
    for owner, articles in on.items():
        if articles <= names.keys() if articles else owner in also:
            rename_in_targets(store, table, owner, names)
            store.run(f"UPDATE {table} SET event = ? WHERE id = ?", (target, owner))
        else:
            left |= articles
    return left


def _new_names(store: Store, event: str, into: str) -> dict[str, str]:
    """Short names that the other event has already, each with a free one."""
    ours, theirs = names_of(store, event), names_of(store, into)
    taken = set(ours) | set(theirs)
    renamed = {}
    for name in sorted(set(ours) & set(theirs)):
        renamed[name] = free_id(name, taken)
        taken.add(renamed[name])
    return renamed


def names_of(store: Store, event: str) -> list[str]:
    """The short names of the articles of an event."""
    return [
        codec.decode_text(row[0])
        for row in store.rows("SELECT DISTINCT id FROM articles WHERE event = ?", (event,))
    ]


def free_name(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number that no saved comparison has; it is taken then."""
    free, number = wanted, 1
    while free.casefold() in taken:
        number += 1
        free = f"{wanted} {number}"
    taken.add(free.casefold())
    return free


def _renamed(sources: Iterable[str] | None, names: Mapping[str, str]) -> list[str] | None:
    return None if sources is None else [names.get(name, name) for name in sources]
