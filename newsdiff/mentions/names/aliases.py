"""Which mentions name one person, organisation or place, over all articles of the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.names.capitals import Vocabulary
from newsdiff.mentions.names.entities import Entity, EntityIndex, group_type, surname_skeleton
from newsdiff.mentions.names.forms import Form
from newsdiff.mentions.names.people import LARGEST_BUCKET, group_people, same_person
from newsdiff.mentions.names.short_names import (
    join_acronyms,
    join_longer_names,
    join_misspelt_surnames,
    join_short_forms,
    join_surnames_with_generation,
)
from newsdiff.mentions.names.things import group_things

LONGEST_BODY = 3
"""Capitals of so many letters abbreviate; longer ones may be a surname in a headline."""


def is_full_person(form: Form) -> bool:
    """Whether a writing is a person's full name."""
    if len(form.words) < 2 or not 2 <= len(form.folded) <= 5 or any(word.isdigit() for word in form.folded):
        return False
    return form.type == "person" and " of " not in form.surface


def register(
    forms: Mapping[tuple[str, ...], Form], brackets: Sequence[tuple[Form, Form]], vocabulary: Vocabulary
) -> EntityIndex:
    """All entities of names. `brackets` are pairs of a full name and the acronym given behind it."""
    promote_people(forms, vocabulary)
    promote_agreeing(forms.values())
    promote_by_surname(forms.values())
    tails = {form.surname_with_particles for form in forms.values() if is_full_person(form)}
    people = [form for form in forms.values() if is_full_person(form) and form.plain not in tails]
    person_forms = {form.folded for form in people}
    found = EntityIndex()
    for group in group_people(people):
        found.add_person(group)
    found.called_by.update(surnames_of_several_words(forms.values(), found))
    surnames, firsts, middles = set(found.by_surname), set(found.by_first), set(found.by_middle)
    singles, things = [], []
    for form in forms.values():
        if form.folded in person_forms:
            continue
        short_form = surname_skeleton(form.words) or found.called_by.get(form.folded, "")
        called = short_form in surnames or short_form in firsts or short_form in middles
        if short_form and called and form.type != "place" and not is_short_acronym(form):
            singles.append(form)  # resolved mention by mention
            if short_form not in surnames and short_form in firsts and len(found.by_first[short_form]) == 1:
                found.by_first[short_form][0].called += form.count
        else:
            things.append(form)
    for group in group_things(things):
        found.add(group, group_type(group))
    join_longer_names(found)
    join_surnames_with_generation(found)
    join_acronyms(found, brackets)
    join_short_forms(found)
    join_misspelt_surnames(found)
    for form in sorted(singles, key=lambda form: form.folded):
        found.by_form.pop(form.folded, None)
        short_form = surname_skeleton(form.words) or found.called_by[form.folded]
        if short_form not in surnames:
            found.strangers.setdefault(short_form, Entity([form], "person"))
    found.entities.extend(found.strangers.values())
    return found


def surnames_of_several_words(forms: Iterable[Form], found: EntityIndex) -> dict[tuple[str, ...], str]:
    """Writings that are a known person's surname, and its skeleton: with its particles ("Van Houten" beside
    "Mark van Houten") or with the French "M." before it."""
    tails = {
        form.surname_with_particles
        for entity in found.entities
        if entity.type == "person"
        for form in entity.forms
    }
    called: dict[tuple[str, ...], str] = {}
    for form in forms:
        if len(form.folded) < 2:
            continue
        short_form = form.bones[-1]
        if form.plain in tails or (form.folded[0] == "m" and is_monsieur(form, short_form, found)):
            called[form.folded] = short_form
    return called


def is_monsieur(form: Form, short_form: str, found: EntityIndex) -> bool:
    """Whether "M. Macron" is Mr Macron: somebody of that surname is named whose first name has no M."""
    others = [
        other
        for entity in found.by_surname.get(short_form, ())
        for other in entity.forms
        if other is not form and len(other.folded) > 1
    ]
    return (
        len(form.folded) == 2
        and bool(others)
        and not any(o.folded[0][0] == "m" and o.folded[0] != "m" for o in others)
    )


def is_short_acronym(form: Form) -> bool:
    """Whether capitals stand for a body and not for a person: the UN is not Kim Jong Un."""
    letters = form.surface.replace(".", "")
    return letters.isupper() and len(letters) <= LONGEST_BODY


def promote_people(forms: Mapping[tuple[str, ...], Form], vocabulary: Vocabulary) -> None:
    """A name of unknown type whose last word is also used alone, as surnames are, is taken for a person."""
    singles = {surname_skeleton(form.words): form for form in forms.values() if len(form.words) == 1}
    for form in forms.values():
        if (
            any(word.isdigit() or word[-1].isdigit() for word in form.folded)
            or form.folded[0] in lexicon().bodies
        ):
            continue
        if (
            not 2 <= len(form.words) <= 3
            or len(form.folded) < 2
            or form.type != "other"
            or not form.surface[:1].isupper()
        ):
            continue
        if form.words[-1].lower() in lexicon().groups or lexicon().suffix.intersection(form.folded[1:-1]):
            continue
        short = singles.get(surname_skeleton(form.words[-1:]))
        common = any(vocabulary.lower[word] for word in form.folded)
        if short and not common and short.votes["place"] < 1 and short.type in ("person", "other"):
            form.votes["person"] += 2
        elif not common and len(form.folded) == 2 and form.votes["person"] >= 0.5:
            form.votes["person"] += 0.3


def promote_by_surname(forms: Iterable[Form]) -> None:
    """A name of unknown type whose surname is used with a title ("Mr Da Silva") is a person's."""
    titled = {form.plain for form in forms if form.titled}
    for form in forms:
        if form.type == "other" and form.surname_with_particles in titled:
            form.votes["person"] += 2


def promote_agreeing(forms: Iterable[Form]) -> None:
    """Names of unknown type that agree as people's do ("Tayyip Erdogan", "Recep Tayyip Erdogan") are such."""
    by_last: dict[str, list[Form]] = {}
    for form in forms:
        if (
            2 <= len(form.words) <= 4
            and form.type in ("person", "other")
            and all(map(str.isalpha, form.folded))
        ):
            by_last.setdefault(form.bones[-1], []).append(form)
    for group in by_last.values():
        if 1 < len(group) <= LARGEST_BUCKET:
            agreeing = [
                one for one in group if any(one is not other and same_person(one, other) for other in group)
            ]
            for form in agreeing:
                form.votes["person"] += 1
