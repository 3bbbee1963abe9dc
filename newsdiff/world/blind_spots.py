"""Blind spots: what outlets of several other countries report and none at home does, and the other way round.

A judgement is made only where it rests on enough: at least `LEAST_OUTLETS` outlets at home with at least
`LEAST_ARTICLES` articles, and for each event on so many outlets that published on its very days, in a
language in which the event is reported: what was not read, or not compared, was not left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

from newsdiff.quick_dataclass import dataclass
from newsdiff.world.home import Home
from newsdiff.world.model import Report

LEAST_OUTLETS: Final = 3
"""Outlets on which a judgement must rest. By judgement: a blind spot of two feeds is none."""
LEAST_ARTICLES: Final = 10
"""Articles of these outlets on which it must rest. By judgement: ten headlines show a choice."""
LEAST_COUNTRIES: Final = 3
"""Other countries whose outlets must report what nobody at home does, unless another number is asked for."""
LEAST_AT_HOME: Final = 2
"""Outlets at home that must report, in texts of their own, what is said to be reported at home only."""
DAYS_AROUND: Final = 1
"""Days before and after those of an event on which an outlet may have reported it."""

FirstPrinted: TypeAlias = Callable[[Iterable[str]], Mapping[int, int]]
"""Events -> for every article the one whose text it repeats, as `World.first_printed` of a library says."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a judgement rests on."""

    outlets: int
    articles: int

    @property
    def is_enough(self) -> bool:
        """Whether one may judge by it."""
        return self.outlets >= LEAST_OUTLETS and self.articles >= LEAST_ARTICLES


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """An event that one side reports and the other does not."""

    event: str
    countries: tuple[str, ...]
    """Codes of the countries whose outlets report it in texts of their own."""
    outlets: tuple[str, ...]
    """That report it."""
    texts: int
    """That are no copies of one another."""
    latest: date | None
    basis: Basis
    """Outlets and articles, of the side that does not report it, on the days of the event."""


@dataclass(frozen=True, slots=True)
class BlindSpots:
    """What is reported on one side only."""

    home: Basis
    """Everything at home on these days."""
    abroad: Basis
    not_at_home: tuple[BlindSpot, ...]
    """Most countries first, then newest."""
    only_at_home: tuple[BlindSpot, ...]
    not_compared: int = 0
    """Events of enough other countries of which nothing is said: too few home outlets published on their days
    in a language in which they are reported, or one that reports them sits nobody knows where."""


def blind_spots(
    reports: Sequence[Report],
    home: Home,
    first_printed: FirstPrinted,
    *,
    since: date | None = None,
    least_countries: int = LEAST_COUNTRIES,
) -> BlindSpots:
    """The blind spots among the events that are reported since a day.

    `reports` are of all days: an event that home reported before that day is none.
    """
    days = [one for one in reports if since is None or (one.day is not None and one.day >= since)]
    at_home = [one for one in days if home.holds(one)]
    abroad = [one for one in days if not home.holds(one) and one.country]
    known_at_home = {one.event for one in reports if home.holds(one)}
    known_abroad = {one.event for one in reports if not home.holds(one)}
    judge = _Judge(at_home, abroad, first_printed, least_countries)
    found = _basis(at_home), _basis(abroad)
    if not found[0].is_enough:
        return BlindSpots(*found, (), ())
    # An outlet whose country is not known may be at home.
    unsure = {one.event for one in reports if not one.country and home.countries}
    missed, left = judge.not_at_home(known_at_home, unsure)
    only = judge.only_at_home(known_abroad)
    return BlindSpots(*found, missed, only, left)


class _Judge:
    """Compares the two sides."""

    def __init__(
        self,
        at_home: Sequence[Report],
        abroad: Sequence[Report],
        first_printed: FirstPrinted,
        least_countries: int,
    ) -> None:
        self._home, self._abroad = at_home, abroad
        self._first_printed = first_printed
        self._least = least_countries

    def not_at_home(self, known: set[str], unsure: set[str]) -> tuple[tuple[BlindSpot, ...], int]:
        """Events that enough countries report and nobody at home; and how many cannot be judged."""
        events = {
            event: some
            for event, some in _by_event(self._abroad).items()
            if event not in known and len({one.country for one in some}) >= self._least
        }
        spots = []
        left = 0
        for event, some in self._own_texts(events).items():
            countries = {one.country for one in some}
            if len(countries) < self._least:
                continue
            basis = _basis(_might_report(self._home, events[event]))
            if basis.is_enough and event not in unsure:
                spots.append(_spot(event, some, events[event], basis))
            else:
                left += 1
        return _most_first(spots), left

    def only_at_home(self, known: set[str]) -> tuple[BlindSpot, ...]:
        """Events that several outlets at home report and no other."""
        events = {
            event: some
            for event, some in _by_event(self._home).items()
            if event not in known and len({one.outlet for one in some}) >= LEAST_AT_HOME
        }
        spots = []
        for event, some in self._own_texts(events).items():
            if len({one.outlet for one in some}) < LEAST_AT_HOME:
                continue
            others = _might_report(self._abroad, events[event])
            basis = _basis(others)
            if basis.is_enough and len({one.country for one in others}) >= self._least:
                spots.append(_spot(event, some, events[event], basis))
        return _most_first(spots)

    def _own_texts(self, events: Mapping[str, Sequence[Report]]) -> dict[str, list[Report]]:
        """Of each event the articles that repeat no other: a copied text counts where it stood first."""
        first = self._first_printed(events) if events else {}
        return {
            event: [one for one in some if first.get(one.number, one.number) == one.number]
            for event, some in events.items()
        }


def _by_event(reports: Iterable[Report]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = defaultdict(list)
    for one in reports:
        found[one.event].append(one)
    return found


def _might_report(side: Sequence[Report], event: Sequence[Report]) -> list[Report]:
    """Articles of the other side that were published on the days of an event, in a language in which it is
    reported: the outlets that had it before them."""
    days = [one.day for one in event if one.day is not None]
    if not days:
        return []
    around = timedelta(days=DAYS_AROUND)
    first, last = min(days) - around, max(days) + around
    languages = {_language(one) for one in event}
    return [
        one
        for one in side
        if one.day is not None and first <= one.day <= last and _language(one) in languages
    ]


def _language(report: Report) -> str:
    return report.language.split("-")[0].lower()


def _basis(reports: Sequence[Report]) -> Basis:
    return Basis(len({one.outlet.casefold() for one in reports}), len(reports))


def _spot(event: str, own: Sequence[Report], every: Sequence[Report], basis: Basis) -> BlindSpot:
    days = [one.day for one in every if one.day is not None]
    return BlindSpot(
        event,
        tuple(sorted({one.country for one in own if one.country})),
        tuple(sorted({one.outlet for one in every}, key=str.casefold)),
        len(own),
        max(days, default=None),
        basis,
    )


def _most_first(spots: list[BlindSpot]) -> tuple[BlindSpot, ...]:
    spots.sort(key=lambda one: one.event)
    spots.sort(key=lambda one: one.latest or date.min, reverse=True)
    return tuple(sorted(spots, key=lambda one: (-len(one.countries), -one.texts)))
