"""People, places and organisations: one detail per name, and how its spellings relate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, plain_relation
from newsdiff.details.printed_names import as_printed, opens_in_capitals
from newsdiff.details.rivals import rival_details
from newsdiff.details.scene import Scene
from newsdiff.details.spellings import spelled_apart, spelling, writing
from newsdiff.details.telling import Telling
from newsdiff.model import Kind, Name

TICKER = re.compile(r"[(:]\s?$")
"""What stands before the sign of a share in capitals: "Tesla (NASDAQ:TSLA)"."""


def name_details(scene: Scene, needed: float) -> list[Draft]:
    """One draft per name, plus those where outlets put different people into one role."""
    rivals, spent = rival_details(scene, needed)
    known: dict[str, list[Telling]] = {}
    by_key: dict[str, list[Telling]] = {}
    kinds: tuple[Kind, Kind] = ("name", "place")
    for kind in kinds:
        for telling in scene.tellings.get(kind, []):
            if isinstance(telling.mention.value, Name):
                known.setdefault(telling.mention.value.key, []).append(telling)
                if telling.order not in spent:
                    by_key.setdefault(telling.mention.value.key, []).append(telling)
    for key in [key for key, tellings in by_key.items() if one_outlet(tellings)]:
        if home := group_of(key, rivals):
            home.tellings.extend(by_key.pop(key))
    for draft in rivals:
        draft.groups = [
            value
            for group in draft.groups
            for value in as_printed(group.tellings, known[key_of(group.tellings[0])])
        ]
    return rivals + [name_detail(scene, tellings, known[key]) for key, tellings in by_key.items()]


def key_of(telling: Telling) -> str:
    """Whom or what a mention names; only for mentions of names."""
    assert isinstance(telling.mention.value, Name)
    return telling.mention.value.key


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


def name_detail(scene: Scene, tellings: Sequence[Telling], known: Sequence[Telling]) -> Draft:
    """The mentions of one name: *variant* where outlets spell it differently, not merely shorter.

    `known` are all mentions of the name, those that another detail has included.
    """
    first = tellings[0].mention
    assert isinstance(first.value, Name)
    full = first.value.full
    spelled = [telling for telling in known if not is_ticker(scene, telling)]
    outlets = {telling.article for telling in spelled}
    spelled += [telling for telling in known if telling.article not in outlets]
    groups = as_printed(tellings, spelled)
    relation = plain_relation(groups)
    because = "named by one outlet only: " + groups[0].value
    confidence = c.SUREST
    if relation == "shared":
        apart = spelled_otherwise(groups)
        if not apart and (letters := written_otherwise(spelled)):
            groups = as_printed(tellings, spelled, frozenset([letters]))
            apart = [group for group in groups if "".join(spelling(group.value)) == letters]
        if len({frozenset(group.articles) for group in apart}) > 1:
            relation = "variant"
            because = "one name, spelled " + " / ".join(f"“{value}”" for value in fullest(apart))
            confidence = c.SAME_THING
        elif len(groups) > 1:
            because = "one name, in several forms: " + " / ".join(f"“{group.value}”" for group in groups)
        else:
            because = f"all name {groups[0].value}"
    return Draft(first.kind, relation, full, groups, confidence, because)


def is_ticker(scene: Scene, telling: Telling) -> bool:
    """Whether a name is the sign of a share, or the short form in brackets behind a full name."""
    text, mention = scene.text(telling), telling.mention
    before = text[max(0, mention.start - 2) : mention.start]
    return (
        mention.text.isupper() and bool(TICKER.search(before)) and text[mention.end : mention.end + 1] == ")"
    )


def spelled_otherwise(groups: Sequence[Group]) -> list[Group]:
    """The values that spell some word of the name as another value does not; none that is merely shorter."""
    forms = [spelling(group.value) for group in groups]
    return [
        group
        for group, form in zip(groups, forms, strict=True)
        if any(spelled_apart(form, other) for other in forms)
    ]


def fullest(groups: Sequence[Group]) -> list[str]:
    """The values of which no other has all the words and more."""
    words = [set(spelling(group.value)) for group in groups]
    return [
        group.value for group, mine in zip(groups, words, strict=True) if not any(mine < one for one in words)
    ]


def written_otherwise(tellings: Sequence[Telling]) -> str:
    """The letters of a name that outlets write in several ways: "NATO", "Nato"; with a hyphen, without.

    Only the spelling that most outlets use counts; the capitals of a dateline do not. Empty where it is
    written in one way.
    """
    by_letters: dict[str, list[Telling]] = {}
    for telling in tellings:
        if not opens_in_capitals(telling):
            by_letters.setdefault("".join(spelling(telling.mention.text)), []).append(telling)
    if not by_letters:
        return ""
    letters = max(by_letters, key=lambda one: len({telling.article for telling in by_letters[one]}))
    return letters if len({writing(telling.mention.text) for telling in by_letters[letters]}) > 1 else ""
