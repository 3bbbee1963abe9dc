"""Wholes and parts: figures that count a part of others, are added to others, or make up the whole."""

from __future__ import annotations

import re

from newsdiff.details.event_index import EventIndex
from newsdiff.details.figures.intervals import stated_figure
from newsdiff.details.kinds_of_things import kinship
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.mentions.numbers.casualties import PEOPLE
from newsdiff.model import Mention, Quantity
from newsdiff.patterns import lazy_pattern

SEVERITY = lazy_pattern(r"\b(?:serious|critical|severe|grave|slight|minor|light)", re.I)

ADDED = lazy_pattern(
    r"\b(?:another|additional|an?\s+(?:additional|extra|further)|further|extra)\s+\W*$", re.I
)

OF_A_PEOPLE = lazy_pattern(r"\s[A-Z][\w.]+\s\w")
"""A figure with a name before its noun ("10 US passengers") counts some of the people."""

ADDING = lazy_pattern(r"\b(?:another|additional|further|extra|others?|more(?!\s+than\b))\b", re.I)

FATES = {"hospitalised": "injured"}

PART_BEFORE = lazy_pattern(r"\b(?:including|among them|of whom|of which|of them)\W+(?:\w+\W+)?$", re.I)
DOER_INCLUDED = lazy_pattern(
    r"[^.;]{0,40}?\bincluding (?:the|a|its|his)(?: suspected| alleged| lone)? (?:\w+ )?"
    r"(?:gunm[ae]n|shooter|attackers?|assailants?|bombers?|suspects?|perpetrators?|driver|pilots?|crew)\b",
    re.I,
)
"""A toll that counts those who did it, or who were in charge, with those they killed."""
MOST_DOERS = 2
CREW = 0.15
"""A count of all people aboard may be higher than that of the passengers by so much: by the crew."""
LEAST_DIGITS = 2
DIGITS = lazy_pattern(r"\d[\d,]*(?:\.\d+)?")

PART_INSIDE = lazy_pattern(r"[\d,.]+ of (?:the|these|those|its|his|her|their)\b", re.I)
"""Some of those who were counted before: "23 of the defendants"."""
PART_AFTER = lazy_pattern(
    r"\W*(?:of (?:it|them|whom|which|those|these)\b|in every\b|(?:out )?of \d"
    r"|out of (?:every|the|those|these|two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand)\b)",
    re.I,
)
"""Behind "20" in "20 out of 29"; not in "scammed thousands of dollars out of people"."""


def part_of_whole(index: EventIndex, occurrence: Occurrence) -> str:
    """Which part of a whole a figure counts: "part" for "three of them", "added" for "another 1,000", how
    badly those are hurt whom it counts; empty where it counts the whole.

    "More than 100 others wounded" after six dead is no addition; "20 others hurt" after four hurt is one.
    """
    text, mention = index.text(occurrence), occurrence.mention
    if is_part(text, mention, occurrence):
        return "part"
    if adds(text, mention):
        return "added" if not quantity_of(occurrence).role or other_toll_before(index, occurrence) else ""
    if quantity_of(occurrence).role and OF_A_PEOPLE.search(mention.text):
        return "part"
    severity = SEVERITY.search(text, mention.start, min(occurrence.sentence.end, mention.end + 30))
    severity = severity or SEVERITY.search(
        text, max(occurrence.sentence.start, mention.start - 25), mention.start
    )
    return severity.group().lower() if quantity_of(occurrence).role and severity else ""


def adds(text: str, mention: Mention) -> bool:
    """Whether a figure is added to others: "another 1,000", "22 others"."""
    if ADDING.search(mention.text):
        return True
    return ADDED.search(text[max(0, mention.start - 40) : mention.start]) is not None


def other_toll_before(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether the sentence has counted people of the same or a like fate already."""
    fate = FATES.get(quantity_of(occurrence).role, quantity_of(occurrence).role)
    return any(
        isinstance(mention.value, Quantity)
        and mention.start < occurrence.mention.start
        and FATES.get(mention.value.role, mention.value.role) == fate
        for mention in index.mentions_beside(occurrence)
    )


def is_explained(index: EventIndex, a: Occurrence, b: Occurrence) -> bool:
    """Whether a sentence gives the other figure too, or the difference: "10 passengers and two pilots"."""
    one, other = quantity_of(a), quantity_of(b)
    if stands_beside(index, a, other) or stands_beside(index, b, one):
        return True
    if digits_beside(index, a, b) or digits_beside(index, b, a):
        return True
    gap = abs((stated_figure(one) or 0.0) - (stated_figure(other) or 0.0))
    fewer, more = (a, b) if (stated_figure(one) or 0.0) < (stated_figure(other) or 0.0) else (b, a)
    if one.role and gap <= MOST_DOERS and counts_doer(index, more):
        return True
    if quantity_of(fewer).head == "passenger" != quantity_of(more).head and gap <= CREW * (
        stated_figure(one) or 0.0
    ):
        return True
    return adds_up(index, fewer, gap)


def are_explained(index: EventIndex, a: Occurrence, b: Occurrence) -> bool:
    """Whether two mentions are figures whose difference a sentence explains (see `is_explained`): "17 men and
    one woman" are 18 individuals."""
    figures = isinstance(a.mention.value, Quantity) and isinstance(b.mention.value, Quantity)
    return figures and is_explained(index, a, b)


def adds_up(index: EventIndex, occurrence: Occurrence, gap: float) -> bool:
    """Whether the sentence also counts so many more: people with people, else things of the same kind."""
    mine = quantity_of(occurrence)
    text = index.text(occurrence)
    return any(
        isinstance(mention.value, Quantity)
        and mention.value.unit == mine.unit
        and stated_figure(mention.value) == gap
        and (kinship(mention.value, mine) != "apart" or both_count_people(mention.value, mine))
        and not adds(text, mention)
        and not is_part(text, mention, occurrence)
        for mention in index.mentions_beside(occurrence)
    )


def both_count_people(*quantities: Quantity) -> bool:
    """Whether persons are counted, of whatever kind."""
    return all(quantity.role or quantity.head in PEOPLE for quantity in quantities)


def counts_doer(index: EventIndex, occurrence: Occurrence) -> bool:
    """Whether a toll is said to include the attacker, the pilot …: "four dead, including the gunman"."""
    return (
        DOER_INCLUDED.match(index.text(occurrence), occurrence.mention.end, occurrence.sentence.end)
        is not None
    )


def digits_beside(index: EventIndex, occurrence: Occurrence, other: Occurrence) -> bool:
    """Whether the sentence also has the other's digits, with no unit or another one: "limited to 90"."""
    figure = DIGITS.search(other.mention.text)
    if figure is None or len(figure.group()) < LEAST_DIGITS:
        return False
    unit = quantity_of(other).unit
    spans = [
        (mention.start, mention.end)
        for mention in [occurrence.mention, *index.mentions_beside(occurrence)]
        if isinstance(mention.value, Quantity) and mention.value.unit == unit
    ]
    return any(
        match.group() == figure.group() and not any(start <= match.start() < end for start, end in spans)
        for match in DIGITS.finditer(
            index.text(occurrence), occurrence.sentence.start, occurrence.sentence.end
        )
    )


def stands_beside(index: EventIndex, occurrence: Occurrence, quantity: Quantity) -> bool:
    """Whether the sentence also gives this very figure: then it counts two things."""
    figure = stated_figure(quantity)
    return any(
        isinstance(mention.value, Quantity)
        and mention.value.unit == quantity.unit
        and stated_figure(mention.value) == figure
        and not adds(index.text(occurrence), mention)
        for mention in index.mentions_beside(occurrence)
    )


def is_part(text: str, mention: Mention, occurrence: Occurrence) -> bool:
    """Whether a figure of a sentence counts some of those counted before it."""
    before = text[max(occurrence.sentence.start, mention.start - 40) : mention.start]
    return bool(
        PART_BEFORE.search(before)
        or PART_INSIDE.match(mention.text)
        or PART_AFTER.match(text, mention.end, occurrence.sentence.end)
    )
