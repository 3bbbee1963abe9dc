"""People, places and organisations: one detail per name, and how its spellings relate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from newsdiff.details.drafts import Draft, Group, most_told_first, plain_relation
from newsdiff.details.rivals import rival_details
from newsdiff.details.scene import Scene, Telling
from newsdiff.model import Kind, Name

WORD = re.compile(r"[^\W_]+")
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady president the prof professor judge justice gen sen rep".split()
)


def name_details(scene: Scene) -> list[Draft]:
    """One draft per name, plus those where outlets put different people into one role."""
    rivals, spent = rival_details(scene)
    by_key: dict[str, list[Telling]] = {}
    kinds: tuple[Kind, Kind] = ("name", "place")
    for kind in kinds:
        for telling in scene.tellings.get(kind, []):
            if isinstance(telling.mention.value, Name) and telling.order not in spent:
                by_key.setdefault(telling.mention.value.key, []).append(telling)
    return rivals + [name_detail(tellings) for tellings in by_key.values()]


def name_detail(tellings: Sequence[Telling]) -> Draft:
    """All mentions of one name: *variant* where outlets spell it differently, not merely shorter."""
    first = tellings[0].mention
    assert isinstance(first.value, Name)
    full = first.value.full
    spellings = grouped_by_spelling(tellings)
    groups = [Group(full, list(tellings))]
    relation = plain_relation(groups)
    because = f"named by one outlet only: {full}"
    confidence = 0.9
    if relation == "shared":
        because = f"all name {full}"
        apart = [group for group in spellings if group.articles]
        if len(apart) > 1 and len({frozenset(group.articles) for group in apart}) > 1:
            relation = "variant"
            groups = apart
            because = "one name, spelled " + " / ".join(f"“{group.value}”" for group in apart)
            confidence = 0.85
    return Draft(first.kind, relation, full, groups, confidence, because)


def grouped_by_spelling(tellings: Sequence[Telling]) -> list[Group]:
    """The mentions under the spellings that exclude each other; short forms go where they fit.

    Forms are placed longest first: "Zelensky" joins "Volodymyr Zelensky", "Zelenskyy" does not. A form
    that only shortens or abbreviates is no spelling of its own.
    """
    forms: dict[tuple[str, ...], list[Telling]] = {}
    for telling in tellings:
        forms.setdefault(spelling(telling.mention.text), []).append(telling)
    groups: list[tuple[set[tuple[str, ...]], Group]] = []
    for form in sorted(forms, key=lambda form: (-len(form), forms[form][0].order)):
        home = None
        for members, group in groups:
            if not any(spelled_apart(form, other) for other in members):
                home = (members, group)
                break
        if home is None:
            groups.append(({form}, Group(" ".join(forms[form][0].mention.text.split()), list(forms[form]))))
        else:
            home[0].add(form)
            home[1].tellings.extend(forms[form])
    return most_told_first(group for _, group in groups)


@lru_cache(maxsize=10_000)
def spelling(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no case, accents, dots, hyphens, titles or possessives."""
    plain = anyascii(text).replace("'s", " ").replace("s' ", "s ").replace(".", "").lower()
    return tuple(word for word in WORD.findall(plain) if word not in TITLES)


def spelled_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two forms of a name spell some word differently ("Kyiv", "Kiev"), not merely leave words out."""
    mine = [word for word in one if word not in other]
    theirs = [word for word in other if word not in one]
    if "".join(one) == "".join(other):
        return False
    if one and other and mine and theirs and len(one) == len(other) == 1:
        return alike(mine[0], theirs[0])
    return any(alike(a, b) for a in mine for b in theirs)


@lru_cache(maxsize=10_000)
def alike(a: str, b: str) -> bool:
    """Whether two different words are spellings of one: same first letter, few letters changed.

    Plurals, adjectives ("Russia", "Russian") and initials are forms, not spellings.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or short[0] != long[0] or (long.startswith(short) and long[len(short) :] in FORMS):
        return False
    distance = DamerauLevenshtein.distance(a, b)
    return distance <= max(2, round(len(long) * 0.4)) if len(short) > 3 else distance <= 1


FORMS = frozenset(["n", "s", "es", "an", "ian", "ese", "ish", "i", "ns", "ans"])
"""Endings that make another form of a name, not another spelling of it."""
