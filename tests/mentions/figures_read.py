"""The figures that are read in a text."""

from __future__ import annotations

from newsdiff.mentions.match import Match
from newsdiff.mentions.numbers.finder import quantities_in
from newsdiff.model import Quantity

HOUR, YEAR = 3_600.0, 365.25 * 86_400


def read(text: str) -> list[tuple[str, Match, Quantity]]:
    found = []
    for item in quantities_in(text, 0, len(text)):
        assert isinstance(item.value, Quantity)
        found.append((text[item.start : item.end], item, item.value))
    return found


def only(text: str) -> tuple[str, Match, Quantity]:
    found = read(text)
    assert len(found) == 1, [words for words, _, _ in found]
    return found[0]
