"""Evidence that two passages report the same thing, and how likely that makes it.

Two looks. The first sees the pair and its rivals: how much the passages share, how alike they are worded,
whether either has a better partner in the other's article, whether they are leads. The second hears a third
article: a passage that is likely linked with both speaks for the pair.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdiff.alignment.candidates import Pair
from newsdiff.alignment.constants import (
    FIRST_LOOK,
    LEAD_DECAY,
    SECOND_LOOK,
    WITNESS_FLOOR,
    WITNESS_TOLD,
    WITNESSES_PER_PARAGRAPH,
)
from newsdiff.alignment.passages import Passage, distinct
from newsdiff.language.weights import rarity, unit_vector


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a pair of passages tells by itself."""

    overlap: float
    """Share of the passages, by rarity, that they have in common; words count as concepts."""
    wording: float
    """Cosine of their words (TF-IDF), where synonyms do not meet."""
    margin: float
    """How far the overlap lies above the best rivals'; negative where a rival is better."""
    lead: float
    """2 for two leads, towards 0 for passages deep in both articles."""

    setting: float
    """Summed overlap of each passage with the paragraphs beside the other one."""
    strangers: float
    """1 where both name persons and none in common, else 0."""

    def log_odds(self) -> float:
        """The first look's verdict on the pair."""
        return (
            FIRST_LOOK["bias"]
            + FIRST_LOOK["overlap"] * self.overlap
            + FIRST_LOOK["wording"] * self.wording
            + FIRST_LOOK["margin"] * self.margin
            + FIRST_LOOK["lead"] * self.lead
            + FIRST_LOOK["setting"] * self.setting
            + FIRST_LOOK["strangers"] * self.strangers
        )


def gather_evidence(passages: Sequence[Passage], candidates: Mapping[Pair, float]) -> dict[Pair, Evidence]:
    """The evidence for each candidate pair."""
    vectors = word_vectors(passages)
    leads = [math.exp(-passage.position / LEAD_DECAY) for passage in passages]
    best = two_best(passages, candidates)
    result = {}
    for (one, other), value in candidates.items():
        rivals = rival(best[one, passages[other].article], value) + rival(
            best[other, passages[one].article], value
        )
        result[one, other] = Evidence(
            overlap=value,
            wording=cosine(vectors[one], vectors[other]),
            margin=2 * value - rivals,
            lead=leads[one] + leads[other],
            setting=beside(one, other, passages, candidates) + beside(other, one, passages, candidates),
            strangers=float(strangers(passages[one], passages[other])),
        )
    return result


def two_best(
    passages: Sequence[Passage], candidates: Mapping[Pair, float]
) -> dict[Pair, tuple[float, float]]:
    """(passage, article) -> the best and second best overlap of the passage with one of the article."""
    best: dict[Pair, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (one, other), value in candidates.items():
        for key in ((one, passages[other].article), (other, passages[one].article)):
            first, second = best[key]
            if value > first:
                best[key] = (value, first)
            elif value > second:
                best[key] = (first, value)
    return best


def beside(one: int, other: int, passages: Sequence[Passage], candidates: Mapping[Pair, float]) -> float:
    """The summed overlap of a passage with the paragraphs before and after the other one."""
    total = 0.0
    for near in (other - 1, other + 1):
        if 0 <= near < len(passages) and passages[near].article == passages[other].article:
            total += candidates.get((one, near) if one < near else (near, one), 0.0)
    return total


def strangers(one: Passage, other: Passage) -> bool:
    """Whether both passages name persons, but nobody in common."""
    return bool(one.persons and other.persons and not one.persons & other.persons)


def rival(best: tuple[float, float], value: float) -> float:
    """The best overlap among the others, given the two best and one's own."""
    return best[1] if value >= best[0] else best[0]


def word_vectors(passages: Sequence[Passage]) -> list[dict[int, float]]:
    """Each passage's words as a vector of length one; words are numbered in alphabetical order."""
    weight = rarity(passage.stems for passage in distinct(passages))
    number = {stem: index for index, stem in enumerate(sorted(weight))}
    return [
        {number[stem]: value for stem, value in unit_vector(passage.stems, weight).items()}
        for passage in passages
    ]


def cosine(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """Cosine of two vectors of length one."""
    return sum([one[word] * other[word] for word in one.keys() & other.keys()])


def probability(log_odds: float) -> float:
    """The logistic function, safe for any argument."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


HOPELESS = -3.0
"""Log-odds (a probability of 0.05) below which the surest witness lifts no pair to a link."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely a pair is linked, and the passage of a third article that speaks for it, if any does."""

    probability: float
    witness: int | None


def judge(passages: Sequence[Passage], evidence: Mapping[Pair, Evidence]) -> dict[Pair, Verdict]:
    """The verdict on each pair that a witness could still get linked; the others are hopeless."""
    odds = {pair: item.log_odds() for pair, item in evidence.items()}
    likely = likely_partners({pair: probability(value) for pair, value in odds.items() if value >= HOPELESS})
    result = {}
    for pair, value in odds.items():
        if value < HOPELESS:
            continue
        support, witness = strongest_witness(pair, passages, likely)
        both = SECOND_LOOK["bias"] + SECOND_LOOK["first"] * value + SECOND_LOOK["witness"] * support
        result[pair] = Verdict(probability(both), witness if support >= WITNESS_TOLD else None)
    return result


def likely_partners(first_look: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    """Passage -> its likeliest partners and how likely they are."""
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), value in first_look.items():
        if value >= WITNESS_FLOOR:
            partners[one].append((-value, other))
            partners[other].append((-value, one))
    return {
        passage: {other: -value for value, other in sorted(found)[:WITNESSES_PER_PARAGRAPH]}
        for passage, found in partners.items()
    }


def strongest_witness(
    pair: Pair, passages: Sequence[Passage], likely: Mapping[int, Mapping[int, float]]
) -> tuple[float, int | None]:
    """The likelihood that a passage of a third article tells what both tell, and that passage."""
    one, other = likely.get(pair[0], {}), likely.get(pair[1], {})
    articles = passages[pair[0]].article, passages[pair[1]].article
    if len(one) > len(other):
        one, other = other, one
    best, witness = 0.0, None
    for passage, value in one.items():
        if passage in other and passages[passage].article not in articles:
            support = value * other[passage]
            if support > best or (support == best and witness is not None and passage < witness):
                best, witness = support, passage
    return best, witness
