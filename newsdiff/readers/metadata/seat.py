"""Outlet, country and language of an article by where it stands.

First the table of outlets, then what the page says, then the ending of its address.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from newsdiff.outlets.countries import country_called, country_of
from newsdiff.outlets.seats import country_of_ending
from newsdiff.outlets.table import Outlet, outlet_table
from newsdiff.readers.metadata.language import agreed
from newsdiff.readers.metadata.outlets import short_name
from newsdiff.readers.parsed_page import ArticleMetadata


def with_seat(metadata: ArticleMetadata, address: str | None = None) -> ArticleMetadata:
    """What a page says of its article, completed by the table of outlets.

    `address`: where it was fetched, which says more than the address that the page gives itself: what an
    outlet took over from another may name that one's. The table's language decides as a page's own
    declaration does, where the text leaves it open.
    """
    addresses = [one for one in (address, metadata.url) if one]
    outlet = outlet_at(addresses)
    name = outlet.name if outlet else metadata.outlet
    outlet = outlet or _of_mail(metadata)
    if outlet is None:
        country = country_called(metadata.country) if metadata.country else None
        called = country.name if country else metadata.country or _of_endings(addresses)
        return replace(metadata, country=called)
    known = country_of(outlet.country)
    return replace(
        metadata,
        outlet=name or outlet.name or None,
        country=known.name if known else metadata.country,
        language=agreed(outlet.language, metadata.language),
    )


def outlet_at(addresses: list[str]) -> Outlet | None:
    """The outlet at the first of these addresses that the table knows."""
    return next((found for one in addresses if (found := outlet_table().at(one))), None)


def _of_mail(metadata: ArticleMetadata) -> Outlet | None:
    """The outlet whose mail address stands on the page, where no other is named."""
    if metadata.mail_domain is None:
        return None
    found = outlet_table().at(f"https://{metadata.mail_domain}")
    if found is None or metadata.outlet is None:
        return found
    return found if short_name(found.name) == short_name(metadata.outlet) else None


def _of_endings(addresses: list[str]) -> str | None:
    """The name of the country that an address ends in."""
    for address in addresses:
        try:
            code = country_of_ending(urlsplit(address).hostname or "")
        except ValueError:
            continue
        if code and (country := country_of(code)):
            return country.name
    return None
