"""Candidate pairs of sentences with the probability that both report the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsdiff.fitted_model import side_by_side
from newsdiff.model import Annotated
from newsdiff.statements.memberships import Floats
from newsdiff.statements.pair_features import FEATURE_NAMES, CandidatePairs, candidate_pairs
from newsdiff.statements.second_look import SECOND_NAMES, SecondFeatures, second_features
from newsdiff.statements.sentence_texts import SentenceText, read_sentences
from newsdiff.weights import Weights

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
