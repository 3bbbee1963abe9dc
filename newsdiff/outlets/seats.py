"""The country of an article that is kept, worked out from what is kept of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsdiff.outlets.countries import country_called
from newsdiff.outlets.endings import country_of_ending
from newsdiff.outlets.own_file import own_file
from newsdiff.outlets.table import outlet_table

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
