"""The bearers of names: a person, an organisation or a place with all writings of its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsdiff.mentions.names.folding import folded_parts, skeleton
from newsdiff.mentions.names.forms import Form, person_parts
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
    called_by: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Writings of several words that are a surname alone ("Van Houten", "M. Macron") -> its skeleton."""
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


def group_type(group: Iterable[Form]) -> NameType:
    """What the votes of all writings say together."""
    total = Form(())
    for form in group:
        total.count += form.count
        for name, weight in form.votes.items():
            total.votes[name] += weight
    return total.type


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
