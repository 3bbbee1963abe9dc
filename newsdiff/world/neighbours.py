"""From country to country: the nearest one in a direction."""

from __future__ import annotations

from functools import cache
from math import hypot
from typing import Final, Literal, TypeAlias

from newsdiff.outlets.countries import countries

Direction: TypeAlias = Literal["left", "right", "up", "down"]
STEEPNESS: Final = 2.0
"""How much a degree aside costs, measured in degrees ahead."""
_AHEAD: Final[dict[Direction, tuple[int, int]]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, 1),
    "down": (0, -1),
}


@cache
def neighbour(code: str, direction: Direction) -> str:
    """The code of the nearest country in a direction; the same one where there is none. East and west lead
    around the world."""
    here = countries()[code]
    found = []
    for other in countries().values():
        if other.code == code:
            continue
        across = (other.longitude - here.longitude + 180.0) % 360.0 - 180.0
        up = other.latitude - here.latitude
        x, y = _AHEAD[direction]
        ahead, aside = x * across + y * up, abs(y * across) + abs(x * up)
        if ahead > 0 and aside <= ahead * STEEPNESS:
            found.append((hypot(ahead, STEEPNESS * aside), other.code))
    return min(found)[1] if found else code


def nearest(latitude: float, longitude: float, within: float) -> str | None:
    """The country whose middle lies nearest to a place, at most so many degrees away; None for none."""
    found = [
        (hypot((one.longitude - longitude + 180.0) % 360.0 - 180.0, one.latitude - latitude), one.code)
        for one in countries().values()
    ]
    distance, code = min(found)
    return code if distance <= within else None
