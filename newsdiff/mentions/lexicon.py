"""The word lists around names: titles, roles, organisations' words, first names. Read once, on first use."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Final

from newsdiff.quick_dataclass import dataclass

_DATA: Final = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Lexicon:
    """Lower-case words by what they say of a name beside them."""

    courtesy: frozenset[str]
    rank: frozenset[str]
    modifier: frozenset[str]
    roles: frozenset[str]
    speech: frozenset[str]
    manner: frozenset[str]
    organisation: frozenset[str]
    institution: frozenset[str]
    legal_form: frozenset[str]
    heads_of: frozenset[str]
    designator: frozenset[str]
    lower_designator: frozenset[str]
    calendar: frozenset[str]
    particle: frozenset[str]
    suffix: frozenset[str]
    stop: frozenset[str]
    never: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    topics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]

    @cached_property
    def first_names(self) -> frozenset[str]:
        """First names of either gender."""
        return self.male | self.female


def data_lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def sections(name: str) -> dict[str, frozenset[str]]:
    """A data file with "[heading]" lines: heading -> its words (or phrases, where commas separate them)."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in data_lines(name):
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        else:
            current.update(part.strip() for part in line.split("," if "," in line else None))
    return {heading: frozenset(words) for heading, words in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lists, read on the first call."""
    words = sections("titles.txt") | sections("first_names.txt")
    heads_of = words.pop("of")
    return Lexicon(heads_of=heads_of, **{name.replace(" ", "_"): these for name, these in words.items()})


@cache
def equivalents() -> dict[str, frozenset[int]]:
    """Folded first name -> the numbers of the classes of interchangeable names that it is in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(data_lines("equivalents.txt")):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
