"""People, places and organisations: one detail per name, and how its spellings relate."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.details.drafts import Draft, Group, by_value, most_told_first, plain_relation
from newsdiff.details.rivals import rival_details
from newsdiff.details.scene import Scene
from newsdiff.details.spellings import spelled_apart, spelling, writing
from newsdiff.details.telling import Telling
from newsdiff.model import Kind, Name

LONGEST_ACRONYM = 3


def name_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per name, plus those where outlets put different people into one role."""
    rivals, spent = rival_details(scene, needed)
    by_key: dict[str, list[Telling]] = {}
    kinds: tuple[Kind, Kind] = ("name", "place")
    for kind in kinds:
        for telling in scene.tellings.get(kind, []):
            if isinstance(telling.mention.value, Name) and telling.order not in spent:
                by_key.setdefault(telling.mention.value.key, []).append(telling)
    for key in [key for key, tellings in by_key.items() if one_outlet(tellings)]:
        if home := group_of(key, rivals):
            home.tellings.extend(by_key.pop(key))
    return rivals + [name_detail(tellings) for tellings in by_key.values()]


def one_outlet(tellings: Sequence[Telling]) -> bool:
    """Whether a single outlet has all these mentions."""
    return len({telling.article for telling in tellings}) == 1


def group_of(key: str, rivals: Sequence[Draft]) -> Group | None:
    """The value of a *differs* that names this person: what is left of the mentions is not *only here*."""
    for draft in rivals:
        for group in draft.groups:
            value = group.tellings[0].mention.value
            if isinstance(value, Name) and value.key == key:
                return group
    return None


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
        apart = spellings if len(spellings) > 1 else grouped_by_writing(tellings)
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


def grouped_by_writing(tellings: Sequence[Telling]) -> list[Group]:
    """The mentions under the writings of one spelling: "NATO" and "Nato", "Kim Jong-un" and "Kim Jong Un".

    Only writings of the spelling that most outlets use count. What is merely shorter, and the capitals of a
    dateline, go where their outlet's other mentions are.
    """
    by_letters: dict[str, list[Telling]] = {}
    for telling in tellings:
        if not opens_in_capitals(telling):
            by_letters.setdefault("".join(spelling(telling.mention.text)), []).append(telling)
    if not by_letters:
        return [Group(tellings[0].mention.text, list(tellings))]
    common = max(by_letters.values(), key=lambda same: len({telling.article for telling in same}))
    groups = by_value(common, lambda telling: writing(telling.mention.text))
    placed = {telling.order for telling in common}
    for telling in tellings:
        if telling.order not in placed:
            home = next((group for group in groups if telling.article in group.articles), groups[0])
            home.tellings.append(telling)
    return most_told_first(groups)


def opens_in_capitals(telling: Telling) -> bool:
    """Whether a name stands in capitals at the head of its sentence, as in a dateline: "ERIE, Pa. —"."""
    text = telling.mention.text
    return text.isupper() and len(text) > LONGEST_ACRONYM and telling.mention.start == telling.sentence.start
