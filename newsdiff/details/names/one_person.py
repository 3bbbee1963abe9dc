"""When two names are one person's: with and without "Jr", an initial, or a nickname in quotation marks.

The mentions know surnames alone, spellings and short forms of first names already. They keep a person with
and one without "Jr" apart, because father and son are two people. Over several articles of one event they are
one person, unless an article names both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from newsdiff.details.event_index import EventIndex
from newsdiff.details.occurrence import Occurrence, name_of
from newsdiff.mentions.names.folding import folded_words, skeleton
from newsdiff.mentions.names.forms import PersonParts, person_parts
from newsdiff.mentions.names.people import givens_agree
from newsdiff.patterns import lazy_pattern

QUOTED = lazy_pattern('["“”‘’\'«»(]\\S[^"“”«»()\\n]{0,30}["“”‘’\'«»)]')
"""A nickname within a name: Joaquín “El Chapo” Guzmán, James (Jim) Carter."""
MOST_OF_ONE_SURNAME: Final = 40
"""Bound on work: no more people of one surname are compared with each other."""


@dataclass(eq=False)
class Person:
    """One person as the mentions know them."""

    key: str
    parts: PersonParts
    articles: set[int]


def persons_joined(index: EventIndex) -> dict[str, str]:
    """Key of a person -> the key under which all their names stand, for those that have several."""
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in persons_of(index.occurrences.get("name", [])):
        by_surname[skeleton(person.parts.surname)].append(person)
    joined: dict[str, str] = {}
    for people in by_surname.values():
        fellows: dict[str, list[Person]] = defaultdict(list)
        for one, other in combinations(people[:MOST_OF_ONE_SURNAME], 2):
            if may_be_one_person(one, other):
                fellows[one.key].append(other)
                fellows[other.key].append(one)
        for person in people:
            match fellows[person.key]:
                case [only] if len(fellows[only.key]) == 1:
                    joined[person.key] = min(person.key, only.key)
                case _:
                    pass  # of several that it may be, none is chosen
    return joined


def persons_of(occurrences: Iterable[Occurrence]) -> list[Person]:
    """The people named in full, with the articles that name them."""
    found: dict[str, Person] = {}
    for occurrence in occurrences:
        name = name_of(occurrence)
        if name.type != "person":
            continue
        if name.key not in found:
            parts = parts_of(name.full)
            if not parts.given:
                continue
            found[name.key] = Person(name.key, parts, set())
        found[name.key].articles.add(occurrence.article)
    return list(found.values())


def parts_of(full: str) -> PersonParts:
    """Given names, surname and generation of a full name, a nickname in quotation marks left out."""
    plain = full if full.replace(" ", "").isalnum() else QUOTED.sub(" ", full)
    words = folded_words(tuple(plain.replace(",", " ").split()))
    return person_parts(words) if words else PersonParts((), "", "")


def may_be_one_person(one: Person, other: Person) -> bool:
    """Whether two full names can be one person's, and no article names both.

    "Jr" and "Sr" are two people; a name without either can be one of them.
    """
    a, b = one.parts, other.parts
    if a.generation and b.generation and a.generation != b.generation:
        return False
    return one.articles.isdisjoint(other.articles) and givens_agree(a.given, b.given)
