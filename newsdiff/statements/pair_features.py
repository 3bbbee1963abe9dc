"""What is known of a candidate pair of sentences before anything is judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from newsdiff.language.rarity import rarity
from newsdiff.language.word_vectors import word_vectors
from newsdiff.statements.candidates import find_candidates
from newsdiff.statements.memberships import Floats, Memberships, Numbers
from newsdiff.statements.sentence_texts import SentenceText
from newsdiff.statements.soft_overlap import SoftOverlap, word_rarity

LEAD_DECAY: Final = 3.0
"""Paragraphs after which the privilege of the lead, which sums up what others report, has faded to 1/e."""

ENOUGH_FOR_MEAN: Final = 40
OF_NO_MEAN: Final = 10
"""Sentences from which on the event's mean is taken off in full, the second number counted in; of fewer, a
share. Of two sentences alone the mean is what they have in common, and without it they would be opposites."""


class PairFeatures(NamedTuple):
    """One number a candidate pair in every array; all of the same length."""

    cosine: Floats
    """Of the rarity-weighted word vectors, the event's mean removed."""
    overlap: Floats
    """Rarity of shared terms by the geometric mean of both sizes."""
    contained: Floats
    """Rarity of shared terms by the smaller size."""
    most_covered: Floats
    """The share of the better covered sentence that the other says in same or near words."""
    least_covered: Floats
    margin: Floats
    """How far the pair lies above the best rivals of both sentences together."""
    best_margin: Floats
    """How far it lies above the rivals of the sentence with the weaker ones."""
    neighbours: Floats
    """Likeness of the sentences before both, or after both, whichever is greater."""
    crossing: Floats
    """Greatest likeness of either sentence with a neighbour of the other."""
    leads: Floats
    """2 for two leads, towards 0 deep in both articles."""
    both_leads: Floats
    names: Floats
    """Summed rarity of the names in common."""
    strangers: Floats
    """1 where both name persons, but nobody in common."""
    figures: Floats
    """Figures in common."""
    other_figures: Floats
    """1 where both have figures and none in common."""
    days: Floats
    """Days and clock times in common."""
    quotation: Floats
    """Share of the shorter quotation that a quotation of the other holds."""
    quoted_in_one: Floats
    """1 where only one of them quotes."""
    word_pairs: Floats
    """Share of neighbouring word pairs in common."""
    word_triples: Floats
    shorter: Floats
    """Natural logarithm of the number of words."""
    longer: Floats
    apart: Floats
    """Difference of the relative positions in the articles, 0 to 1."""
    above: Floats
    """Rank of the pair among the candidate pairs of the two articles: logarithm of how many lie above."""


FEATURE_NAMES: Final = PairFeatures._fields


class CandidatePairs(NamedTuple):
    """The candidate pairs of an event: `one[k]` and `other[k]` are sentence numbers, ascending."""

    one: Numbers
    other: Numbers
    likeness: Floats
    features: PairFeatures


def candidate_pairs(sentences: Sequence[SentenceText]) -> CandidatePairs:
    """The pairs of sentences of different articles that are worth judging, with their features."""
    terms = Memberships.of([s.terms for s in sentences], rarity([s.terms for s in sentences]))
    words = word_rarity(sentences)
    vectors = sentence_vectors(sentences, words)
    found = find_candidates(sentences, terms, vectors)
    one, other, likeness, shared = found.one, found.other, found.likeness, found.shared
    soft = SoftOverlap(sentences, words)
    covered = soft.covered(one, other), soft.covered(other, one)
    size = terms.size
    article = np.array([s.article for s in sentences], dtype=np.int64)
    rivals = rival_of(one, article[other], likeness), rival_of(other, article[one], likeness)
    lead = np.exp(np.array([-s.paragraph_position / LEAD_DECAY for s in sentences]))
    length = np.log1p(np.array([sum(1 for t in s.tokens if t.stem) for s in sentences], dtype=np.float64))
    names = Memberships.of([s.names for s in sentences], rarity([s.names for s in sentences]))
    persons = Memberships.of([s.persons for s in sentences])
    figures = Memberships.of([s.figures for s in sentences])
    days = Memberships.of([s.days for s in sentences])
    pairs = Memberships.of_runs([s.folded for s in sentences], 2)
    triples = Memberships.of_runs([s.folded for s in sentences], 3)
    quoting = np.array([bool(s.quotations) for s in sentences], dtype=bool)
    beside = Beside(one, other, likeness, article)
    place = relative_positions(sentences)
    same_figures = figures.shared(one, other)
    features = PairFeatures(
        cosine=found.cosine,
        overlap=shared / (np.sqrt(size[one] * size[other]) + 12),
        contained=shared / (np.minimum(size[one], size[other]) + 8),
        most_covered=np.maximum(*covered),
        least_covered=np.minimum(*covered),
        margin=2 * likeness - rivals[0] - rivals[1],
        best_margin=likeness - np.minimum(*rivals),
        neighbours=np.maximum(beside.at(-1, -1), beside.at(1, 1)),
        crossing=np.maximum.reduce([beside.at(*step) for step in ((0, -1), (0, 1), (-1, 0), (1, 0))]),
        leads=lead[one] + lead[other],
        both_leads=lead[one] * lead[other],
        names=names.shared(one, other),
        strangers=(
            (persons.size[one] > 0) & (persons.size[other] > 0) & (persons.shared(one, other) == 0)
        ).astype(float),
        figures=same_figures,
        other_figures=((figures.size[one] > 0) & (figures.size[other] > 0) & (same_figures == 0)).astype(
            float
        ),
        days=days.shared(one, other),
        quotation=shared_quotations(sentences, one, other),
        quoted_in_one=(quoting[one] != quoting[other]).astype(float),
        word_pairs=pairs.shared(one, other) / (np.minimum(pairs.size[one], pairs.size[other]) + 5),
        word_triples=triples.shared(one, other) / (np.minimum(triples.size[one], triples.size[other]) + 5),
        shorter=np.minimum(length[one], length[other]),
        longer=np.maximum(length[one], length[other]),
        apart=np.abs(place[one] - place[other]),
        above=ranks_above(article[one] * (article.max(initial=0) + 1) + article[other], likeness),
    )
    return CandidatePairs(one, other, likeness, features)


def sentence_vectors(sentences: Sequence[SentenceText], weight: dict[str, float]) -> Floats:
    """Rarity-weighted sums of word vectors, the event's mean removed, of length one: (sentences, dimensions).

    Words that the table lacks add nothing here; they count among the terms.
    """
    table = word_vectors()
    words = sorted(weight)
    number = {word: place for place, word in enumerate(words)}
    weighted = table.unit_vectors([table.row(word) for word in words])
    weighted *= np.array([weight[word] for word in words]).reshape(-1, 1)
    total = np.zeros((len(sentences), table.dimensions))
    for place, sentence in enumerate(sentences):
        if held := {number[w] for w, t in zip(sentence.folded, sentence.tokens, strict=True) if t.stem}:
            total[place] = weighted[sorted(held)].sum(axis=0)
    unit = of_length_one(total)
    taken_off = min(1.0, (len(unit) + OF_NO_MEAN) / ENOUGH_FOR_MEAN)
    return of_length_one(unit - taken_off * unit.sum(axis=0) / max(1, len(unit)))


def of_length_one(vectors: Floats) -> Floats:
    """Each row divided by its Euclidean length; rows of zeros stay."""
    length = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    result = np.zeros_like(vectors)
    np.divide(vectors, length, out=result, where=length > 1e-9)
    return result


def rival_of(sentence: Numbers, article: Numbers, value: Floats) -> Floats:
    """For each pair the greatest value of the sentence's other pairs with the same article, else 0."""
    if not len(value):
        return np.zeros(0)
    group = sentence * (article.max() + 1) + article
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    sizes = np.diff(starts, append=len(order))
    ordered = value[order]
    best = np.repeat(np.maximum.reduceat(ordered, starts), sizes)
    equal = np.flatnonzero(ordered == best)
    run = np.repeat(np.arange(len(starts)), sizes)
    first = equal[np.diff(run[equal], prepend=-1) > 0]
    ordered[first] = -np.inf
    best[first] = np.where(sizes > 1, np.maximum.reduceat(ordered, starts), 0.0)
    result = np.empty(len(group))
    result[order] = best
    return result


class Beside:
    """Values of the pairs whose sentences stand a step before or after those of a pair."""

    def __init__(self, one: Numbers, other: Numbers, value: Floats, article: Numbers) -> None:
        self._one, self._other, self._value, self._article = one, other, value, article
        self._keys = one * len(article) + other

    def at(self, here: int, there: int) -> Floats:
        """The value of the pair `here` steps from the first and `there` from the second sentence, else 0."""
        count = len(self._article)
        if not len(self._keys):
            return np.zeros(0)
        one, other = self._one + here, self._other + there
        inside = (one >= 0) & (one < count) & (other >= 0) & (other < count)
        first, second = np.where(inside, one, 0), np.where(inside, other, 0)
        inside &= self._article[first] == self._article[self._one]
        inside &= self._article[second] == self._article[self._other]
        key = first * count + second
        place = np.minimum(np.searchsorted(self._keys, key), len(self._keys) - 1)
        return np.where(inside & (self._keys[place] == key), self._value[place], 0.0)


def relative_positions(sentences: Sequence[SentenceText]) -> Floats:
    """Where each sentence stands in its article, 0 for the first and towards 1 for the last."""
    lengths: dict[int, int] = {}
    for sentence in sentences:
        lengths[sentence.article] = lengths.get(sentence.article, 0) + 1
    return np.array([sentence.position / lengths[sentence.article] for sentence in sentences])


def shared_quotations(sentences: Sequence[SentenceText], one: Numbers, other: Numbers) -> Floats:
    """The greatest share of a shorter quotation that a quotation of the other sentence holds, 0 to 1."""
    result = np.zeros(len(one))
    quoting = np.array([bool(sentence.quotations) for sentence in sentences], dtype=bool)
    for place in np.flatnonzero(quoting[one] & quoting[other]):
        mine, theirs = sentences[one[place]].quotations, sentences[other[place]].quotations
        result[place] = max(len(a & b) / max(3, min(len(a), len(b))) for a in mine[:8] for b in theirs[:8])
    return result


def ranks_above(group: Numbers, value: Floats) -> Floats:
    """For each pair ``ln(1 + n)`` where n pairs of the same two articles have a greater value."""
    order = np.lexsort((-value, group))
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    place = np.arange(len(group)) - np.repeat(starts, np.diff(np.append(starts, len(group))))
    first_of_equals = np.diff(group[order], prepend=-1) != 0
    first_of_equals |= np.diff(value[order], prepend=np.inf) != 0
    above = np.maximum.accumulate(np.where(first_of_equals, np.arange(len(group)), 0))
    result = np.zeros(len(group))
    result[order] = np.log1p(place[above])
    return result
