"""The reader's merges: an event is put into another, and taken out again as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from newsdiff.library.errors import NotInLibraryError
from newsdiff.library.tables import codec
from newsdiff.library.tables.grouping import corrections
from newsdiff.library.tables.store import Store
from newsdiff.library.tables.texts.articles import article_of, keep_article


def merge(store: Store, event: str, target: str) -> None:
    """Put all of an event into another, inside `writing`, and note what it needs to be taken out again."""
    before = corrections.names_of(store, event)
    elsewhere = {target, *corrections.kept_apart_from(store, target)}
    apart = set(corrections.kept_apart_from(store, event)) - elsewhere
    notes = [row[0] for row in store.rows("SELECT id FROM notes WHERE event = ?", (event,))]
    titles = _titles_of_saved(store, event)
    renamed = corrections.move_contents(store, event, target)
    now = _titles_of_saved(store, target)
    for other in apart:
        corrections.keep_apart(store, target, other)
    store.run("DELETE FROM sessions WHERE event = ?", (event,))
    store.run("UPDATE events SET deleted = ? WHERE id = ?", (codec.now().isoformat(), event))
    store.insert(
        "joins",
        event=event,
        target=target,
        made=codec.now().isoformat(),
        names=codec.to_json({renamed.get(name, name): name for name in before}),
        notes=codec.to_json(notes),
        saved=codec.to_json({saved: (title, now[saved]) for saved, title in titles.items()}),
        apart=codec.to_json(sorted(apart)),
    )
    store.changed("event", event, event)


def take_back(store: Store, target: str) -> str:
    """Take the event that was put into another last out of it, inside `writing`; says which that is. Grouping
    keeps the two apart from now on.

    What was written since goes along where it stands on articles of that event alone. Raises
    NotInLibraryError when nothing was put into it.
    """
    row = store.row(
        "SELECT event, names, notes, saved, apart FROM joins WHERE target = ? ORDER BY made DESC", (target,)
    )
    if row is None:
        raise NotInLibraryError(f"nothing was merged into the event {target!r}")
    event = str(row[0])
    names, notes, saved, apart = (json.loads(written) for written in row[1:])
    left = _take_saved(store, target, event, names, saved)
    left |= corrections.move_written(store, "notes", target, event, names, notes)
    left |= corrections.move_written(store, "verdicts", target, event, names)
    corrections.rename_articles(store, target, event, names)
    for name in sorted(left & names.keys()):
        _leave_a_copy(store, event, names[name], target, name)
    own = "(SELECT number FROM anchors WHERE event = ?)"
    store.run(
        f"UPDATE links SET event = ? WHERE event = ? AND a IN {own} AND b IN {own}",
        (event, target, event, event),
    )
    store.run(f"UPDATE read_marks SET event = ? WHERE event = ? AND anchor IN {own}", (event, target, event))
    for other in apart:
        store.run("DELETE FROM apart WHERE one = ? AND other = ?", (min(target, other), max(target, other)))
    corrections.keep_apart(store, event, target)
    store.run("UPDATE events SET deleted = NULL WHERE id = ?", (event,))
    store.run("DELETE FROM joins WHERE event = ?", (event,))
    store.changed("event", event, event)
    return event


def whereabouts(store: Store, event: str) -> str:
    """The event that an event was put into, or itself."""
    while row := store.row("SELECT target FROM joins WHERE event = ?", (event,)):
        event = str(row[0])
    return event


def _take_saved(
    store: Store, target: str, event: str, names: Mapping[str, str], saved: Mapping[str, Sequence[str]]
) -> set[str]:
    """Saved comparisons of articles of the event alone, by the names they had; says which articles the others
    have chosen."""
    left, taken = set[str](), set[str]()
    for one, title in _titles_of_saved(store, target).items():
        ((texts,),) = store.rows("SELECT texts FROM saved WHERE id = ?", (one,))
        articles = json.loads(texts).keys()
        if articles <= names.keys():
            before, then = saved.get(one, (title, title))
            free = corrections.free_name(before if title == then else title, taken)
            corrections.move_saved(store, one, event, free, names)
        else:
            left |= articles
    return left


def _leave_a_copy(store: Store, event: str, name: str, target: str, copy: str) -> None:
    """Keep an article where it no longer is as one that was taken out: what stands on several stays whole."""
    rows = store.rows(
        "SELECT number FROM articles WHERE event = ? AND id = ? AND current = 1",
        (event, codec.encode_text(name)),
    )
    for (number,) in rows:
        new = keep_article(store, target, article_of(store, number).with_id(copy), version=1)
        store.run("UPDATE articles SET removed = ? WHERE number = ?", (codec.now().isoformat(), new))


def _titles_of_saved(store: Store, event: str) -> dict[str, str]:
    rows = store.rows("SELECT id, name FROM saved WHERE event = ?", (event,))
    return {saved: codec.decode_text(name) for saved, name in rows}
