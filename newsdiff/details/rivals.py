"""Different people in one place: whom one outlet calls Steve Witkoff another calls Tim Swieczkowski.

Two outlets name different people in like sentences all the time: each has its own witness, its own
spokesman. Only a name that stands in the other's very place counts: beside the same companion, or with
the same surname and another first name, and never where an outlet knows both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from newsdiff.details import constants as c
from newsdiff.details.drafts import Draft, Group, most_told_first
from newsdiff.details.reasons import NONE, PARAGRAPHS_LINKED, Evidence
from newsdiff.details.scene import Scene
from newsdiff.details.spellings import alike, spelling
from newsdiff.details.telling import Telling
from newsdiff.language.tokens import stem_of
from newsdiff.model import Mention, Name

BESIDE = re.compile(
    r"\s*,?\s*(?:and|with|alongside|as well as|together with|along with|&)\s+(?:[^\s,;:]+\s+){0,6}?"
    r"(?!(?:from|of|by|with|to|for|in|at|on|against|about)\s)(?:[^\s,;:]+\s+)?",
    re.I,
)
"""From one name to the next: "and", and at most a role without commas ("and Trump's son-in-law")."""
ROLE_WORD = re.compile(r"[\w.'’-]+")
SUFFIXES = frozenset(["jr", "sr", "ii", "iii"])
ROLE_REACH = 60
"""Characters before a name in which its role is sought."""


def rival_details(scene: Scene, needed: float) -> tuple[list[Draft], set[float]]:
    """Drafts for names that stand in each other's place, and the orders of the mentions they use."""
    people = people_of(scene)
    drafts: list[Draft] = []
    spent: set[float] = set()
    found = []
    for a, b in pairs_of_people(scene, people):
        pair = max(
            (
                (rival_evidence(scene, x, y), x, y)
                for x, y in product(a[: c.MOST_MENTIONS], b[: c.MOST_MENTIONS])
            ),
            key=lambda item: item[0].score,
        )
        if pair[0].score >= needed:
            found.append((pair, a, b))
    taken: set[str] = set()
    for (evidence, x, y), a, b in sorted(found, key=lambda item: (-item[0][0].score, item[0][1].order)):
        if name_of(x).key in taken or name_of(y).key in taken:
            continue
        taken |= {name_of(x).key, name_of(y).key}
        groups = most_told_first(
            [Group(name_of(t[0]).full, t) for t in (in_place(scene, a, y), in_place(scene, b, x))]
        )
        drafts.append(rival_draft(groups, evidence))
        spent.update(telling.order for group in groups for telling in group.tellings)
    return drafts, spent


def name_of(telling: Telling) -> Name:
    """The name told; only for mentions of names."""
    value = telling.mention.value
    assert isinstance(value, Name)
    return value


def people_of(scene: Scene) -> dict[str, list[Telling]]:
    """Alias group -> its mentions, for people with a full name."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in scene.tellings.get("name", []):
        value = telling.mention.value
        if isinstance(value, Name) and value.type == "person" and len(spelling(value.full)) > 1:
            found[value.key].append(telling)
    return found


def pairs_of_people(
    scene: Scene, people: dict[str, list[Telling]]
) -> Iterator[tuple[list[Telling], list[Telling]]]:
    """Pairs of people of whom no outlet knows both, with a companion or the surname in common."""
    articles = {key: {telling.article for telling in tellings} for key, tellings in people.items()}
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, tellings in people.items():
        if len(articles[key]) < len(scene.annotated):
            beside = {name for telling in tellings[: c.MOST_MENTIONS] for name in beside_keys(scene, telling)}
            alike["surname", surname(name_of(tellings[0]))].append(key)
            for name in sorted(beside):
                alike["beside", name].append(key)
    pairs = {pair: None for keys in alike.values() for pair in combinations(keys[: c.MOST_PEOPLE], 2)}
    for one, other in pairs:
        if not articles[one] & articles[other]:
            yield people[one], people[other]


def surname(name: Name) -> str:
    """The last word of a name that is no suffix."""
    words = [word for word in spelling(name.full) if word not in SUFFIXES]
    return words[-1] if words else ""


def rival_evidence(scene: Scene, a: Telling, b: Telling) -> Evidence:
    """How surely two different people are named in one place."""
    link, likeness = scene.link(a, b), scene.likeness(a, b)
    mine, theirs = companions(scene, a), companions(scene, b)
    beside = beside_keys(scene, a) & beside_keys(scene, b)
    common = mine & theirs
    role = roles(scene, a) & roles(scene, b)
    score, reasons = 0.0, []
    if beside:
        score += c.RIVAL_BESIDE
        reasons.append("both named beside " + full_name(scene, a, min(beside)))
    elif same_surname(name_of(a), name_of(b)):
        score += c.RIVAL_SURNAME
        reasons.append("same surname, other first name")
    else:
        return NONE
    score += c.RIVAL_COMPANION * min(2, len(common - beside))
    score += c.RIVAL_LINK * link + c.RIVAL_LIKENESS * likeness
    if common - beside:
        reasons.append("in sentences that also name " + full_name(scene, a, min(common - beside)))
    if role:
        score += c.RIVAL_ROLE
        reasons.append("both called “" + role_word(scene, a, min(role)) + "”")
    if link:
        reasons.append(PARAGRAPHS_LINKED)
    return Evidence(max(0.0, min(c.SUREST, score)), "; ".join(reasons))


def companions(scene: Scene, telling: Telling) -> set[str]:
    """The keys of the other names in the sentence."""
    return {name.key for name in scene.names_near(telling)} - {name_of(telling).key}


def beside_keys(scene: Scene, telling: Telling) -> set[str]:
    """The keys of names joined to this one by "and" or "with", a role between them allowed."""
    text = scene.text(telling)
    found = set()
    for mention, name in named_in_sentence(scene, telling):
        if name.key == name_of(telling).key or name.type != "person":
            continue
        first, second = sorted((telling.mention, mention), key=lambda item: item.start)
        between = text[first.end : second.start]
        if len(between) <= ROLE_REACH and BESIDE.fullmatch(between):
            found.add(name.key)
    return found


def named_in_sentence(scene: Scene, telling: Telling) -> list[tuple[Mention, Name]]:
    """The name mentions of the telling's sentence."""
    mentions = scene.annotated[telling.article].mentions_of.get(telling.sentence.id, ())
    return [(mention, mention.value) for mention in mentions if isinstance(mention.value, Name)]


def full_name(scene: Scene, telling: Telling, key: str) -> str:
    """The full form of a name in the telling's sentence."""
    return next(name.full for name in scene.names_near(telling) if name.key == key)


def roles(scene: Scene, telling: Telling) -> set[str]:
    """Stems of the words right before a name, up to a comma or another name: "special envoy" …"""
    text = scene.text(telling)
    start = max(telling.sentence.start, telling.mention.start - ROLE_REACH)
    before = re.split(r"[,;:()\"“”—–]", text[start : telling.mention.start])[-1]
    return {stem for stem in map(stem_of, ROLE_WORD.findall(before)[-4:]) if stem and not stem.isdigit()}


def role_word(scene: Scene, telling: Telling, stem: str) -> str:
    """The last word right before a name that has this stem, as it stands."""
    before = scene.text(telling)[max(0, telling.mention.start - ROLE_REACH) : telling.mention.start]
    return next((word for word in reversed(ROLE_WORD.findall(before)) if stem_of(word) == stem), stem)


def same_surname(one: Name, other: Name) -> bool:
    """Whether two people share the surname and have first names that are no spellings of each other."""
    mine, theirs = (tuple(w for w in spelling(name.full) if w not in SUFFIXES) for name in (one, other))
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    short, long = sorted(("".join(mine), "".join(theirs)), key=len)
    if short in long:
        return False
    first, second = mine[0], theirs[0]
    return first != second and min(len(first), len(second)) > 2 and not alike(first, second)


def in_place(scene: Scene, tellings: Sequence[Telling], rival: Telling) -> list[Telling]:
    """The mentions of one person that stand where the rival does: linked, or with a companion in common."""
    near = companions(scene, rival)
    found = [
        t
        for t in tellings
        if scene.link(t, rival)
        or len(companions(scene, t) & near) >= 2
        or companions(scene, t) & beside_keys(scene, rival)
    ]
    return found or list(tellings[:1])


def rival_draft(groups: list[Group], evidence: Evidence) -> Draft:
    """Two people for one place."""
    against = " and ".join(f"“{group.value}”" for group in groups)
    label = "who: " + " / ".join(group.value for group in groups)
    because = f"{evidence.because}; no outlet names both {against}"
    return Draft("name", "differs", label, groups, evidence.score, because)
