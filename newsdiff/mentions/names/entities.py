"""The entities of names: a person, an organisation or a place with all writings of its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.folding import folded_parts, skeleton
from newsdiff.mentions.names.forms import Form, person_parts
from newsdiff.values import NameType


@dataclass
class Entity:
    """One person, organisation or place with all writings of its name."""

    forms: list[Form]
    type: NameType
    called: int = 0
    """How often a person is called by first name alone, which distinguishes the hero of a story from a
    relative."""
    key: str = ""
    full: str = ""

    @property
    def count(self) -> int:
        """How often it is named by a spelling that only it has."""
        return self.called + sum(form.count for form in self.forms)


@dataclass
class EntityIndex:
    """The entities of names in an event, to be looked up by how they are written."""

    entities: list[Entity] = field(default_factory=list)
    by_form: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    by_surname: dict[str, list[Entity]] = field(default_factory=dict)
    by_first: dict[str, list[Entity]] = field(default_factory=dict)
    by_middle: dict[str, list[Entity]] = field(default_factory=dict)
    """Middle names, some of which are the surname in use ("Idier Porras Guzmán", "Mr. Porras")."""
    strangers: dict[str, Entity] = field(default_factory=dict)
    """Entities for first names that may be several people's, where the article does not say whose."""
    called_by: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Writings of several words that are a surname alone ("Van Houten", "M. Macron") -> its skeleton."""
    teams: dict[str, Entity] = field(default_factory=dict)
    """Last word of "Houston Texans" -> the team, for words that else would be people of a place."""

    def add(self, forms: list[Form], kind: NameType) -> Entity:
        """Enter an entity."""
        entity = Entity(forms, kind)
        self.entities.append(entity)
        for form in forms:
            self.by_form[form.folded] = entity
        return entity

    def add_person(self, forms: list[Form]) -> None:
        """Enter a person, who can then be called by surname or first name alone."""
        entity = self.add(forms, "person")
        for form in forms:
            parts = person_parts(form.folded)
            enter(self.by_surname, skeleton(parts.surname), entity)
            enter(self.by_surname, skeleton("".join(folded_parts(form.words[-1]))), entity)
            enter(self.by_first, skeleton(parts.given[0]), entity)
            for middle in parts.given[1:]:
                enter(self.by_middle, skeleton(middle), entity)

    def absorb(self, entity: Entity, form: Form) -> None:
        """Give an entity one more writing."""
        entity.forms.append(form)
        self.by_form[form.folded] = entity


def enter(index: dict[str, list[Entity]], key: str, entity: Entity) -> None:
    """Put an entity under a key once."""
    entries = index.setdefault(key, [])
    if not any(entry is entity for entry in entries):
        entries.append(entity)


def surname_skeleton(words: tuple[str, ...]) -> str:
    """The skeleton of a name of one word ("Smith-Schuster" is one); empty for longer ones."""
    return skeleton("".join(folded_parts(words[0]))) if len(words) == 1 else ""


def unite(found: EntityIndex, into: Entity | None, other: Entity | None) -> None:
    """Give all writings of one entity to another."""
    if into is None or other is None or into is other:
        return
    for form in other.forms:
        found.absorb(into, form)
    for index in (found.by_surname, found.by_first, found.by_middle):
        for entries in index.values():
            if any(entry is other for entry in entries):
                entries[:] = [entry for entry in entries if entry is not other and entry is not into] + [into]
    other.forms = []
    found.entities = [entity for entity in found.entities if entity is not other]


def group_type(group: Iterable[Form]) -> NameType:
    """What the votes of all writings say together."""
    total = Form(())
    for form in group:
        total.count += form.count
        for name, weight in form.votes.items():
            total.votes[name] += weight
    return total.type


def name_entities(found: EntityIndex, places: Iterable[str]) -> None:
    """Choose every entity's full name and key; keys of different entities differ."""
    taken = set(places)
    for entity in sorted(found.entities, key=lambda entity: (-entity.count, entity.forms[0].folded)):
        best = fullest(entity)
        entity.full = (
            best.surface if not best.surface.isupper() or len(best.surface) < 7 else best.surface.title()
        )
        key = " ".join(best.folded)
        entity.key = key if key not in taken else f"{key} ({entity.type})"
        while entity.key in taken:
            entity.key += "'"
        taken.add(entity.key)


def fullest(entity: Entity) -> Form:
    """The writing that names the entity best: long, and not just once."""
    return min(
        entity.forms,
        key=lambda form: (-weight_of(form), -form.count, form.folded),
    )


def weight_of(form: Form) -> int:
    """Length before frequency, but three words written once weigh no more than two words written twice.

    "Reid Jr." is a surname alone.
    """
    surname_alone = len(form.folded) == 2 and form.folded[-1] in lexicon().suffix
    length = 1 if surname_alone else len(form.words)
    return 2 * min(length, 2) + (length > 2) + min(form.count, 2)
