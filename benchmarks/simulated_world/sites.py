"""150 invented outlets in 50 countries: some dead, some too slow, each at an address of its own."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

COUNTRIES: Final = (
    "IE GB FR DE ES IT PL UA SE NO US CA MX BR AR CL CO PE NG KE ZA EG ET GH MA DZ TR IL SA IR IQ AE IN PK BD"
    " LK CN JP KR TW VN TH ID MY PH AU NZ FJ KZ GE"
).split()
SITES_OF_A_COUNTRY: Final = 3
DEAD: Final = 10
SLOW: Final = 4
ALIVE_IN: Final = ("IE", "US")
"""Countries without dead and slow sites: a home that can be judged."""
LOST: Final = "FJ"
"""A country of which all but one site are dead: a home that cannot be judged."""
_FIRST: Final = (
    "Harbour Morning Northern Daily Evening Lantern Meridian Anchor Beacon Copper Granite Juniper Kestrel"
    " Larch Mill Oak Pier Quarry Ridge Saffron Tidal Umber Valley Willow Amber Birch Cedar Delta Ember Falcon"
).split()
_SECOND: Final = "Courier Ledger Post Herald Dispatch".split()


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet of the simulated world."""

    number: int
    name: str
    country: str
    """Its code."""
    host: str
    """A loopback address of its own: pace and patience are kept by host."""
    state: str
    """``alive``, ``dead`` (nobody answers) or ``slow`` (later than the client waits)."""

    @property
    def key(self) -> str:
        """Its key in a table of outlets."""
        return self.host


def sites(seed: int) -> tuple[Site, ...]:
    """The sites, the same for the same seed."""
    random = Random(f"sites {seed}")
    names = [f"{first} {second}" for second in _SECOND for first in _FIRST]
    random.shuffle(names)
    total = len(COUNTRIES) * SITES_OF_A_COUNTRY
    country_of = [COUNTRIES[number // SITES_OF_A_COUNTRY] for number in range(total)]
    lost = [number for number in range(total) if country_of[number] == LOST][1:]
    others = [number for number in range(total) if country_of[number] not in (*ALIVE_IN, LOST)]
    random.shuffle(others)
    dead = {*lost, *others[: DEAD - len(lost)]}
    slow = set(others[DEAD : DEAD + SLOW])
    return tuple(
        Site(
            number,
            names[number],
            country_of[number],
            f"127.0.{1 + number // 100}.{1 + number % 100}",
            "dead" if number in dead else "slow" if number in slow else "alive",
        )
        for number in range(total)
    )
