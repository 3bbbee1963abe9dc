"""The country that the ending of an address stands for."""

from __future__ import annotations

from typing import Final

from newsdiff.outlets.countries import countries

_SOLD_EVERYWHERE: Final = frozenset(
    "ad ag am bz cf co dj fm ga gq la lc li ly me ml mn mu nr pw sc so st tk tl to tv vc ws".split()
)
"""Endings of countries that sell them all over the world: they say nothing of who uses them."""
_OTHERWISE_WRITTEN: Final = {"uk": "GB"}


def country_of_ending(host: str) -> str | None:
    """The code of the country whose ending a host has (``rte.ie`` -> ``IE``); None where it has none."""
    ending = host.rstrip(".").rpartition(".")[2].lower()
    if ending in _SOLD_EVERYWHERE:
        return None
    code = _OTHERWISE_WRITTEN.get(ending, ending.upper())
    return code if code in countries() else None
