"""Short and misspelt names joined to the full ones: acronyms, "Goldman", "Steelers", a letter off."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.contexts import is_acronym, team_like
from newsdiff.mentions.names.entities import Entity, EntityIndex, enter, unite
from newsdiff.mentions.names.folding import skeleton
from newsdiff.mentions.names.forms import Form, person_parts
from newsdiff.mentions.names.people import SHORTEST_FUZZY, one_letter_apart, outlets
from newsdiff.mentions.names.places import gazetteer
from newsdiff.mentions.names.things import acronym_of, core, initials


def join_longer_names(found: EntityIndex) -> None:
    """ "Luis Guillermo Solis" and "Luis Guillermo Solis Rivera" are one; Jr. is another."""
    suffixes = lexicon().suffix
    for entity in list(found.entities):
        for form in list(entity.forms):
            for length in range(2, len(form.folded)):
                other = found.by_form.get(form.folded[:length])
                if other and other.type == "person" and form.folded[length] not in suffixes:
                    unite(found, entity, other)


def join_surnames_with_generation(found: EntityIndex) -> None:
    """ "Reid Jr." joins "Thomas Reid Jr." where there is one such person only."""
    suffixes = lexicon().suffix
    people: dict[tuple[str, str], list[Entity]] = {}
    for entity in found.entities:
        for parts in {person_parts(form.folded) for form in entity.forms if entity.type == "person"}:
            if parts.generation:
                people.setdefault((parts.surname, parts.generation), []).append(entity)
    for entity in list(found.entities):
        for form in list(entity.forms):
            if len(form.folded) == 2 and form.folded[1] in suffixes:
                called = people.get((form.folded[0], form.folded[1]), ())
                if len(called) == 1:
                    unite(found, called[0], entity)


def join_acronyms(found: EntityIndex, brackets: Sequence[tuple[Form, Form]]) -> None:
    """Acronyms join the full name that they stand for: as given in brackets, else by its initials."""
    for full, short in brackets:
        unite(found, found.by_form.get(full.folded), found.by_form.get(short.folded))
    by_letters: dict[str, Entity] = {}
    for entity in found.entities:
        if entity.type == "person":
            continue
        for form in entity.forms:
            if len(form.folded) > 1:
                for letters in sorted(initials(form.surface)):
                    by_letters.setdefault(letters, entity)
    for entity in list(found.entities):
        letters = acronym_of(entity.forms[0]) if len(entity.forms[0].folded) == 1 else ""
        if letters and entity.forms[0].surface.replace(".", "").isupper():
            unite(found, by_letters.get(letters), entity)


def join_short_forms(found: EntityIndex) -> None:
    """ "Goldman" joins "Goldman Sachs", "Steelers" "Pittsburgh Steelers", "Terrigal" "Terrigal Beach"."""
    lists, known = lexicon(), gazetteer()
    by_first: dict[str, list[Entity]] = {}
    by_last: dict[str, list[Entity]] = {}
    for entity in found.entities:
        if entity.type == "person":
            continue
        for form in list(entity.forms):
            words = core(form)
            if len(words) < 2:
                continue
            enter(by_first, words[0], entity)
            if team_like(form.words):
                enter(by_last, words[-1], entity)
                if form.folded[-1] not in lists.organisation:
                    found.teams.setdefault(form.folded[-1], entity)
    for entity in list(found.entities):
        short = entity.forms[0] if len(entity.forms) == 1 else None
        if short is None or len(short.folded) != 1 or known.find(short.words):
            continue
        word = short.bones[0]
        teams, longer = by_last.get(word, []), by_first.get(word, [])
        if len(teams) == 1:
            unite(found, teams[0], entity)
        elif len(longer) == 1 and begins_alias(short, longer[0]):
            unite(found, longer[0], entity)


def begins_alias(short: Form, longer: Entity) -> bool:
    """Whether a first word alone can stand for the whole: companies, broadcasters, places with a designator.

    "Apple" is not "Apple Store": what follows must be no common thing of its own.
    """
    lists = lexicon()
    for form in longer.forms:
        rest = core(form)[1:]
        if not rest or form.folded[0] != short.folded[0]:
            continue
        if all(word in lists.designator for word in rest):
            return short.type in ("place", "other")
        if is_acronym(short.surface) and all(word in lists.organisation for word in form.folded[1:]):
            return True  # "ABC" and "ABC News"
        legal = form.folded[-1] in lists.legal_form
        if (
            (legal or len(rest) == 1)
            and longer.type == "organisation"
            and short.type in ("organisation", "other", "person")
        ):
            return legal and not any(word in lists.organisation for word in rest)
    return False


def join_misspelt_surnames(found: EntityIndex) -> None:
    """A surname alone that is one letter off a known person's, in other outlets, is that person's."""
    buckets: dict[str, list[Entity]] = {}
    for surname, entities in found.by_surname.items():
        for entity in entities:
            enter(buckets, surname[:3], entity)
    for entity in list(found.entities):
        form = entity.forms[0] if len(entity.forms) == 1 else None
        if form is None or len(form.folded) != 1 or entity.type not in ("person", "other"):
            continue
        name = form.bones[0]
        if len(name) <= SHORTEST_FUZZY or name + "s" in found.by_surname or name[:-1] in found.by_surname:
            continue
        near = [
            person
            for person in buckets.get(name[:3], [])
            if any(one_letter_apart(name, skeleton(other.folded[-1])) for other in person.forms)
            and outlets(person.forms).isdisjoint(form.articles)
        ]
        if len(near) == 1:
            unite(found, near[0], entity)
