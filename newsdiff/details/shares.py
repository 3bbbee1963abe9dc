"""Wholes and parts: figures that count a share of others, are told as one more, or make up the whole."""

from __future__ import annotations

import re

from newsdiff.details.scene import Scene
from newsdiff.details.telling import Telling, quantity_of
from newsdiff.details.values import told
from newsdiff.model import Mention, Quantity

SEVERITY = re.compile(r"\b(?:serious|critical|severe|grave|slight|minor|light)", re.I)

ADDED = re.compile(r"\b(?:another|additional|an?\s+(?:additional|extra|further)|further|extra)\s+\W*$", re.I)

OF_A_PEOPLE = re.compile(r"\s[A-Z][\w.]+\s\w")
"""A figure with a name before its noun ("10 US passengers") counts some of the people."""

ADDING = frozenset(["another", "additional", "further", "extra", "other", "others", "more"])

FATES = {"hospitalised": "injured"}

PART_BEFORE = re.compile(r"\b(?:including|among them|of whom|of which|of them)\W+(?:\w+\W+)?$", re.I)

PART_AFTER = re.compile(r"\W*(?:of (?:them|whom|which|those|these)\b|in every\b|out of\b)", re.I)


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
    before = text[max(telling.sentence.start, mention.start - 40) : mention.start]
    if PART_BEFORE.search(before) or PART_AFTER.match(text, mention.end, telling.sentence.end):
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
    if ADDING.intersection(mention.text.lower().split()):
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
    gap = abs((told(one) or 0.0) - (told(other) or 0.0))
    fewer = a if (told(one) or 0.0) < (told(other) or 0.0) else b
    return told_beside(scene, fewer, Quantity(gap, gap, unit=one.unit))


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
