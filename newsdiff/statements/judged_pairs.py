"""Candidate pairs of sentences with the probability that both report the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from newsdiff.fitted_model import odds_of, side_by_side
from newsdiff.model import Annotated
from newsdiff.statements.memberships import SENTENCES_AT_A_TIME, Floats, Numbers
from newsdiff.statements.pair_features import FEATURE_NAMES, Beside, CandidatePairs, candidate_pairs, rival_of
from newsdiff.statements.sentence_texts import SentenceText, read_sentences
from newsdiff.weights import Weights

PARTNERS: Final = 8
"""Likeliest partners of a sentence that may support its other pairs."""
LEAST_SUPPORT: Final = 0.08
"""Probability from which a pair supports others."""


class SecondFeatures(NamedTuple):
    """One number a candidate pair in every array."""

    first: Floats
    """Log-odds of the first look."""
    rivals: Floats
    """Summed probability of the best rivals of both sentences."""
    best_rival: Floats
    support: Floats
    """Greatest product of the probabilities that a sentence of a third article pairs with both."""
    more_support: Floats
    """Sum of the three greatest such products."""
    neighbours: Floats
    """Probability that the sentences before both, or after both, are a pair."""
    crossing: Floats
    """Greatest probability of either sentence with a neighbour of the other."""
    same_paragraphs: Floats
    """Greatest probability of another pair of sentences of the same two paragraphs."""
    articles: Floats
    """Number of articles of the event that have a sentence, at most 8."""


SECOND_NAMES: Final = SecondFeatures._fields


def second_features(
    sentences: Sequence[SentenceText], pairs: CandidatePairs, probability: Floats
) -> SecondFeatures:
    """What the probabilities of the first look add, one row a candidate pair."""
    one, other = pairs.one, pairs.other
    article = np.array([s.article for s in sentences], dtype=np.int64)
    paragraph = np.array([s.paragraph for s in sentences], dtype=np.int64)
    beside = Beside(one, other, probability, article)
    rivals = rival_of(one, article[other], probability), rival_of(other, article[one], probability)
    best, three = support(one, other, probability, article)
    block = paragraph[one] * (paragraph.max(initial=0) + 1) + paragraph[other]
    return SecondFeatures(
        first=odds_of(probability),
        rivals=rivals[0] + rivals[1],
        best_rival=np.maximum(*rivals),
        support=best,
        more_support=three,
        neighbours=np.maximum(beside.at(-1, -1), beside.at(1, 1)),
        crossing=np.maximum.reduce([beside.at(*step) for step in ((0, -1), (0, 1), (-1, 0), (1, 0))]),
        same_paragraphs=rival_of(block, np.zeros_like(block), probability),
        articles=np.full(len(one), float(min(8, len(set(article.tolist()))))),
    )


def support(one: Numbers, other: Numbers, probability: Floats, article: Numbers) -> tuple[Floats, Floats]:
    """For each pair the greatest, and the sum of the three greatest, products of the probabilities that one
    sentence of a third article pairs with both."""
    partners, likely = likeliest_partners(one, other, probability, len(article))
    best, three = np.zeros(len(one)), np.zeros(len(one))
    for start in range(0, len(article), SENTENCES_AT_A_TIME):
        stop = min(start + SENTENCES_AT_A_TIME, len(article))
        pairs = slice(*np.searchsorted(one, (start, stop)).tolist())
        # How likely each sentence of the event is a partner; the last column is for want of one.
        table = np.zeros((stop - start, len(article) + 1))
        np.put_along_axis(table, partners[start:stop], likely[start:stop], axis=1)
        table[:, -1] = 0.0
        theirs = other[pairs]
        products = table[(one[pairs] - start)[:, None], partners[theirs]] * likely[theirs]
        products.sort(axis=1)
        best[pairs], three[pairs] = products[:, -1], products[:, -3:].sum(axis=1)
    return best, three


def likeliest_partners(
    one: Numbers, other: Numbers, probability: Floats, count: int
) -> tuple[Numbers, Floats]:
    """For each sentence its likeliest partners, padded with -1, and how likely: (count, PARTNERS)."""
    enough = probability >= LEAST_SUPPORT
    mine = np.concatenate((one[enough], other[enough]))
    theirs = np.concatenate((other[enough], one[enough]))
    value = np.concatenate((probability[enough], probability[enough]))
    order = np.lexsort((theirs, -value, mine))
    starts = np.flatnonzero(np.diff(mine[order], prepend=-1))
    place = np.arange(len(mine)) - np.repeat(starts, np.diff(np.append(starts, len(mine))))
    kept = order[place < PARTNERS]
    column = place[place < PARTNERS]
    partners = np.full((count, PARTNERS), -1, dtype=np.int64)
    likely = np.zeros((count, PARTNERS))
    partners[mine[kept], column] = theirs[kept]
    likely[mine[kept], column] = value[kept]
    return partners, likely


SECOND_LOOK_NAMES = (*FEATURE_NAMES, *SECOND_NAMES)
"""The rows of the second look's table."""


class JudgedPairs(NamedTuple):
    """Sentence numbers are places in `sentences`; the arrays hold one entry a candidate pair."""

    sentences: Sequence[SentenceText]
    pairs: CandidatePairs
    first: Floats
    """Probability by the first look."""
    second: SecondFeatures
    probability: Floats
    """Probability by the second look: the one that counts."""

    def matrix(self) -> Floats:
        """The features of the second look: shape (pairs, features)."""
        return second_matrix(self.pairs, self.second)


def judge_pairs(annotated: Sequence[Annotated], weights: Weights) -> JudgedPairs:
    """Every pair of sentences of different articles that is worth judging, judged."""
    sentences = read_sentences(annotated)
    pairs = candidate_pairs(sentences)
    first = weights.first_look.model.probability(side_by_side(pairs.features))
    second = second_features(sentences, pairs, first)
    probability = weights.second_look.model.probability(second_matrix(pairs, second))
    return JudgedPairs(sentences, pairs, first, second, probability)


def second_matrix(pairs: CandidatePairs, second: SecondFeatures) -> Floats:
    """The features of both looks side by side."""
    return np.concatenate([side_by_side(pairs.features).T, side_by_side(second).T]).T
