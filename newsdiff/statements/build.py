"""Statements out of judged pairs: clusters of sentences, words aligned, most worth a look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

import numpy as np

from newsdiff.language.copied import originals
from newsdiff.language.rarity import rarity
from newsdiff.model import Annotated, Statement, StatementSentence
from newsdiff.statements.clusters import cluster_sentences, mean_probability, values_of_pairs
from newsdiff.statements.judged_pairs import JudgedPairs
from newsdiff.statements.memberships import Floats, Numbers
from newsdiff.statements.sentence_texts import SentenceText, with_bearers
from newsdiff.statements.word_alignment import align_words

REASON_WORDS: Final = 3
SECOND_STATEMENTS: Final = 2
"""Statements of one sentence besides that of its cluster: measured on left-out events, a third one shows no
more conflicts among the first twenty."""


def build_statements(
    annotated: Sequence[Annotated],
    judged: JudgedPairs,
    difference: Floats,
    bounds: Mapping[str, float],
) -> tuple[Statement, ...]:
    """The statements of an event, most worth a look first.

    `annotated` are the articles in English in the order of `judged`. `difference` holds for each judged pair
    the probability that its versions differ, 0 where they were not held against each other.
    """
    pairs = judged.pairs
    clusters = cluster_sentences(
        judged.sentences, pairs.one, pairs.other, judged.probability, bounds["statement"]
    )
    clusters += second_statements(clusters, judged, difference, bounds)
    worth = greatest_difference(clusters, pairs.one, pairs.other, difference)
    in_statement = np.zeros(len(judged.sentences), dtype=bool)
    in_statement[[number for members in clusters for number in members]] = True
    inside = np.flatnonzero(in_statement[pairs.one] & in_statement[pairs.other])
    value = values_of_pairs(pairs.one, pairs.other, judged.probability, inside)
    article = [sentence.article for sentence in judged.sentences]
    order = sorted(
        range(len(clusters)),
        key=lambda n: (-worth[n], -len({article[s] for s in clusters[n]}), clusters[n]),
    )
    weight = rarity([sentence.terms for sentence in judged.sentences])
    return tuple(
        statement(
            annotated,
            judged.sentences,
            clusters[n],
            rank,
            mean_probability(clusters[n], value, article),
            weight,
        )
        for rank, n in enumerate(order, 1)
    )


def second_statements(
    clusters: Sequence[Sequence[int]], judged: JudgedPairs, difference: Floats, bounds: Mapping[str, float]
) -> list[list[int]]:
    """Pairs that may report the same, whose versions may differ, and that no cluster holds together, the
    likeliest difference first.

    A sentence that reports two things belongs to several statements: a lead takes up in one sentence what
    others report in several.
    """
    home = {sentence: number for number, members in enumerate(clusters) for sentence in members}
    chosen = np.flatnonzero((difference >= bounds["differing"]) & (judged.probability >= bounds["second"]))
    found: list[list[int]] = []
    times = Counter[int]()
    for place in chosen[np.lexsort((chosen, -difference[chosen]))]:
        a, b = int(judged.pairs.one[place]), int(judged.pairs.other[place])
        apart = a not in home or home[a] != home.get(b)
        if apart and max(times[a], times[b]) < SECOND_STATEMENTS:
            times.update((a, b))
            found.append([a, b])
    return found


def greatest_difference(
    clusters: Sequence[Sequence[int]], one: Numbers, other: Numbers, difference: Floats
) -> list[float]:
    """For each cluster the greatest probability that two of its versions differ."""
    likely = {
        (int(one[place]), int(other[place])): float(difference[place])
        for place in np.flatnonzero(difference > 0).tolist()
    }
    return [
        max((likely.get(pair, 0.0) for pair in combinations(members, 2)), default=0.0) for members in clusters
    ]


def statement(
    annotated: Sequence[Annotated],
    sentences: Sequence[SentenceText],
    members: Sequence[int],
    rank: int,
    score: float,
    weight: Mapping[str, float],
) -> Statement:
    """One cluster as a statement; its details are not known yet."""
    versions = [sentences[number] for number in members]
    texts = [annotated[version.article].article.text for version in versions]
    runs = align_words(texts, versions)
    ids = [annotated[version.article].article.id for version in versions]
    verbatim = [text[version.start : version.end] for text, version in zip(texts, versions, strict=True)]
    first_of = originals(verbatim)
    return Statement(
        id=f"t{rank}",
        rank=rank,
        sentences=tuple(
            StatementSentence(article, version.id, words)
            for article, version, words in zip(ids, versions, runs, strict=True)
        ),
        reported_by=tuple(dict.fromkeys(ids)),
        independent_texts=len({ids[number] for number in first_of}),
        details=(),
        score=score,
        because=common_words(texts, versions, weight),
    )


def common_words(texts: Sequence[str], versions: Sequence[SentenceText], weight: Mapping[str, float]) -> str:
    """The rarest words that most versions have in common, as the first one has them."""
    spoken = [
        {token.stem: token for token in with_bearers(one.tokens, one.mentions) if token.stem}
        for one in versions
    ]
    counts = Counter(stem for terms in spoken for stem in terms)
    common = sorted(
        (stem for stem in spoken[0] if counts[stem] > 1),
        key=lambda stem: (-counts[stem], -weight.get(stem, 0.0), stem),
    )[:REASON_WORDS]
    words = [texts[0][spoken[0][stem].start : spoken[0][stem].end] for stem in common]
    return ", ".join(" ".join(word.split()) for word in words) or "near in meaning"
