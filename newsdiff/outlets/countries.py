"""The countries that outlets sit in: UN members, Taiwan, Kosovo, Palestine, Hong Kong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from newsdiff.quick_dataclass import dataclass

_FILE: Final = Path(__file__).with_name("data") / "countries.tsv"
REGIONS: Final = (
    "Africa",
    "Asia",
    "Europe",
    "Latin America",
    "Middle East",
    "North America",
    "Oceania",
)
_OTHER_NAMES: Final = {
    "UK": "GB", "Great Britain": "GB", "Britain": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB",
    "Northern Ireland": "GB", "USA": "US", "U.S.": "US", "U.S.A.": "US", "America": "US",
    "United States of America": "US", "UAE": "AE", "Emirates": "AE", "Czech Republic": "CZ",
    "Türkiye": "TR", "Bosnia": "BA", "Congo-Kinshasa": "CD", "DR Congo": "CD", "Congo-Brazzaville": "CG",
    "Côte d'Ivoire": "CI", "Burma": "MM", "Macedonia": "MK", "Swaziland": "SZ", "Cabo Verde": "CV",
    "East Timor": "TL", "Holland": "NL", "The Netherlands": "NL", "Republic of Ireland": "IE",
    "Korea": "KR", "The Gambia": "GM", "The Bahamas": "BS", "Russian Federation": "RU",
}  # fmt: skip
"""Names that pages and readers use -> code."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country."""

    code: str
    """ISO 3166-1 alpha-2; ``XK`` for Kosovo."""
    name: str
    """In English."""
    region: str
    """One of `REGIONS`."""
    latitude: float
    """Degrees north of a place well inside it."""
    longitude: float
    """Degrees east."""


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code, by name in the order of the table."""
    found = {}
    for line in _FILE.read_text("utf-8").splitlines()[1:]:
        code, name, region, _capital, latitude, longitude = line.split("\t")
        found[code] = Country(code, name, region, float(latitude), float(longitude))
    return MappingProxyType(found)


def country_of(code: str) -> Country | None:
    """The country with a code of two capitals; None where there is none."""
    return countries().get(code)


def country_called(words: str) -> Country | None:
    """The country that a code or a name means, in whatever case: ``ie``, ``UK``; None for none."""
    return countries().get(_codes().get(" ".join(words.split()).casefold(), ""))


@cache
def _codes() -> dict[str, str]:
    """What a country may be called, in small letters -> its code."""
    found = {name.casefold(): code for name, code in _OTHER_NAMES.items()}
    for country in countries().values():
        found[country.code.casefold()] = found[country.name.casefold()] = country.code
    return found


def region_called(words: str) -> str | None:
    """The region of that name, in whatever case; None for none."""
    wanted = " ".join(words.replace("-", " ").split()).casefold()
    return next((region for region in REGIONS if region.casefold() == wanted), None)
