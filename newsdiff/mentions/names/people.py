"""When two full names are one person's: a structured rule, since no threshold can distinguish people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from newsdiff.mentions.lexicon import equivalents, lexicon
from newsdiff.mentions.names.folding import skeleton
from newsdiff.mentions.names.forms import Form, person_parts

_VOWELS = frozenset("aeiouy")
SHORTEST_FUZZY = 5
"""Below this many letters one changed letter makes another name (Iran, Iraq; Hansen needs six)."""
LARGEST_BUCKET = 40
"""Names compared with each other at most; longer buckets are left alone."""


def same_given(left: str, right: str) -> bool:
    """Whether two folded first names can be one person's: Vladimir/Volodymyr, Steve/Stephen, Lloyd/L."""
    if left == right or skeleton(left) == skeleton(right):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[:1] == right[:1]
    classes = equivalents()
    if classes.get(left, frozenset()) & classes.get(right, frozenset()):
        return True
    return min(len(left), len(right)) >= SHORTEST_FUZZY and one_letter_apart(left, right)


def one_letter_apart(left: str, right: str) -> bool:
    """Whether one inserted, dropped or changed letter, not the first, makes one of the other."""
    return left[:1] == right[:1] and Levenshtein.distance(left, right, score_cutoff=1) <= 1


def givens_agree(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the given names of two writings agree: the shorter ones stand in the longer ones, in order."""
    left, right = initials_apart(left), initials_apart(right)
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if not short or not long:
        return False
    if not same_given(short[0], long[0]) and skeleton(short[0]) not in map(skeleton, long[1:]):
        return False  # an initial in the middle is no first name: Bruce is not Matthew B.
    position = 0
    for name in short:
        while position < len(long) and not same_given(name, long[position]):
            position += 1
        if position == len(long):
            return False
        position += 1
    return True


def initials_apart(given: Sequence[str]) -> list[str]:
    """Given names with initials written together ("G.W.", folded to "gw") taken apart."""
    apart: list[str] = []
    for name in given:
        together = 2 <= len(name) <= 3 and not _VOWELS.intersection(name)
        apart.extend(name if together and name not in lexicon().first_names else (name,))
    return apart


def same_person(left: Form, right: Form) -> bool:
    """Whether two full names of one surname skeleton are one person's."""
    a, b = person_parts(left.folded), person_parts(right.folded)
    return a.generation == b.generation and givens_agree(a.given, b.given)


def group_people(forms: Iterable[Form]) -> list[list[Form]]:
    """Full names put together by person, the fullest and most frequent first."""
    ordered = sorted(forms, key=lambda form: (-len(form.folded), -form.count, form.folded))
    by_surname: dict[str, list[list[Form]]] = {}
    for form in ordered:
        groups = by_surname.setdefault(skeleton(person_parts(form.folded).surname), [])
        fitting = [group for group in groups if all(same_person(form, other) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(form)
        else:
            groups.append([form])
    return join_misspelt([group for groups in by_surname.values() for group in join_generations(groups)])


def join_generations(groups: list[list[Form]]) -> list[list[Form]]:
    """Groups of one surname joined where some outlets write "Jr." and others leave it out.

    Where an outlet uses both writings they are father and son.
    """
    plain = [group for group in groups if not person_parts(group[0].folded).generation]
    joined: set[int] = set()
    for one in plain:
        given = person_parts(one[0].folded).given
        named = [
            group
            for group in groups
            if person_parts(group[0].folded).generation
            and givens_agree(given, person_parts(group[0].folded).given)
        ]
        if len(named) == 1 and id(named[0]) not in joined and outlets(one).isdisjoint(outlets(named[0])):
            named[0].extend(one)
            joined.add(id(named[0]))
            one.clear()
    return [group for group in groups if group]


def join_misspelt(groups: list[list[Form]]) -> list[list[Form]]:
    """Groups joined whose surnames are one letter apart, given names the same, outlets different."""
    buckets: dict[tuple[str, ...], list[int]] = {}
    for index, group in enumerate(groups):
        buckets.setdefault((*map(skeleton, group[0].folded[:-1]),), []).append(index)
    return join_in_buckets(groups, buckets.values(), misspelt)


def join_in_buckets(
    groups: list[list[Form]],
    buckets: Iterable[Sequence[int]],
    are_one: Callable[[Sequence[Form], Sequence[Form]], bool],
) -> list[list[Form]]:
    """The groups, joined where two in one bucket (numbers of groups) are one."""
    target = list(range(len(groups)))
    for members in buckets:
        if 1 < len(members) <= LARGEST_BUCKET:
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    if target[other] == other and are_one(groups[target[one]], groups[other]):
                        target[other] = target[one]
    joined: dict[int, list[Form]] = {}
    for index, group in enumerate(groups):
        joined.setdefault(target[index], []).extend(group)
    return list(joined.values())


def misspelt(left: Sequence[Form], right: Sequence[Form]) -> bool:
    """Whether the groups differ in one letter and no outlet uses both writings."""
    a, b = left[0].folded[-1], right[0].folded[-1]
    if min(len(a), len(b)) < SHORTEST_FUZZY or not one_letter_apart(a, b):
        return False
    return outlets(left).isdisjoint(outlets(right))


def outlets(forms: Iterable[Form]) -> set[str]:
    """The articles in which any of the forms stands."""
    return {article for form in forms for article in form.articles}
