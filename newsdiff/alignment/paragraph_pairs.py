"""What is known of a pair of paragraphs: the judged pairs of their sentences, taken together."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from newsdiff.fitted_model import FittedModel, odds_of, side_by_side
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.statements.pair_features import LEAD_DECAY, rival_of


class ParagraphFeatures(NamedTuple):
    """Every array has one number per pair of paragraphs."""

    best: Floats
    """Log-odds of the likeliest pair of sentences."""
    second_best: Floats
    """Probability of the next likeliest."""
    any_pair: Floats
    """Probability that at least one pair of sentences reports the same, as if they were independent."""
    share: Floats
    """Summed probabilities by the geometric mean of the numbers of sentences."""
    rivals: Floats
    """Probability of the best rivals of both paragraphs, summed."""
    first_look: Floats
    """Greatest probability by the first look."""
    fewer: Floats
    """Sentences of the shorter paragraph."""
    pairs: Floats
    """Product of the numbers of sentences."""
    leads: Floats
    cosine: Floats
    overlap: Floats
    contained: Floats
    most_covered: Floats
    least_covered: Floats
    quotation: Floats
    """The greatest of these features among the pairs of sentences."""


PARAGRAPH_NAMES: Final = ParagraphFeatures._fields


class ParagraphPairs(NamedTuple):
    """Numbers of the two paragraphs of each pair (as in `SentenceText.paragraph`), ascending."""

    one: Numbers
    other: Numbers
    features: ParagraphFeatures


class JudgedParagraphs(NamedTuple):
    """Pairs of paragraphs, as in `ParagraphPairs`, with the probability that both report the same thing."""

    one: Numbers
    other: Numbers
    probability: Floats


def judge_paragraphs(judged: JudgedPairs, model: FittedModel) -> JudgedParagraphs:
    """Every pair of paragraphs of which a pair of sentences was judged, judged by the model of links."""
    pairs = paragraph_pairs(judged)
    return JudgedParagraphs(pairs.one, pairs.other, model.probability(side_by_side(pairs.features)))


def greatest_by_paragraph(likely: JudgedParagraphs, count: int) -> Floats:
    """For each of `count` paragraphs the greatest probability of a pair that it belongs to, 0 without one."""
    greatest = np.zeros(count)
    for side in (likely.one, likely.other):
        np.maximum.at(greatest, side, likely.probability)
    return greatest


def paragraph_pairs(judged: JudgedPairs) -> ParagraphPairs:
    """The pairs of paragraphs of which at least one pair of sentences was judged."""
    sentences = judged.sentences
    paragraph = np.array([s.paragraph for s in sentences], dtype=np.int64)
    count = int(paragraph.max(initial=-1)) + 1
    key = paragraph[judged.pairs.one] * count + paragraph[judged.pairs.other]
    order = np.lexsort((-judged.probability, key))
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    sizes = np.diff(np.append(starts, len(key)))
    found = key[order][starts]
    one, other = found // max(1, count), found % max(1, count)
    ordered = judged.probability[order]
    best = ordered[starts]
    after = ordered[np.minimum(starts + 1, max(0, len(key) - 1))] if len(key) else ordered
    article_of, position, length = np.zeros(count, int), np.zeros(count), np.zeros(count)
    for sentence in sentences:
        article_of[sentence.paragraph] = sentence.article
        position[sentence.paragraph] = sentence.paragraph_position
        length[sentence.paragraph] += 1
    rivals = rival_of(one, article_of[other], best) + rival_of(other, article_of[one], best)
    lead = np.exp(-position / LEAD_DECAY)

    def greatest(values: Floats) -> Floats:
        return np.maximum.reduceat(values[order], starts) if len(starts) else np.zeros(0)

    def total(values: Floats) -> Floats:
        return np.add.reduceat(values[order], starts) if len(starts) else np.zeros(0)

    features = judged.pairs.features
    return ParagraphPairs(
        one,
        other,
        ParagraphFeatures(
            best=odds_of(best),
            second_best=np.where(sizes > 1, after, 0.0),
            any_pair=1 - np.exp(total(np.log1p(-np.minimum(judged.probability, 1 - 1e-6)))),
            share=total(judged.probability) / np.sqrt(length[one] * length[other]),
            rivals=rivals,
            first_look=greatest(judged.first),
            fewer=np.minimum(length[one], length[other]),
            pairs=length[one] * length[other],
            leads=lead[one] + lead[other],
            cosine=greatest(features.cosine),
            overlap=greatest(features.overlap),
            contained=greatest(features.contained),
            most_covered=greatest(features.most_covered),
            least_covered=greatest(features.least_covered),
            quotation=greatest(features.quotation),
        ),
    )
