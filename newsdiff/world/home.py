"""The outlets that are home to a reader: those of some countries, or single ones."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.outlets.countries import country_called, country_of
from newsdiff.outlets.table import outlet_table
from newsdiff.quick_dataclass import dataclass
from newsdiff.world.model import Report


class NoSuchHomeError(ValueError):
    """What is named as home is neither a country nor an outlet; the text says so."""


@dataclass(frozen=True, slots=True)
class Home:
    """Which outlets are at home."""

    countries: frozenset[str] = frozenset()
    """Codes."""
    outlets: frozenset[str] = frozenset()
    """Names, in small letters."""
    shown: frozenset[str] = frozenset()
    """The same names as they are written."""

    def holds(self, report: Report) -> bool:
        """Whether the outlet of an article is at home."""
        return report.country in self.countries or report.outlet.casefold() in self.outlets

    @property
    def name(self) -> str:
        """``Ireland, BBC News``."""
        known = (country_of(code) for code in sorted(self.countries))
        return ", ".join([*(one.name for one in known if one), *sorted(self.shown)])


def home_of(names: Sequence[str], present: Sequence[str] = ()) -> Home:
    """The home that these names mean: countries (``IE``, ``Ireland``), or outlets by name or domain.

    `present`: outlets of the library, which may be none of the table. Raises NoSuchHomeError.
    """
    codes, outlets = set(), dict[str, str]()
    there = {one.casefold(): one for one in present}
    for name in (one.strip() for one in names):
        if country := country_called(name):
            codes.add(country.code)
        elif name.casefold() in there:
            outlets[name.casefold()] = there[name.casefold()]
        elif rows := outlet_table().named(name):
            outlets |= {one.name.casefold(): one.name for one in rows}
        else:
            raise NoSuchHomeError(
                f"“{name}” is neither a country nor a known outlet: write a code such as IE, the name of an"
                " outlet or its domain"
            )
    return Home(frozenset(codes), frozenset(outlets), frozenset(outlets.values()))


def countries_named(names: Sequence[str]) -> frozenset[str]:
    """Codes of the countries among some names."""
    return frozenset(one.code for name in names if (one := country_called(name)))
