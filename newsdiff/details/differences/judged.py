"""Which pairs of versions differ, and how probable that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from newsdiff.details.differences.features import difference_matrix
from newsdiff.details.differences.versions import Versions
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.weights import Table

LEAST_SAME: Final = 0.12
"""Probability of reporting the same from which two sentences are versions that can differ. Of the marked
conflicts three in four stand in such pairs; below, one pair in a hundred holds one."""
MOST_PAIRS: Final = 1_500
"""Pairs of an event that are held against each other, the likeliest; it bounds the work on large events."""


@dataclass(frozen=True, eq=False)
class JudgedDifferences:
    """Places of the pairs in `JudgedPairs`, ascending, with the probability that their versions differ."""

    places: Numbers
    probability: Floats

    def of_pairs(self, judged: JudgedPairs) -> Floats:
        """One probability for every judged pair, 0 where its versions were not held against each other."""
        every = np.zeros(len(judged.probability))
        every[self.places] = self.probability
        return every


def judge_differences(judged: JudgedPairs, table: Table) -> JudgedDifferences:
    """Every pair of sentences that may be versions of one statement, judged."""
    places = compared_places(judged)
    matrix = difference_matrix(judged, Versions(judged.sentences), [int(place) for place in places])
    return JudgedDifferences(places, table.model.probability(matrix))


def compared_places(judged: JudgedPairs) -> Numbers:
    """Places of the pairs whose sentences are alike enough to be versions of one statement, ascending."""
    found = np.flatnonzero(judged.probability >= LEAST_SAME)
    if len(found) > MOST_PAIRS:
        order = np.lexsort((found, -judged.probability[found]))
        found = np.sort(found[order[:MOST_PAIRS]])
    return found
