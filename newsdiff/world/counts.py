"""Reports counted by country: how many events each one's outlets report, and which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from newsdiff.outlets.countries import countries
from newsdiff.quick_dataclass import dataclass
from newsdiff.world.model import Report


@dataclass(frozen=True, slots=True)
class CountryCount:
    """What the outlets of one country report."""

    code: str
    events: int
    outlets: int
    articles: int


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An event as the outlets of one country report it."""

    event: str
    day: date | None
    """The latest on which one of them does."""
    moment: str
    """Day and clock time of that, in UTC, to sort by."""
    outlets: tuple[str, ...]
    """Those of the country that report it, by name."""
    other_countries: int


class WorldNews:
    """The reports of some days. All is counted once, when it is made."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports: Sequence[Report] = tuple(reports)
        by_country: dict[str, list[Report]] = defaultdict(list)
        self._countries_of: dict[str, set[str]] = defaultdict(set)
        for one in self.reports:
            by_country[one.country].append(one)
            if one.country:
                self._countries_of[one.event].add(one.country)
        self.unplaced = len(by_country.pop("", ()))
        """Articles of outlets whose country is not known."""
        self._by_country = by_country
        self.counts: Mapping[str, CountryCount] = {
            code: _counted(code, some) for code, some in sorted(by_country.items())
        }
        """Of every country whose outlets report something, by code."""
        self.events = len({one.event for one in self.reports})
        self.outlets = len({one.outlet.casefold() for one in self.reports})

    def most_first(self) -> tuple[CountryCount, ...]:
        """The countries, those whose outlets report most events first, then by name."""
        known = countries()
        return tuple(
            sorted(
                self.counts.values(),
                key=lambda one: (-one.events, known[one.code].name if one.code in known else one.code),
            )
        )

    def of_country(self, code: str) -> tuple[NewsItem, ...]:
        """The events that a country's outlets report, newest first."""
        found: dict[str, list[Report]] = defaultdict(list)
        for one in self._by_country.get(code, ()):
            found[one.event].append(one)
        items = [self._item(event, some) for event, some in found.items()]
        items.sort(key=lambda item: item.event)
        return tuple(sorted(items, key=lambda item: item.moment, reverse=True))

    def _item(self, event: str, some: Sequence[Report]) -> NewsItem:
        latest = max(some, key=lambda one: (one.moment, one.number))
        outlets = sorted({one.outlet for one in some}, key=str.casefold)
        others = len(self._countries_of[event]) - 1
        return NewsItem(event, latest.day, latest.moment, tuple(outlets), others)


def _counted(code: str, some: Sequence[Report]) -> CountryCount:
    events = len({one.event for one in some})
    return CountryCount(code, events, len({one.outlet.casefold() for one in some}), len(some))
