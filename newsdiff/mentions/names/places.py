"""Places known by name: countries, regions, cities; their adjectives, abbreviations, other spellings."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsdiff.mentions.lexicon import data_lines
from newsdiff.mentions.names.folding import LINKING, folded_parts, folded_words


class Place(NamedTuple):
    """A known place. `adjective` is true for the entry of its adjective or people ("Russian")."""

    key: str
    full: str
    country: bool = False
    adjective: bool = False


class Gazetteer:
    """Known places by folded words, and by exact writing for abbreviations like "US"."""

    def __init__(self) -> None:
        self._folded: dict[tuple[str, ...], Place] = {}
        self._exact: dict[str, Place] = {}
        self.longest = 1
        self.first_words: set[str] = set()
        for line in data_lines("countries.txt"):
            self._add_row(*line.split("|"), country=True)
        for line in data_lines("regions.txt"):
            self._add_row(*line.split("|"), country=False)
        for line in data_lines("cities.txt"):
            full, _, others = line.partition("=")
            self._add_row(full, "", others, country=False)

    def _add_row(self, full: str, adjectives: str, others: str, *, country: bool) -> None:
        shown = full.partition(",")[0].strip()
        key = " ".join(folded(shown))
        self._add(f"{full},{others}", Place(key, shown, country))
        if adjectives:
            self._add(adjectives, Place(key, shown, country, adjective=True))

    def _add(self, names: str, place: Place) -> None:
        for name in names.split(","):
            name = name.strip()
            if name.endswith("!"):
                self._exact[name[:-1]] = place
            elif name:
                words = folded(name)
                self._folded.setdefault(words, place)
                self.longest = max(self.longest, name.count(" ") + 1)
                self.first_words.add(words[0])

    def exact(self, written: str) -> Place | None:
        """The place abbreviated exactly so ("Calif."), if any."""
        return self._exact.get(written)

    def find(self, words: tuple[str, ...]) -> Place | None:
        """The place that exactly these words name ("Mazar-e Sharif", "U.S.", "Russians"), if it is known."""
        if not words:
            return None
        if len(words) == 1 and (exact := self._exact.get(words[0])):
            return exact
        if words[0].isupper() and len(words[0]) == 2:
            return None
        first = folded_parts(words[0])
        if first and first[0] not in self.first_words and first[0] not in LINKING:
            return None
        folded = folded_words(words)
        return self._folded.get(folded) if folded else None


def folded(name: str) -> tuple[str, ...]:
    """All folded parts of a name, most of which are one plain word."""
    if name.isascii() and name.isalnum():
        return (name.lower(),)
    return folded_words(tuple(name.split()))


@cache
def gazetteer() -> Gazetteer:
    """The known places, read on the first call."""
    return Gazetteer()
