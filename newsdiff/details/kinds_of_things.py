"""Whether two figures count the same kind of thing: nouns, other words for them, what befell them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsdiff.language.tokens import stem_of
from newsdiff.model import Quantity, Value

Kinship: TypeAlias = Literal["same", "kin", "open", "apart"]
"""The same noun; another word for it; one or both unsaid; or different things."""

ANYBODY = (
    "people person individual human victim civilian other passenger resident life body casualty "
    "dead death fatality"
)
"""Words for people as such. A child, a woman, an officer is a part of them, not the same count."""

SAME_THINGS = (
    ANYBODY,
    "troop soldier serviceman servicewoman member personnel",
    "police officer policeman policewoman cop",
    "firefighter fireman",
    "rescuer paramedic",
    "child kid youngster minor",
    "pupil student schoolchild schoolboy schoolgirl",
    "worker employee staff staffer",
    "spectator reveller reveler onlooker fan visitor attendee",
    "car vehicle automobile carriage wagon",
    "truck lorry",
    "plane aircraft jet airliner airplane",
    "ship boat vessel",
    "house home residence household",
    "blast explosion",
    "shot bullet round gunshot",
    "company firm business",
    "branch outlet",
    "crash accident collision",
    "vote ballot",
    "job position post",
    "attacker gunman assailant militant insurgent",
    "mile",
    "kilometre kilometer",
    "metre meter",
    "flat apartment",
    "store shop",
    "film movie",
    "painting picture canvas artwork",
    "seat place",
)
"""Groups of words that different outlets use for one kind of countable thing."""

GROUP_OF = {stem_of(word): group.split()[0] for group in SAME_THINGS for word in group.split()}
LOOSE_UNITS = frozenset(["percent", "second"])
"""What money, shares and times are of stands in many words, not in one head: other heads do not part them."""

ANYBODY_GROUP = ANYBODY.split()[0]
OCCASIONS = frozenset(map(stem_of, ("time", "occasion")))
"""Nouns of frequency: the verb says what happened so often, so two of them need not count the same thing."""


def head_stem(head: str) -> str:
    """The stem of a head noun, of its last word in "service member"."""
    return stem_of(head.split()[-1]) if head.split() else ""


def head_group(head: str) -> str:
    """One value for all words for the same kind of thing; the head itself where it has no other words."""
    stem = head_stem(head)
    return GROUP_OF.get(stem, stem)


def kinship(a: Quantity, b: Quantity) -> Kinship:
    """How the things counted are related."""
    if a.unit != b.unit:
        return "apart"
    if a.role and b.role and a.role != b.role:
        return "apart"
    if not OCCASIONS.isdisjoint((head_stem(a.head), head_stem(b.head))):
        return "open"
    if a.head and head_stem(a.head) == head_stem(b.head):
        return "same"
    if a.head and b.head:
        if head_group(a.head) == head_group(b.head):
            return "kin"
        return "open" if a.unit in LOOSE_UNITS or a.unit.isupper() else "apart"
    if a.role and a.role == b.role:
        known = a.head or b.head
        return "same" if not known or head_group(known) == ANYBODY_GROUP else "open"
    return "open"


def count_one_kind(a: Value | None, b: Value | None) -> bool:
    """Whether two values are figures whose nouns say that both count one kind of thing: the first attempt and
    the first company do not, nor do issue 2 and two issues."""
    return isinstance(a, Quantity) and isinstance(b, Quantity) and kinship(a, b) in ("same", "kin")


def is_toll(a: Quantity, b: Quantity) -> bool:
    """Whether both count what became of people."""
    return bool(a.role) and a.role == b.role


def counts_anybody(quantity: Quantity) -> bool:
    """Whether people as such are counted, not a part of them."""
    return not quantity.head or head_group(quantity.head) == ANYBODY_GROUP
