"""The country of an article that is kept, worked out from what is kept of it; the country of a host."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from newsdiff.outlets.countries import countries, country_called
from newsdiff.outlets.own_file import own_file
from newsdiff.outlets.table import outlet_table

_SOLD_EVERYWHERE: Final = frozenset(
    "ad ag am bz cf co dj fm ga gq la lc li ly me ml mn mu nr pw sc so st tk tl to tv vc ws".split()
)
"""Endings of countries that sell them all over the world: they say nothing of who uses them."""
_OTHERWISE_WRITTEN: Final = {"uk": "GB"}
EDITION = "1"
"""Of the table and of the rules below; another one has every country worked out anew."""


def seat_of(country: str | None, address: str | None, *, again: bool = False) -> str:
    """The code of the country of an article's outlet; empty where nothing shows it.

    `country`: as it was read with the article, where what the reader said of it won. `again`: of an article
    that was read before the reader's own rows were what they are now: then these go before.
    """
    found = outlet_table().at(address) if address else None
    if again and found is not None and found.is_own and found.country:
        return found.country
    if country and (called := country_called(country)):
        return called.code
    if found is not None and found.country:
        return found.country
    try:
        return country_of_ending(urlsplit(address or "").hostname or "") or ""
    except ValueError:
        return ""


def stamp() -> str:
    """Changes when the table or the reader's own rows do."""
    try:
        status = own_file().stat()
    except OSError:
        return EDITION
    return f"{EDITION} {status.st_mtime_ns} {status.st_size}"


def country_of_ending(host: str) -> str | None:
    """The code of the country whose ending a host has (``rte.ie`` -> ``IE``); None where it has none."""
    ending = host.rstrip(".").rpartition(".")[2].lower()
    if ending in _SOLD_EVERYWHERE:
        return None
    code = _OTHERWISE_WRITTEN.get(ending, ending.upper())
    return code if code in countries() else None
