"""Reports by country, and the seats of outlets, worked out anew when the table of outlets changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from newsdiff.library.errors import FullDiskError
from newsdiff.library.tables import codec
from newsdiff.library.tables.store import KEEP_FACT, Store
from newsdiff.world.model import Report

_REPORTS = """SELECT articles.event, number, coalesce(renamed, outlet, articles.id), seat, language,
    published, moment FROM articles JOIN events ON events.id = articles.event
    WHERE current = 1 AND removed IS NULL AND deleted IS NULL"""
_STAMP = "seats"
"""The fact that says of which table of outlets the seats are."""


class World:
    """Which outlets report which events, by country."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reports(self, *, since: date | None = None, until: date | None = None) -> tuple[Report, ...]:
        """Every current article of the events, published in these days, in the order in which they came."""
        bring_seats_up_to_date(self._store)
        where, values = "", list[codec.Column]()
        for comparison, day in ((">=", since), ("<=", until)):
            if day is not None:
                where += f" AND published {comparison} ?"
                values.append(day.isoformat())
        rows = self._store.rows(f"{_REPORTS}{where} ORDER BY number", values)
        return tuple(
            Report(
                event,
                number,
                codec.decode_text(outlet),
                seat or "",
                codec.decode_text(language),
                codec.day(published),
                moment or "",
            )
            for event, number, outlet, seat, language, published, moment in rows
        )

    def first_printed(self, events: Iterable[str]) -> Mapping[int, int]:
        """Number of every current article of some events -> number of the one that printed its text first:
        its own unless it repeats another of the event, word for word or nearly so."""
        from newsdiff.library.tables.grouping.arrivals import copies_among
        from newsdiff.library.tables.texts.index_completion import index_what_is_missing

        with self._store.looking():
            index_what_is_missing(self._store)
            found = {}
            for event in events:
                rows = self._store.rows(
                    "SELECT number, moment FROM articles WHERE event = ? AND current = 1 AND removed IS NULL",
                    (event,),
                )
                when = {number: (not moment, moment or "", number) for number, moment in rows}
                for group in copies_among(self._store, when):
                    first = min(group, key=when.__getitem__)
                    found.update(dict.fromkeys(group, first))
            return found


def bring_seats_up_to_date(store: Store) -> None:
    """Work the seats out where the table of outlets or the reader's own rows are others than they were."""
    from newsdiff.outlets.seats import seat_of, stamp

    wanted, row = stamp(), store.row("SELECT value FROM facts WHERE key = ?", (_STAMP,))
    if not store.is_writable or (row is not None and row[0] == wanted):
        return
    with suppress(FullDiskError), store.writing():  # a full disk keeps nobody from reading
        rows = store.rows("SELECT number, country, url, seat FROM articles WHERE current = 1")
        changed = []
        for number, country, url, seat in rows:
            now = seat_of(
                codec.decode_text_or_none(country), codec.address(url), again=row is not None or seat is None
            )
            if now != seat:
                changed.append((now, number))
        store.run_many("UPDATE articles SET seat = ? WHERE number = ?", changed)
        store.run(KEEP_FACT, (_STAMP, wanted))
