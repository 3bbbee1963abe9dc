"""People, places and organisations: one detail per name, and how its spellings relate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.details.drafts import Draft, Group, by_value, most_told_first, plain_relation
from newsdiff.details.rivals import rival_details
from newsdiff.details.scene import Scene
from newsdiff.details.spellings import spelled_apart, spelling, writing
from newsdiff.details.telling import Telling
from newsdiff.model import Kind, Name

LONGEST_ACRONYM = 3
TICKER = re.compile(r"[(:]\s?$")
"""What stands before the sign of a share in capitals: "Tesla (NASDAQ:TSLA)"."""


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
    return rivals + [name_detail(scene, tellings) for tellings in by_key.values()]


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


def name_detail(scene: Scene, tellings: Sequence[Telling]) -> Draft:
    """All mentions of one name: *variant* where outlets spell it differently, not merely shorter."""
    first = tellings[0].mention
    assert isinstance(first.value, Name)
    full = first.value.full
    spelled = [telling for telling in tellings if not is_ticker(scene, telling)] or list(tellings)
    spellings = grouped_by_spelling(spelled)
    groups = [Group(full, list(tellings))]
    relation = plain_relation(groups)
    because = f"named by one outlet only: {full}"
    confidence = 0.9
    if relation == "shared":
        because = f"all name {full}"
        apart = spellings if len(spellings) > 1 else grouped_by_writing(spelled)
        if len(apart) > 1 and len({frozenset(group.articles) for group in apart}) > 1:
            relation = "variant"
            groups = with_the_rest(apart, tellings)
            because = "one name, spelled " + " / ".join(f"“{group.value}”" for group in apart)
            confidence = 0.85
    return Draft(first.kind, relation, full, groups, confidence, because)


def is_ticker(scene: Scene, telling: Telling) -> bool:
    """Whether a name is the sign of a share, or the short form in brackets behind a full name."""
    text, mention = scene.text(telling), telling.mention
    before = text[max(0, mention.start - 2) : mention.start]
    return (
        mention.text.isupper() and bool(TICKER.search(before)) and text[mention.end : mention.end + 1] == ")"
    )


def with_the_rest(groups: list[Group], tellings: Sequence[Telling]) -> list[Group]:
    """The spellings with the mentions that are none, each put where its outlet's other mentions are."""
    placed = {telling.order for group in groups for telling in group.tellings}
    for telling in tellings:
        if telling.order not in placed:
            home = next((group for group in groups if telling.article in group.articles), groups[0])
            home.tellings.append(telling)
    return most_told_first(groups)


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
    return with_the_rest(groups, tellings)


def opens_in_capitals(telling: Telling) -> bool:
    """Whether a name opens its sentence in capitals: a dateline ("ERIE, Pa. —"), a lead ("MICHAEL Sheen")."""
    text = telling.mention.text
    shouted = text if text.isupper() else text.split()[0]
    opens = telling.mention.start == telling.sentence.start
    return opens and shouted.isupper() and len(shouted) > LONGEST_ACRONYM
