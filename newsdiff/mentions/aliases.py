"""Which mentions name one person, organisation or place, over all articles of the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsdiff.mentions.capitals import Vocabulary
from newsdiff.mentions.contexts import is_acronym, team_like
from newsdiff.mentions.folding import folded_parts, skeleton
from newsdiff.mentions.forms import Form, person_parts
from newsdiff.mentions.lexicon import lexicon
from newsdiff.mentions.people import (
    LARGEST_BUCKET,
    SHORTEST_FUZZY,
    group_people,
    one_letter_apart,
    outlets,
    same_person,
)
from newsdiff.mentions.places import gazetteer
from newsdiff.mentions.things import acronym_of, core, group_things, initials
from newsdiff.model import NameType


@dataclass
class Bearer:
    """One person, organisation or place with all writings of its name."""

    forms: list[Form]
    type: NameType
    called: int = 0
    """How often a person is called by first name alone, which tells the hero of a story from a relative."""
    key: str = ""
    full: str = ""

    @property
    def count(self) -> int:
        """How often it is named by a writing that is nobody else's."""
        return self.called + sum(form.count for form in self.forms)


@dataclass
class Register:
    """The bearers of names in an event, to be looked up by how they are written."""

    bearers: list[Bearer] = field(default_factory=list)
    by_form: dict[tuple[str, ...], Bearer] = field(default_factory=dict)
    by_surname: dict[str, list[Bearer]] = field(default_factory=dict)
    by_first: dict[str, list[Bearer]] = field(default_factory=dict)
    by_middle: dict[str, list[Bearer]] = field(default_factory=dict)
    """Middle names, some of which are the surname in use ("Idier Porras Guzmán", "Mr. Porras")."""
    strangers: dict[str, Bearer] = field(default_factory=dict)
    """Bearers for first names that may be several people's, where the article does not tell whose."""
    teams: dict[str, Bearer] = field(default_factory=dict)
    """Last word of "Houston Texans" -> the team, for words that else would be people of a place."""

    def add(self, forms: list[Form], kind: NameType) -> Bearer:
        """Enter a bearer."""
        bearer = Bearer(forms, kind)
        self.bearers.append(bearer)
        for form in forms:
            self.by_form[form.folded] = bearer
        return bearer

    def add_person(self, forms: list[Form]) -> None:
        """Enter a person, who can then be called by surname or first name alone."""
        bearer = self.add(forms, "person")
        for form in forms:
            parts = person_parts(form.folded)
            enter(self.by_surname, skeleton(parts.surname), bearer)
            enter(self.by_surname, skeleton("".join(folded_parts(form.words[-1]))), bearer)
            enter(self.by_first, skeleton(parts.given[0]), bearer)
            for middle in parts.given[1:]:
                enter(self.by_middle, skeleton(middle), bearer)

    def absorb(self, bearer: Bearer, form: Form) -> None:
        """Give a bearer one more writing."""
        bearer.forms.append(form)
        self.by_form[form.folded] = bearer


def enter(index: dict[str, list[Bearer]], key: str, bearer: Bearer) -> None:
    """Put a bearer under a key once."""
    entries = index.setdefault(key, [])
    if not any(entry is bearer for entry in entries):
        entries.append(bearer)


def short_bone(words: tuple[str, ...]) -> str:
    """The skeleton of a name of one word ("Smith-Schuster" is one); empty for longer ones."""
    return skeleton("".join(folded_parts(words[0]))) if len(words) == 1 else ""


def is_full_person(form: Form) -> bool:
    """Whether a writing is a person's full name."""
    if len(form.words) < 2 or not 2 <= len(form.folded) <= 5 or any(word.isdigit() for word in form.folded):
        return False
    return form.type == "person" and " of " not in form.surface


def register(
    forms: Mapping[tuple[str, ...], Form], brackets: Sequence[tuple[Form, Form]], vocabulary: Vocabulary
) -> Register:
    """All bearers of names. `brackets` are pairs of a full name and the acronym given behind it."""
    promote_people(forms, vocabulary)
    promote_agreeing(forms.values())
    people = [form for form in forms.values() if is_full_person(form)]
    person_forms = {form.folded for form in people}
    found = Register()
    for group in group_people(people):
        found.add_person(group)
    surnames, firsts, middles = set(found.by_surname), set(found.by_first), set(found.by_middle)
    singles, things = [], []
    for form in forms.values():
        if form.folded in person_forms:
            continue
        bone = short_bone(form.words)
        if bone and form.type != "place" and (bone in surnames or bone in firsts or bone in middles):
            singles.append(form)  # resolved mention by mention
            if bone not in surnames and bone in firsts and len(found.by_first[bone]) == 1:
                found.by_first[bone][0].called += form.count
        else:
            things.append(form)
    for group in group_things(things):
        found.add(group, group_type(group))
    join_longer_names(found)
    join_acronyms(found, brackets)
    join_short_forms(found)
    join_misspelt_surnames(found)
    for form in sorted(singles, key=lambda form: form.folded):
        found.by_form.pop(form.folded, None)
        bone = short_bone(form.words)
        if bone not in surnames:
            found.strangers.setdefault(bone, Bearer([form], "person"))
    found.bearers.extend(found.strangers.values())
    return found


def join_longer_names(found: Register) -> None:
    """ "Luis Guillermo Solis" and "Luis Guillermo Solis Rivera" are one; Jr. is another."""
    suffixes = lexicon().suffix
    for bearer in list(found.bearers):
        for form in list(bearer.forms):
            for length in range(2, len(form.folded)):
                other = found.by_form.get(form.folded[:length])
                if other and other.type == "person" and form.folded[length] not in suffixes:
                    unite(found, bearer, other)


def promote_people(forms: Mapping[tuple[str, ...], Form], vocabulary: Vocabulary) -> None:
    """A name of unknown type whose last word is also used alone, as surnames are, is taken for a person."""
    singles = {short_bone(form.words): form for form in forms.values() if len(form.words) == 1}
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
        short = singles.get(short_bone(form.words[-1:]))
        common = any(vocabulary.lower[word] for word in form.folded)
        if short and not common and short.votes["place"] < 1 and short.type in ("person", "other"):
            form.votes["person"] += 2
        elif not common and len(form.folded) == 2 and form.votes["person"] >= 0.5:
            form.votes["person"] += 0.3


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


def group_type(group: Iterable[Form]) -> NameType:
    """What the votes of all writings say together."""
    total = Form(())
    for form in group:
        total.count += form.count
        for name, weight in form.votes.items():
            total.votes[name] += weight
    return total.type


def join_acronyms(found: Register, brackets: Sequence[tuple[Form, Form]]) -> None:
    """Acronyms join the full name that they stand for: as told in brackets, else by its initials."""
    for full, short in brackets:
        unite(found, found.by_form.get(full.folded), found.by_form.get(short.folded))
    by_letters: dict[str, Bearer] = {}
    for bearer in found.bearers:
        if bearer.type == "person":
            continue
        for form in bearer.forms:
            if len(form.folded) > 1:
                for letters in sorted(initials(form.surface)):
                    by_letters.setdefault(letters, bearer)
    for bearer in list(found.bearers):
        letters = acronym_of(bearer.forms[0]) if len(bearer.forms[0].folded) == 1 else ""
        if letters and bearer.forms[0].surface.replace(".", "").isupper():
            unite(found, by_letters.get(letters), bearer)


def unite(found: Register, into: Bearer | None, other: Bearer | None) -> None:
    """Give all writings of one bearer to another."""
    if into is None or other is None or into is other:
        return
    for form in other.forms:
        found.absorb(into, form)
    for index in (found.by_surname, found.by_first, found.by_middle):
        for entries in index.values():
            if any(entry is other for entry in entries):
                entries[:] = [entry for entry in entries if entry is not other and entry is not into] + [into]
    other.forms = []
    found.bearers = [bearer for bearer in found.bearers if bearer is not other]


def join_short_forms(found: Register) -> None:
    """ "Goldman" joins "Goldman Sachs", "Steelers" "Pittsburgh Steelers", "Terrigal" "Terrigal Beach"."""
    lists, known = lexicon(), gazetteer()
    by_first: dict[str, list[Bearer]] = {}
    by_last: dict[str, list[Bearer]] = {}
    for bearer in found.bearers:
        if bearer.type == "person":
            continue
        for form in list(bearer.forms):
            words = core(form)
            if len(words) < 2:
                continue
            enter(by_first, words[0], bearer)
            if team_like(form.words):
                enter(by_last, words[-1], bearer)
                if form.folded[-1] not in lists.organisation:
                    found.teams.setdefault(form.folded[-1], bearer)
    for bearer in list(found.bearers):
        short = bearer.forms[0] if len(bearer.forms) == 1 else None
        if short is None or len(short.folded) != 1 or known.find(short.words):
            continue
        word = short.bones[0]
        teams, longer = by_last.get(word, []), by_first.get(word, [])
        if len(teams) == 1:
            unite(found, teams[0], bearer)
        elif len(longer) == 1 and begins_alias(short, longer[0]):
            unite(found, longer[0], bearer)


def begins_alias(short: Form, longer: Bearer) -> bool:
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


def join_misspelt_surnames(found: Register) -> None:
    """A surname alone that is one letter off a known person's, in other outlets, is that person's."""
    buckets: dict[str, list[Bearer]] = {}
    for surname, bearers in found.by_surname.items():
        for bearer in bearers:
            enter(buckets, surname[:3], bearer)
    for bearer in list(found.bearers):
        form = bearer.forms[0] if len(bearer.forms) == 1 else None
        if form is None or len(form.folded) != 1 or bearer.type not in ("person", "other"):
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
            unite(found, near[0], bearer)


def name_bearers(found: Register, places: Iterable[str]) -> None:
    """Choose every bearer's full name and key; keys of different bearers differ."""
    taken = set(places)
    for bearer in sorted(found.bearers, key=lambda bearer: (-bearer.count, bearer.forms[0].folded)):
        best = fullest(bearer)
        bearer.full = (
            best.surface if not best.surface.isupper() or len(best.surface) < 7 else best.surface.title()
        )
        key = " ".join(best.folded)
        bearer.key = key if key not in taken else f"{key} ({bearer.type})"
        while bearer.key in taken:
            bearer.key += "'"
        taken.add(bearer.key)


def fullest(bearer: Bearer) -> Form:
    """The writing that names the bearer best: long, and not just once."""
    return min(
        bearer.forms,
        key=lambda form: (-weight_of(form), -form.count, form.folded),
    )


def weight_of(form: Form) -> int:
    """Length before frequency, but three words written once weigh no more than two words written twice."""
    length = len(form.words)
    return 2 * min(length, 2) + (length > 2) + min(form.count, 2)
