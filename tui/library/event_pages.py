"""The events that the library screen lists, read a page at a time: none is read again for the next page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.library import Library, NotInLibraryError, SavedComparison, StoredEvent
from newsdiff.library.narrowing import Narrowed, narrowed
from newsdiff.library.records import SortOrder
from newsdiff.library.searching import FORGIVING_UP_TO, SearchHit, best_first


class EventPages:
    """All events in one order, or with a filter those whose articles or titles hold its words, then those
    with an outlet of that name, then those with a saved comparison of that name. ``country:ie``, ``region:…``
    and ``language:…`` in the filter narrow them (see `newsdiff.library.narrowing`).

    One thread at a time reads them. A change of the library makes them stale: begin anew.
    """

    def __init__(
        self,
        library: Library,
        order: SortOrder,
        words: str = "",
        saved: Mapping[str, Sequence[SavedComparison]] | None = None,
    ) -> None:
        self._library = library
        self._order = order
        self._narrowed = narrowed(words)
        self._words = words = self._narrowed.words
        self._saved = saved or {}
        self._given: set[str] = set()
        self._waiting = [(words, None), ("", words)] if words else [("", None)]
        """What is still to be asked for: words of the articles, and an outlet."""
        self._last: str | None = None
        """The event that the first of them has yielded last."""
        self.ended = False
        """Whether there are no more."""
        self.on_top: str | None = None
        """The event read last, if it stands first although it would come later."""

    def more(self, limit: int) -> tuple[StoredEvent, ...]:
        """The next events, `limit` of them if there are as many."""
        looked_for = self._narrowed != Narrowed("")
        at_the_top = not self._given and not looked_for and self._order == "changed"
        found: list[StoredEvent] = []
        while self._waiting and len(found) < limit:
            found += self._new(self._page(limit))
        if not self._waiting and not self.ended:
            self.ended = True
            found += self._new(self._named_otherwise()) if self._words else []
        return (*(self._read_last() if at_the_top else ()), *found)

    def _page(self, limit: int) -> tuple[StoredEvent, ...]:
        words, outlet = self._waiting[0]
        page = self._library.events.page(
            words,
            outlet=outlet,
            countries=self._narrowed.countries,
            language=self._narrowed.language,
            order=self._order,
            limit=limit,
            after=self._last,
        )
        self._last = page[-1].id if page else None
        if len(page) < limit:
            del self._waiting[0]
            self._last = None
        return page

    def _named_otherwise(self) -> list[StoredEvent]:
        """Where nothing was found, events whose names are spelled nearly so; and names of comparisons."""
        found: list[StoredEvent] = []
        if self._narrowed != Narrowed(self._words):
            return found
        if not self._given and self._library.events.count() <= FORGIVING_UP_TO:
            found += self._library.events.search(self._words)
        names = [SearchHit(one.event, (one.name,)) for saved in self._saved.values() for one in saved]
        ids = dict.fromkeys(best_first(names, self._words)).keys() - {event.id for event in found}
        return found + [self._library.events.get(id) for id in sorted(ids - self._given)]

    def _read_last(self) -> list[StoredEvent]:
        """The event read last, unless the first page has it: it is to be found wherever it would stand."""
        session = self._library.reading.session()
        if session is None or session.event in self._given:
            return []
        try:
            found = self._new([self._library.events.get(session.event)])
        except NotInLibraryError:  # deleted since
            return []
        self.on_top = session.event
        return found

    def _new(self, events: Sequence[StoredEvent]) -> list[StoredEvent]:
        new = [event for event in events if event.id not in self._given]
        self._given |= {event.id for event in new}
        return new
