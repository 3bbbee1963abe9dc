"""The main toll of each article: how many were killed, hurt or arrested, by its first words on it.

Which toll an outlet gives is asked first of all, and leads that are worded quite unlike give it. Marked tolls
are too few to fit weights on: in 120 real events the rule puts forward those of two, rightly in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Final

from newsdiff.details.context import Context
from newsdiff.details.kinds_of_things import counts_anybody, kinship
from newsdiff.details.occurrence import Occurrence, quantity_of
from newsdiff.details.questions.values import asked, compatible, value_key
from newsdiff.model import Quantity

DIFFERING_TOLLS: Final = 0.8
"""Set by hand: probability that two such tolls differ."""
TOLLS: Final = frozenset({"killed", "injured", "missing", "arrested", "hospitalised"})
LEAD: Final = 4
"""Sentences of an article in which its main toll stands; further down other happenings come up."""
A_REST: Final = frozenset("other others more another further additional".split())
"""Words by which a figure counts those besides some who were counted before."""


def differing_tolls(context: Context) -> Iterator[tuple[Occurrence, Occurrence]]:
    """The main tolls of two articles that cannot both be true, where neither article gives the other's."""
    given: dict[int, set[Hashable]] = defaultdict(set)
    main: dict[tuple[str, int], Occurrence] = {}
    for one in context.index.everything:
        if not asked(one):
            continue
        given[one.article].add(value_key(one))
        value = one.mention.value
        if isinstance(value, Quantity) and value.role in TOLLS and one.number < LEAD:
            main.setdefault((value.role, one.article), one)
    for (role, _), a in main.items():
        if not counts_all(a):
            continue
        for (other_role, _), b in main.items():
            if role == other_role and a.article < b.article and counts_all(b) and of_one_kind(a, b):
                found_there = value_key(a) in given[b.article] or value_key(b) in given[a.article]
                if not found_there and not compatible(a, b):
                    yield a, b


def counts_all(toll: Occurrence) -> bool:
    """Whether a toll counts everybody, not the "20 others" besides those counted before."""
    return A_REST.isdisjoint(toll.mention.text.casefold().split())


def of_one_kind(a: Occurrence, b: Occurrence) -> bool:
    """Whether two tolls count people as such, or by the same noun: two children are a part of 12 people."""
    one, other = quantity_of(a), quantity_of(b)
    return (counts_anybody(one) and counts_anybody(other)) or kinship(one, other) == "same"
