"""Resolves short names inside one article: "Obama", "Mrs Obama", "Michelle"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.candidates import Candidate
from newsdiff.mentions.names.entities import Entity, EntityIndex, surname_skeleton
from newsdiff.mentions.names.folding import folded_words, skeleton
from newsdiff.mentions.names.forms import person_parts

TITLE_WORDS: Final = (2, 3, 4)
"""Words of a full name in a title."""


class NameResolver:
    """Resolves short names inside one article by who was named in full before.

    Of several people of one surname the best known is meant: stories call relatives in full or by first name.
    """

    def __init__(self, found: EntityIndex) -> None:
        self._found = found
        self._met: set[int] = set()
        self._latest: dict[str, Entity] = {}
        self._surnames: set[str] = set()

    def add_people_of(self, title: str) -> None:
        """Add the people whom a title names in full: the article is about them."""
        words = tuple(title.split())
        for size in TITLE_WORDS:
            for first in range(len(words) - size + 1):
                entity = self._found.by_form.get(folded_words(words[first : first + size]))
                if entity is not None and entity.type == "person":
                    self._met.add(id(entity))

    def entity(self, candidate: Candidate) -> Entity | None:
        """The entity that is meant; None when none of the event fits."""
        folded = folded_words(candidate.words)
        if not folded:
            return None
        entity = self._found.by_form.get(folded)
        if entity is not None:
            if entity.type == "person" and len(folded) > 1:
                self._met.add(id(entity))
                parts = person_parts(folded)
                self._surnames.add(skeleton(parts.surname))
                self._latest[skeleton(parts.given[0])] = entity
            return entity
        short_form = surname_skeleton(candidate.words) or self._found.called_by.get(folded, "")
        if not short_form:
            return None
        by_surname = self._by(self._found.by_surname.get(short_form, []), candidate)
        by_first = self._latest.get(short_form) or self._only(self._found.by_first.get(short_form, []))
        by_middle = self._only(self._found.by_middle.get(short_form, []))
        return by_surname or by_first or by_middle or self._found.strangers.get(short_form)

    @staticmethod
    def _only(possible: Sequence[Entity]) -> Entity | None:
        return possible[0] if len(possible) == 1 else None

    def surname_in_use(self, candidate: Candidate) -> bool:
        """Whether a person of that surname was named before ("Washington" after "Kerry Washington")."""
        return surname_skeleton(candidate.words) in self._surnames

    def _by(self, possible: Sequence[Entity], candidate: Candidate) -> Entity | None:
        """Of those it may be: whom the courtesy title fits, whom the article named, the best known."""
        if not possible:
            return None
        fitting = [entity for entity in possible if fits_courtesy(entity, candidate.courtesy)] or possible
        met = [entity for entity in fitting if id(entity) in self._met] or fitting
        return min(met, key=lambda entity: (-entity.count, entity.forms[0].folded))


def fits_courtesy(entity: Entity, courtesy: str) -> bool:
    """Whether a courtesy title does not speak against the entity's first name."""
    first = entity.forms[0].folded[0]
    lists = lexicon()
    if courtesy in ("mrs", "ms", "miss", "dame", "lady"):
        return first not in lists.male or first in lists.female
    if courtesy in ("mr", "sir", "lord"):
        return first not in lists.female or first in lists.male
    return True
