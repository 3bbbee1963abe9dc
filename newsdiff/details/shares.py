"""Wholes and parts: figures that count a share of others, are told as one more, or make up the whole."""

from __future__ import annotations

import re

from newsdiff.details.heads import kinship
from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import told
from newsdiff.mentions.casualties import PEOPLE
from newsdiff.model import Mention, Quantity

SEVERITY = re.compile(r"\b(?:serious|critical|severe|grave|slight|minor|light)", re.I)

ADDED = re.compile(r"\b(?:another|additional|an?\s+(?:additional|extra|further)|further|extra)\s+\W*$", re.I)

OF_A_PEOPLE = re.compile(r"\s[A-Z][\w.]+\s\w")
"""A figure with a name before its noun ("10 US passengers") counts some of the people."""

ADDING = re.compile(r"\b(?:another|additional|further|extra|others?|more(?!\s+than\b))\b", re.I)

FATES = {"hospitalised": "injured"}

PART_BEFORE = re.compile(r"\b(?:including|among them|of whom|of which|of them)\W+(?:\w+\W+)?$", re.I)
DOER_INCLUDED = re.compile(
    r"[^.;]{0,40}?\bincluding (?:the|a|its|his)(?: suspected| alleged| lone)? (?:\w+ )?"
    r"(?:gunm[ae]n|shooter|attackers?|assailants?|bombers?|suspects?|perpetrators?|driver|pilots?|crew)\b",
    re.I,
)
"""A toll that counts those who did it, or who were in charge, with those they killed."""
MOST_DOERS = 2
CREW = 0.15
"""A count of all people aboard may be higher than that of the passengers by so much: by the crew."""
LEAST_DIGITS = 2
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")

PART_AFTER = re.compile(
    r"\W*(?:of (?:them|whom|which|those|these)\b|in every\b|(?:out )?of \d"
    r"|out of (?:every|the|those|these|two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand)\b)",
    re.I,
)
"""Behind "20" in "20 out of 29"; not in "scammed thousands of dollars out of people"."""


def share_of_whole(scene: Scene, telling: Telling) -> str:
    """Which share of a whole a figure counts, as `read_share` says; read once per mention."""
    if telling.order not in scene.shares:
        scene.shares[telling.order] = read_share(scene, telling)
    return scene.shares[telling.order]


def read_share(scene: Scene, telling: Telling) -> str:
    """Says "part" for "three of them", "added" for "another 1,000", how badly hurt, else nothing.

    "More than 100 others wounded" after six dead is no addition; "20 others hurt" after four hurt is one.
    """
    text, mention = scene.text(telling), telling.mention
    if is_part(text, mention, telling):
        return "part"
    if adds(text, mention):
        return "added" if not quantity_of(telling).role or other_toll_before(scene, telling) else ""
    if quantity_of(telling).role and OF_A_PEOPLE.search(mention.text):
        return "part"
    severity = SEVERITY.search(text, mention.start, min(telling.sentence.end, mention.end + 30))
    severity = severity or SEVERITY.search(
        text, max(telling.sentence.start, mention.start - 25), mention.start
    )
    return severity.group().lower() if quantity_of(telling).role and severity else ""


def adds(text: str, mention: Mention) -> bool:
    """Whether a figure is told as one more: "another 1,000", "22 others"."""
    if ADDING.search(mention.text):
        return True
    return ADDED.search(text[max(0, mention.start - 40) : mention.start]) is not None


def other_toll_before(scene: Scene, telling: Telling) -> bool:
    """Whether the sentence has counted people of the same or a like fate already."""
    fate = FATES.get(quantity_of(telling).role, quantity_of(telling).role)
    return any(
        isinstance(mention.value, Quantity)
        and mention.start < telling.mention.start
        and FATES.get(mention.value.role, mention.value.role) == fate
        for mention in scene.mentions_beside(telling)
    )


def explained(scene: Scene, a: Telling, b: Telling) -> bool:
    """Whether a sentence tells the other figure too, or the difference: "10 passengers and two pilots"."""
    one, other = quantity_of(a), quantity_of(b)
    if told_beside(scene, a, other) or told_beside(scene, b, one):
        return True
    if digits_beside(scene, a, b) or digits_beside(scene, b, a):
        return True
    gap = abs((told(one) or 0.0) - (told(other) or 0.0))
    fewer, more = (a, b) if (told(one) or 0.0) < (told(other) or 0.0) else (b, a)
    if one.role and gap <= MOST_DOERS and counts_doer(scene, more):
        return True
    if quantity_of(fewer).head == "passenger" != quantity_of(more).head and gap <= CREW * (told(one) or 0.0):
        return True
    return adds_up(scene, fewer, gap)


def adds_up(scene: Scene, telling: Telling, gap: float) -> bool:
    """Whether the sentence also counts so many more: people with people, else things of the same kind."""
    mine = quantity_of(telling)
    text = scene.text(telling)
    return any(
        isinstance(mention.value, Quantity)
        and mention.value.unit == mine.unit
        and told(mention.value) == gap
        and (kinship(mention.value, mine) != "apart" or both_count_people(mention.value, mine))
        and not adds(text, mention)
        and not is_part(text, mention, telling)
        for mention in scene.mentions_beside(telling)
    )


def both_count_people(*quantities: Quantity) -> bool:
    """Whether persons are counted, of whatever kind."""
    return all(quantity.role or quantity.head in PEOPLE for quantity in quantities)


def counts_doer(scene: Scene, telling: Telling) -> bool:
    """Whether a toll is said to include the attacker, the pilot …: "four dead, including the gunman"."""
    return DOER_INCLUDED.match(scene.text(telling), telling.mention.end, telling.sentence.end) is not None


def digits_beside(scene: Scene, telling: Telling, other: Telling) -> bool:
    """Whether a telling's sentence also has the other's digits, with no unit or another: "limited to 90"."""
    figure = DIGITS.search(other.mention.text)
    if figure is None or len(figure.group()) < LEAST_DIGITS:
        return False
    unit = quantity_of(other).unit
    spans = [
        (mention.start, mention.end)
        for mention in [telling.mention, *scene.mentions_beside(telling)]
        if isinstance(mention.value, Quantity) and mention.value.unit == unit
    ]
    return any(
        match.group() == figure.group() and not any(start <= match.start() < end for start, end in spans)
        for match in DIGITS.finditer(scene.text(telling), telling.sentence.start, telling.sentence.end)
    )


def told_beside(scene: Scene, telling: Telling, quantity: Quantity) -> bool:
    """Whether the sentence of a telling also tells this very figure: then it tells two things."""
    figure = told(quantity)
    return any(
        isinstance(mention.value, Quantity)
        and mention.value.unit == quantity.unit
        and told(mention.value) == figure
        and not adds(scene.text(telling), mention)
        for mention in scene.mentions_beside(telling)
    )


def is_part(text: str, mention: Mention, telling: Telling) -> bool:
    """Whether a figure of the telling's sentence counts some of those counted before it."""
    before = text[max(telling.sentence.start, mention.start - 40) : mention.start]
    return bool(PART_BEFORE.search(before) or PART_AFTER.match(text, mention.end, telling.sentence.end))
