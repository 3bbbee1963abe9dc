"""What is typed to find events: words, and marks that narrow them to countries and languages."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.quick_dataclass import dataclass

_MARK: Final = re.compile(r"(?<!\S)(country|region|language):(\S*)")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is looked for."""

    words: str
    countries: frozenset[str] | None = None
    """Codes; None for all. Empty where none of that name is known: then nothing is found."""
    language: str | None = None
    """ISO 639-1."""


def narrowed(typed: str) -> Narrowed:
    """``bridge country:ie,uk region:middle-east language:fr``, taken apart."""
    said: dict[str, list[str]] = {}
    for name, value in _MARK.findall(typed):
        said.setdefault(name, []).extend(one for one in value.split(",") if one)
    countries: frozenset[str] | None = None
    if said.get("country") or said.get("region"):
        countries = _codes(said.get("country", []), said.get("region", []))
    language = next(iter(said.get("language", [])), "").lower() or None
    return Narrowed(" ".join(_MARK.sub(" ", typed).split()), countries, language)


def _codes(names: list[str], regions: list[str]) -> frozenset[str]:
    from newsdiff.outlets.countries import countries, country_called, region_called

    called = (country_called(name) or country_called(name.replace("-", " ")) for name in names)
    wanted = {region_called(region) for region in regions}
    there = {one.code for one in countries().values() if one.region in wanted}
    return frozenset({one.code for one in called if one} | there)
