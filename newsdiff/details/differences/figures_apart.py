"""Figures, days and times of two versions that cannot both be true of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.details.context import Context
from newsdiff.details.differences.versions import NO_MEASURES
from newsdiff.details.figures.bearers import same_bearer, turned
from newsdiff.details.figures.parts_and_wholes import is_explained, part_of_whole
from newsdiff.details.figures.surroundings import is_in_a_list as listed
from newsdiff.details.figures.surroundings import same_neighbours, same_owner
from newsdiff.details.kinds_of_things import counts_anybody, kinship
from newsdiff.details.occurrence import Occurrence, moment_of, quantity_of
from newsdiff.details.questions.values import asked, compatible, kind_of
from newsdiff.details.times.comparable import PublicationDays, are_comparable
from newsdiff.model import Quantity


class FiguresApart:
    """Finds, in two sentences, the values that exclude each other as answers to one question."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._days = PublicationDays(context.index)

    def between(self, one: str, other: str) -> list[tuple[Occurrence, Occurrence]]:
        """Pairs of occurrences of two sentences, by id, likest surroundings first; each occurrence once."""
        here, there = (self._unmatched(a, b) for a, b in ((one, other), (other, one)))
        found = [
            (-round(self._context.similarity(a, b), 6), a.order, b.order, a, b)
            for a in here
            for b in there
            if self._exclude(a, b)
        ]
        taken: set[int] = set()
        result = []
        for _, first, second, a, b in sorted(found, key=lambda item: item[:3]):
            if first not in taken and second not in taken:
                taken |= {first, second}
                result.append((a, b))
        return result

    def _unmatched(self, sentence: str, other: str) -> list[Occurrence]:
        """The values of a sentence that can be true of nothing in the other one."""
        return [a for a in self._asked(sentence) if not any(compatible(a, b) for b in self._asked(other))]

    def _asked(self, sentence: str) -> Iterator[Occurrence]:
        found = self._context.index.in_sentence.get(sentence, ())
        return (one for one in found if asked(one) and not is_rank_or_score(one))

    def _exclude(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether two values are of one kind, of one thing as far as the words go, and exclude each other."""
        if kind_of(a) != kind_of(b) or type(a.mention.value) is not type(b.mention.value):
            return False
        if isinstance(a.mention.value, Quantity):
            return self._figures_exclude(a, b)
        return moment_of(a) != moment_of(b) and are_comparable(self._context, self._days, a, b)

    def _figures_exclude(self, a: Occurrence, b: Occurrence) -> bool:
        one, other = quantity_of(a), quantity_of(b)
        index = self._context.index
        if one.unit != other.unit or is_explained(index, a, b):
            return False
        if kind_of(a) == "age":
            return same_bearer(self._context, a, b) and not turned(a) and not turned(b)
        if part_of_whole(index, a) != part_of_whole(index, b):
            return False
        kin = kinship(one, other)
        if kin == "apart":
            both_people = (
                one.role and one.role == other.role and (counts_anybody(one) or counts_anybody(other))
            )
            return bool(both_people)
        if (listed(index, a) or listed(index, b)) and not same_owner(index, a, b):
            return False
        if kin == "open":
            before, after = same_neighbours(self._context, a, b)
            return bool(one.unit) or before or after
        return True


def is_rank_or_score(occurrence: Occurrence) -> bool:
    """Whether a figure says in which place, or how a game stood: it answers no question of how much."""
    value = occurrence.mention.value
    return isinstance(value, Quantity) and value.unit in NO_MEASURES
