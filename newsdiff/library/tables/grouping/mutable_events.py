"""Events that grouping may still change: small ones that the reader has not touched.

An early article joins what looks nearest while few are there. When more arrive, the statistics of words are
better and a better event may have appeared: so the articles of the small events around a newcomer are grouped
again, as if they had come together with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newsdiff.library.tables import codec
from newsdiff.library.tables.store import Store, new_id
from newsdiff.library.tables.texts.articles import free_id

MOST_MUTABLE = 12
"""Most articles of a small event."""

_MUTABLE = """SELECT id FROM events WHERE id {words} AND grouped = 1 AND pinned = 0 AND title IS NULL
    AND deleted IS NULL
    AND NOT EXISTS (SELECT 1 FROM notes WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM verdicts WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM saved WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM roles WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM links WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM read_marks WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM sessions WHERE event = events.id)
    AND NOT EXISTS (SELECT 1 FROM apart WHERE events.id IN (one, other))
    AND NOT EXISTS (SELECT 1 FROM articles WHERE event = events.id AND removed IS NOT NULL)
    AND (SELECT count(*) FROM articles WHERE event = events.id AND current = 1) <= ?"""


def mutable_articles(store: Store, events: Sequence[str]) -> dict[str, list[int]]:
    """Event -> the numbers of its articles, for those of `events` that grouping may still change."""
    if not events:
        return {}
    among = store.dialect.words
    rows = store.rows(_MUTABLE.format(words=among), (codec.to_json(list(events)), MOST_MUTABLE))
    found: dict[str, list[int]] = {event: [] for (event,) in rows}
    if found:
        which = f"event {among} AND current = 1"
        rows = store.rows(
            f"SELECT event, number FROM articles WHERE {which} ORDER BY number", (codec.to_json(list(found)),)
        )
        for event, number in rows:
            found[event].append(number)
    return found


def events_of_clusters(
    clusters: Mapping[str, Sequence[int]], mutable: Mapping[str, Sequence[int]], taken: Mapping[str, str]
) -> dict[str, str]:
    """Cluster -> the event that it is from now on.

    `taken` are clusters that have an event already. An event stays where most of its articles are; of
    several in one cluster the first in `mutable` stays. A cluster that is left over becomes a new event.
    """
    home = dict(taken)
    where = {number: cluster for cluster, numbers in clusters.items() for number in numbers}
    for event, numbers in mutable.items():
        counts = Counter(where[number] for number in numbers)
        cluster = min(counts, key=lambda name: (-counts[name], name))
        home.setdefault(cluster, event)
    for cluster in sorted(clusters):
        if cluster not in home:
            home[cluster] = new_id()
    return home


def move_article(store: Store, number: int, event: str) -> str:
    """Give one article, with all texts it has had, to another event, inside `writing`; the event is made
    if it is not there. Says where it was."""
    old, name = store.rows("SELECT event, id FROM articles WHERE number = ?", (number,))[0]
    if not store.row("SELECT 1 FROM events WHERE id = ?", (event,)):
        now = codec.now().isoformat()
        store.insert("events", id=event, created=now, updated=now, grouped=1)
    names = store.rows("SELECT id FROM articles WHERE event = ?", (event,))
    new = free_id(codec.decode_text(name), {codec.decode_text(row[0]) for row in names})
    store.run(
        "UPDATE articles SET event = ?, id = ? WHERE event = ? AND id = ?",
        (event, codec.encode_text(new), old, name),
    )
    return str(old)
