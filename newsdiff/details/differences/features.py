"""What speaks for a difference between two versions of a statement, as one number a feature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from newsdiff.details.claim_words import OPPOSITES
from newsdiff.details.differences.own_names import OwnNames
from newsdiff.details.differences.versions import Version, Versions
from newsdiff.details.figures.intervals import can_both_be_true
from newsdiff.details.kinds_of_things import count_one_kind, is_toll
from newsdiff.fitted_model import odds_of
from newsdiff.model import DateRange, Quantity
from newsdiff.statements.judged_pairs import SECOND_LOOK_NAMES, JudgedPairs
from newsdiff.statements.memberships import Floats

NEAR_WORD: Final = 0.6
"""Cosine from which two words that stand for each other are near in meaning."""
FAR_WORD: Final = 0.4
"""Cosine below which they have little to do with each other."""
MOST_UNMATCHED: Final = 60
"""Words of a version without a counterpart that are looked at: it bounds the work on hostile texts."""


class DifferenceFeatures(NamedTuple):
    """Of one pair of versions; nothing depends on which comes first."""

    negated: float
    """Difference of the numbers of negations."""
    negated_in_one: float
    possible: float
    """Words of possibility that only one has."""
    unproven: float
    attributed_in_one: float
    stages: float
    """1 where both name stages of a case, and other ones."""
    leaving: float
    degrees: float
    """Words of degree that only one has."""
    order: float
    opposites: float
    """Words of one that have an opposite in the other."""
    figures_apart: float
    """Pairs of figures in one unit that cannot both be true and that nothing in the other version matches."""
    same_kind_apart: float
    """Those of them that count the same kind of thing."""
    tolls_apart: float
    """Pairs of unmatched figures that count what became of people, the same fate in both."""
    nothing_else_apart: float
    """Of figures of one kind that are apart: the share of both versions that is the same but for them."""
    in_common: float
    """Share of both versions that is the same, figures aside."""
    in_shorter: float
    """Share of the shorter version that the longer one has."""
    one_figure_apart: float
    """1 where each version has one such figure."""
    unmatched_figures: float
    """1 where a figure of one has no match in the other."""
    all_figures: float
    days_apart: float
    times_apart: float
    names_apart: float
    """Names that only one has, times those that only the other has."""
    names_in_one: float
    names_of_one_article: float
    """Names that only one article has, times those that only the other has."""
    names_in_one_role: float
    """Greatest cosine of the words around two such names of one type."""
    names_spelled_alike: float
    """Greatest likeness of the letters of two such names of one type."""
    quotation_apart: float
    """Share of the words of two like quotations that only one of them has."""
    unmatched: float
    """Summed rarity of the words without a counterpart, of the version that has less of it."""
    more_unmatched: float
    fewer_words: float
    """Words without a counterpart in the version that has fewer."""
    more_words: float
    nearest: float
    """Greatest cosine between a word without counterpart here and one there."""
    near_words: float
    """Words without counterpart that have a near one on the other side."""
    middling_words: float


OWN_NAMES: Final = DifferenceFeatures._fields
DIFFERENCE_NAMES: Final = (*OWN_NAMES, "values_apart", "same", *SECOND_LOOK_NAMES)
"""The rows of the table: the features above, the log-odds of the likeliest two values that answer one
question, the log-odds of the second look, and its features."""


def difference_matrix(
    judged: JudgedPairs, versions: Versions, names: OwnNames, values: Floats, places: Sequence[int]
) -> Floats:
    """The features of some candidate pairs, by their places in `judged`: shape (places, features).

    `values` holds for each place the log-odds that two values of its sentences answer one question.
    """
    if not len(places):
        return np.zeros((0, len(DIFFERENCE_NAMES)))
    one, other = judged.pairs.one[places].tolist(), judged.pairs.other[places].tolist()
    own = np.array([compare_versions(versions, names, *pair) for pair in zip(one, other, strict=True)])
    odds = odds_of(judged.probability[places])
    return np.hstack([own, values[:, None], odds[:, None], judged.matrix()[places]])


def compare_versions(versions: Versions, names: OwnNames, one: int, other: int) -> DifferenceFeatures:
    """The features of two sentences, by their numbers."""
    a, b = versions[one], versions[other]
    names_apart = names.apart(a.id, a.article, b.id, b.article)
    rest_a, rest_b = unmatched_words(a, b), unmatched_words(b, a)
    weights = sorted(sum(map(versions.weights.__getitem__, rest)) for rest in (rest_a, rest_b))
    lengths = sorted((len(rest_a), len(rest_b)))
    cosine = nearest_words(versions, rest_a, rest_b)
    here, there = unmatched_figures(a, b), unmatched_figures(b, a)
    apart, same_kind, tolls = figures_apart(here, there)
    common = len(a.plain_stems & b.plain_stems)
    in_common = common / max(1, len(a.plain_stems) + len(b.plain_stems) - common)
    own_names, their_names = len(a.names - b.names), len(b.names - a.names)
    return DifferenceFeatures(
        negated=abs(a.negations - b.negations),
        negated_in_one=float(bool(a.negations) != bool(b.negations)),
        possible=len(a.possible ^ b.possible),
        unproven=len(a.unproven ^ b.unproven),
        attributed_in_one=float(a.attributing != b.attributing),
        stages=float(bool(a.stages and b.stages and a.stages != b.stages)),
        leaving=float(bool(a.leaving and b.leaving and not a.leaving & b.leaving)),
        degrees=len(a.degrees ^ b.degrees),
        order=len(a.order ^ b.order),
        opposites=count_opposites(a, b),
        figures_apart=apart,
        same_kind_apart=same_kind,
        tolls_apart=tolls,
        nothing_else_apart=float(same_kind > 0) * in_common,
        in_common=in_common,
        in_shorter=common / max(1, min(len(a.plain_stems), len(b.plain_stems))),
        one_figure_apart=float(len(here) == len(there) == 1 and apart > 0),
        unmatched_figures=float(bool(here or there)),
        all_figures=len(a.quantities) + len(b.quantities),
        days_apart=len(unmatched_days(a, b)) * len(unmatched_days(b, a)),
        times_apart=float(
            bool(a.times and b.times) and not any(x.meets(y) for x in a.times for y in b.times)
        ),
        names_apart=own_names * their_names,
        names_in_one=own_names + their_names,
        names_of_one_article=names_apart.pairs,
        names_in_one_role=names_apart.context,
        names_spelled_alike=names_apart.likeness,
        quotation_apart=quotation_apart(a, b),
        unmatched=weights[0],
        more_unmatched=weights[1],
        fewer_words=lengths[0],
        more_words=lengths[1],
        nearest=max(cosine, default=0.0),
        near_words=sum(1 for value in cosine if value > NEAR_WORD),
        middling_words=sum(1 for value in cosine if FAR_WORD < value <= NEAR_WORD),
    )


def unmatched_words(mine: Version, theirs: Version) -> list[int]:
    """Vocabulary numbers of the words whose stem the other version lacks."""
    known = theirs.stem_set
    return [n for n, stem in zip(mine.numbers, mine.stems, strict=True) if stem not in known][:MOST_UNMATCHED]


def nearest_words(versions: Versions, here: list[int], there: list[int]) -> list[float]:
    """For each unmatched word here the cosine of the nearest unmatched word there."""
    if not here or not there:
        return []
    nearest: list[float] = (versions.vectors[here] @ versions.vectors[there].T).max(axis=1).round(6).tolist()
    return nearest


def unmatched_figures(mine: Version, theirs: Version) -> list[Quantity]:
    """The figures that no figure of the other version could stand for."""
    return [
        quantity
        for quantity in mine.quantities
        if not any(
            other.unit == quantity.unit and can_both_be_true(other, quantity) for other in theirs.quantities
        )
    ]


def unmatched_days(mine: Version, theirs: Version) -> list[DateRange]:
    """The days that meet none of the other version."""
    return [day for day in mine.days if not any(day.meets(other) for other in theirs.days)]


def figures_apart(here: Sequence[Quantity], there: Sequence[Quantity]) -> tuple[int, int, int]:
    """How many pairs of unmatched figures are in one unit, how many of these count the same thing, and how
    many the same fate of people."""
    apart = same = tolls = 0
    for one in here:
        for other in there:
            if one.unit == other.unit:
                apart += 1
                same += count_one_kind(one, other)
                tolls += is_toll(one, other)
    return apart, same, tolls


def count_opposites(a: Version, b: Version) -> int:
    """Words of one version that have an opposite in the other, where each stands alone."""
    rest_b = b.opposed - a.stem_set
    return sum(1 for stem in a.opposed - b.stem_set for opposite in OPPOSITES[stem] if opposite in rest_b)


def quotation_apart(a: Version, b: Version) -> float:
    """Share of the words of the two likest quotations that only one has; 0 where none are alike."""
    best = max(
        ((len(x & y), x, y) for x in a.quotations for y in b.quotations), default=None, key=lambda t: t[0]
    )
    if best is None or best[0] < 2:
        return 0.0
    return len(best[1] ^ best[2]) / len(best[1] | best[2])
